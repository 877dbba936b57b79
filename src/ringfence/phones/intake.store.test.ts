import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { devicesOf, isRevoked, revokeDevice, whatMayBeLost } from './device-service.ts';
import { heldRecords, settleHeld } from './held-records-service.ts';
import { takeSent } from './intake-service.ts';
import type { SentRecord } from './model.ts';
import { lockSentOf, readSent, updateSent } from './sent-store.ts';

/** Each test takes a day of its own, so that one opened database does for all. */
describeStores('what phones send', (open, mode) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  let days = 0;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  const uuid = () => crypto.randomUUID();

  /** A duty from 22:00 to 07:00, on a day of its own, unless said otherwise; a phone of its officer; instants of that day. */
  async function nightOf(reference = 'BLO-1', [start, end] = ['22:00', '07:00'] as [string, string]) {
    days += 1;
    const day = (plus: number) => new Date(Date.UTC(2026, 0, 1 + days * 2 + plus)).toISOString().slice(0, 10);
    const at = (time: string, plus = time < '12:00' ? 1 : 0) => new Date(`${day(plus)}T${time}:00Z`);
    const officer = kept.officers[reference] ?? 0;
    const duty = await planDuty(kept.as('inspector', at('13:00')), { officer, day: day(0), start, end, kind: 'ward' });
    const device = uuid();
    const send = (
      now: Date,
      records: readonly unknown[],
      rest: { sentAt?: Date; device?: string; waiting?: number } = {},
    ) => takeSent(kept.as('officer', now), { device, sentAt: now, records, ...rest });
    const away = (when: Date, rest: Partial<SentRecord> = {}): SentRecord => ({
      ...{ id: uuid(), kind: 'away', absence: uuid(), duty: duty.id, at: when.toISOString(), reason: 'custody' },
      ...rest,
    });
    const back = (from: SentRecord, when: Date): SentRecord => ({
      ...{ id: uuid(), kind: 'back', absence: from.absence, duty: duty.id, at: when.toISOString() },
    });
    return { duty, at, device, send, away, back };
  }
  const absences = async (duty: number) => {
    const { rows } = await sql<{ from: Date; to: Date | null; reason: string }>`select lower(during) as "from",
      upper(during) as "to", reason from ringfence.absence where duty = ${duty} order by 1`.execute(
      kept.system.records,
    );
    return rows;
  };
  const keptOf = async (device: string) => {
    const { rows } = await sql<{ outcome: string; body: unknown }>`select outcome, body from ringfence.sent_record
      where device = ${device} order by said_at`.execute(kept.system.records);
    return rows;
  };

  it('takes a night over midnight that is sent the next afternoon, and answers a replay as before', async () => {
    const { duty, at, send, away, back } = await nightOf();
    const left = away(at('23:10'), { orderedBy: 'duty-inspector', note: 'Cell 4' });
    const records = [back(left, at('02:40')), left];
    const answers = await send(at('15:00', 1), records);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
    expect(answers[0]?.said).toMatch(/^Back at 02:40( on .*)?, after 210 minutes away\.$/);
    expect(await absences(duty.id)).toEqual([{ from: at('23:10'), to: at('02:40'), reason: 'custody' }]);
    expect(await send(at('16:00', 1), records)).toEqual(answers);
    expect(await absences(duty.id)).toHaveLength(1);
  });

  it('keeps a “back” until its “away” has come', async () => {
    const { duty, at, send, away, back } = await nightOf();
    const left = away(at('23:10'));
    const [waits] = await send(at('23:59'), [back(left, at('23:50'))]);
    expect(waits).toMatchObject({ outcome: 'waiting' });
    expect(waits?.said).toBe('Kept: it is recorded as soon as this phone has sent when you were called away.');
    await send(at('23:59'), [left]);
    expect(await absences(duty.id)).toEqual([{ from: at('23:10'), to: at('23:50'), reason: 'custody' }]);
  });

  it('answers a second phone that somebody recorded it, and tells the sergeant where the two differ', async () => {
    const { duty, at, send, away } = await nightOf();
    await send(at('23:30'), [away(at('23:10'))]);
    const other = uuid();
    const [same] = await send(at('23:40'), [away(at('23:12'))], { device: other });
    expect(same).toMatchObject({ outcome: 'again' });
    expect(same?.said).toBe('Already recorded from 23:10 as Custody.');
    const differing = away(at('23:35'), { reason: 'training' });
    const [differs] = await send(at('23:40'), [differing], { device: other });
    expect(differs).toMatchObject({ outcome: 'held' });
    expect(differs?.said).toBe(
      'Already recorded from 23:10 as Custody, and this says called away at 23:35. It is kept for your sergeant, who was told.',
    );
    expect(await absences(duty.id)).toHaveLength(1);
    const told = await heldRecords(kept.as('sergeant', at('23:50')));
    expect(told.filter(({ id }) => id === differing.id)).toMatchObject([{ record: differing, at: at('23:35') }]);
    await settleHeld(kept.as('sergeant', at('23:55')), { id: differing.id, because: 'They were still in custody.' });
    expect((await heldRecords(kept.as('sergeant', at('23:56')))).map(({ id }) => id)).not.toContain(differing.id);
    expect(await heldRecords(kept.as('otherSergeant', at('23:50')))).toEqual([]);
  });

  // The embedded records do one transaction at a time, so nothing waits there.
  if (mode !== 'embedded')
    it('waits with what a person says of a record until a phone has said more', async () => {
      const { duty, at, send, away } = await nightOf();
      await callAway(kept.as('sergeant', at('23:20')), {
        id: uuid(),
        duty: duty.id,
        from: at('23:15'),
        reason: 'custody',
      });
      const differing = away(at('23:30'), { reason: 'training' });
      expect((await send(at('23:40'), [differing]))[0]?.outcome).toBe('held');
      const told = { id: differing.id, because: 'They were still in custody.' };
      const settling = await kept.system.records.transaction().execute(async (trx) => {
        await lockSentOf(trx, kept.officers['BLO-1'] ?? 0);
        const [before] = await readSent(trx, [differing.id]);
        const waits = settleHeld(kept.as('sergeant', at('23:55')), told);
        expect(await Promise.race([waits.then(() => 'settled'), pause(200, 'waiting')])).toBe('waiting');
        if (before !== undefined) await updateSent(trx, { ...before, outcome: 'taken', settledAt: at('23:54') });
        return { waits };
      });
      await settling.waits;
      const { rows } = await sql`select outcome, settled_at as at from ringfence.sent_record
        where id = ${differing.id}`.execute(kept.system.records);
      expect(rows).toEqual([{ outcome: 'taken', at: at('23:54') }]);
    });

  it('answers a phone that the sergeant had recorded it on a page', async () => {
    const { duty, at, send, away, back } = await nightOf();
    await callAway(kept.as('sergeant', at('23:20')), {
      id: uuid(),
      duty: duty.id,
      from: at('23:15'),
      reason: 'custody',
    });
    const left = away(at('23:13'));
    const answers = await send(at('23:59'), [left, back(left, at('23:50'))]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['again', 'taken']);
    expect(await absences(duty.id)).toEqual([{ from: at('23:15'), to: at('23:50'), reason: 'custody' }]);
  });

  it.each([
    [40, '40 minutes ahead'],
    [-5 * 60, '5 hours behind'],
    [3 * 24 * 60, '3 days ahead'],
  ])('puts the time right of a clock that is %i minutes ahead, and says so', async (minutes, said) => {
    const { duty, at, send, away } = await nightOf();
    const wrong = (right: Date) => new Date(right.getTime() + minutes * 60_000);
    const [answer] = await send(at('23:30'), [away(wrong(at('23:10')))], { sentAt: wrong(at('23:30')) });
    expect(answer?.outcome).toBe('taken');
    expect(answer?.said).toBe(
      `Recorded: called away from 23:10 as Custody. This phone’s clock was ${said}, so the time was put right.`,
    );
    expect(await absences(duty.id)).toMatchObject([{ from: at('23:10') }]);
  });

  describe('holds for the sergeant, and keeps as it came,', () => {
    const SERGEANT = 'It is kept for your sergeant, who was told.';

    it('what lies in the future, before the duty or after it, even once the clock is put right', async () => {
      const { duty, at, device, send, away } = await nightOf();
      const records = [away(at('23:50')), away(at('20:00')), away(at('07:00'))];
      const [future, early] = await send(at('23:30'), records.slice(0, 2));
      const [late] = await send(at('08:00'), records.slice(2));
      expect([future?.outcome, early?.outcome, late?.outcome]).toEqual(['held', 'held', 'held']);
      expect(future?.said).toBe(`By this phone’s clock it was at 23:50, which has not come yet. ${SERGEANT}`);
      expect(early?.said).toContain('20:00 is too early to be away from it');
      expect(late?.said).toContain('change the duty first if it lasted longer');
      expect(await absences(duty.id)).toEqual([]);
      expect((await keptOf(device)).map(({ body }) => (body as SentRecord).id).toSorted()).toEqual(
        records.map(({ id }) => id).toSorted(),
      );
    });

    it('what is of a duty of somebody else, or of none', async () => {
      const { at, send, away } = await nightOf();
      const { duty: colleagues } = await nightOf('BLO-2');
      const answers = await send(at('23:30'), [
        away(at('23:10'), { duty: colleagues.id }),
        away(at('23:10'), { duty: 987_654_321 }),
      ]);
      for (const { outcome, said } of answers)
        expect([outcome, said]).toEqual([
          'held',
          `This is of a duty that is not yours, or was taken out of the roster. ${SERGEANT}`,
        ]);
      expect(await absences(colleagues.id)).toEqual([]);
    });

    it('what cannot be read, whatever is in it, and a “back” before its “away”', async () => {
      const { at, device, send, away, back } = await nightOf();
      const left = away(at('23:30'));
      const unreadable = { ...away(at('23:10')), reason: 'tea \u0000 \ud800', at: 'half past' };
      const answers = await send(at('23:59'), [unreadable, left, back(left, at('23:10'))]);
      expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
        [unreadable.id, 'held'],
        [left.id, 'taken'],
        [expect.any(String), 'held'],
      ]);
      expect(await keptOf(device)).toHaveLength(3);
    });

    it('a time that the records cannot keep, and takes what came with it', async () => {
      const { at, send, away } = await nightOf();
      const times = [
        '0000-01-01T00:00:00Z',
        '9999-12-31T23:59:59-12:00',
        '1999-12-31T23:59:59Z',
        '2100-01-01T00:00:00Z',
      ];
      const records = [...times.map((time) => ({ ...away(at('23:10')), at: time })), away(at('23:30'))];
      const answers = await send(at('23:59'), records);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'held', 'held', 'taken']);
      expect(answers[0]?.said).toBe(`This could not be read as a time called away. ${SERGEANT}`);
      expect(await send(at('23:59'), records)).toEqual(answers);
      for (const sentAt of times) {
        const [answer] = await send(at('23:59'), [away(at('23:40'))], { sentAt: new Date(sentAt) });
        expect(answer?.outcome).toBe('held');
      }
    });
  });

  it('takes nothing of what it cannot answer, and says so', async () => {
    const { at, send, away } = await nightOf();
    await expect(send(at('23:30'), [away(at('23:10')), { kind: 'away' }])).rejects.toThrow('nothing was taken');
    await expect(
      send(
        at('23:30'),
        Array.from({ length: 201 }, () => away(at('23:10'))),
      ),
    ).rejects.toThrow('at most 200');
    await expect(send(at('23:30'), [], { device: 'mine' })).rejects.toThrow('nothing was taken');
    const unlinked = takeSent(kept.as('unlinked', at('23:30')), { device: uuid(), sentAt: at('23:30'), records: [] });
    await expect(unlinked).rejects.toThrow('Nobody has said yet which officer you are');
  });

  it('keeps under another identity what has the identity of somebody else’s record, and answers it again', async () => {
    const { at, send, away } = await nightOf();
    const { duty, at: on } = await nightOf('BLO-2');
    const first = away(at('23:10'));
    await send(at('23:30'), [first]);
    const taken = { ...first, duty: duty.id, absence: uuid(), at: on('23:10').toISOString() };
    const theirs = () =>
      takeSent(kept.as('colleague', on('23:30')), { device: uuid(), sentAt: on('23:30'), records: [taken] });
    expect(await theirs()).toMatchObject([{ id: first.id, outcome: 'taken' }]);
    expect(await theirs()).toMatchObject([{ id: first.id, outcome: 'taken' }]);
    expect(await absences(duty.id)).toHaveLength(1);
  });

  it('tells a revoked phone to erase, holds what it sends, and lists what may be lost until it has', async () => {
    const { duty, at, device, send, away } = await nightOf();
    await send(at('23:30'), [away(at('23:10'))], { waiting: 2 });
    const sergeant = (time: string) => kept.as('sergeant', at(time));
    await expect(
      revokeDevice(kept.as('otherSergeant', at('23:40')), { id: device, because: 'Lost.' }),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(revokeDevice(sergeant('23:40'), { id: device, because: ' ' })).rejects.toThrow(
      'Say in a sentence why',
    );
    await revokeDevice(sergeant('23:40'), { id: device, because: 'It was left on a train.' });
    expect(await isRevoked(kept.as('officer', at('23:41')), device)).toBe(true);
    const lost = (await whatMayBeLost(sergeant('23:50'))).filter(({ device: { id } }) => id === device);
    expect(lost).toMatchObject([{ since: at('23:30') }]);
    expect(lost[0]?.said).toMatch(
      /^Last in touch at 23:30 with 1 waiting, revoked .*: anything recorded on it after that may be lost, so ask Ana Cole/,
    );
    const [held] = await send(at('23:55'), [away(at('23:45'))], { waiting: 1 });
    expect(held).toMatchObject({ outcome: 'held' });
    expect(held?.said).toContain('This phone was revoked');
    expect(await absences(duty.id)).toHaveLength(1);
    await takeSent(kept.as('officer', at('23:56')), { device, sentAt: at('23:56'), records: [], erased: true });
    expect((await whatMayBeLost(sergeant('23:57'))).map(({ device: { id } }) => id)).not.toContain(device);
    expect((await devicesOf(sergeant('23:57'))).find(({ id }) => id === device)).toMatchObject({
      erasedAt: at('23:56'),
      waiting: 0,
    });
    expect(await devicesOf(kept.as('otherSergeant', at('23:57')))).toEqual([]);
  });

  it('lists a phone that has been silent since its officer came on duty, and none that has been in touch', async () => {
    const first = await nightOf();
    await first.send(first.at('23:30'), []);
    const silent = first.at('12:30', 1);
    const listed = async (who: RingfencePerson) =>
      (await whatMayBeLost(kept.as(who, silent))).filter(({ device: { id } }) => id === first.device);
    expect(await listed('sergeant')).toMatchObject([{ since: first.at('23:30') }]);
    await first.send(first.at('12:00', 1), []);
    expect(await listed('sergeant')).toEqual([]);
  });
});
