import { expect, it } from 'vitest';
import { areaNotes, countNotes } from './notes.ts';

const area = {
  ...{ incidents: 500, sideMetres: 900, spacingMetres: null, coveredShare: 1, uncounted: 0 },
  ...{ partialMonths: 0, unknownMonths: 0 },
};
const chosen = { fullerElsewhere: 0, severalInVintage: 0 };

it('says nothing of a large area with all its months', () => {
  expect(areaNotes(area)).toEqual([]);
});

it.each([
  [{ incidents: 19 }, 'Under 20 incidents'],
  [{ sideMetres: 40, spacingMetres: 55 }, 'a square of 40 m, smaller than the 55 m'],
  [{ unknownMonths: 1 }, 'One month without a file that covers'],
  [{ partialMonths: 3 }, '3 months lack a force'],
  [{ coveredShare: 0.4 }, 'only about 40% of the area'],
  [{ uncounted: 7 }, '7 incidents lie here in files'],
  [{ incidents: null }, 'Not covered'],
])('notes %j', (what, sentence) => {
  expect(areaNotes({ ...area, ...what })).toEqual([expect.stringContaining(sentence)]);
});

it('says of every count that points are anonymised, and what was left aside', () => {
  expect(countNotes({ source: 'street', unlocated: [] }, chosen)).toHaveLength(1);
  const notes = countNotes(
    { source: 'street', unlocated: [{ month: '2024-01', incidents: 1200 }] },
    { fullerElsewhere: 2, severalInVintage: 1 },
  );
  expect(notes.slice(1)).toEqual([
    expect.stringContaining('1,200 crimes of these months have no location'),
    expect.stringContaining('2 months of a force: an earlier vintage'),
    expect.stringContaining('One month of a force'),
  ]);
});
