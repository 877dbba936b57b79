import { expect, it } from 'vitest';
import { isPoorFit } from './is-poor-fit.ts';

const even = Array.from({ length: 20 }, (_, at) => 1 + at / 100);

it('refuses a fit that is both worse than 19 in 20 and twice as bad as the middle one', () => {
  expect(isPoorFit(2.5, even)).toBe(true);
});

it('believes one that is the worst, but not by much', () => {
  expect(isPoorFit(2, even)).toBe(false);
});

it('believes one that is far from the middle in company of others', () => {
  expect(isPoorFit(2.5, [...even.slice(2), 3, 4])).toBe(false);
  expect(isPoorFit(2.5, [...even.slice(1), 3])).toBe(true);
});

it('has nothing to judge by without placebos', () => {
  expect(isPoorFit(1e9, [])).toBe(false);
});
