import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveOfDay } from './leave-of-day.ts';

const part = (place: number, fraction: number) => ({ place, postClass: 'floor' as const, fraction });
const minutesOf = (posts: ReturnType<typeof part>[], minutes: number | null = null) =>
  leaveOfDay({ posts, minutes, dayMinutes: 480 }).map((each) => [each.place, each.minutes]);

test('a whole officer shared between two wards has a whole day of leave, half in each', () => {
  expect(minutesOf([part(1, 0.5), part(2, 0.5)])).toEqual([
    [1, 240],
    [2, 240],
  ]);
});

test('part-time counts contracted minutes, and minutes that are said are of all posts together', () => {
  expect(minutesOf([part(1, 0.6)])).toEqual([[1, 288]]);
  expect(minutesOf([part(1, 0.6)], 480)).toEqual([[1, 480]]);
  expect(minutesOf([part(1, 0.7), part(2, 0.3)], 1)).toEqual([[1, 1]]);
  expect(minutesOf([part(1, 0.5), part(1, 0.5)])).toEqual([[1, 480]]);
});

test('the parts come to the whole, to the minute', () => {
  const fractions = fc.array(fc.integer({ min: 1, max: 250 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fractions, fc.integer({ min: 1, max: 1440 }), (thousandths, minutes) => {
      const posts = thousandths.map((thousandth, index) => part(index, thousandth / 1000));
      const parts = leaveOfDay({ posts, minutes, dayMinutes: 480 });
      expect(parts.reduce((sum, each) => sum + each.minutes, 0)).toBe(minutes);
      for (const each of parts) expect(each.minutes).toBeGreaterThan(0);
    }),
  );
});
