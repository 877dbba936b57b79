import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenUpOnce } from '../../../test/builders/given-up-once.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { callAway } from '../absences/absence-service.ts';
import { changeDuty, confirmDuty, dutiesOf, dutyToday, planDuty, removeDuty, type WantedDuty } from './duty-service.ts';
import { recordLeave, removeLeave } from './leave-service.ts';
import { planPattern } from './pattern-service.ts';

describeStores('duties by hand', (open, mode) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
  });
  afterAll(() => opened.close());

  const wanted = (officer: string, day: string, rest: Partial<WantedDuty> = {}): WantedDuty => ({
    officer: kept.officers[officer] ?? -1,
    day,
    start: '07:00',
    end: '15:00',
    kind: 'ward',
    ...rest,
  });
  const rows = async <Row>(query: ReturnType<typeof sql>) =>
    (await opened.records.transaction().execute((trx) => query.execute(trx))).rows as Row[];
  const ledger = async (duty: number) =>
    rows<{ account: string; minutes: number }>(sql`select account, sum(minutes)::int as minutes
      from ringfence.ledger_line where duty = ${duty} group by account having sum(minutes) <> 0 order by account`);
  const refusal = (doing: Promise<unknown>): Promise<string> =>
    doing.then(
      () => 'done',
      (error: Error) => error.message,
    );

  it('keeps a duty in the ward of the officer, in the ledger and with its first state', async () => {
    const duty = await planDuty(kept.as('sergeant'), wanted('BLO-1', '2026-03-11'));
    expect(duty).toMatchObject({ postClass: 'floor', kind: 'ward', confirmed: null, version: 1, elsewhere: null });
    expect(duty.planned).toEqual(duty.during);
    expect(await ledger(duty.id)).toEqual([{ account: 'presumed', minutes: 480 }]);
    expect(
      await rows(sql`select ward_code as ward, revision.before, because, changed_by as by from ringfence.revision
        join ringfence.place on place.id = revision.place where row_id = ${duty.id}`),
    ).toEqual([{ ward: 'E05013653', before: null, because: '', by: expect.stringContaining('person:') }]);
    const audited = await rows<{ action: string }>(sql`select action from platform.audit order by seq desc limit 1`);
    expect(audited).toEqual([{ action: 'ringfence.plan-duty' }]);
  });

  it('is booked, changed and planned by pattern the next time where PostgreSQL gave it up for others', async () => {
    const sergeant = kept.as('sergeant');
    const once = <Result>(run: () => Promise<Result>) => givenUpOnce(opened.records, run);
    const booked = await once(() => planDuty(sergeant, wanted('HOL-P', '2026-04-20')));
    const change = { id: booked.id, version: 1, start: '08:00', end: '15:00', because: 'It began later.' };
    expect(await once(() => changeDuty(sergeant, change))).toMatchObject({ version: 2 });
    expect(await ledger(booked.id)).toEqual([{ account: 'presumed', minutes: 420 }]);
    const days = [{ start: '07:00', end: '15:00' }, null];
    const pattern = { officer: kept.officers['HOL-P'] ?? -1, from: '2026-04-21', to: '2026-04-24', days };
    expect(await once(() => planPattern(sergeant, pattern))).toEqual({ booked: 2, leftOut: [] });
  });

  it('refuses an overlap in one sentence that names the duty, and one of another ward without naming it', async () => {
    await planDuty(kept.as('sergeant'), wanted('BLO-P', '2026-03-28', { start: '22:00', end: '07:00' }));
    const late = wanted('BLO-P', '2026-03-29', { start: '06:30', end: '15:00' });
    expect(await refusal(planDuty(kept.as('sergeant'), late))).toBe(
      'Pia Novak is already on duty from 22:00 on 28 March 2026 to 07:00 on 29 March 2026: choose another time, or change that duty.',
    );
    await planDuty(kept.as('sergeant'), { ...late, start: '07:00' });
  });

  it('refuses a day without a ward post, an officer whose duties are not theirs to write, and a time that is none', async () => {
    expect(await refusal(planDuty(kept.as('sergeant'), wanted('BLO-1', '2022-05-04')))).toBe(
      'Ana Cole has no ward post on 4 May 2022: choose another day, or correct the post book first.',
    );
    expect(await refusal(planDuty(kept.as('sergeant'), wanted('SGT-C', '2026-03-12')))).toContain('has no ward post');
    for (const who of ['otherSergeant', 'colleague', 'analyst'] as const)
      expect(await refusal(planDuty(kept.as(who), wanted('BLO-1', '2026-03-12')))).not.toBe('done');
    expect(await refusal(planDuty(kept.as('otherInspector'), wanted('BLO-1', '2026-03-12')))).toContain(
      'Your role does not allow you to change duties and absences here',
    );
    const twice = wanted('BLO-1', '2026-10-25', { start: '01:30' });
    expect(await refusal(planDuty(kept.as('officer'), twice))).toContain('comes twice on 25 October 2026');
    const second = await planDuty(kept.as('officer'), { ...twice, startWhich: 'second', end: '07:00' });
    expect(await ledger(second.id)).toEqual([{ account: 'presumed', minutes: 330 }]);
  });

  it('is confirmed by the officer or by who leads the ward when it is over, each in their own name', async () => {
    const own = await planDuty(kept.as('officer'), wanted('BLO-1', '2026-03-09'));
    const confirmed = await confirmDuty(kept.as('officer'), own);
    expect(confirmed).toMatchObject({ confirmed: 'officer', version: 2, planned: null });
    expect(await ledger(own.id)).toEqual([{ account: 'confirmed', minutes: 480 }]);
    const other = await planDuty(kept.as('officer'), wanted('BLO-1', '2026-03-08'));
    expect(await confirmDuty(kept.as('sergeant'), other)).toMatchObject({ confirmed: 'sergeant' });
    const ahead = await planDuty(kept.as('officer'), wanted('BLO-1', '2026-03-14'));
    expect(await refusal(confirmDuty(kept.as('officer'), ahead))).toContain('confirmed when it is over');
  });

  it('changes a duty with a reason and keeps what it was; of two edits one is told', async () => {
    const duty = await planDuty(kept.as('sergeant'), wanted('HOL-1', '2026-03-09'));
    const change = { id: duty.id, version: 1, start: '09:00', end: '18:00', because: 'Started late.' };
    expect(await refusal(changeDuty(kept.as('sergeant'), { ...change, because: ' ' }))).toContain('Say why');
    const changed = await changeDuty(kept.as('sergeant'), change);
    expect(changed).toMatchObject({ version: 2, day: '2026-03-09' });
    expect(await ledger(duty.id)).toEqual([{ account: 'presumed', minutes: 540 }]);
    expect(
      await rows(sql`select (before ->> 'version')::int as version, before -> 'during' ->> 'to' as "to", because
        from ringfence.revision where row_id = ${duty.id} and before is not null`),
    ).toEqual([{ version: 1, to: '2026-03-09T15:00:00.000Z', because: 'Started late.' }]);
    expect(await refusal(changeDuty(kept.as('sergeant'), change))).toContain('Somebody saved this record');
    expect(
      await refusal(removeDuty(kept.as('neighbour'), { id: duty.id, version: 2, because: 'Not mine.' })),
    ).toContain('ask your sergeant');
    await removeDuty(kept.as('sergeant'), { id: duty.id, version: 2, because: 'Another day.' });
    expect(await ledger(duty.id)).toEqual([]);
  });

  it('keeps work on a rest day apart, with its reason', async () => {
    const rest = wanted('HOL-2', '2026-03-08', { kind: 'rest-day' });
    expect(await refusal(planDuty(kept.as('sergeant'), rest))).toContain('Say what it was worked for');
    const order = { by: 'duty-inspector', person: null, at: null, reference: '' } as const;
    const elsewhere = { reason: 'aid-force', order, event: null } as const;
    const duty = await planDuty(kept.as('sergeant'), { ...rest, elsewhere });
    expect(duty.elsewhere).toEqual(elsewhere);
    expect(await ledger(duty.id)).toEqual([{ account: 'rest-day', minutes: 480 }]);
  });

  it('worked elsewhere is confirmed, changed and removed by somebody else than who ordered it', async () => {
    const order = { by: 'ward-sergeant', person: null, at: null, reference: '' } as const;
    const elsewhere = { reason: 'aid-force', order, event: null } as const;
    const asked = wanted('HOL-2', '2026-03-01', { kind: 'overtime', elsewhere });
    const [sergeant, inspector] = [kept.as('sergeant'), kept.as('inspector')];
    expect(await refusal(planDuty(sergeant, { ...asked, confirmed: true }))).toBe(
      'This duty is by your own order, so another sergeant or an inspector confirms it: record it as planned.',
    );
    const duty = await planDuty(inspector, asked);
    expect(duty.elsewhere?.order).toMatchObject({ by: 'ward-sergeant', person: sergeant.actor });
    const change = { id: duty.id, version: 1, start: '08:00', end: '15:00', because: 'It began later.' };
    for (const tried of [confirmDuty, changeDuty, removeDuty])
      expect(await refusal(tried(sergeant, change))).toBe(
        'This duty is by your own order, so another sergeant or an inspector confirms or corrects it: ask one.',
      );
    expect(await changeDuty(inspector, change)).toMatchObject({ version: 2 });
    expect(await confirmDuty(inspector, { id: duty.id, version: 2 })).toMatchObject({ confirmed: 'sergeant' });
    await removeDuty(inspector, { id: duty.id, version: 3, because: 'It was another day.' });
    const own = await planDuty(sergeant, asked);
    expect(await refusal(confirmDuty(sergeant, own))).toContain('by your own order');
  });

  it('is not removed while a rest day is given back for it, seen or not by who removes it', async () => {
    const order = { by: 'duty-inspector', person: null, at: null, reference: '' } as const;
    const elsewhere = { reason: 'aid-force', order, event: null } as const;
    const worked = await planDuty(kept.as('sergeant'), wanted('BLO-X', '2026-03-01', { kind: 'rest-day', elsewhere }));
    const given = await planDuty(kept.as('sergeant'), wanted('BLO-X', '2026-03-02'));
    const from = new Date('2026-03-02T09:00:00Z');
    const away = { id: crypto.randomUUID(), duty: given.id, from, reason: 'rest-day-given-back' } as const;
    await callAway(kept.as('sergeant'), { ...away, chargedTo: `duty:${worked.id}` });
    const remove = () => removeDuty(kept.as('sergeant'), { id: worked.id, version: 1, because: 'Not worked.' });
    const sentence = 'A rest day was given back for this duty: take that back first.';
    expect(await refusal(remove())).toContain(sentence);
    await rows(sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
      values ('Central North', 'E09000019', 'E05013699', 'wards-2022') on conflict do nothing`);
    await rows(sql`update ringfence.absence set place = place.id from ringfence.place
      where absence.id = ${away.id} and ward_code = 'E05013699'`);
    expect(await refusal(remove())).toContain(sentence);
  });

  it('records an officer who is attached elsewhere for a short time as away, and none for a longer one', async () => {
    await rows(
      sql`update organisation.posting set during = '[2022-05-05,2026-02-01)' where officer = ${kept.officers['BUN-1']}`,
    );
    await rows(sql`with seat as (insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents,
        borough_codes, during) values ('CID-1', 'Central North', 'Investigator', 'Constable', 'investigation', 'pan-borough', 1,
        '{E09000019}', '[2022-05-05,)') returning id)
      insert into organisation.posting (officer, post, fraction, during, kind, returns_on)
      select ${kept.officers['BUN-1']}, id, 1, '[2026-02-01,2026-02-11)', 'rotation', '2026-02-10' from seat`);
    const duty = await planDuty(kept.as('otherInspector'), wanted('BUN-1', '2026-02-03'));
    const [line, ...others] = await ledger(duty.id);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ minutes: 480 });
    expect(line?.account).not.toBe('presumed');
    expect(await rows(sql`select reason, standing from ringfence.absence where duty = ${duty.id}`)).toEqual([
      { reason: 'attachment', standing: 'recorded' },
    ]);
    expect(await refusal(planDuty(kept.as('otherInspector'), wanted('BUN-1', '2026-02-12')))).toContain('no ward post');
  });

  it('keeps leave of a day once, by the part of a whole officer, and takes it back', async () => {
    const leave = { officer: kept.officers['HOL-P'] ?? -1, day: '2026-03-10', minutes: null };
    const [recorded] = await recordLeave(kept.as('sergeant'), leave);
    if (recorded === undefined) throw new Error('No leave was recorded.');
    expect(recorded.minutes).toBeGreaterThan(0);
    expect(await refusal(recordLeave(kept.as('sergeant'), { ...leave, minutes: 60 }))).toBe(
      'Pat Lowe has leave recorded on 10 March 2026 already: remove that first to change it.',
    );
    const stands = () =>
      rows(sql`select sum(minutes)::int as minutes from ringfence.ledger_line where account = 'leave'
        and officer = ${leave.officer}`);
    expect(await stands()).toEqual([{ minutes: recorded.minutes }]);
    await removeLeave(kept.as('sergeant'), { id: recorded.id, version: 1, because: 'Another officer.' });
    expect(await stands()).toEqual([{ minutes: 0 }]);
  });

  it('is today’s while a night goes on after midnight, then the next that begins', async () => {
    await planDuty(
      kept.as('elsewhere', new Date('2026-01-01T12:00:00Z')),
      wanted('BUN-1', '2026-01-20', { start: '22:00', end: '07:00' }),
    );
    const at = async (now: string) => (await dutyToday(kept.as('elsewhere', new Date(now))))?.day ?? null;
    expect(await at('2026-01-20T12:00:00Z')).toBe('2026-01-20');
    expect(await at('2026-01-21T06:59:00Z')).toBe('2026-01-20');
    expect(await at('2026-01-21T07:00:00Z')).toBeNull();
    expect(await dutyToday(kept.as('unlinked'))).toBeNull();
  });

  describe('is seen', () => {
    const seen = async (who: RingfencePerson | 'visitor') =>
      kept
        .as(who)
        .records.transaction()
        .execute(async (trx) => {
          const officers = ['BLO-1', 'BLO-P', 'HOL-1', 'HOL-2', 'BUN-1'];
          const found: string[] = [];
          for (const each of officers) {
            const asked = { officer: kept.officers[each] ?? -1, from: '2020-01-01', to: '2030-01-01' };
            if ((await dutiesOf(trx, asked)).length > 0) found.push(each);
          }
          return found.join(' ');
        });
    it.each([
      ['officer', 'BLO-1'],
      ['colleague', ''],
      ['sergeant', 'BLO-1 BLO-P HOL-2'],
      ['otherSergeant', 'BUN-1'],
      ['inspector', 'BLO-1 BLO-P HOL-2 BUN-1'],
      ['command', 'BLO-1 BLO-P HOL-2 BUN-1'],
      ['analyst', ''],
      ['auditor', ''],
      ['visitor', ''],
    ] as const)('by %s: %s', async (who, officers) => {
      expect(await seen(who)).toBe(officers);
    });
  });

  if (mode === 'embedded') return;

  it('200 bookings of one officer at once leave one duty', { timeout: 60_000 }, async () => {
    const sergeant = kept.as('sergeant');
    const ends = Array.from({ length: 200 }, (_, index) => `${15 + (index % 5)}:00`);
    const answers = await Promise.allSettled(
      ends.map((end) => planDuty(sergeant, wanted('BLO-2', '2026-04-01', { end }))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const said = answers.flatMap((each) => (each.status === 'rejected' ? [String(each.reason.name)] : []));
    expect(new Set(said)).toEqual(new Set(['DoubleBooked']));
    expect(await rows(sql`select 1 from ringfence.duty where officer = ${kept.officers['BLO-2']}`)).toHaveLength(1);
  });
});
