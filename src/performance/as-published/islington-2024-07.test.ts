import { expect, it } from 'vitest';
import { compareRows } from '../comparison/compare-rows.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { makePeriod } from '../periods/make-period.ts';
import { SHIPPED_SETS } from '../sets/shipped-sets.ts';
import { ISLINGTON_2024_07 } from './islington-2024-07.ts';
import { isReproduced, printedPercent } from './printed-percent.ts';

const periods = { current: makePeriod('2023-04', '2024-03'), previous: makePeriod('2022-04', '2023-03') };
const rows = compareRows(
  ISLINGTON_2024_07.rows.map(({ group, measure, printed, current, previous }) => ({
    ...{ group, measure, printed, counts: { current, previous } },
    ...{ polarity: 'more is worse', figures: null, because: null, peers: null, boroughs: null },
  })),
  periods,
  leastCount('2026-03-10'),
);
const where = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).map(({ measure }) => measure);

it('prints every percentage and arrow as they follow from its counts', () => {
  expect(ISLINGTON_2024_07.rows.map(printedPercent)).toEqual(ISLINGTON_2024_07.rows.map(({ percent }) => percent));
  expect(ISLINGTON_2024_07.rows.every(isReproduced)).toBe(true);
  expect(ISLINGTON_2024_07.rows.reduce((total, { current }) => total + current, 0)).toBe(10_715);
});

it('would not pass with a wrong percentage, sign or arrow', () => {
  const [row] = ISLINGTON_2024_07.rows;
  if (!row) throw new Error('no row');
  expect(isReproduced({ ...row, percent: '-5.8%' })).toBe(false);
  expect(isReproduced({ ...row, percent: '5.7%' })).toBe(false);
  expect(isReproduced({ ...row, arrow: '↑' })).toBe(false);
});

it('has the rows of the set "public-space", in its order and wording', () => {
  const set = SHIPPED_SETS.find(({ name }) => name === 'public-space');
  expect(ISLINGTON_2024_07.rows.map(({ group, measure, printed }) => [group, measure, printed])).toEqual(
    set?.groups.flatMap(({ title, rows: inGroup }) => inGroup.map(({ measure, printed }) => [title, measure, printed])),
  );
});

it('has three changes that the exact test of the counts calls clear, and three too few', () => {
  expect(where(({ pValue }) => pValue !== null && pValue < 0.05)).toEqual([
    'Theft From Motor Vehicle',
    'Aggravated Taking of MV',
    'Hate Crime (ex DA)',
  ]);
  expect(where(({ smallNumbers }) => smallNumbers)).toEqual(['Aggravated Taking of MV', 'Homicide', 'LBDs']);
});

it('has the p-values that were worked out by hand', () => {
  const expected = [0.1871, 0.0577, 0.8848, 0.225, 0.0104, 0.5716, 0.0266, 1.0, 0.9056, 0.0406, 0.0625, 0.1768];
  expect(rows.map(({ pValue }) => Number(pValue?.toFixed(4)))).toEqual(expected);
});

it('says "counts alone" where no earlier years are given, and has no second test then', () => {
  expect(
    rows.every(({ dispersedPValue, dispersion, dispersionFrom }) =>
      [dispersedPValue, dispersion, dispersionFrom].every((each) => each === null),
    ),
  ).toBe(true);
  const judged = rows.filter(({ smallNumbers }) => !smallNumbers);
  expect(judged.every(({ words }) => words.includes('on the counts alone'))).toBe(true);
});

it('keeps the percentage of small numbers in its figures and out of its words', () => {
  const taking = rows.find(({ measure }) => measure === 'Aggravated Taking of MV');
  expect(taking).toMatchObject({
    percentChange: -68.8,
    words: 'Too few for a percentage. 11 fewer.',
    verdict: 'too few',
  });
  expect(rows.find(({ measure }) => measure === 'LBDs')).toMatchObject({
    percentChange: -100,
    ratioInterval: [0, expect.any(Number)],
  });
});
