import { expect, it } from 'vitest';
import { percentChange } from './percent-change.ts';

it('rounds half away from zero, to one decimal', () => {
  expect(percentChange(5, 16)).toBe(-68.8);
  expect(percentChange(27, 16)).toBe(68.8);
  expect(percentChange(1163, 1171)).toBe(-0.7);
  expect(percentChange(2001, 2000)).toBe(0.1);
  expect(percentChange(1999, 2000)).toBe(-0.1);
});

it('has none on a zero base, and no minus before zero', () => {
  expect(percentChange(3, 0)).toBeNull();
  expect(percentChange(0, 0)).toBeNull();
  expect(Object.is(percentChange(4, 4), 0)).toBe(true);
  expect(Object.is(percentChange(99_999, 100_000), 0)).toBe(true);
  expect(percentChange(0, 5)).toBe(-100);
});

it('compares what there was per day where days are given', () => {
  expect(percentChange(366, 365, [366, 365])).toBe(0);
  expect(percentChange(200, 100, [200, 50])).toBe(-50);
});
