import { expect, test } from 'vitest';
import { drawSome } from './draw-some.ts';

test('draws so many with the first, in order and each about as often as any other', () => {
  const items = [...Array(50).keys()];
  const times = new Array<number>(50).fill(0);
  for (let seed = 0; seed < 400; seed += 1) {
    const drawn = drawSome(items, 11, seed);
    expect(drawn).toHaveLength(11);
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
    for (const item of drawn) times[item] = (times[item] ?? 0) + 1;
  }
  expect(times[0]).toBe(400);
  // 10 of 49 each time: 82 of 400, give or take four times 8.
  expect(Math.min(...times.slice(1))).toBeGreaterThan(50);
  expect(Math.max(...times.slice(1))).toBeLessThan(114);
});

test('takes all of a few, and the same for the same seed', () => {
  expect(drawSome(['a', 'b'], 2, 1)).toEqual(['a', 'b']);
  const items = [...Array(50).keys()];
  expect(drawSome(items, 9, 3)).toEqual(drawSome(items, 9, 3));
  expect(drawSome(items, 9, 3)).not.toEqual(drawSome(items, 9, 4));
});
