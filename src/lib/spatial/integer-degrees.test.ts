import { expect, it } from 'vitest';
import { fromE7, toE7 } from './integer-degrees.ts';

it('keeps the value of decimals of up to seven places', () => {
  expect(toE7(-0.164452)).toBe(-1644520);
  expect(toE7(51.548355)).toBe(515483550);
  expect(toE7(0.1234567)).toBe(1234567);
  expect(fromE7(toE7(51.548355))).toBe(51.548355);
});

it('rounds further decimals to the nearest ten-millionth', () => {
  expect(toE7(0.12345678)).toBe(1234568);
  expect(toE7(-0.00000001)).toBe(0);
  expect(Object.is(toE7(-0.00000001), 0)).toBe(true);
});

it('fits the whole globe into 32 bits', () => {
  expect(new Int32Array([toE7(180), toE7(-180)])).toEqual(new Int32Array([1_800_000_000, -1_800_000_000]));
});

it.each([Number.NaN, 180.0000001, -530_000, Number.POSITIVE_INFINITY])(
  'refuses %d, which is not in degrees',
  (value) => {
    expect(() => toE7(value)).toThrow(RangeError);
  },
);
