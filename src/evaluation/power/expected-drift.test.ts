import { expect, test } from 'vitest';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { normal, seededRandom } from '../../lib/statistics/random.ts';
import { expectedDrift } from './expected-drift.ts';

const DRAWS = CALIBRATION_ALL ? 2_000 : 200;
const WINDOW = 12;

/** Areas with a level of their own, each year off it by chance. */
function areasOf(random: () => number, years: number): number[][] {
  return Array.from({ length: 30 }, () => {
    const level = 5 + 0.2 * normal(random);
    return Array.from({ length: years }, () => level + 0.15 * normal(random)).flatMap((year) =>
      Array.from({ length: WINDOW }, () => year),
    );
  });
}

const yearOf = (row: readonly number[], year: number): number => row[year * WINDOW] ?? 0;

test('areas chosen for being highest come down by about as much as is said', () => {
  const random = seededRandom(3);
  let [said, came] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const areas = areasOf(random, 5).toSorted((one, other) => yearOf(other, 3) - yearOf(one, 3));
    const drift = expectedDrift({
      values: areas.map((row) => row.slice(0, 4 * WINDOW)),
      ...{ treated: 2, scale: 'log', title: 'robbery' },
    });
    said += Math.log1p((drift?.percent ?? 0) / 100) / DRAWS;
    const change = (row: readonly number[]) => yearOf(row, 4) - yearOf(row, 3);
    const others = areas.slice(2).map(change);
    const own = areas.slice(0, 2).map(change);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    came += (mean(own) - mean(others)) / DRAWS;
  }
  expect(came).toBeLessThan(-0.1);
  // Choosing the two highest leaves the others a little less apart than they are, so that slightly more is said.
  expect(Math.abs(said - came)).toBeLessThan(0.05);
});

test('what never changes its place is expected to stay', () => {
  const values = Array.from({ length: 10 }, (_, area) => Array.from({ length: 36 }, () => 6 - area / 10));
  const drift = expectedDrift({ values, treated: 1, scale: 'log', title: 'robbery' });
  expect(drift?.reliability).toBeCloseTo(1, 10);
  expect(drift?.percent).toBeCloseTo(0, 10);
});

test.each(['log', 'rate'] as const)(
  'areas that are not above the others are said not to be, and to rise by nothing (%s)',
  (scale) => {
    // Levels swap from year to year, so that little of a distance lasts.
    const values = Array.from({ length: 10 }, (_, area) =>
      Array.from({ length: 36 }, (__, month) => 5 + ((area * (1 + 2 * Math.floor(month / WINDOW))) % 10) / 10),
    );
    const drift = expectedDrift({ values, treated: 1, scale, title: 'robbery' });
    expect(drift?.reliability).toBeLessThan(0.5);
    expect(drift?.excessPercent).toBeLessThan(0);
    expect(drift?.percent).toBeNull();
    expect(drift?.because).toContain('were not above');
  },
);

test('takes areas together by their average count, as they are compared', () => {
  // Two treated of 100 and 300 a month: 200 on average, and e^mean of logs would be 173; the others have 100 each.
  const counts = [100, 300, 80, 120, 100];
  const values = counts.map((count) => Array.from({ length: 24 }, () => Math.log(count)));
  expect(expectedDrift({ values, treated: 2, scale: 'log', title: 'x' })?.excessPercent).toBeCloseTo(100, 8);
});

test('less than two years, or fewer than three others, say nothing', () => {
  const row = Array.from({ length: 23 }, (_, at) => 5 + (at % 3));
  expect(expectedDrift({ values: [row, row, row, row], treated: 1, scale: 'log', title: 'x' })).toBeNull();
  const long = [...row, ...row];
  expect(expectedDrift({ values: [long, long, long], treated: 1, scale: 'log', title: 'x' })).toBeNull();
});
