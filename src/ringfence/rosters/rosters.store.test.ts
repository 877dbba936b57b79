import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { UNIT } from '../../../test/builders/each-principal.ts';
import { givenUpOnce } from '../../../test/builders/given-up-once.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import type { Platform } from '../../platform/platform.ts';
import { absencesOf, callAway, confirmAbsence } from '../absences/absence-service.ts';
import { OWN_ORDER } from '../absences/say-absence.ts';
import { enterEmergency } from '../calendar/change-calendar-service.ts';
import { readFile } from './read-file-importer.ts';
import type { RosterAnswer } from './roster-answer.ts';
import { previewRoster, rosterNumbered, rostersOf, settleRow, takeInRoster } from './rosters-service.ts';

const HEADER = 'officer,day,start,end,code,ward,contracted_minutes,ordered_by,event,reference';
const padded = (row: string) => row + ','.repeat(HEADER.split(',').length - row.split(',').length);
const csv = (...rows: string[]) => new TextEncoder().encode([HEADER, ...rows.map(padded), ''].join('\n'));

describeStores('taking rosters in', (open) => {
  let records: RingfenceRecords;
  beforeAll(async () => {
    records = await ringfenceRecords((await open()).database);
  });
  const take = (platform: Platform, name: string, bytes: Uint8Array, whole = false): Promise<RosterAnswer> =>
    takeInRoster(platform, { unit: null, file: readFile(name, bytes), whole, digest: null });
  const taken = async (platform: Platform, name: string, bytes: Uint8Array, whole = false) => {
    const answer = await take(platform, name, bytes, whole);
    if (answer.kind !== 'taken in') throw new Error(JSON.stringify(answer));
    return answer;
  };
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    (await records.system.records.transaction().execute((trx) => query.execute(trx))).rows;
  const counted = (day: string) =>
    rows(sql<{
      account: string;
      minutes: number;
    }>`select account, sum(minutes)::float8 as minutes from ringfence.ledger_line
      where day = ${day}::date group by 1 having sum(minutes) <> 0 order by 1`);

  test('a preview changes nothing, and taking in does what it said, once', async () => {
    const file = readFile(
      'week.csv',
      csv(
        'BLO-1,2026-03-02,07:00,15:00,WARD',
        'BLO-1,2026-03-02,09:00,10:00,TRAINING',
        'BLO-2,2026-03-02,,,SICK,,480',
        'HOL-1,2026-03-02,07:00,17:00,CARNIVAL,,,duty-inspector,new-years-eve-2026,GOLD 7',
        'BLO-1,2026-03-03,,,RD',
        'NOBODY,2026-03-02,07:00,15:00,WARD',
      ),
    );
    const inspector = records.as('inspector');
    const preview = await previewRoster(inspector, { unit: null, file, whole: false });
    if (preview.kind !== 'would be taken in') throw new Error(JSON.stringify(preview));
    expect(preview.shown.counts).toEqual({
      duties: 2,
      changed: 0,
      leave: 1,
      absences: 2,
      unchanged: 1,
      removed: 0,
      heldBack: 1,
    });
    expect(await rows(sql`select 1 from ringfence.duty`)).toEqual([]);

    const { digest } = preview.shown;
    const done = await takeInRoster(inspector, { unit: null, file, whole: false, digest });
    expect(done).toMatchObject({ kind: 'taken in', shown: preview.shown });
    expect(await counted('2026-03-02')).toEqual([
      { account: 'breach', minutes: 600 },
      { account: 'leave', minutes: 480 },
      { account: 'permitted', minutes: 60 },
      { account: 'presumed', minutes: 420 },
    ]);
    const again = await takeInRoster(inspector, { unit: null, file, whole: false, digest });
    expect(again).toMatchObject({ kind: 'already', takenInAt: inspector.now() });
    expect(await rows(sql`select action from platform.audit where action = 'ringfence.take-in-roster'`)).toHaveLength(
      1,
    );
    await expect(
      takeInRoster(inspector, { unit: null, file: { ...file, hash: 'f'.repeat(64) }, whole: false, digest }),
    ).rejects.toThrow('look at it again');
  });

  test('which kind of leave it was is written nowhere', async () => {
    await taken(
      records.as('inspector'),
      'leave.csv',
      csv('HOL-2,2026-03-02,,,SICK,,,,,flu', 'NOBODY,2026-03-02,,,MATERNITY', 'HOL-P,2026-03-02,"x"y,,SICK'),
    );
    const kept = await rows(sql<{ everything: string }>`select row_to_json(each)::text as everything from (
      select to_jsonb(held_back) as row from ringfence.held_back union all select to_jsonb(leave) from ringfence.leave
      union all select to_jsonb(revision) from ringfence.revision union all select to_jsonb(roster) from ringfence.roster
      union all select to_jsonb(audit) from platform.audit) as each`);
    const all = kept.map(({ everything }) => everything).join('\n');
    expect(all).toContain('leave');
    expect(all).not.toMatch(/sick|matern|\bflu\b/i);
  });

  test('a duty planned and then worked changes, keeps its plan, and counts as confirmed', async () => {
    const sergeant = records.as('sergeant');
    await taken(sergeant, 'plan.csv', csv('BLO-2,2026-03-04,07:00,15:00,WARD'));
    const worked = await taken(sergeant, 'worked.csv', csv('BLO-2,2026-03-04,07:00,16:00,WORKED'));
    expect(worked.shown.changes).toEqual([
      'Ben Okafor (BLO-2): duty from 07:00 to 15:00 on 4 March 2026 becomes one from 07:00 to 16:00 on 4 March 2026, and counts as confirmed by the roster.',
    ]);
    expect(
      await rows(sql`select planned = tstzrange('2026-03-04 07:00Z', '2026-03-04 15:00Z') as planned,
        during = tstzrange('2026-03-04 07:00Z', '2026-03-04 16:00Z') as worked, confirmed
        from ringfence.duty where day = '2026-03-04'`),
    ).toEqual([{ planned: true, worked: true, confirmed: 'roster' }]);
    expect(await counted('2026-03-04')).toEqual([{ account: 'confirmed', minutes: 540 }]);
    const states = await rows(
      sql`select before is null as first from ringfence.revision where day = '2026-03-04' order by id`,
    );
    expect(states).toEqual([{ first: true }, { first: false }]);
    const planAgain = await previewRoster(sergeant, {
      unit: null,
      file: readFile('plan-again.csv', csv('BLO-2,2026-03-04,07:00,15:00,WARD', 'BLO-2,2026-03-05,,,RD')),
      whole: false,
    });
    expect(planAgain).toMatchObject({ shown: { counts: { unchanged: 2, changed: 0, heldBack: 0 } } });
  });

  test('a sergeant takes in the rows of their own wards, and the others are held back', async () => {
    const { shown } = await taken(
      records.as('sergeant'),
      'both.csv',
      csv('HOL-1,2026-03-05,07:00,15:00,WARD', 'BUN-1,2026-03-05,07:00,15:00,WARD'),
    );
    expect(shown.counts).toMatchObject({ duties: 1, heldBack: 1 });
    expect(shown.held[0]?.said).toMatch(/not yours to|yours to see/);
    await expect(take(records.as('officer'), 'own.csv', csv('BLO-1,2026-03-06,07:00,15:00,WARD'))).rejects.toThrow(
      'sergeant of a ward or by an inspector',
    );
    await expect(take(records.as('analyst'), 'own.csv', csv('BLO-1,2026-03-06,07:00,15:00,WARD'))).rejects.toThrow();
  });

  test('a corrected file settles what was held back, and a person can', async () => {
    const inspector = records.as('inspector');
    const first = await taken(
      inspector,
      'wrong.csv',
      csv(
        'BLO-1,2026-03-09,07:00,15:00,WARD,Bunhill',
        'HOL-1,2026-03-09,07:00,15:00,WRD',
        'HOL-2,2026-03-09,07:00,15:00,WARD',
      ),
    );
    const second = await taken(inspector, 'right.csv', csv('BLO-1,2026-03-09,07:00,15:00,WARD,Bloomsbury'));
    expect([first.shown.counts.heldBack, second.settled]).toEqual([2, 1]);
    const waiting = async () =>
      (await rosterNumbered(inspector, first.roster ?? 0)).held.map(({ line, settledAt }) => [
        line,
        settledAt !== null,
      ]);
    expect(await waiting()).toEqual([
      [2, true],
      [3, false],
    ]);
    await settleRow(inspector, { roster: first.roster ?? 0, line: 3 });
    expect(await waiting()).toEqual([
      [2, true],
      [3, true],
    ]);
    await expect(settleRow(inspector, { roster: first.roster ?? 0, line: 3 })).rejects.toThrow('look at the roster');
    expect((await rostersOf(inspector, null)).rosters[1]).toMatchObject({ name: 'wrong.csv', waiting: 0 });
  });

  test('a whole roster removes what it no longer has, but not what was confirmed, and keeps the state before', async () => {
    const inspector = records.as('inspector');
    await taken(
      inspector,
      'old.csv',
      csv(
        'BLO-1,2026-03-16,07:00,15:00,WARD',
        'BLO-1,2026-03-17,07:00,15:00,WARD',
        'BLO-1,2026-03-18,07:00,15:00,WORKED',
        'BLO-1,2026-03-20,,,LEAVE',
        'BLO-1,2026-03-19,07:00,15:00,TRAINING',
      ),
    );
    const { shown } = await taken(
      inspector,
      'new.csv',
      csv('BLO-1,2026-03-16,,,SICK', 'BLO-1,2026-03-17,08:00,16:00,WARD', 'BLO-1,2026-03-21,,,RD'),
      true,
    );
    expect(shown.counts).toMatchObject({ removed: 2, changed: 1, leave: 1, heldBack: 2 });
    expect(shown.held.map(({ said }) => said).join(' ')).toMatch(
      /somebody confirmed it.*an absence is recorded in it/s,
    );
    expect(await counted('2026-03-16')).toEqual([{ account: 'leave', minutes: 480 }]);
    expect(await counted('2026-03-20')).toEqual([]);
    const gone = sql`select before ->> 'day' as day from ringfence.revision where after is null order by id`;
    expect(await rows(gone)).toEqual([{ day: '2026-03-16' }, { day: '2026-03-20' }]);
  });

  test('work on a rest day is counted apart, and the day given back is charged to it', async () => {
    const inspector = records.as('inspector');
    await taken(
      inspector,
      'rest.csv',
      csv(
        'HOL-1,2026-03-23,07:00,17:00,RDW-AID-FORCE,,,duty-inspector',
        'HOL-1,2026-03-25,07:00,15:00,RDB,,,,,2026-03-23',
        'HOL-2,2026-03-25,07:00,15:00,RDB,,,,,2026-03-23',
      ),
    );
    expect(await counted('2026-03-23')).toEqual([{ account: 'rest-day', minutes: 600 }]);
    expect(await counted('2026-03-25')).toEqual([{ account: 'breach', minutes: 480 }]);
  });

  test('a roster that PostgreSQL gave up for others on the same duties is taken in the next time', async () => {
    const file = csv('BLO-1,2026-03-11,07:00,15:00,WARD');
    const take = () => taken(records.as('inspector'), 'met.csv', file);
    expect((await givenUpOnce(records.system.records, take)).shown.counts).toMatchObject({ duties: 1, heldBack: 0 });
    expect(await counted('2026-03-11')).toEqual([{ account: 'presumed', minutes: 480 }]);
    expect(await rows(sql`select from platform.audit where detail::jsonb ->> 'name' = 'met.csv'`)).toHaveLength(1);
  });

  test('the same file again brings what was held back, and puts nothing else back', async () => {
    const [day, next] = ['2026-03-26', '2026-03-27'];
    const emergency = `HOL-1,${day},08:00,16:00,EMERGENCY,,,duty-inspector,emergency-${day}-flood`;
    const both = csv(`BLO-1,${day},07:00,15:00,WARD`, `BUN-1,${day},07:00,15:00,WARD`, emergency, 'X,y,,,WARD');
    const dutiesOn = () =>
      rows(sql<{ at: string }>`select to_char(lower(during), 'HH24:MI') as at from ringfence.duty
      where day = ${day}::date order by officer`);
    const first = await taken(records.as('sergeant'), 'both.csv', both);
    expect(first.shown.counts).toMatchObject({ duties: 1, heldBack: 3 });
    await taken(records.as('sergeant'), 'moved.csv', csv(`BLO-1,${day},09:00,17:00,WARD`));
    const other = await taken(records.as('otherSergeant'), 'both.csv', both, true);
    expect(other.shown.counts).toMatchObject({ duties: 1, changed: 0, removed: 0, heldBack: 2 });
    expect(other.shown.notWhole).toContain('only its rows that were held back');
    expect(await dutiesOn()).toEqual([{ at: '09:00' }, { at: '07:00' }]);
    for (const who of ['sergeant', 'otherSergeant'] as const)
      expect(await take(records.as(who), 'both.csv', both)).toMatchObject({ kind: 'already' });
    await enterEmergency(records.as('inspector', new Date(`${day}T10:00:00Z`)), {
      ...{ unit: UNIT, name: 'Flood', firstDay: day, rank: 'Superintendent', source: 'Gold’s log.' },
      ...{ authorisedAt: new Date(`${day}T07:00:00Z`), expires: new Date(`${next}T07:00:00Z`) },
    });
    const entered = await taken(records.as('sergeant'), 'both.csv', both);
    expect(entered.shown.counts).toMatchObject({ duties: 1, absences: 1, heldBack: 1 });
    expect((await rosterNumbered(records.as('sergeant'), first.roster ?? 0)).roster.waiting).toBe(0);
    expect(await dutiesOn()).toEqual([{ at: '09:00' }, { at: '08:00' }, { at: '07:00' }]);
  });

  const absencesOn = (day: string) => {
    const asked = { officer: records.officers['BLO-1'] ?? 0, from: day, to: day };
    return records.system.records.transaction().execute((trx) => absencesOf(trx, asked));
  };

  test('whoever ordered an absence does not make it longer by a roster, and others do', async () => {
    const day = '2026-03-12';
    await taken(records.as('inspector'), 'late.csv', csv(`BLO-1,${day},14:00,22:00,WARD`));
    const [duty] = await rows(sql<{ id: string }>`select id from ringfence.duty where day = ${day}::date`);
    const from = new Date(`${day}T17:00:00Z`);
    const order = { by: 'ward-sergeant', at: from } as const;
    const called = { id: crypto.randomUUID(), duty: Number(duty?.id), from, reason: 'aid-force', order } as const;
    await callAway(records.as('officer', from), called);
    const before = await counted(day);
    expect(before).toEqual([
      { account: 'breach', minutes: 300 },
      { account: 'presumed', minutes: 180 },
    ]);
    const later = `BLO-1,${day},14:00,23:00,WORKED`;
    const own = await taken(records.as('sergeant'), 'own.csv', csv(later, `HOL-1,${day},,,RD`));
    expect(own.shown.counts).toMatchObject({ changed: 0, unchanged: 1, heldBack: 1 });
    expect(own.shown.held[0]?.said).toContain('by your own order');
    expect(await counted(day)).toEqual(before);
    await taken(records.as('inspector'), 'others.csv', csv(later));
    expect(await counted(day)).toEqual([
      { account: 'breach', minutes: 360 },
      { account: 'confirmed', minutes: 180 },
    ]);
  });

  test('an absence that a roster has by the ward’s sergeant is not confirmed by that sergeant', async () => {
    const day = '2026-03-13';
    await taken(
      records.as('sergeant'),
      'ordered.csv',
      csv(
        `BLO-1,${day},07:00,15:00,WARD`,
        `BLO-1,${day},09:00,12:00,RESPONSE,,,ward-sergeant,,R 12`,
        `BLO-1,${day},13:00,14:00,RESPONSE,,,duty-inspector`,
      ),
    );
    const [first, second] = await absencesOn(day);
    expect(first?.order).toMatchObject({
      by: 'ward-sergeant',
      person: records.as('sergeant').actor,
      reference: 'R 12',
    });
    expect(second?.order).toMatchObject({ by: 'duty-inspector', person: null });
    const seen = { id: first?.id ?? '', version: 1 };
    await expect(confirmAbsence(records.as('sergeant'), seen)).rejects.toThrow(OWN_ORDER);
    expect((await confirmAbsence(records.as('inspector'), seen)).absence.standing).toBe('confirmed');
  });

  test('work on a rest day that the ward’s sergeant ordered gets other times by somebody else’s roster', async () => {
    const day = '2026-03-14';
    const ordered = (hours: string) => csv(`HOL-1,${day},${hours},RDW-AID-FORCE,,,ward-sergeant`);
    await taken(records.as('sergeant'), 'first.csv', ordered('07:00,15:00'));
    const found = await rows(sql`select ordered_person as person from ringfence.duty where day = ${day}::date`);
    expect(found).toEqual([{ person: records.as('sergeant').actor }]);
    const both = csv(`HOL-1,${day},07:00,17:00,RDW-AID-FORCE,,,ward-sergeant`, 'HOL-2,2026-03-14,,,RD');
    const own = await taken(records.as('sergeant'), 'own.csv', both);
    expect(own.shown.counts).toMatchObject({ changed: 0, unchanged: 1, heldBack: 1 });
    expect(own.shown.held[0]?.said).toBe(
      'The records hold it by your own order with other times: leave the row to another sergeant or an inspector.',
    );
    expect(await counted(day)).toEqual([{ account: 'rest-day', minutes: 480 }]);
    await taken(records.as('inspector'), 'others.csv', ordered('07:00,17:00'));
    expect(await counted(day)).toEqual([{ account: 'rest-day', minutes: 600 }]);
  });

  test('a night over either change of the clock has the hours that pass', async () => {
    await taken(
      records.as('inspector', new Date('2026-10-20T12:00:00Z')),
      'nights.csv',
      csv(
        'BUN-1,2026-03-28,22:00,07:00,WARD',
        'BLO-1,2026-03-28,22:00,07:00,WARD',
        'BLO-1,2026-10-24,22:00,07:00,WARD',
      ),
    );
    expect([await counted('2026-03-28'), await counted('2026-10-24')]).toEqual([
      [{ account: 'presumed', minutes: 480 }],
      [{ account: 'presumed', minutes: 600 }],
    ]);
  });
});
