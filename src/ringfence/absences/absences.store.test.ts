import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import type { Records } from '../../platform/database/index.ts';
import { planDuty } from '../duties/duty-service.ts';
import type { Duty } from '../model.ts';
import { placesNumbered } from '../places/place-service.ts';
import {
  type AwayAsked,
  absencesOf,
  bringBack,
  callAway,
  confirmAbsence,
  correctAbsence,
  disputeAbsence,
  lastOrder,
  orderAbsence,
  stepsOf,
  withdrawAbsence,
} from './absence-service.ts';

/** Each test takes a day of its own, so that one opened database does for all. */
describeStores('times called away', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let days = 0;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  /** A duty from 14:00 to 22:00 on a day of its own in March, and instants of that day. */
  async function dutyOf(reference: string, kind: Duty['kind'] = 'ward') {
    days += 1;
    const day = `2026-02-${String(days).padStart(2, '0')}`;
    const at = (time: string) => new Date(`${day}T${time}:00Z`);
    const elsewhere = kind === 'ward' ? null : ({ reason: 'aid-force', order: null, event: null } as const);
    const asked = { officer: kept.officers[reference] ?? 0, day, start: '14:00', end: '22:00', kind, elsewhere };
    const duty = await planDuty(kept.as('inspector', at('06:00')), asked);
    return { duty, day, at, as: (who: RingfencePerson, time: string) => kept.as(who, at(time)) };
  }
  const id = () => crypto.randomUUID();
  const away = (duty: Duty, from: Date, rest: Partial<AwayAsked> = {}): AwayAsked => ({
    ...{ id: id(), duty: duty.id, from, reason: 'aid-force' },
    ...rest,
  });
  const within = <Result>(run: (trx: Records) => Promise<Result>) => kept.system.records.transaction().execute(run);
  const ledgerOf = async (duty: Duty) => {
    const { rows } = await sql<{ account: string; minutes: number }>`select account, sum(minutes)::int as minutes
      from ringfence.ledger_line where duty = ${duty.id} group by 1 having sum(minutes) <> 0 order by 1`.execute(
      kept.system.records,
    );
    return Object.fromEntries(rows.map(({ account, minutes }) => [account, minutes]));
  };
  const standing = (duty: Duty) => within((trx) => absencesOf(trx, { duties: [duty.id] }));

  it('still waits for who was away to say when they were back when its start is corrected', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    await callAway(as('officer', '18:00'), away(duty, at('18:00')));
    const first = away(duty, at('15:00'));
    await callAway(as('sergeant', '18:10'), first);
    const start = { id: first.id, version: 1, from: at('15:30'), because: 'By the diary.' };
    const corrected = await correctAbsence(as('inspector', '18:20'), start);
    expect(corrected.absence).toMatchObject({ from: at('15:30'), to: at('18:00') });
    const back = await bringBack(as('officer', '18:30'), { id: first.id, to: at('16:30') });
    expect(back).toMatchObject({ kind: 'recorded', absence: { to: at('16:30') } });
  });

  it('counts one without an end to the end of its duty, and one with an end to that', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const asked = away(duty, at('15:10'), { order: { by: 'duty-inspector', at: at('15:05') } });
    const recorded = await callAway(as('officer', '15:11'), asked);
    expect(recorded.sentence).toBe(
      'Recorded: called away from 15:10 as Aid elsewhere in the force, ordered by the duty inspector.',
    );
    expect(await ledgerOf(duty)).toEqual({ breach: 410, presumed: 70 });
    const back = await bringBack(as('officer', '16:02'), { id: asked.id, to: at('16:02') });
    expect(back.sentence).toBe('Back at 16:02, after 52 minutes away.');
    expect(await ledgerOf(duty)).toEqual({ breach: 52, presumed: 428 });
    const again = await bringBack(as('sergeant', '16:30'), { id: asked.id, to: at('16:20') });
    expect(again).toMatchObject({
      kind: 'already',
      sentence: 'Already recorded as back at 16:02: correct that if it is wrong.',
    });
    expect((await within((trx) => stepsOf(trx, asked.id))).map(({ step, after }) => [step, after.to])).toEqual([
      ['recorded', null],
      ['returned', at('16:02')],
    ]);
    expect(await within((trx) => lastOrder(trx, duty.officer))).toBe('duty-inspector');
  });

  it('cuts what lies outside the duty and says so, and refuses what is of no time of it', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const whole = await callAway(as('sergeant', '23:00'), away(duty, at('13:30'), { to: at('23:00') }));
    expect(whole.absence).toMatchObject({ from: at('14:00'), to: at('22:00') });
    expect(whole.sentence).toContain('It is counted from 14:00, when the duty begins.');
    expect(whole.sentence).toContain(
      'It is counted to 22:00, when the duty ends: change the duty if it lasted longer.',
    );
    await expect(callAway(as('officer', '12:00'), away(duty, at('12:59')))).rejects.toThrow('12:59 is too early');
    await expect(callAway(as('officer', '22:00'), away(duty, at('22:00')))).rejects.toThrow(
      'change the duty first if it lasted longer',
    );
    expect(await standing(duty)).toHaveLength(1);
  });

  it('answers a second call-away with the first, whoever records it, and closes nothing', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const first = away(duty, at('15:10'));
    await callAway(as('officer', '15:10'), first);
    const second = await callAway(as('sergeant', '16:00'), away(duty, at('16:00'), { reason: 'custody' }));
    expect(second).toMatchObject({ kind: 'already', absence: { id: first.id, to: null } });
    expect(second.sentence).toBe(
      'Already recorded from 15:10 as Aid elsewhere in the force: correct that if it is wrong, or come back from it first if this is another.',
    );
    expect(await standing(duty)).toHaveLength(1);
  });

  it('ends one that is recorded late where the next begins, until somebody says when they were back', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    await callAway(as('officer', '18:00'), away(duty, at('18:00')));
    const earlier = away(duty, at('15:00'), { reason: 'custody' });
    const recorded = await callAway(as('officer', '18:01'), earlier);
    expect(recorded.sentence).toContain('It is counted to 18:00, when they were called away again.');
    await expect(bringBack(as('officer', '19:00'), { id: earlier.id, to: at('18:30') })).rejects.toThrow(
      'so they were back by then',
    );
    await bringBack(as('officer', '19:00'), { id: earlier.id, to: at('15:45') });
    expect((await standing(duty)).map(({ from, to }) => [from, to])).toEqual([
      [at('15:00'), at('15:45')],
      [at('18:00'), null],
    ]);
  });

  it('keeps the end of one that is disputed open to who says when they were back, where nobody had yet', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    await callAway(as('officer', '18:00'), away(duty, at('18:00')));
    const earlier = away(duty, at('15:00'), { reason: 'custody' });
    await callAway(as('officer', '18:01'), earlier);
    await disputeAbsence(as('sergeant', '18:30'), { id: earlier.id, version: 1, because: 'Not so long.' });
    const back = await bringBack(as('officer', '19:00'), { id: earlier.id, to: at('15:45') });
    expect(back).toMatchObject({ kind: 'recorded', absence: { to: at('15:45'), standing: 'disputed' } });
    await disputeAbsence(as('sergeant', '19:30'), { id: earlier.id, version: 3, because: 'Still not.' });
    const again = await bringBack(as('officer', '20:00'), { id: earlier.id, to: at('16:00') });
    expect(again.kind).toBe('already');
  });

  it('does not let one that nobody ended stand in the way of the next duty', async () => {
    const first = await dutyOf('BLO-1');
    const next = await dutyOf('BLO-1');
    await callAway(first.as('officer', '21:00'), away(first.duty, first.at('21:00')));
    const recorded = await callAway(next.as('officer', '15:00'), away(next.duty, next.at('15:00')));
    expect(recorded.kind).toBe('recorded');
    expect(await ledgerOf(first.duty)).toEqual({ breach: 60, presumed: 420 });
  });

  it('corrects with a reason, and keeps what it was among its steps', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00'), { to: at('16:00') }));
    const correction = { id: absence.id, version: 1, reason: 'training', to: at('15:30') } as const;
    await expect(correctAbsence(as('sergeant', '17:00'), { ...correction, because: ' ' })).rejects.toThrow(
      'Say in a sentence why',
    );
    const corrected = await correctAbsence(as('sergeant', '17:00'), { ...correction, because: 'It was a course.' });
    expect(corrected.sentence).toBe(
      'Corrected: called away from 15:00 to 15:30 as Training. What was recorded before stays beside it.',
    );
    expect(await ledgerOf(duty)).toEqual({ permitted: 30, presumed: 450 });
    const steps = await within((trx) => stepsOf(trx, absence.id));
    expect(steps.map(({ step, because, after: { reason, to } }) => [step, because, reason, to])).toEqual([
      ['recorded', '', 'aid-force', at('16:00')],
      ['corrected', 'It was a course.', 'training', at('15:30')],
    ]);
    await expect(correctAbsence(as('inspector', '17:00'), { ...correction, because: 'No.' })).rejects.toMatchObject({
      name: 'StaleEdit',
    });
  });

  it('leaves confirming and correcting to somebody else than who ordered it, in one sentence', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const order = { by: 'ward-sergeant', at: at('15:00') } as const;
    const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00'), { order }));
    expect(absence.order?.person).toBe(as('sergeant', '15:00').actor);
    const seen = { id: absence.id, version: 1 };
    const sergeant = as('sergeant', '17:00');
    const sentence =
      'This absence was by your own order, so another sergeant or an inspector confirms or corrects it: ask one, or dispute it.';
    await expect(confirmAbsence(sergeant, seen)).rejects.toThrow(sentence);
    await expect(correctAbsence(sergeant, { ...seen, reason: 'training', because: 'Mine.' })).rejects.toThrow(sentence);
    await expect(withdrawAbsence(sergeant, { ...seen, because: 'Mine.' })).rejects.toThrow(sentence);
    await expect(orderAbsence(sergeant, { ...seen, order: { by: 'court' } })).rejects.toThrow(sentence);
    expect((await disputeAbsence(sergeant, { ...seen, because: 'I ordered no such thing.' })).absence.standing).toBe(
      'disputed',
    );
    const confirmed = await confirmAbsence(as('inspector', '18:00'), { ...seen, version: 2 });
    expect(confirmed.absence.standing).toBe('confirmed');
    expect((await confirmAbsence(as('inspector', '18:00'), { ...seen, version: 3 })).kind).toBe('already');
  });

  it('does not let who ordered it be named away by a later order', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const order = { by: 'ward-sergeant' } as const;
    const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00'), { order }));
    await orderAbsence(as('officer', '16:00'), { id: absence.id, version: 1, order: { by: 'duty-inspector' } });
    await expect(confirmAbsence(as('sergeant', '17:00'), { id: absence.id, version: 2 })).rejects.toThrow(
      'your own order',
    );
  });

  it('marks an order late that came after it had begun', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00')));
    const seen = { id: absence.id, version: 1 };
    const ordered = await orderAbsence(as('officer', '17:00'), { ...seen, order: { by: 'duty-inspector' } });
    expect(ordered.sentence).toBe(
      'Recorded: ordered by the duty inspector. It was ordered after it had begun, so it is marked late.',
    );
    const before = { by: 'duty-inspector', at: at('14:30') } as const;
    const intime = await orderAbsence(as('officer', '17:05'), { ...seen, version: 2, order: before });
    expect(intime.sentence).toBe(
      'Recorded: ordered by the duty inspector. It was recorded after it had begun, so it is marked late.',
    );
    const other = await dutyOf('BLO-1');
    const soon = await callAway(other.as('officer', '15:00'), away(other.duty, other.at('15:00')));
    const atOnce = { id: soon.absence.id, version: 1, order: { by: 'duty-inspector', at: other.at('14:55') } } as const;
    expect((await orderAbsence(other.as('officer', '15:09'), atOnce)).sentence).toBe(
      'Recorded: ordered by the duty inspector.',
    );
  });

  it('gives the time back to the ward when it is withdrawn, and lets it be recorded again', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00'), { to: at('16:00') }));
    await withdrawAbsence(as('sergeant', '17:00'), { id: absence.id, version: 1, because: 'It was another day.' });
    expect(await ledgerOf(duty)).toEqual({ presumed: 480 });
    await expect(bringBack(as('officer', '17:00'), { id: absence.id, to: at('15:30') })).rejects.toThrow(
      'was withdrawn',
    );
    expect((await callAway(as('officer', '17:00'), away(duty, at('15:00')))).kind).toBe('recorded');
  });

  it('needs the ward that was covered, of the unit and not their own', async () => {
    const { duty, at, as } = await dutyOf('BLO-1');
    const { duty: other } = await dutyOf('HOL-1');
    const cover = (covers: number | null) =>
      callAway(as('officer', '15:00'), away(duty, at('15:00'), { reason: 'cover-ward', covers }));
    await expect(cover(null)).rejects.toThrow('Say which ward was covered.');
    await expect(cover(duty.place)).rejects.toThrow('Choose another ward than the officer’s own');
    expect((await cover(other.place)).absence.covers).toBe(other.place);
    const [covered] = await within((trx) => placesNumbered(trx, [other.place]));
    expect(covered?.wardCode).toBe('E05013662');
  });

  it('charges a rest day given back to the absence or the rest-day duty that took it, and to nobody else’s', async () => {
    const took = await dutyOf('BLO-1');
    const { absence } = await callAway(
      took.as('officer', '15:00'),
      away(took.duty, took.at('15:00'), { reason: 'training' }),
    );
    const worked = await dutyOf('BLO-1', 'rest-day');
    const others = await dutyOf('BLO-2', 'rest-day');
    const { duty, at, as } = await dutyOf('BLO-1');
    const give = (chargedTo: string | null, from: string, to: string) =>
      callAway(as('sergeant', '22:00'), away(duty, at(from), { to: at(to), reason: 'rest-day-given-back', chargedTo }));
    await expect(give(null, '14:00', '15:00')).rejects.toThrow('Say which absence or duty took the rest day');
    await expect(give(`duty:${others.duty.id}`, '14:00', '15:00')).rejects.toThrow(
      'Choose a duty that this officer worked',
    );
    await expect(give(id(), '14:00', '15:00')).rejects.toThrow('Choose an absence of this officer');
    expect((await give(`duty:${worked.duty.id}`, '14:00', '16:00')).absence.chargedTo).toBe(`duty:${worked.duty.id}`);
    await give(absence.id, '16:00', '17:00');
    expect(await ledgerOf(duty)).toEqual({ breach: 120, permitted: 60, presumed: 300 });
    await correctAbsence(took.as('sergeant', '22:00'), {
      id: absence.id,
      version: 1,
      reason: 'custody',
      because: 'It was custody.',
    });
    expect(await ledgerOf(duty)).toEqual({ breach: 180, presumed: 300 });
  });

  it('keeps a correction of a closed month, and says when it comes out', async () => {
    const { duty, at } = await dutyOf('BLO-2');
    const inspector = kept.as('inspector', at('22:00'));
    const { absence } = await callAway(inspector, away(duty, at('15:00'), { to: at('16:00') }));
    await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      values ('Central North', '2026-02-01', 1, '{}', ${'0'.repeat(64)}, false, '2026-03-05T00:00Z')`.execute(
      kept.system.records,
    );
    const later = kept.as('inspector', new Date('2026-03-20T12:00:00Z'));
    const correction = { id: absence.id, version: 1, to: at('15:30'), because: 'The diary says so.' };
    const corrected = await correctAbsence(later, correction);
    expect(corrected.sentence).toContain(
      'February 2026 is closed: this is kept, and comes out with the next revision of its report on 10 April 2026.',
    );
    expect((await within((trx) => stepsOf(trx, absence.id))).map(({ afterClose }) => afterClose)).toEqual([
      false,
      true,
    ]);
    await sql`delete from ringfence.closed_month`.execute(kept.system.records);
  });

  describe('of others', () => {
    it('may neither be recorded nor seen', async () => {
      const { duty, at, as } = await dutyOf('BLO-1');
      const { absence } = await callAway(as('officer', '15:00'), away(duty, at('15:00')));
      for (const who of ['colleague', 'otherSergeant', 'otherInspector', 'analyst', 'command'] as const) {
        await expect(callAway(as(who, '16:00'), away(duty, at('16:00')))).rejects.toMatchObject({ name: 'NotAllowed' });
        await expect(bringBack(as(who, '16:00'), { id: absence.id, to: at('16:00') })).rejects.toMatchObject({
          name: 'NotAllowed',
        });
      }
      const seenBy = (who: RingfencePerson) =>
        as(who, '16:00')
          .records.transaction()
          .execute((trx) => absencesOf(trx, { id: absence.id }));
      expect(await seenBy('colleague')).toEqual([]);
      expect(await seenBy('otherSergeant')).toEqual([]);
      expect(await seenBy('sergeant')).toHaveLength(1);
    });
  });
});
