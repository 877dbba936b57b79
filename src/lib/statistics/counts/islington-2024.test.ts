import { expect, test } from 'vitest';
import { compareCounts } from './index.ts';

/** Document 004's table: counts of two years and the exact p-value of equal rates, as worked out by hand apart from this. */
const ROWS: [name: string, current: number, previous: number, pValue: number][] = [
  ['Personal Robbery', 1004, 1065, 0.1871],
  ['Theft Person', 2830, 2688, 0.0577],
  ['Residential Burglary', 1163, 1171, 0.8848],
  ['Theft Of Motor Vehicle', 523, 564, 0.225],
  ['Theft From Motor Vehicle', 1509, 1654, 0.0104],
  ['Interfering with Motor Vehicle', 183, 195, 0.5716],
  ['Aggravated Taking of Motor Vehicle', 5, 16, 0.0266],
  ['Homicide', 4, 4, 1],
  ['Violence with Injury', 2278, 2269, 0.9056],
  ['Hate Crime', 819, 905, 0.0406],
  ['Lethal Barrelled Discharges', 0, 5, 0.0625],
  ['Knife Crime', 397, 437, 0.1768],
];

test.each(ROWS)('%s: %d after %d', (_, current, previous, pValue) => {
  expect(compareCounts(current, previous).pValue).toBeCloseTo(pValue, 4);
});

test('three rows of the twelve differ by more than chance, counts alone', () => {
  const clear = ROWS.filter(([, current, previous]) => compareCounts(current, previous).pValue < 0.05);
  expect(clear.map(([name]) => name)).toEqual([
    'Theft From Motor Vehicle',
    'Aggravated Taking of Motor Vehicle',
    'Hate Crime',
  ]);
});
