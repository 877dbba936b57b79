import { expect, test } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import type { Series } from '../measures/index.ts';
import { type DemandQuestion, indexDemand } from './index-demand.ts';

const wards = [
  { code: 'E1', name: 'Barnsbury', boroughName: 'Islington' },
  { code: 'E2', name: 'Highgate', boroughName: 'Camden' },
];

/** The same value in every month from January 2024 on. */
function series(measure: string, areaCode: string, value: number, months = 24, rest: Partial<Series> = {}): Series {
  return {
    measure,
    areaCode,
    boundaryVersion: 'wards-2022',
    vintage: 'spring',
    synthetic: false,
    files: [`${measure}.csv`],
    firstMonth: '2024-01' as Month,
    values: Array.from({ length: months }, () => value),
    doubtful: [],
    backCast: false,
    origins: [],
    convertedFrom: null,
    ...rest,
  };
}
const question = (rest: Partial<DemandQuestion> = {}): DemandQuestion => ({
  unit: 'Central North',
  asAt: '2026-03-01',
  boundaryVersion: 'wards-2022',
  wards,
  weights: { name: 'mine', version: '1', weights: { 'recorded-crime': 3, residents: 1 } },
  window: null,
  series: [
    series('recorded-crime', 'E1', 30),
    series('recorded-crime', 'E2', 10),
    series('residents', 'E1', 4000, 1),
    series('residents', 'E2', 6000, 1),
  ],
  ...rest,
});
const index = (rest: Partial<DemandQuestion> = {}) => {
  const answer = indexDemand(question(rest));
  if (answer.kind !== 'index') throw new Error('the example has demand');
  return answer;
};

test('the index is the weighted mean of the shares of the unit’s total', () => {
  const answer = index();
  // Crime 360 and 120 over twelve months: 3/4 and 1/4; residents 4/10 and 6/10; weights 3/4 and 1/4.
  expect(answer.wards.map((ward) => ward.demandShare)).toEqual([
    expect.closeTo(0.75 * 0.75 + 0.25 * 0.4, 12),
    expect.closeTo(0.75 * 0.25 + 0.25 * 0.6, 12),
  ]);
  expect(answer.wards[0]).toMatchObject({
    code: 'E1',
    name: 'Barnsbury',
    borough: 'Islington',
    components: { 'recorded-crime': 0.75, residents: 0.4 },
    figures: { 'recorded-crime': 360, residents: 4000 },
  });
  expect(answer.window).toEqual({ from: '2025-01', to: '2025-12', months: 12 });
  expect(answer.used).toMatchObject([
    { component: 'recorded-crime', weight: 0.75, vintage: 'spring', total: 480, files: ['recorded-crime.csv'] },
    { component: 'residents', weight: 0.25, total: 10_000 },
  ]);
  expect(answer.missing).toEqual([]);
});

test('a missing component is named, and the other weights are scaled up to sum to 1', () => {
  const weights = { name: 'mine', version: '1', weights: { 'recorded-crime': 3, burglary: 4, residents: 1 } };
  const answer = index({ weights });
  expect(answer.missing).toEqual([
    { component: 'burglary', weight: 0.5, reason: 'No figures for burglary are imported for these wards.' },
  ]);
  expect(answer.used.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
  expect(answer.wards).toEqual(index().wards);
});

test('one window for all: a component that lacks a month of it is missing, and says which', () => {
  const weights = { name: 'mine', version: '1', weights: { 'recorded-crime': 1, burglary: 1 } };
  const shorter = [...question().series, series('burglary', 'E1', 5, 22), series('burglary', 'E2', 5, 24)];
  const answer = index({ weights, series: shorter });
  expect(answer.window?.to).toBe('2025-12');
  expect(answer.missing[0]?.reason).toBe(
    'Burglary has no figures for November 2025, a month of the window January 2025 to December 2025.',
  );
  expect(index({ weights, series: shorter, asAt: '2025-10-31' }).missing).toEqual([]);
});

test('the window asked for is used', () => {
  const answer = index({ window: { from: '2024-02', to: '2024-03', months: 2 } });
  expect(answer.window).toEqual({ from: '2024-02', to: '2024-03', months: 2 });
  expect(answer.wards[0]?.figures['recorded-crime']).toBe(60);
});

test('without any component that can be used there is no index, with the reasons', () => {
  expect(indexDemand(question({ series: [] }))).toMatchObject({
    kind: 'no demand',
    missing: [
      { component: 'recorded-crime', weight: 0.75 },
      { component: 'residents', weight: 0.25 },
    ],
  });
});

test('standing figures alone give an index without a window', () => {
  const answer = index({ series: question().series.filter((each) => each.measure === 'residents') });
  expect(answer.window).toBeNull();
  expect(answer.wards.map((ward) => ward.demandShare)).toEqual([0.4, 0.6]);
});

test('made-up figures mark the whole index', () => {
  const some = question().series.map((each) => (each.measure === 'residents' ? { ...each, synthetic: true } : each));
  expect(index({ series: some }).synthetic).toBe(true);
  expect(index().synthetic).toBe(false);
});

test('a weight of 0 leaves a component out, held or not', () => {
  const weights = { name: 'mine', version: '1', weights: { 'recorded-crime': 1, residents: 0, burglary: 0 } };
  const answer = index({ weights });
  expect(answer.missing).toEqual([]);
  expect(Object.keys(answer.wards[0]?.components ?? {})).toEqual(['recorded-crime']);
});
