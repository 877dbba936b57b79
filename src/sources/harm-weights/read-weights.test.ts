import { expect, it } from 'vitest';
import { HARM_WEIGHTS } from './harm-weights.ts';
import { readWeights } from './read-weights.ts';

const HEADER = 'offence,weight,version,source';

function read(...lines: string[]) {
  const file = readWeights(`${lines.join('\n')}\n`);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('reads a table, whatever the order and capitals of its columns and a byte order mark', () => {
  const file = read('\uFEFFSource,Weight,OFFENCE,Version', 'made up,2.5,Shoplifting,2026', 'made up,0,Arson,2026');
  expect(file).toMatchObject({
    recognisedAs: 'Harm weights: made up, version 2026',
    rowsRead: 2,
    rowsUsed: 2,
    notices: [],
    harmWeights: {
      version: '2026',
      source: 'made up',
      weights: [
        { offence: 'Shoplifting', weight: 2.5 },
        { offence: 'Arson', weight: 0 },
      ],
    },
  });
});

it('does not use other columns, and names them', () => {
  const file = read(`${HEADER},offence_code,`, 'Arson,5,1,made up,56A,x');
  expect(file.notices).toEqual([
    { reason: 'a column that is not used: offence_code', count: 1 },
    { reason: 'a column that is not used: one without a name', count: 1 },
  ]);
});

it.each([
  ['Arson,-5,1,made up', 'no weight of 0 or more in plain digits'],
  ['Arson,,1,made up', 'no weight of 0 or more in plain digits'],
  ['Arson,=5,1,made up', 'no weight of 0 or more in plain digits'],
  ['Arson,"1,5",1,made up', 'no weight of 0 or more in plain digits'],
  ['Arson,1e3,1,made up', 'no weight of 0 or more in plain digits'],
  [' ,5,1,made up', 'no offence'],
  ['Arson,5,,made up', 'no version'],
  ['Arson,5,1,', 'no source'],
  [`${'a'.repeat(201)},5,1,made up`, 'a field longer than 200 letters'],
])('leaves out %s', (line, reason) => {
  const file = read(HEADER, line, 'Shoplifting,2,1,made up');
  expect(file).toMatchObject({ rowsRead: 2, rowsUsed: 1, refused: [{ reason, count: 1 }] });
  expect(file.harmWeights?.weights).toEqual([{ offence: 'Shoplifting', weight: 2 }]);
});

it('takes two spellings for one offence, and knows no weight where they differ', () => {
  const file = read(
    HEADER,
    'Theft / Shoplifting,2,1,made up',
    'THEFT/SHOPLIFTING,2,1,made up',
    'Arson,5,1,made up',
    'arson,6,1,made up',
  );
  expect(file.harmWeights?.weights).toEqual([{ offence: 'Theft / Shoplifting', weight: 2 }]);
  expect(file).toMatchObject({ rowsRead: 4, rowsUsed: 1 });
});

it.each([
  [['Arson,5,1,made up', 'Theft,5,2,made up'], 'holds tables of several versions ("1", "2"): make one file of each'],
  [
    ['Arson,5,1,made up', 'Theft,5,1,else'],
    'holds tables of several sources ("made up", "else"): make one file of each',
  ],
  [['Arson,x,1,made up'], 'has no row that can be used (no weight of 0 or more in plain digits)'],
])('refuses %j', (rows, because) => {
  const file = readWeights(`${[HEADER, ...rows].join('\n')}\n`);
  expect(file.kind === 'refused' && file.because).toContain(because);
});

it('is known by its columns, and refused where it lacks one', () => {
  const knows = (header: string) => HARM_WEIGHTS.knows({ kind: 'csv', columns: header.split(',') });
  expect(knows('Version,SOURCE,offence,Weight')).toBe(true);
  expect(knows('offence,score')).toBe(false);
  expect(knows('offence,weight')).toEqual({
    refused:
      'looks like a table of harm weights without the column version and the column source: add it, the same in every row',
  });
  expect(knows('offence,Offence,weight,version,source')).toEqual({
    refused: 'names the column "offence" twice: take one out',
  });
});
