import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noDoubleBooking, sumNeverAbove } from '../../platform/concurrency/index.ts';

const migration = readFileSync(new URL('../../../migrations/0018-post-book.sql', import.meta.url), 'utf8');
const officer = { column: 'officer', table: 'organisation.officer', key: 'id' };

it.each([
  [
    'no_officer_is_posted_above_one',
    sumNeverAbove({
      table: 'organisation.posting',
      name: 'no_officer_is_posted_above_one',
      of: officer,
      amount: 'fraction',
      during: 'during',
      most: '1.0',
    }),
  ],
  [
    'no_post_is_shared_above_one',
    sumNeverAbove({
      table: 'organisation.post_share',
      name: 'no_post_is_shared_above_one',
      of: { column: 'post', table: 'organisation.post', key: 'id' },
      amount: 'fraction',
      during: 'during',
      most: '1.0',
    }),
  ],
  [
    'one_rank_at_a_time',
    noDoubleBooking({
      table: 'organisation.officer_rank',
      name: 'one_rank_at_a_time',
      booked: officer,
      during: 'during',
    }),
  ],
  [
    'bookings_never_overlap',
    noDoubleBooking({
      table: 'organisation.booking',
      name: 'bookings_never_overlap',
      booked: { column: 'asset', table: 'organisation.asset', key: 'id' },
      during: 'during',
    }),
  ],
])('the migration has %s as it is made today', (_, made) => {
  expect(migration).toContain(made.trim());
});
