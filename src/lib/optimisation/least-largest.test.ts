import { expect, test } from 'vitest';
import { type Attempt, leastLargest } from './least-largest.ts';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Answers exist from a level on; every level that is asked is noted. */
function from(least: number, asked: number[] = [], unknownBelow = 0) {
  return async (level: number): Promise<Attempt<string>> => {
    asked.push(level);
    if (level < unknownBelow) return { kind: 'unknown' };
    return level >= least ? { kind: 'found', answer: `at ${level}`, largest: level } : { kind: 'none' };
  };
}

test('finds every level, whatever the bound and whatever is known', async () => {
  for (const least of LEVELS)
    for (const bound of LEVELS.filter((level) => level <= least))
      for (const first of [null, { answer: 'known', largest: 10 }]) {
        const found = await leastLargest(LEVELS, bound, 0, from(least), first);
        expect(found).toMatchObject({ kind: 'found', largest: least, bound: least, inTime: true });
      }
});

test('asks once where the bound is the answer, and not at all where the known answer is at the bound', async () => {
  const asked: number[] = [];
  await leastLargest(LEVELS, 4, 0, from(4, asked));
  expect(asked).toEqual([4]);
  await leastLargest(LEVELS, 4, 0, from(4, asked), { answer: 'known', largest: 4 });
  expect(asked).toEqual([4]);
});

test('stops within the gap, and says what is proven', async () => {
  const known = { answer: 'known', largest: 10 };
  expect(await leastLargest(LEVELS, 6, 0.5, from(6), known)).toMatchObject({ answer: 'known', largest: 10, bound: 6 });
});

test('no answer at all, and none in time', async () => {
  expect(await leastLargest(LEVELS, 1, 0, from(11))).toEqual({ kind: 'none' });
  expect(await leastLargest(LEVELS, 1, 0, from(11, [], 11))).toEqual({ kind: 'unknown' });
  const late = await leastLargest(LEVELS, 2, 0, from(3, [], 9));
  expect(late).toMatchObject({ kind: 'found', largest: 10, bound: 2, inTime: false });
});
