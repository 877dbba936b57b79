import { expect, it, test } from 'vitest';
import { keptFor, RINGFENCE_RETENTION } from './retention-rules.ts';

test.each([
  ['detail', 48],
  ['sent-records', 90],
  ['revoked-phones', 90],
] as const)('%s: %d', (what, kept) => {
  expect(keptFor(RINGFENCE_RETENTION, what, '2026-03-10')).toBe(kept);
});

it('goes by the rule that holds on the day, and by none before the first', () => {
  const longer = { what: 'detail', from: '2027-01-01', kept: { months: 60 }, source: 'Test' } as const;
  const rules = [longer, ...RINGFENCE_RETENTION];
  expect(keptFor(rules, 'detail', '2026-12-31')).toBe(48);
  expect(keptFor(rules, 'detail', '2027-01-01')).toBe(60);
  expect(keptFor(rules, 'detail', '2025-12-31')).toBeNull();
});
