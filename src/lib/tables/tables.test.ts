import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaSafe, type OpenTable, toCsv, toCsvw, toJson, toNotes } from './index.ts';

const table: OpenTable = {
  name: 'made-series',
  title: 'Made series',
  description: 'Made figures for a test.',
  columns: [
    { name: 'area_code', title: 'Area', description: 'Code of the area.', type: 'text', always: true },
    { name: 'month', title: 'Month', description: 'Month counted.', type: 'month', always: true },
    { name: 'value', title: 'Value', description: 'Crimes recorded.', type: 'whole number', always: false },
  ],
  key: ['area_code', 'month'],
  rows: [
    ['E05013698', '2024-01', 12],
    ['E05013698', '2024-02', null],
  ],
  notes: ['February is a stub.'],
  sources: [{ title: 'made.csv' }],
  made: '2026-03-01',
};

it('writes a header of names, CRLF, and nothing where there is no value', () => {
  expect(toCsv(table)).toBe('area_code,month,value\r\nE05013698,2024-01,12\r\nE05013698,2024-02,\r\n');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ['Finsbury Park', 'Finsbury Park'],
  ["'=1", "'=1"],
])('guards text that a spreadsheet would take for a formula: %j', (text, safe) => {
  expect(formulaSafe(text)).toBe(safe);
});

it('leaves numbers below zero as they are', () => {
  expect(toCsv({ columns: table.columns.slice(2), rows: [[-3]] })).toBe('value\r\n-3\r\n');
});

/** A reader of RFC 4180 written for this test alone. */
function readBack(csv: string): string[][] {
  const rows: string[][] = [[]];
  let [field, quoted] = ['', false];
  for (let at = 0; at < csv.length; at += 1) {
    const char = csv[at] as string;
    if (quoted && char === '"' && csv[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') {
      rows.at(-1)?.push(field);
      field = '';
    } else if (!quoted && char === '\r') {
      rows.at(-1)?.push(field);
      rows.push([]);
      field = '';
      at += 1;
    } else field += char;
  }
  return rows.slice(0, -1);
}

it('gives every text back, but for the apostrophe of a guarded one', () => {
  const anyRows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(anyRows, (rows) => {
      const columns = table.columns.slice(0, 2);
      expect(readBack(toCsv({ columns, rows })).slice(1)).toEqual(rows.map((row) => row.map(formulaSafe)));
    }),
    { seed: 3 },
  );
});

describe('beside the CSV', () => {
  it('describes it for machines as CSV on the Web', () => {
    expect(toCsvw(table)).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      url: 'made-series.csv',
      'rdfs:comment': ['February is a stub.'],
      tableSchema: {
        columns: [
          { name: 'area_code' },
          { name: 'month', datatype: 'gYearMonth' },
          { datatype: 'integer', required: false },
        ],
        primaryKey: ['area_code', 'month'],
      },
    });
  });

  it('says for people what they must know, with the licence', () => {
    const notes = toNotes(table);
    expect(notes).toContain('- February is a stub.');
    expect(notes).toContain('- value: Crimes recorded.');
    expect(notes).toContain('Open Government Licence v3.0');
  });

  it('gives the same rows as JSON', () => {
    expect(toJson(table)).toMatchObject({
      rows: [
        { area_code: 'E05013698', month: '2024-01', value: 12 },
        { area_code: 'E05013698', month: '2024-02', value: null },
      ],
    });
  });
});
