import { expect, test } from 'vitest';
import { sayNoneInForce } from './say-none-in-force.ts';

test('nothing is adopted only where no published plan comes into force later', () => {
  expect(sayNoneInForce({ on: '2026-01-10', next: null })).toBe(
    'No plan is in force on 10 January 2026, and nothing is adopted.',
  );
  expect(sayNoneInForce({ on: '2026-01-10', next: { id: '4', from: '2026-02-01' } })).toBe(
    'No plan is in force on 10 January 2026: the next is plan 4, which is published and comes into force on 1 February 2026.',
  );
});
