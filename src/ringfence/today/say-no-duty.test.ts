import { expect, it } from 'vitest';
import { sayNoDuty } from './say-no-duty.ts';

const during = { from: new Date('2026-07-04T09:00:00Z'), to: new Date('2026-07-04T17:00:00Z') };

it('says what to do where nobody has said who they are', () => {
  expect(sayNoDuty(null, null)).toContain('ask your inspector');
});

it('says that there is none, or that it is worked elsewhere', () => {
  expect(sayNoDuty({ name: 'Ana Cole' }, null)).toBe('You have no duty today that Wardroom knows of.');
  expect(sayNoDuty({ name: 'Ana Cole' }, { kind: 'rest-day', during })).toContain('on a rest day, 10:00 to 18:00');
  expect(sayNoDuty({ name: 'Ana Cole' }, { kind: 'overtime', during })).toContain('as overtime');
});
