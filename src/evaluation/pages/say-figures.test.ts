import { expect, it } from 'vitest';
import { groupsNoun, sayAsMuch, sayGap, sayGaps, sayP } from './say-figures.ts';

it.each([
  [72.4, '+72%'],
  [-3.6, '−4%'],
  [0.34, '+0.3%'],
  [-0.9, '−0.9%'],
  [0.96, '+1%'],
  [0, '0%'],
  [-0.04, 'under −0.1%'],
])('says a gap of %d per cent as %s', (percent, words) => expect(sayGap(percent)).toBe(words));

it('says a range with both signs and the unit once', () => expect(sayGaps(-36.2, 44)).toBe('−36 to +44%'));

it('says an end without limit in words', () =>
  expect([sayGaps(20, Number.POSITIVE_INFINITY), sayGaps(-100, 9)]).toEqual([
    ...['+20% to any number more', 'any number fewer to +9%'],
  ]));

it.each([
  [0.21, '0.21'],
  [0.0496, '0.050'],
  [1 / 378, '0.003'],
  [0.0001, 'under 0.001'],
  [1, '1.00'],
])('says p = %d as %s', (p, words) => expect(sayP(p)).toBe(words));

it('names groups by their size', () =>
  expect([1, 2, 3, 4].map((size) => groupsNoun(size, 'boroughs'))).toEqual([
    ...['boroughs', 'pairs of boroughs', 'triples of boroughs', 'groups of 4 boroughs'],
  ]));

it('says how many moved as much, and nothing where none were counted', () =>
  expect([sayAsMuch({ moved: 0, of: 2925 }), sayAsMuch(null)]).toEqual(['0 of 2,925', null]));
