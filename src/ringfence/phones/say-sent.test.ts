import { expect, it } from 'vitest';
import { sayMayBeLost } from './say-sent.ts';

it('says of a phone that was revoked after midnight on which day that was in London', () => {
  const lastAt = new Date('2026-06-09T21:00:00Z');
  const phone = { name: 'Ana Cole', lastAt, waiting: 2, revokedAt: new Date('2026-06-09T23:30:00Z') };
  expect(sayMayBeLost(phone, new Date('2026-06-10T08:00:00Z'))).toContain('with 2 waiting, revoked 10 June 2026:');
});
