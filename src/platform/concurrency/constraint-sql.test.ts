import { describe, expect, it, test } from 'vitest';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { noDoubleBooking, sumNeverAbove } from './index.ts';

const of = { column: 'officer', table: 'organisation.officer', key: 'id' };
const booking = { table: 'ringfence.duty', name: 'duties_never_overlap', booked: of, during: 'during' };
const sum = {
  table: 'organisation.posting',
  name: 'no_officer_above_one',
  of,
  amount: 'fraction',
  during: 'during',
  most: '1.0',
};

describe('SQL for a migration takes plain names only', () => {
  test.each([
    { table: 'duty' },
    { table: 'ringfence.duty; drop table x' },
    { name: 'Duties' },
    { during: "during'" },
    { booked: { ...of, table: 'officer' } },
    { booked: { ...of, column: 'officer id' } },
    { booked: { ...of, key: '' } },
    { name: 'x'.repeat(60) },
  ])('not a booking with %j', (wrong) => {
    expect(() => noDoubleBooking({ ...booking, ...wrong })).toThrow(InvalidArgument);
  });

  test.each([{ table: 'posting' }, { amount: 'a b' }, { most: '1e3' }, { most: '1.0); --' }, { name: '1st' }])(
    'not a sum with %j',
    (wrong) => {
      expect(() => sumNeverAbove({ ...sum, ...wrong })).toThrow(InvalidArgument);
    },
  );
});

it('locks the parent by the lock that lets references in, and never by the one that would not', () => {
  for (const text of [noDoubleBooking(booking), sumNeverAbove(sum)]) {
    expect(text).toContain('perform 1 from organisation.officer where id = new.officer for no key update;');
    expect(text).not.toContain('for update;');
  }
});
