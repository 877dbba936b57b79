import { expect, it } from 'vitest';
import { csvRecords } from './csv-records.ts';

const read = (text: string) => [...csvRecords(text)].map(({ fields }) => fields);

it('reads plain records with either line ending, without blank lines or byte order mark', () => {
  expect(read('\uFEFFa,b\r\n1,2\r\n\r\n3,\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', ''],
  ]);
  expect(read('a,b')).toEqual([['a', 'b']]);
  expect(read('')).toEqual([]);
});

it('reads quoted fields with commas, quotation marks and line breaks', () => {
  expect(read('"x, y","say ""hi""",z\n"two\nlines",1,""\n')).toEqual([
    ['x, y', 'say "hi"', 'z'],
    ['two\nlines', '1', ''],
  ]);
  expect(read('a,"b"')).toEqual([['a', 'b']]);
  expect(read('a,"b"\r')).toEqual([['a', 'b']]);
});

it('gives up on one line when its quotation marks do not close', () => {
  expect(read('a,"b\nc,d\n')).toEqual([null, ['c', 'd']]);
  expect(read('a,"b"c,d\ne,f\n')).toEqual([null, ['e', 'f']]);
  expect(read('a,b"c\n')).toEqual([null]);
});

it('reads a quoted field however long, up to the bound it is given', () => {
  const long = `${'x'.repeat(12_000_000)}""`;
  expect(read(`a,"${long}",b\nc,d\n`)).toEqual([null, ['c', 'd']]);
  const [record] = [...csvRecords(`a,"${long}",b\n`, Number.POSITIVE_INFINITY)];
  expect(record?.fields?.map((field) => field.length)).toEqual([1, 12_000_001, 1]);
  const bound = 'y'.repeat(1_000_000);
  expect(read(`"${bound}"\n"${bound}y"\n`)).toEqual([[bound], null]);
});

it('gives up on the one line of a stray quotation mark, though millions of letters follow', () => {
  const rows = `E01000907,${'x'.repeat(88)},1\n`.repeat(120_000);
  const found = [...csvRecords(`a,b,c\n"${rows}`)];
  expect(found).toHaveLength(120_001);
  expect(found.filter(({ fields }) => fields === null).map(({ line }) => line)).toEqual([2]);
  expect(found.at(-1)?.line).toBe(120_001);
});

it('parts fields by semicolons where it is told to', () => {
  const text = 'a;b\n1;"x; y"\n2,5;"z"\n';
  expect([...csvRecords(text, undefined, ';')].map(({ fields }) => fields)).toEqual([
    ['a', 'b'],
    ['1', 'x; y'],
    ['2,5', 'z'],
  ]);
});
