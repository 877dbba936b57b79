import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { enterEmergency } from '../calendar/change-calendar-service.ts';
import { changeDuty, planDuty } from '../duties/duty-service.ts';
import { enterPending } from '../ledger/reentry-service.ts';
import type { Duty } from '../model.ts';
import { takeSent } from '../phones/intake-service.ts';
import {
  type AwayAsked,
  absencesOf,
  bringBack,
  callAway,
  correctAbsence,
  orderAbsence,
  stepsOf,
} from './absence-service.ts';
import { OWN_ORDER } from './say-absence.ts';

/** What whoever ordered an absence might do besides correcting it. Each test takes a day of its own. */
describeStores('who ordered an absence', (open, mode) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let days = 0;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  /** A duty from 14:00 to 22:00 on a day of its own in February, called away from 17:00 by the ward sergeant's order. */
  async function orderedAway(rest: Partial<AwayAsked> = {}) {
    days += 1;
    const day = `2026-02-${String(days).padStart(2, '0')}`;
    const at = (time: string) => new Date(`${day}T${time}:00Z`);
    const as = (who: RingfencePerson, time: string) => kept.as(who, at(time));
    const asked = { officer: kept.officers['BLO-1'] ?? 0, day, start: '14:00', end: '22:00', kind: 'ward' } as const;
    const duty = await planDuty(as('inspector', '06:00'), asked);
    const order = { by: 'ward-sergeant', at: at('17:00') } as const;
    const id = crypto.randomUUID();
    await callAway(as('officer', '17:00'), {
      id,
      duty: duty.id,
      from: at('17:00'),
      reason: 'aid-force',
      order,
      ...rest,
    });
    return { duty, id, at, as };
  }
  const ledgerOf = async ({ id }: Duty) => {
    const { rows } = await sql<{ account: string; minutes: number }>`select account, sum(minutes)::int as minutes
      from ringfence.ledger_line where duty = ${id} group by 1 having sum(minutes) <> 0 order by 1`.execute(
      kept.system.records,
    );
    return Object.fromEntries(rows.map(({ account, minutes }) => [account, minutes]));
  };
  const stepsTo = (id: string) => kept.system.records.transaction().execute((trx) => stepsOf(trx, id));

  it('is not told of in the audit by what it was for, but by whom it is about', async () => {
    const { id } = await orderedAway({ reason: 'occupational-health' });
    const { rows } = await sql`select whom, detail::jsonb as detail, reason from platform.audit
      where detail::jsonb ->> 'absence' = ${id}`.execute(kept.system.records);
    expect(rows).toEqual([{ whom: kept.as('officer').actor, detail: { absence: id }, reason: null }]);
  });

  it('does not shorten it by ending the duty, nor make it longer', async () => {
    const { duty, as } = await orderedAway();
    const change = { id: duty.id, version: 1, start: '14:00', because: 'It ended early.' };
    for (const end of ['17:01', '17:00', '23:00'])
      await expect(changeDuty(as('sergeant', '23:30'), { ...change, end })).rejects.toThrow(OWN_ORDER);
    expect(await ledgerOf(duty)).toEqual({ breach: 300, presumed: 180 });
    const earlier = await changeDuty(as('sergeant', '23:30'), { ...change, start: '13:00', end: '22:00' });
    expect(await ledgerOf(duty)).toEqual({ breach: 300, presumed: 240 });
    const open = `from 17:00 to 22:00 on ${Number(duty.day.slice(8))} February 2026`;
    await expect(
      changeDuty(as('inspector', '23:30'), { ...change, version: earlier.version, end: '17:01' }),
    ).rejects.toThrow(
      `${open}, to the end of the duty, has no end yet: record when they were back or correct it first.`,
    );
  });

  it('does not say when it ended, which the officer and others do', async () => {
    const { id, duty, at, as } = await orderedAway();
    const back = { id, to: at('17:01') };
    await expect(bringBack(as('sergeant', '17:01'), back)).rejects.toThrow(OWN_ORDER);
    await expect(bringBack(kept.as('sergeant', new Date('2026-03-09T12:00Z')), back)).rejects.toThrow(OWN_ORDER);
    expect(await ledgerOf(duty)).toEqual({ breach: 300, presumed: 180 });
    expect((await bringBack(as('inspector', '18:05'), { id, to: at('18:00') })).absence.to).toEqual(at('18:00'));
    expect((await stepsTo(id)).map(({ step }) => step)).toEqual(['recorded', 'returned']);
  });

  it('is answered long after only with a reason, as a correction, by all but the officer', async () => {
    const { id, at, as } = await orderedAway();
    const late = { id, to: at('18:00') };
    await expect(bringBack(as('inspector', '20:00'), late)).rejects.toThrow(
      'That is more than 10 minutes ago, so it is a correction: say in a sentence how it is known.',
    );
    await bringBack(as('inspector', '20:00'), { ...late, because: 'By the diary.' });
    expect((await stepsTo(id)).map(({ step, because }) => [step, because])).toEqual([
      ['recorded', ''],
      ['corrected', 'By the diary.'],
    ]);
    const own = await orderedAway();
    const backOwn = await bringBack(own.as('officer', '20:00'), { id: own.id, to: own.at('18:00') });
    expect(backOwn.sentence).toBe('Back at 18:00, after 60 minutes away.');
  });

  it('makes no exception in time by entering the emergency long after, and the absence says that it was ruled anew', async () => {
    const day = `2026-02-${String(days + 1).padStart(2, '0')}`;
    const event = `emergency-${day}-flood`;
    const order = { by: 'duty-inspector', at: new Date(`${day}T16:00:00Z`) } as const;
    const { duty, id } = await orderedAway({ reason: 'major-emergency', event, order });
    expect(await ledgerOf(duty)).toEqual({ breach: 300, presumed: 180 });
    await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      values (${UNIT}, '2026-02-01', 1, '{}', ${'0'.repeat(64)}, false, '2026-03-05T00:00Z')`.execute(
      kept.system.records,
    );
    const instant = (time: string) => new Date(`${day}T${time}:00Z`);
    await enterEmergency(kept.as('otherInspector', new Date('2026-05-10T12:00:00Z')), {
      ...{ unit: UNIT, name: 'Flood', firstDay: day, rank: 'Superintendent', source: 'Gold’s log.' },
      ...{ authorisedAt: instant('12:00'), expires: instant('23:00') },
    });
    await enterPending(kept.system);
    const { rows } = await sql`select late, sum(minutes)::int as minutes from ringfence.ledger_line
      where duty = ${duty.id} and account = 'exception' group by 1 having sum(minutes) <> 0`.execute(
      kept.system.records,
    );
    expect(rows).toEqual([{ late: true, minutes: 300 }]);
    expect((await stepsTo(id)).map(({ step, because, afterClose }) => [step, because, afterClose])).toEqual([
      ['recorded', '', false],
      ['corrected', 'Ruled anew: Flood was entered.', true],
    ]);
    await enterPending(kept.system);
    expect(await stepsTo(id)).toHaveLength(2);
    await sql`delete from ringfence.closed_month`.execute(kept.system.records);
  });

  it('is known of by when its officer said so to a phone, and else by when Wardroom was told', async () => {
    const event = 'carnival-2026';
    const { id, at, duty } = await orderedAway({ event });
    const knownAt = async (of: string) =>
      (await kept.system.records.transaction().execute((trx) => absencesOf(trx, { id: of })))[0]?.order?.knownAt;
    const [first] = await stepsTo(id);
    expect(await knownAt(id)).toEqual(first?.doneAt);
    await bringBack(kept.as('officer', at('18:00')), { id, to: at('18:00') });
    expect(await knownAt(id)).toEqual(first?.doneAt);
    const [seen] = await kept.system.records.transaction().execute((trx) => absencesOf(trx, { id }));
    const order = { by: 'duty-inspector', at: at('16:55') } as const;
    await orderAbsence(kept.as('inspector', at('19:00')), { id, version: seen?.version ?? 0, order });
    expect(await knownAt(id)).toEqual((await stepsTo(id)).at(-1)?.doneAt);
    const record = { id: crypto.randomUUID(), kind: 'away', absence: crypto.randomUUID(), duty: duty.id } as const;
    const tapped = { ...record, at: at('19:30').toISOString(), reason: 'event', event, orderedBy: 'duty-inspector' };
    await takeSent(kept.as('officer', at('21:00')), {
      ...{ device: crypto.randomUUID(), sentAt: at('21:00'), records: [tapped] },
    });
    expect(await knownAt(record.absence)).toEqual(at('19:30'));
  });

  if (mode === 'embedded') return;

  it('is corrected at the same moment as the rest day that is charged to it', { timeout: 60_000 }, async () => {
    const took = await orderedAway({ to: null });
    const gives = await orderedAway({ reason: 'rest-day-given-back', chargedTo: took.id });
    const later = gives.as('inspector', '23:00');
    const versionOf = async (id: string) => (await stepsTo(id)).length;
    let failed = 0;
    for (let round = 0; round < 25; round += 1) {
      const because = `Round ${round}.`;
      const [one, other] = [await versionOf(took.id), await versionOf(gives.id)];
      const answers = await Promise.allSettled([
        correctAbsence(later, { id: took.id, version: one, to: took.at(round % 2 ? '18:00' : '19:00'), because }),
        correctAbsence(later, { id: gives.id, version: other, to: gives.at(round % 2 ? '18:00' : '19:00'), because }),
      ]);
      failed += answers.filter(({ status }) => status === 'rejected').length;
    }
    expect(failed).toBe(0);
    const deadlocks = await sql<{ deadlocks: number }>`select deadlocks::int from pg_stat_database
      where datname = current_database()`.execute(kept.system.records);
    expect(deadlocks.rows).toEqual([{ deadlocks: 0 }]);
  });
});
