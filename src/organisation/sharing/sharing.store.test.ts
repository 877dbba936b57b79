import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { type PostedOfficers, postOfficers } from '../../../test/builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { NotAllowed, type Principal } from '../../platform/access/index.ts';
import { NotFound } from '../../platform/web/index.ts';
import { CENTRAL_NORTH } from '../reference/central-north.ts';
import { ensureReferenceUnit } from '../service.ts';
import { bookAsset, cancelBooking } from './booking-service.ts';
import { fairShareOf, listShared, sharedAsset } from './sharing-service.ts';

describeStores('what is shared', (open) => {
  let kept: EmptyRecords;
  let keys: PostedOfficers;
  beforeEach(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    keys = await postOfficers(kept.records);
  });
  afterEach(() => kept.close());

  const inspector = (borough: string | null, person = 'person:0000000000000001') =>
    testPlatform(kept.database, {
      principal: { ...personWith('inspector', { unit: UNIT, borough, ward: null }), person } as Principal,
    });
  const command = () =>
    testPlatform(kept.database, { principal: personWith('command', { unit: UNIT, borough: null, ward: null }) });
  const asset = (reference: string) => keys.assets[reference] ?? -1;
  const booking = (boroughCode: string, from: string, to: string, reference = 'VAN-1') => ({
    asset: asset(reference),
    boroughCode,
    from: new Date(from),
    to: new Date(to),
    purpose: 'Night patrol',
    nameOf: (code: string) => code,
  });

  it('is listed with its next booking, and booked for a borough that is one’s own', async () => {
    const camden = inspector(CAMDEN);
    await bookAsset(camden, booking(CAMDEN, '2026-03-12T22:00Z', '2026-03-13T06:00Z'));
    await bookAsset(camden, booking(CAMDEN, '2026-03-11T22:00Z', '2026-03-12T06:00Z'));
    await expect(bookAsset(camden, booking(ISLINGTON, '2026-03-14T22:00Z', '2026-03-15T06:00Z'))).rejects.toThrow(
      'does not allow',
    );
    const westminster = booking('E09000033', '2026-03-14T22:00Z', '2026-03-15T06:00Z');
    await expect(bookAsset(command(), westminster)).rejects.toThrow(`Choose a borough that ${UNIT} has on that day.`);
    const listed = await listShared(camden);
    expect(listed.map(({ asset: { name }, next }) => [name, next?.from.toISOString() ?? null])).toEqual([
      ['Parade hall', null],
      ['Patrol van', '2026-03-11T22:00:00.000Z'],
    ]);
  });

  it('takes bookings that touch, refuses those that overlap, and none when it is not there', async () => {
    const all = inspector(null);
    await bookAsset(all, booking(CAMDEN, '2026-03-12T10:00Z', '2026-03-12T12:00Z'));
    await bookAsset(all, booking(ISLINGTON, '2026-03-12T12:00Z', '2026-03-12T13:00Z'));
    await expect(bookAsset(all, booking(ISLINGTON, '2026-03-12T11:00Z', '2026-03-12T13:00Z'))).rejects.toThrow(
      `Patrol van is taken from 10:00 to 12:00 on 12 March 2026 by ${CAMDEN}: choose another time.`,
    );
    await expect(bookAsset(all, booking(CAMDEN, '2025-03-12T10:00Z', '2025-03-12T12:00Z'))).rejects.toThrow(
      'Patrol van is there from 1 January 2026 on',
    );
  });

  it('is cancelled by who booked it or by command, once', async () => {
    const camden = inspector(CAMDEN);
    await bookAsset(camden, booking(CAMDEN, '2026-03-12T10:00Z', '2026-03-12T12:00Z'));
    const other = inspector(CAMDEN, 'person:0000000000000002');
    const [seen] = (await sharedAsset(other, asset('VAN-1'))).bookings;
    const id = seen?.id ?? -1;
    expect(seen?.mayCancel).toBe(false);
    await expect(cancelBooking(other, { asset: asset('VAN-1'), booking: id })).rejects.toThrow(
      'Only who booked it, or command',
    );
    await cancelBooking(camden, { asset: asset('VAN-1'), booking: id });
    for (const again of [camden, command(), testPlatform(kept.database)])
      await expect(cancelBooking(again, { asset: asset('VAN-1'), booking: id })).rejects.toThrow(NotFound);
    const auditor = testPlatform(kept.database, {
      principal: personWith('auditor', { unit: UNIT, borough: null, ward: null }),
    });
    await expect(cancelBooking(auditor, { asset: asset('VAN-1'), booking: id })).rejects.toThrow(NotAllowed);
    await bookAsset(camden, booking(CAMDEN, '2026-03-12T10:00Z', '2026-03-12T12:00Z'));
    const [again] = (await sharedAsset(command(), asset('VAN-1'))).bookings;
    await cancelBooking(command(), { asset: asset('VAN-1'), booking: again?.id ?? -1 });
    const { rows } = await kept.records
      .transaction()
      .execute((trx) =>
        sql`select kind, before is null as fresh from organisation.book_revision order by id`.execute(trx),
      );
    expect(rows).toEqual([true, false, true, false].map((fresh) => ({ kind: 'bookings', fresh })));
  });

  it('is reported by borough, beside shares of officers posted and of demand', async () => {
    const all = inspector(null);
    await bookAsset(all, booking(CAMDEN, '2026-03-12T10:00Z', '2026-03-12T12:00Z'));
    await bookAsset(all, booking(ISLINGTON, '2026-03-31T20:00Z', '2026-04-01T06:00Z'));
    const span = { from: new Date('2026-03-01T00:00Z'), to: new Date('2026-03-31T23:00Z') };
    const asked = { unit: CENTRAL_NORTH, span, by: 'officers', demand: null } as const;
    const byOfficers = await fairShareOf(all, asked);
    expect(byOfficers.rows.map(({ hours, fairHours }) => [hours, fairHours])).toEqual([
      [2, 2.5],
      [3, 2.5],
    ]);
    const demand = new Map([
      [CAMDEN, 3],
      [ISLINGTON, 1],
    ]);
    const byDemand = await fairShareOf(all, { ...asked, by: 'demand', demand });
    expect(byDemand.rows.map(({ fairHours }) => fairHours)).toEqual([3.75, 1.25]);
    expect((await fairShareOf(all, { ...asked, by: 'demand' })).rows).toEqual([]);
  });
});
