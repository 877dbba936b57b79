import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CAMDEN, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { enterLines, type LineOfTest, placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import {
  BLOOMSBURY,
  type RingfencePerson,
  type RingfenceRecords,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { totalsOf } from './ledger-service.ts';

describeStores('totals for who reads nothing else', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let place: number;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database, { now: new Date('2025-12-01T09:00:00Z') });
    place = await placeOfTest(opened.records, BLOOMSBURY, CAMDEN);
    const [one, two, three, four] = ['BLO-1', 'BLO-2', 'HOL-1', 'HOL-2'].map((name) => kept.officers[name] ?? -1);
    const all = [one, two, three] as number[];
    const lines = (officers: (number | undefined)[], account: LineOfTest['account'], minutes: number, more = {}) =>
      officers.map((officer = -1) => ({
        ...{ officer, ward: BLOOMSBURY, day: '2025-10-06', account, minutes },
        ...more,
      }));
    await enterLines(opened.records, [
      ...lines(all, 'confirmed', 400),
      ...lines(all, 'confirmed', 400, { day: '2025-11-03' }),
      ...lines([one], 'presumed', 480, { postClass: 'pcso' }),
      ...lines(all, 'permitted', 60, { reason: 'training' }),
      ...lines([one, two], 'permitted', 30, { reason: 'court-own-case' }),
      ...lines([three], 'permitted', 30, { reason: 'court-own-case', orderedBy: 'court' }),
      ...lines(all, 'breach', 60, { reason: 'custody' }),
      ...lines([four], 'breach', 45, { reason: 'aid-force' }),
      ...lines([one], 'exception', 120, { reason: 'event', event: 'carnival-2025', orderedBy: 'duty-inspector' }),
    ]);
    await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      values (${UNIT}, '2025-10-01', 1, '{}', ${'0'.repeat(64)}, false, '2025-11-10')`.execute(opened.records);
  });
  afterAll(() => opened.close());

  const asked = { from: '2025-10', to: '2025-11' } as const;
  const seen = (who: RingfencePerson) =>
    kept
      .as(who)
      .records.transaction()
      .execute((trx) => totalsOf(trx, { places: [place], ...asked }));

  it('rest on three officers at least, of closed months, and tell nobody’s reason or order', async () => {
    const told = (await seen('analyst')).map(({ month, account, reason, orderedBy, minutes, officers }) => {
      return [month, account, reason, orderedBy, minutes, officers];
    });
    expect(told).toEqual([
      // The fourth officer's reason would be what is left: so it is told with all.
      ['2025-10', 'breach', '', '', 225, 4],
      ['2025-10', 'confirmed', '', '', 1200, 3],
      ['2025-10', 'permitted', '', '', 90, 3],
      ['2025-10', 'permitted', 'training', '', 180, 3],
    ]);
  });

  it('are summed from the same, over places too', async () => {
    const { rows } = await kept
      .as('analyst')
      .records.transaction()
      .execute((trx) =>
        sql<{ minutes: string }>`select sum(minutes) as minutes
          from ringfence.sums(array[${place}]::integer[], '2025-10-01', '2025-11-01', false)`.execute(trx),
      );
    expect(Number(rows[0]?.minutes)).toBe(225 + 1200 + 90 + 180);
  });

  it('are as they stand for who reads duties there', async () => {
    const minutes = (await seen('inspector')).reduce((sum, each) => sum + each.minutes, 0);
    expect(minutes).toBe(2 * 1200 + 480 + 180 + 90 + 180 + 45 + 120);
  });

  it('are not to be had past the check', async () => {
    const counted = sql`select * from ringfence.counted(array[${place}]::integer[], '2025-10-01', '2025-11-01')`;
    const tried = kept
      .as('visitor')
      .records.transaction()
      .execute((trx) => counted.execute(trx));
    await expect(tried).rejects.toThrow('permission denied');
  });
});
