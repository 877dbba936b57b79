import { expect, it } from 'vitest';
import { poisson, seededRandom } from '../../lib/statistics/random.ts';
import type { CategorySeries } from '../model.ts';
import { judgeMonths } from './judge-months.ts';
import type { Finding } from './model.ts';
import { tallier } from './month-tally.ts';

const MONTHS = 36;
/** The month that is spoilt: January 2024. */
const SPOILT = 24;
type Change = (value: number, at: number, area: number, category: number) => number | null;

/** Twelve areas with eight categories of some 30 a month, drawn at random, with months changed as asked. */
function file(change: Change = (value) => value, other: Partial<CategorySeries> = {}): CategorySeries[] {
  const random = seededRandom(7);
  return Array.from({ length: 12 }, (_, area) =>
    Array.from(
      { length: 8 },
      (_, category): CategorySeries => ({
        category: `x/c${category}`,
        areaCode: `A${area}`,
        boundaryVersion: 'wards-2022',
        publisher: 'mps',
        firstMonth: '2022-01',
        values: Array.from({ length: MONTHS }, (_, at) => change(poisson(random, 30), at, area, category)),
        ...other,
      }),
    ),
  ).flat();
}

function judge(runs: readonly CategorySeries[]): Finding[] {
  const tally = tallier();
  for (const run of runs) tally.add(run);
  return tally.tallies().flatMap((each) => judgeMonths(each).findings);
}
const inSpoilt =
  (then: (value: number, area: number, category: number) => number | null): Change =>
  (value, at, area, category) =>
    at === SPOILT ? then(value, area, category) : value;

it('finds nothing in a whole file', () => {
  expect(judge(file())).toEqual([]);
});

it.each([
  ['absent', () => null],
  ['zero', () => 0],
  ['stub', (value: number) => Math.floor(value / 10)],
  ['short', (value: number) => Math.round(value * 0.7)],
] as const)('tells a month that is %s', (state, become) => {
  expect(judge(file(inSpoilt(become)))).toMatchObject([{ month: '2024-01', state, areaCodes: null, categories: null }]);
});

it('tells one area without anything, and leaves the rest of the file alone', () => {
  expect(judge(file(inSpoilt((value, area) => (area === 3 ? 0 : value))))).toMatchObject([
    { month: '2024-01', state: 'zero', areaCodes: ['A3'], categories: null, total: 0 },
  ]);
});

it('tells one category without anything', () => {
  expect(judge(file(inSpoilt((value, _, category) => (category === 2 ? 0 : value))))).toMatchObject([
    { month: '2024-01', state: 'zero', areaCodes: null, categories: ['x/c2'] },
  ]);
});

it('doubts the whole month when several areas are empty, though the total is within what months vary by', () => {
  const found = judge(file(inSpoilt((value, area) => (area < 2 ? 0 : value))));
  expect(found).toContainEqual(
    expect.objectContaining({ state: 'short', areaCodes: null, empty: { areas: 2, of: 12 } }),
  );
  expect(found.filter(({ areaCodes }) => areaCodes !== null).map(({ areaCodes }) => areaCodes)).toEqual([
    ['A0'],
    ['A1'],
  ]);
});

it('has no doubt about a fall that lasts, as that of spring 2020 did', () => {
  const fall: Change = (value, at) => (at < SPOILT ? value : Math.round(value * (at === SPOILT ? 0.68 : 0.75)));
  expect(judge(file(fall))).toEqual([]);
});

it('has no doubt about the same low month of every year', () => {
  const seasonal: Change = (value, at) => (at % 12 === 1 ? Math.round(value * 0.7) : value);
  const long = file().map((run, place) => ({
    ...run,
    values: Array.from({ length: 96 }, (_, at) => seasonal(run.values[at % MONTHS] ?? 0, at, place, 0)),
  }));
  expect(judge(long)).toEqual([]);
});

it('has no doubt about a category that ends when another begins', () => {
  const renamed: Change = (value, at, _, category) =>
    category === 0 ? (at < SPOILT ? value : 0) : category === 1 ? (at < SPOILT ? 0 : value) : value;
  expect(judge(file(renamed))).toEqual([]);
});

it('finds rows that are lost where the total alone would not tell', () => {
  let at = 0;
  const lost = judge(
    file(
      inSpoilt((value) => {
        at += 1;
        return at % 7 === 0 ? 0 : value;
      }),
    ).flatMap((run) => [run, ...[1, 2].map((copy) => ({ ...run, areaCode: `${run.areaCode}-${copy}` }))]),
  );
  expect(lost).toMatchObject([{ month: '2024-01', state: 'short', empty: null }]);
});

it('judges publishers and boundary versions apart', () => {
  const spoilt = file(
    inSpoilt(() => 0),
    { publisher: 'btp' },
  );
  const tally = tallier();
  for (const run of [...file(), ...spoilt]) tally.add(run);
  expect(tally.tallies().map(judgeMonths)).toMatchObject([
    { publisher: 'mps', findings: [] },
    { publisher: 'btp', findings: [{ state: 'zero' }] },
  ]);
});
