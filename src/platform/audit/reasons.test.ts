import { expect, test } from 'vitest';
import { makeReasons } from './reasons.ts';

const minute = (count: number) => new Date(Date.UTC(2026, 2, 10, 12, count));

test('a reason holds for its own session, while it is used', () => {
  const reasons = makeReasons();
  reasons.give('session:a', 'yearly review', minute(0));
  expect(reasons.of('session:a', minute(29))).toBe('yearly review');
  expect(reasons.of('session:a', minute(58))).toBe('yearly review');
  expect(reasons.of('session:a', minute(89))).toBeNull();
  expect(reasons.of('session:b', minute(0))).toBeNull();
});

test('the reasons of very many sessions are not all kept', () => {
  const reasons = makeReasons();
  for (let session = 0; session <= 1000; session += 1) reasons.give(`session:${session}`, 'review', minute(0));
  expect(reasons.of('session:0', minute(0))).toBeNull();
  expect(reasons.of('session:1', minute(0))).toBe('review');
});
