import { expect, it } from 'vitest';
import { leastCount, SMALL_NUMBER_RULES, smallNumbers } from './small-numbers.ts';

it('are those of which either count is under 20', () => {
  const least = leastCount('2026-03-10');
  expect([smallNumbers(19, 400, least), smallNumbers(400, 19, least), smallNumbers(20, 20, least)]).toEqual([
    true,
    true,
    false,
  ]);
});

it('are told by the rule of the day', () => {
  const rules = [...SMALL_NUMBER_RULES, { from: '2027-01-01', least: 30, because: 'A test.' }];
  expect([leastCount('2026-12-31', rules), leastCount('2027-01-01', rules), leastCount('2000-01-01', rules)]).toEqual([
    20, 30, 20,
  ]);
});
