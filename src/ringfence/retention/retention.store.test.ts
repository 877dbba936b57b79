import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway, correctAbsence } from '../absences/absence-service.ts';
import { changeDuty, planDuty } from '../duties/duty-service.ts';
import { recordLeave } from '../duties/leave-service.ts';
import { totalsOf } from '../ledger/ledger-service.ts';
import { placesOfUnit } from '../places/place-service.ts';
import type { RetentionRule } from './retention-rules.ts';
import { keepNoLonger } from './retention-service.ts';

const RULES: readonly RetentionRule[] = [
  { what: 'detail', from: '2020-01-01', kept: { months: 2 }, source: 'Test' },
  { what: 'sent-records', from: '2020-01-01', kept: { days: 90 }, source: 'Test' },
  { what: 'revoked-phones', from: '2020-01-01', kept: { days: 90 }, source: 'Test' },
];

describeStores('what the ring-fence keeps no longer', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
    const officer = kept.officers['BLO-1'] ?? -1;
    const hours = { start: '07:00', end: '15:00', kind: 'ward' } as const;
    for (const day of ['2025-11-03', '2025-12-03', '2026-01-05']) {
      const duty = await planDuty(kept.as('officer'), { officer, day, ...hours });
      const id = `6fa459ea-ee8a-4ca4-894e-db77e1603${day.slice(5, 7)}1`;
      await callAway(kept.as('officer'), { id, duty: duty.id, from: new Date(`${day}T10:00:00Z`), reason: 'custody' });
      await changeDuty(kept.as('sergeant'), {
        id: duty.id,
        version: duty.version,
        start: '07:00',
        end: '16:00',
        because: 'Late.',
      });
      await recordLeave(kept.as('officer'), { officer, day: day.replace(/\d\d$/, '20'), minutes: 480 });
    }
    await rows(sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      select ${UNIT}, month, 1, '{}', ${'a'.repeat(64)}, false, now()
      from unnest(array['2025-11-01', '2025-12-01', '2026-01-01']::date[]) as month`);
    await rows(sql`insert into ringfence.sent_record (id, officer, device, said_at, clock_ahead_seconds, body, outcome, said, received_at)
      select gen_random_uuid(), ${officer}, gen_random_uuid(), now(), 0, '{}', outcome, '', received::timestamptz
      from (values ('taken', '2025-12-01'), ('held', '2025-11-30'), ('held', '2025-12-01'), ('taken', '2026-03-01')) as sent (outcome, received)`);
    await rows(sql`insert into ringfence.device (id, person, officer, first_at, last_at, revoked_at)
      select gen_random_uuid(), ${ringfencePrincipal('officer').person}, ${officer}, now(), now(), revoked::timestamptz
      from unnest(array['2025-12-01', '2026-03-01', null]) as revoked`);
    await rows(sql`insert into ringfence.device (id, person, officer, first_at, last_at)
      select gen_random_uuid(), ${ringfencePrincipal('officer').person}, ${officer}, '2025-11-01', '2025-11-30'`);
  });
  afterAll(() => opened.close());

  const rows = async (query: ReturnType<typeof sql>) =>
    (await opened.records.transaction().execute((trx) => query.execute(trx))).rows;
  const totals = () =>
    opened.records.transaction().execute(async (trx) => {
      const places = (await placesOfUnit(trx, UNIT)).map(({ id }) => id);
      const found = await totalsOf(trx, { places, from: '2025-01', to: '2026-12' });
      return found.map(({ officers: _, ...total }) => total);
    });
  const months = (table: string) =>
    rows(sql`select distinct to_char(day, 'YYYY-MM') as month from ${sql.table(table)} order by 1`);

  it('folds the month into sums that stay what they were, and forgets whose they were', async () => {
    const before = await totals();
    expect(before).not.toHaveLength(0);
    const taken = await keepNoLonger(kept.system, RULES);
    expect(taken).toEqual({ months: [{ unit: UNIT, month: '2025-11-01' }], sentRecords: 2, phones: 2 });
    expect(await totals()).toEqual(before);
    for (const table of ['ringfence.duty', 'ringfence.absence', 'ringfence.leave', 'ringfence.revision'])
      expect(await months(table)).toEqual([{ month: '2025-12' }, { month: '2026-01' }]);
    expect(
      await rows(sql`select distinct to_char(month, 'YYYY-MM') as month, day, duty, absence from ringfence.ledger_line
      where officer is null`),
    ).toEqual([{ month: '2025-11', day: '2025-11-01', duty: null, absence: null }]);
    expect(
      await rows(sql`select 1 from ringfence.ledger_line where month = '2025-11-01' and officer is not null`),
    ).toEqual([]);
    expect(await rows(sql`select outcome from ringfence.sent_record order by 1`)).toEqual([
      { outcome: 'held' },
      { outcome: 'taken' },
    ]);
    expect(await keepNoLonger(kept.system, RULES)).toEqual({ months: [], sentRecords: 0, phones: 0 });
  });

  it('keeps everything while fewer months are closed, or no rule holds yet', async () => {
    const longer = [{ what: 'detail', from: '2020-01-01', kept: { months: 4 }, source: 'Test' }] as const;
    expect(await keepNoLonger(kept.system, longer)).toMatchObject({ months: [] });
    expect(await keepNoLonger(kept.system, [])).toEqual({ months: [], sentRecords: 0, phones: 0 });
  });

  it('keeps what took a rest day until what gives it back has gone, and both are ruled as before', async () => {
    const officer = kept.officers['BLO-2'] ?? -1;
    const hours = { start: '07:00', end: '15:00' } as const;
    const order = { by: 'duty-inspector', person: null, at: null, reference: '' } as const;
    const elsewhere = { reason: 'training', order, event: null } as const;
    const rest = { officer, kind: 'rest-day', elsewhere, ...hours } as const;
    const worked = await planDuty(kept.as('sergeant'), { ...rest, day: '2026-01-20' });
    const given = await planDuty(kept.as('sergeant'), { officer, day: '2026-02-03', kind: 'ward', ...hours });
    const away = { id: crypto.randomUUID(), duty: given.id, from: new Date('2026-02-03T09:00:00Z') };
    const charged = { reason: 'rest-day-given-back', chargedTo: `duty:${worked.id}` } as const;
    await callAway(kept.as('sergeant'), { ...away, ...charged });
    const close = (month: string) =>
      rows(sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
        values (${UNIT}, ${month}::date, 1, '{}', ${'a'.repeat(64)}, false, now())`);
    const left = async () => (await rows(sql`select 1 from ringfence.duty where officer = ${officer}`)).length;
    for (const month of ['2026-02-01', '2026-03-01']) await close(month);
    const before = await totals();
    await keepNoLonger(kept.system, RULES);
    expect(await left()).toBe(2);
    expect(await keepNoLonger(kept.system, RULES)).toMatchObject({ months: [] });
    await correctAbsence(kept.as('sergeant'), {
      id: away.id,
      version: 1,
      note: 'As the diary has it.',
      because: 'Said.',
    });
    expect(await totals()).toEqual(before);
    await close('2026-04-01');
    await keepNoLonger(kept.system, RULES);
    await keepNoLonger(kept.system, RULES);
    expect(await left()).toBe(0);
    expect(await totals()).toEqual(before);
  });

  it('is Wardroom’s own work', async () => {
    await expect(keepNoLonger(kept.as('command'))).rejects.toThrow('Wardroom does this by itself');
  });
});
