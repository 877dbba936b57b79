import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { enterLines, type LineOfTest, placeOfTest } from '../../../test/builders/ringfence-ledger.ts';
import { BLOOMSBURY, BUNHILL, HOLBORN, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import type { Platform } from '../../platform/platform.ts';
import { callAway } from '../absences/absence-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { publicMonths, publicReports, ringfenceReport, ringfenceReports } from '../reports/report-service.ts';
import { closeDueMonths } from './closing-service.ts';

const MONTH = '2025-10';
/** More than a quarter of a contracted month: who has less is one of no three. */
const FULL = 4800;
const asked = { unit: UNIT, month: MONTH } as const;
const at = (platform: Platform, day: string): Platform => ({ ...platform, now: () => new Date(`${day}T09:00:00Z`) });

describeStores('closing a month', (open) => {
  async function laidOut() {
    const { database, records, close } = await open();
    const made = await ringfenceRecords(database);
    for (const [ward, borough] of [
      [BLOOMSBURY, CAMDEN],
      [HOLBORN, CAMDEN],
      [BUNHILL, ISLINGTON],
    ] as const)
      await placeOfTest(records, ward, borough);
    const line = (who: string, ward: string, rest: Partial<LineOfTest> = {}): LineOfTest => ({
      officer: made.officers[who] ?? 0,
      postClass: who.endsWith('-P') ? 'pcso' : who.endsWith('-X') ? 'extra' : 'floor',
      ...{ ward, day: '2025-10-06', account: 'confirmed', minutes: FULL, ...rest },
    });
    const duties = [
      ...['BLO-1', 'BLO-2', 'BLO-P', 'BLO-X'].map((who) => line(who, BLOOMSBURY)),
      ...['HOL-1', 'HOL-2', 'HOL-P'].map((who) => line(who, HOLBORN)),
      line('BLO-1', BLOOMSBURY, { account: 'breach', reason: 'custody', orderedBy: 'duty-inspector', minutes: 120 }),
      ...['BUN-1', 'BUN-2'].map((who) => line(who, BUNHILL)),
    ];
    await enterLines(records, duties);
    return { ...made, records, database, close, line };
  }

  it('shows nobody anything before its day, and everybody the same from then on, whoever closes it how often', async () => {
    const { as, system, records, close } = await laidOut();
    expect(await closeDueMonths(at(system, '2025-11-09'))).toEqual([]);
    const visitor = as('visitor');
    const openMonth = { unit: UNIT, from: MONTH, to: MONTH } as const;
    const seen = async () => [
      await ringfenceReport(visitor, asked),
      ...(await ringfenceReports(visitor, { ...openMonth, ward: BLOOMSBURY })),
      ...(await publicReports(as('inspector'), openMonth)),
      ...(await publicMonths(visitor, null)),
    ];
    expect(await seen()).toEqual([null]);
    const rows = await visitor.records.transaction().execute((trx) =>
      sql`select 1 from ringfence.ledger_line union all select 1 from ringfence.promise
        union all select 1 from ringfence.closed_month
        union all select 1 from ringfence.totals(array(select id from ringfence.place), '2025-01-01', '2026-01-01')`.execute(
        trx,
      ),
    );
    expect(rows.rows).toEqual([]);
    await expect(closeDueMonths(as('command'))).rejects.toThrow('by itself');

    const due = at(system, '2025-11-10');
    const both = await Promise.all([closeDueMonths(due), closeDueMonths(due)]);
    expect(both.flat()).toEqual([{ unit: UNIT, month: MONTH, revision: 1 }]);
    expect(await closeDueMonths(at(system, '2025-11-30'))).toEqual([]);
    const [report, ...others] = await seen();
    expect(others).toHaveLength(3);
    expect(report).toMatchObject({
      ...{ area: UNIT, month: MONTH, complete: false, published: { revision: 1, figuresAsOf: '2025-11-10' } },
      total: { confirmedMinutes: 6 * FULL, breachMinutes: 120 },
    });
    // Two officers of Bunhill and one extra officer stand for too few.
    expect(
      (report as { wards: { name: string; officers: number }[] }).wards.map(({ name, officers }) => [name, officers]),
    ).toEqual([
      ['Bloomsbury', 3],
      ['Holborn & Covent Garden', 3],
    ]);
    const audit = await sql<{ n: number }>`select count(*)::int as n from platform.audit
      where action = 'ringfence.close-month'`.execute(records);
    expect(audit.rows[0]?.n).toBe(1);
    await close();
  });

  it('brings corrections out at the next closing, once those of three officers have changed', async () => {
    const { as, system, records, line, close } = await laidOut();
    await closeDueMonths(at(system, '2025-11-10'));
    // A line that came after the closing stays out of it, whatever it says of when it was entered.
    const late = { day: '2025-10-07', enteredAt: '2025-10-07T10:00:00Z' };
    await enterLines(
      records,
      ['BLO-1', 'BLO-2'].map((who) => line(who, BLOOMSBURY, late)),
    );
    // The next month is closed with it, and nothing was recorded in it.
    expect(await closeDueMonths(at(system, '2025-12-10'))).toEqual([{ unit: UNIT, month: '2025-11', revision: 1 }]);
    const minutes = async () =>
      (await ringfenceReport(as('visitor'), { ...asked, ward: BLOOMSBURY }))?.total.confirmedMinutes;
    expect(await minutes()).toBe(3 * FULL);
    expect((await ringfenceReport(as('visitor'), { unit: UNIT, month: '2025-11' }))?.total).toMatchObject({
      availableMinutes: 0,
      vacancyMinutes: 0,
    });

    await enterLines(records, [line('BLO-P', BLOOMSBURY, late)]);
    expect(await closeDueMonths(at(system, '2026-01-09'))).toEqual([]);
    expect(await closeDueMonths(at(system, '2026-01-10'))).toEqual([
      { unit: UNIT, month: MONTH, revision: 2 },
      { unit: UNIT, month: '2025-12', revision: 1 },
    ]);
    expect(await minutes()).toBe(6 * FULL);
    const kept = await sql<{ revision: number }>`select revision from ringfence.closed_month
      where month = '2025-10-01' order by 1`.execute(records);
    expect(kept.rows.map(({ revision }) => revision)).toEqual([1, 2]);
    await close();
  });

  it('takes back what was forged into a month before it closes it, whoever reckoned it when', async () => {
    const { as, system, records, officers, close } = await laidOut();
    const officer = as('officer', new Date('2025-10-20T20:00:00Z'));
    const times = { day: '2025-10-20', start: '07:00', end: '15:00', kind: 'ward' } as const;
    const duty = await planDuty(officer, { officer: officers['BLO-1'] ?? 0, ...times });
    const absence = '0f8fad5b-d9cb-469f-a165-70867728950e';
    await callAway(officer, { id: absence, duty: duty.id, from: new Date('2025-10-20T09:00:00Z'), reason: 'custody' });
    const breaches = async () =>
      (
        await sql<{ n: number }>`select coalesce(sum(minutes), 0)::int as n from ringfence.ledger_line
          where duty = ${duty.id} and account = 'breach'`.execute(records)
      ).rows[0]?.n;
    const before = await breaches();
    expect(before).toBeGreaterThan(0);
    await records.transaction().execute((trx) =>
      sql`insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, absence, account, minutes,
          synthetic, entered_by, entered_at)
        select officer, place, '2025-10-01', day, post_class, id, ${absence}::uuid, given.account, given.minutes, false,
          'test', '2025-10-20T23:59:00Z'
        from ringfence.duty, (values ('breach', -${sql.lit(before)}), ('permitted', ${sql.lit(before)})) as given (account, minutes)
        where id = ${duty.id}`.execute(trx),
    );
    expect(await breaches()).toBe(0);
    await closeDueMonths(at(system, '2025-11-10'));
    expect(await breaches()).toBe(before);
    const report = await ringfenceReport(as('visitor'), asked);
    expect(report?.total).toMatchObject({ breachMinutes: 120 + (before ?? 0), permittedMinutes: 0 });
    await close();
  });

  it('shows live sums to who sees those of the whole area, and what is public to everybody else', async () => {
    const { as, system, close } = await laidOut();
    const live = async (who: Parameters<typeof as>[0], area = {}) =>
      (await ringfenceReport(as(who), { ...asked, ...area }))?.published === null;
    for (const who of ['inspector', 'command'] as const) expect([who, await live(who)]).toEqual([who, true]);
    expect(await live('analyst')).toBe(false);
    expect(await live('sergeant', { ward: BLOOMSBURY })).toBe(true);
    expect(await live('otherSergeant', { ward: BLOOMSBURY })).toBe(false);
    expect(await live('sergeant')).toBe(false);
    expect(await live('officer', { ward: BLOOMSBURY })).toBe(false);
    const before = await ringfenceReport(as('inspector'), { ...asked, ward: BUNHILL });
    expect(before).toMatchObject({ total: { confirmedMinutes: 2 * FULL, promisedMinutes: 31_886 } });
    expect(before?.wards.map(({ postClass }) => postClass)).toEqual(['floor', 'pcso']);
    await closeDueMonths(at(system, '2025-11-10'));
    // Promises of a closed month are those that were kept.
    expect(await ringfenceReport(as('inspector'), { ...asked, ward: BUNHILL })).toEqual(before);
    await expect(ringfenceReport(as('visitor'), { ...asked, ward: 'Nowhere' })).rejects.toThrow('has no ward');
    await close();
  });
});
