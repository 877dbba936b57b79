import { expect, it } from 'vitest';
import { visitedTimes } from './visited-wards.ts';

const ward = (thefts: number | null, residents: number | null = 1000) => ({ thefts, residents });

it('names a ward with at least three times the thefts a resident of the middle ward', () => {
  expect(visitedTimes([ward(10), ward(30), ward(9), ward(29), ward(10)], '2026-03-10')).toEqual([
    null,
    3,
    null,
    null,
    null,
  ]);
});

it('names the ward where few live, not the one where many do', () => {
  const [few, many] = visitedTimes([ward(40, 1000), ward(40, 9000), ward(10), ward(10), ward(10)], '2026-03-10');
  expect(few).toBe(4);
  expect(many).toBeNull();
});

it('says nothing where thefts or residents are not held', () => {
  expect(visitedTimes([ward(null), ward(5, null), ward(5, 0)], '2026-03-10')).toEqual([null, null, null]);
});
