import { expect, it } from 'vitest';
import { addMonths } from '../../lib/calendar/month.ts';
import { shareChart } from './share-chart.ts';

/** Shares that go up and down about 10 %, in a pattern without a run. */
const steady = (count: number) =>
  Array.from({ length: count }, (_, at) => 0.1 + ([0.01, -0.012, 0.004, -0.006, 0.011, -0.003, -0.009][at % 7] ?? 0));
const chart = (shares: (number | null)[], doubtful: number[] = []) =>
  shareChart(shares.map((share, at) => ({ month: addMonths('2022-01', at), share, doubtful: doubtful.includes(at) })));

it('finds nothing in steady months, and holds limits from the first 24', () => {
  const found = chart(steady(40));
  expect(found.finding).toMatch(/^Nothing/);
  expect(found.points.every(({ special }) => special !== 'clear')).toBe(true);
  expect(found.baselineEnd).toBe(23);
  expect(found.note).toContain('24 complete months, January 2022 to December 2023, and they are held from then on');
});

it('says so where a month is far from the others', () => {
  const shares = steady(40);
  shares[35] = 0.4;
  const found = chart(shares);
  expect(found.finding).toBe('More than is ordinary in December 2024.');
  expect(found.points[35]).toMatchObject({ special: 'clear', value: 40 });
});

it('never judges a month whose records are not complete', () => {
  const shares = steady(40);
  shares[35] = 0.4;
  const found = chart(shares, [35]);
  expect(found.points[35]).toMatchObject({ special: null, doubtful: true });
  expect(found.finding).toMatch(/^Nothing/);
});

it('draws no limits from fewer than twelve months', () => {
  const found = chart([...steady(11), null]);
  expect(found.points.every(({ lines }) => lines === null)).toBe(true);
  expect(found.finding).toContain('too few complete months');
  expect(chart(steady(12)).points[0]?.lines).not.toBeNull();
});

it('draws no limits where complete and incomplete months take turns, for no two follow each other', () => {
  const turns = chart(
    steady(36),
    Array.from({ length: 18 }, (_, at) => 2 * at + 1),
  );
  expect(turns.points.every(({ lines }) => lines === null)).toBe(true);
  expect(turns.note).toContain('12 complete months, 10 of them right after another');
});

it('says how often a long chart finds something where nothing has changed', () => {
  expect(chart(steady(48)).note).toContain('about 1 of 20 charts of 48 months and 1 of 10 charts of 96');
});
