import { expect, test } from 'vitest';
import type { DisclosureRule } from './release.ts';
import { isSensitive, requiredWidth } from './sensitive-counts.ts';

const rule = (threshold: number, zerosSensitive: boolean): DisclosureRule => ({
  name: 'Small counts',
  from: '2026-01-01',
  until: null,
  appliesTo: {},
  threshold,
  zerosSensitive,
});
const sensitive = (of: DisclosureRule) => [0, 1, 2, 3, 4, 5, 6].filter((count) => isSensitive(count, of));

test('counts below the threshold are sensitive, 0 where the rule says so', () => {
  expect(sensitive(rule(5, false))).toEqual([1, 2, 3, 4]);
  expect(sensitive(rule(3, true))).toEqual([0, 1, 2]);
});

test('unless told another width, as wide as the sensitive counts reach, and never a single count', () => {
  expect([rule(5, false), rule(5, true), rule(3, false), rule(2, false)].map(requiredWidth)).toEqual([3, 4, 1, 1]);
  expect(requiredWidth({ ...rule(5, false), width: 6 })).toBe(6);
});
