import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noDoubleBooking } from '../../platform/concurrency/index.ts';

const migration = readFileSync(new URL('../../../migrations/0025-ringfence.sql', import.meta.url), 'utf8');

it('the migration has the rule that duties never overlap as it is made today', () => {
  const made = noDoubleBooking({
    table: 'ringfence.duty',
    name: 'duties_never_overlap',
    booked: { column: 'officer', table: 'organisation.officer', key: 'id' },
    during: 'during',
  });
  expect(migration).toContain(made.trim());
});
