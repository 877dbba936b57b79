import { expect, it } from 'vitest';
import { matchOffences } from './match-offences.ts';

const CATEGORIES = [
  'mps/theft/shoplifting',
  'mps/theft/other-theft',
  'mps/burglary/domestic-burglary',
  'mps/historical-theft/other-theft',
];

it.each([
  ['SHOPLIFTING', ['mps/theft/shoplifting']],
  ['Theft / Shoplifting', ['mps/theft/shoplifting']],
  ['mps/theft/shoplifting', ['mps/theft/shoplifting']],
  ['other theft', ['mps/historical-theft/other-theft', 'mps/theft/other-theft']],
  ['Burglary', []],
])('matches "%s" by its words', (offence, expected) => {
  const { weights, matchedToNothing } = matchOffences([{ offence, weight: 7 }], CATEGORIES);
  expect([...weights.keys()].sort()).toEqual(expected);
  expect(matchedToNothing).toEqual(expected.length === 0 ? [offence] : []);
});

it('lets the more exact name decide, whatever the order of the table', () => {
  const offences = [
    { offence: 'other theft', weight: 1 },
    { offence: 'THEFT/OTHER THEFT', weight: 2 },
    { offence: 'mps/historical-theft/other-theft', weight: 3 },
  ];
  for (const table of [offences, offences.toReversed()]) {
    const { weights, matchedToNothing } = matchOffences(table, CATEGORIES);
    expect(Object.fromEntries(weights)).toEqual({
      'mps/theft/other-theft': 2,
      'mps/historical-theft/other-theft': 3,
    });
    expect(matchedToNothing).toEqual([]);
  }
});

it('names the categories without a weight; a weight of 0 is one', () => {
  const { withoutWeight } = matchOffences([{ offence: 'other theft', weight: 0 }], CATEGORIES);
  expect(withoutWeight).toEqual(['mps/burglary/domestic-burglary', 'mps/theft/shoplifting']);
});
