import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { monthsOfArea } from './months-of-area.ts';

const RANGE: Month[] = ['2024-01', '2024-02', '2024-03'];
const held = (months: Record<string, Month[]>) =>
  new Map(Object.entries(months).map(([force, all]) => [force, new Set(all)]));

it('tells none from not known', () => {
  const months = monthsOfArea(RANGE, new Map([['met 2024-01', 4]]), held({ met: ['2024-01', '2024-03'] }));
  expect(months.map(({ incidents }) => incidents)).toEqual([4, null, 0]);
});

it('marks a month that lacks a force with incidents in the area, and no other', () => {
  const incidents = new Map([
    ['met 2024-01', 4],
    ['btp 2024-02', 1],
  ]);
  const forces = { met: RANGE, btp: RANGE.slice(1), kent: [] };
  expect(monthsOfArea(RANGE, incidents, held(forces)).map(({ isPartial }) => isPartial)).toEqual([true, false, false]);
});

it('asks every force when the area has no incident at all', () => {
  const months = monthsOfArea(RANGE, new Map(), held({ met: ['2024-01'], kent: ['2024-01', '2024-02'] }));
  expect(months).toEqual([
    { month: '2024-01', incidents: 0, isPartial: false },
    { month: '2024-02', incidents: 0, isPartial: true },
    { month: '2024-03', incidents: null, isPartial: false },
  ]);
});
