import { expect, it } from 'vitest';
import { OUTCOME_COLUMNS, STOP_AND_SEARCH_COLUMNS, STREET_COLUMNS } from './known-layouts.ts';
import { recognise } from './recognise.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const recogniseText = (text: string) => recognise(bytes(text), bytes(text).length);
const kindOf = (head: Uint8Array, size = head.length) => {
  const recognised = recognise(head, size);
  return recognised.kind === 'text' ? recognised.source.kind : recognised.kind;
};
const because = (head: Uint8Array) => {
  const recognised = recognise(head, head.length);
  return recognised.kind === 'refused' ? recognised.because : `recognised as ${recognised.kind}`;
};
const becauseOf = (text: string) => because(bytes(text));

it('recognises a street file by its twelve columns, with or without byte order mark', () => {
  const header = STREET_COLUMNS.join(',');
  expect(recogniseText(`${header}\n`).kind).toBe('street');
  expect(recogniseText(`\uFEFF${header}\r\n`).kind).toBe('street');
});

it('recognises monthly files of the Metropolitan Police in both spellings and any order', () => {
  expect(kindOf(bytes('MajorText,MinorText,BoroughName,202401\n'))).toBe('mps-borough');
  expect(kindOf(bytes('MajorText,MinorText,LookUp_BoroughName,202401\n'))).toBe('mps-borough');
  expect(kindOf(bytes('WardName,WardCode,MajorText,MinorText,LookUp_BoroughName,202401\n'))).toBe('mps-ward');
  expect(kindOf(bytes('MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401\n'))).toBe('mps-ward');
});

it('takes JSON for boundaries and the bytes of a zip for an archive', () => {
  expect(recogniseText(' {"type":"FeatureCollection"').kind).toBe('geojson');
  expect(recognise(new Uint8Array([0x50, 0x4b, 3, 4, 0]), 5).kind).toBe('archive');
});

it('recognises outcomes by their ten columns and stop and search by their fifteen', () => {
  expect(kindOf(bytes(`${OUTCOME_COLUMNS.join(',')}\n`))).toBe('outcomes');
  expect(kindOf(bytes(`${STOP_AND_SEARCH_COLUMNS.join(',')}\n`))).toBe('stop-and-search');
});

it.each([
  ['outcomes', OUTCOME_COLUMNS, 'not all 10 in their official order'],
  ['stop and search', STOP_AND_SEARCH_COLUMNS, 'not all 15 in their official order'],
] as const)('refuses %s with columns moved, lost or added', (_, columns, reason) => {
  const [first = '', ...others] = columns;
  const kept = columns.filter((column) => !['Latitude', 'Longitude'].includes(column));
  for (const wrong of [[...others, first], kept, [...columns, 'More']]) {
    expect(becauseOf(`${wrong.join(',')}\n`)).toContain(reason);
  }
});

it('does not mind a letter cut in two at the end of what is looked at', () => {
  const text = bytes('MajorText,MinorText,BoroughName,202401\né');
  expect(kindOf(text.slice(0, -1), 1000)).toBe('mps-borough');
  expect(because(text.slice(0, -1))).toContain('not in UTF-8');
});

it.each([
  ['', 'is empty (0 bytes)'],
  [' \n \n', 'blank space'],
  ['<!DOCTYPE html><html><body>Sign in', 'is a web page'],
  ['\n  <html lang="en">', 'is a web page'],
  ['<?xml version="1.0"?>', 'is XML'],
  ['BoroughName,202401,202402\nCamden,1,2\n', 'lost its category columns'],
  ['WardCode,WardName,202401\n', 'lost its category columns'],
  ['MajorText,MinorText,BoroughName,202401,202401\n', 'names the column "202401" twice'],
  [
    'Month,Crime ID,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n',
    'official order',
  ],
  ['name,age\nAnna,3\n', 'is not a file Wardroom knows (its first line reads "name", "age")'],
  ['"never closed\n', 'quotation marks do not close'],
  ['a,b\u0007\n', 'control characters'],
])('refuses %j', (text, reason) => {
  expect(becauseOf(text)).toContain(reason);
});

it.each([
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'Excel workbook (.xls)'],
  ['a PDF', [0x25, 0x50, 0x44, 0x46], 'is a PDF'],
  ['gzip', [0x1f, 0x8b, 8, 0], 'gzip'],
  ['UTF-16 with its mark', [0xff, 0xfe, 65, 0, 66, 0], 'UTF-16'],
  ['UTF-16 without', [65, 0, 66, 0, 67, 0, 10, 0], 'UTF-16'],
  ['text with a NUL', [65, 44, 66, 10, 0, 44, 66, 10], 'NUL bytes'],
  ['noise', [0x9f, 0x01, 0xc3, 0x28, 0x07, 0xb2], 'binary'],
  ['Windows-1252', [67, 97, 102, 0xe9, 44, 66, 10], 'not in UTF-8'],
  ['an archive with nothing in it', [0x50, 0x4b, 5, 6, 0, 0], 'nothing in it'],
])('refuses %s', (_, head, reason) => {
  expect(because(new Uint8Array(head))).toContain(reason);
});
