import { expect, test } from 'vitest';
import {
  basesBehindPercentChange,
  countsBehindPercentChange,
  countsBehindRate,
  type DisclosureRule,
  revealsCount,
} from './index.ts';

/** Rounds halves away from 0 in whole numbers: the sign, then |value| + ½ cut off. */
function rounded(numerator: number, denominator: number, decimals: number): number {
  const scaled = BigInt(Math.abs(numerator)) * 2n * 10n ** BigInt(decimals) + BigInt(denominator);
  return (Math.sign(numerator) * Number(scaled / (2n * BigInt(denominator)))) / 10 ** decimals;
}
const countsUpTo = (most: number, fits: (count: number) => boolean) =>
  Array.from({ length: most + 1 }, (_, count) => count).filter(fits);
const ends = (counts: number[]) => ({ least: counts[0], most: counts.at(-1) });

test('a rate fits exactly the counts that round to it', () => {
  for (const denominator of [7, 8, 40, 250, 9_871]) {
    for (const decimals of [0, 1, 2]) {
      for (const per of [100, 1000]) {
        for (let count = 0; count <= 30; count += 1) {
          const rate = rounded(count * per, denominator, decimals);
          const fitting = countsUpTo(600, (other) => rounded(other * per, denominator, decimals) === rate);
          expect(countsBehindRate({ rate, decimals, per, denominator })).toEqual(ends(fitting));
        }
      }
    }
  }
});

test('a percentage change fits exactly the counts that give it, before and after', () => {
  for (let base = 1; base <= 24; base += 1) {
    for (let count = 0; count <= 40; count += 1) {
      for (const decimals of [0, 1]) {
        const percentChange = rounded(100 * (count - base), base, decimals) + 0;
        const after = countsUpTo(60, (other) => rounded(100 * (other - base), base, decimals) + 0 === percentChange);
        expect(countsBehindPercentChange({ percentChange, decimals, base })).toEqual(ends(after));
        if (count === 0) continue;
        const before = countsUpTo(1_500, (other) => {
          return other > 0 && rounded(100 * (count - other), other, decimals) + 0 === percentChange;
        });
        expect(basesBehindPercentChange({ percentChange, decimals, count })).toEqual(ends(before));
      }
    }
  }
});

test('from nothing now, any base is possible', () => {
  const range = basesBehindPercentChange({ percentChange: -100, decimals: 1, count: 0 });
  expect(range).toEqual({ least: 1, most: Number.POSITIVE_INFINITY });
});

test('no count fits a rate that its denominator cannot give', () => {
  expect(countsBehindRate({ rate: 30, decimals: 0, per: 100, denominator: 2 })).toBeNull();
  expect(countsBehindPercentChange({ percentChange: 30, decimals: 0, base: 2 })).toBeNull();
});

test('says whether a rate tells more than suppression would', () => {
  const rule: DisclosureRule = {
    name: 'Small counts',
    from: '2026-01-01',
    until: null,
    appliesTo: {},
    threshold: 5,
    zerosSensitive: false,
  };
  // 3 crimes among 2,300 residents are 1.3 per 1,000, and nothing else is.
  const narrow = countsBehindRate({ rate: 1.3, decimals: 1, per: 1000, denominator: 2_300 });
  expect(narrow).toEqual({ least: 3, most: 3 });
  expect(narrow !== null && revealsCount(narrow, rule)).toBe(true);
  // Rounded to whole numbers among 9,871 it fits 10 counts.
  const wide = countsBehindRate({ rate: 1, decimals: 0, per: 1000, denominator: 9_871 });
  expect(wide).toEqual({ least: 5, most: 14 });
  expect(wide !== null && revealsCount(wide, rule)).toBe(false);
});

test.each([
  ['a negative rate', () => countsBehindRate({ rate: -1, decimals: 0, per: 100, denominator: 5 })],
  ['more decimals than said', () => countsBehindRate({ rate: 1.25, decimals: 1, per: 100, denominator: 5 })],
  ['a denominator of 0', () => countsBehindRate({ rate: 1, decimals: 0, per: 100, denominator: 0 })],
  ['a base of 0', () => countsBehindPercentChange({ percentChange: 1, decimals: 0, base: 0 })],
  ['seven decimals', () => basesBehindPercentChange({ percentChange: 1, decimals: 7, count: 1 })],
])('refuses %s', (_, call) => {
  expect(call).toThrow(/.+/);
});
