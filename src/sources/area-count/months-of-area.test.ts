import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { type ForceMonths, monthsOfArea } from './months-of-area.ts';

const RANGE: Month[] = ['2024-01', '2024-02', '2024-03'];
const force = (held: Month[], more: { covered?: Month[]; lacking?: Month[] } = {}): ForceMonths => ({
  held: new Set(held),
  covered: new Set(more.covered ?? held),
  lacking: new Set(more.lacking ?? []),
});

it('tells none from not known', () => {
  const forces = new Map([['met', force(['2024-01', '2024-03'])]]);
  const months = monthsOfArea(RANGE, new Map([['met 2024-01', 4]]), forces);
  expect(months.map(({ incidents }) => incidents)).toEqual([4, null, 0]);
});

it('does not know a month of a force that only adds to others', () => {
  const forces = new Map([
    ['met', force(['2024-01'])],
    ['btp', force(['2024-01', '2024-02'], { covered: [] })],
  ]);
  const incidents = new Map([
    ['btp 2024-01', 2],
    ['btp 2024-02', 2],
  ]);
  expect(monthsOfArea(RANGE, incidents, forces).map((month) => month.incidents)).toEqual([2, null, null]);
});

it('marks a month that lacks a force or types', () => {
  const forces = new Map([
    ['met', force(RANGE, { lacking: ['2024-03'] })],
    ['btp', force(RANGE.slice(1), { covered: [] })],
  ]);
  const months = monthsOfArea(RANGE, new Map([['met 2024-01', 4]]), forces);
  expect(months.map(({ isPartial }) => isPartial)).toEqual([true, false, true]);
});

it('knows nothing where no force matters', () => {
  expect(monthsOfArea(RANGE, new Map(), new Map())).toEqual(
    RANGE.map((month) => ({ month, incidents: null, isPartial: false })),
  );
});
