import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { type RingfenceRecords, ringfenceRecords } from '../../../test/builders/ringfence-records.ts';
import { postBook } from '../../organisation/service.ts';
import { callAway } from '../absences/absence-service.ts';
import { closeDueMonths } from '../closing/closing-service.ts';
import { planDuty } from '../duties/duty-service.ts';
import { recordLeave } from '../duties/leave-service.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { promisesOf } from '../reports/promises-of.ts';
import { enterPending } from './reentry-service.ts';

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
const AWAY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const BACK = '2026-05-01';

describeStores('the post book that is put right after the roster', (open) => {
  let opened: EmptyRecords;
  let kept: RingfenceRecords;
  beforeAll(async () => {
    opened = await open();
    kept = await ringfenceRecords(opened.database);
    const officer = kept.officers['BLO-1'] ?? -1;
    for (const day of DAYS) {
      const duty = await planDuty(kept.as('officer'), { officer, day, start: '07:00', end: '15:00', kind: 'ward' });
      const from = new Date(`${day}T10:00:00Z`);
      if (day === DAYS[0]) await callAway(kept.as('officer'), { id: AWAY, duty: duty.id, from, reason: 'custody' });
    }
    await recordLeave(kept.as('officer'), { officer, day: '2026-03-07', minutes: 480 });
    await run(sql`insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents,
        borough_codes, ward_codes, boundary_version, ward_class, during, synthetic)
      select 'ACTING', unit, 'Acting sergeant', 'Sergeant', strand, 'leadership', 1, borough_codes, '{}', null, null, during, false
      from organisation.post where reference = 'BLO-1'`);
  });
  afterAll(() => opened.close());

  const run = async <Row = unknown>(query: ReturnType<typeof sql<Row>>) =>
    (await opened.database.system.transaction().execute((trx) => query.execute(trx))).rows;

  /** The book has the officer act up from 1 March to a day, and in a ward post from then on. */
  async function actsUp(until: string, then = 'BLO-1', { noticed = true } = {}): Promise<void> {
    const officer = kept.officers['BLO-1'];
    await run(sql`delete from organisation.posting where officer = ${officer}`);
    await run(sql`insert into organisation.posting (officer, post, fraction, during, kind)
      select ${officer}, post.id, 1, given.during::daterange, given.kind from organisation.post
        join (values ('BLO-1', '[2022-05-05,2026-03-01)', 'posting'), ('ACTING', ${`[2026-03-01,${until})`}, 'acting'),
          (${then}, ${`[${until},)`}, 'posting')) as given (post, during, kind) on given.post = post.reference
      where not isempty(given.during::daterange)`);
    await run(sql`insert into organisation.book_revision (unit, kind, reference, before, after, changed_by, changed_at)
      values ('Central North', 'postings', 'posting of BLO-1', null, ${{ officer: 'BLO-1' }}, 'test', now())`);
    if (noticed) await enterPending(kept.system);
  }

  const stands = () =>
    run<{
      account: string;
      minutes: number;
    }>(sql`select account, sum(minutes)::int as minutes from ringfence.ledger_line
      where officer = ${kept.officers['BLO-1']} group by 1 having sum(minutes) <> 0 order by 1`);
  const vacancy = async () => {
    const book = await postBook(kept.system, 'Central North');
    const promises = promisesOf(book, { month: '2026-03', policy: PERMITTED_DEFAULT.policy });
    return promises.find(({ wardCode, postClass }) => wardCode === 'E05013653' && postClass === 'floor')
      ?.vacancyMinutes;
  };
  const ROSTERED = [
    { account: 'breach', minutes: 300 },
    { account: 'leave', minutes: 480 },
    { account: 'presumed', minutes: 4 * 480 + 180 },
  ];

  it('counts duties while the officer is posted', async () => {
    expect(await stands()).toEqual(ROSTERED);
    expect(await vacancy()).toBe(0);
  });

  it('has a short attachment as away of every duty of which nothing else was said', async () => {
    await actsUp('2026-03-21');
    expect(await stands()).toEqual([
      { account: 'breach', minutes: 300 + 4 * 480 },
      { account: 'leave', minutes: 480 },
      { account: 'presumed', minutes: 180 },
    ]);
    expect(await vacancy()).toBe(0);
  });

  it('counts nothing of them beside the vacancy when it is extended beyond the days allowed', async () => {
    await actsUp(BACK);
    expect(await stands()).toEqual([]);
    expect(await vacancy()).toBe(Math.round((31 * PERMITTED_DEFAULT.policy.weeklyMinutes) / 7));
    const [said] = await run<{ because: string }>(sql`select because from ringfence.revision
      where kind = 'duty' order by id desc limit 1`);
    expect(said?.because).toMatch(/in no post of this ward on this day, so it is not counted/);
  });

  it('has none of it forged back by who writes the duty', async () => {
    const forged = sql`update ringfence.duty set counted = true, version = version + 1 where day = ${DAYS[1]}::date`;
    const sergeant = kept.as('sergeant').records.transaction();
    await expect(sergeant.execute((trx) => forged.execute(trx))).rejects.toThrow('follows from the post book');
  });

  it('counts everything again as it was when the book no longer says so', async () => {
    await actsUp('2026-03-01');
    expect(await stands()).toEqual(ROSTERED);
    expect(await enterPending(kept.system)).toBe(0);
  });

  it('has duties and leave belong to the ward that the officer moved to', async () => {
    await run(
      sql`update organisation.posting set during = '[2022-05-05,2026-01-01)' where officer = ${kept.officers['HOL-1']}`,
    );
    await actsUp('2026-03-01', 'HOL-1');
    const wards =
      await run(sql`select ward_code as ward, account, sum(minutes)::int as minutes from ringfence.ledger_line
      join ringfence.place on place.id = place where officer = ${kept.officers['BLO-1']}
      group by 1, 2 having sum(minutes) <> 0 order by 2`);
    expect(wards).toEqual(ROSTERED.map((each) => ({ ward: 'E05013662', ...each })));
  });

  it('has a long absence as leave of the days of which nothing else was recorded, and never twice', async () => {
    const officer = kept.officers['BLO-2'] ?? -1;
    await run(
      sql`insert into organisation.absence (officer, kind, during) values (${officer}, 'absent', '[2026-03-01,2026-03-08)')`,
    );
    const noticed = () =>
      run(sql`insert into organisation.book_revision (unit, kind, reference, before, after, changed_by, changed_at)
      values ('Central North', 'absences', 'absent of BLO-2', null, ${{ officer: 'BLO-2' }}, 'test', now())`);
    const leave = () =>
      run(sql`select day::text, minutes from ringfence.leave where officer = ${officer} order by day`);
    const entered = () =>
      run<{
        account: string;
        minutes: number;
      }>(sql`select account, sum(minutes)::int as minutes from ringfence.ledger_line
        where officer = ${officer} group by 1 having sum(minutes) <> 0 order by 1`);
    await noticed();
    await enterPending(kept.system);
    expect(await entered()).toEqual([{ account: 'leave', minutes: PERMITTED_DEFAULT.policy.weeklyMinutes }]);
    const [first] = await recordLeave(kept.as('colleague'), { officer, day: '2026-03-02', minutes: 480 });
    expect(first?.minutes).toBe(480);
    await planDuty(kept.as('colleague'), { officer, day: '2026-03-03', start: '07:00', end: '15:00', kind: 'ward' });
    await noticed();
    await enterPending(kept.system);
    const left = (await leave()).filter((each) => (each as { day: string }).day !== '2026-03-02');
    expect(left).toHaveLength(5);
    const minutes = left.reduce((sum: number, each) => sum + (each as { minutes: number }).minutes, 480);
    expect(await entered()).toEqual([
      { account: 'leave', minutes },
      { account: 'presumed', minutes: 480 },
    ]);
    await run(sql`delete from organisation.absence where officer = ${officer}`);
    await noticed();
    await enterPending(kept.system);
    expect(await leave()).toEqual([{ day: '2026-03-02', minutes: 480 }]);
  });

  it('is followed before a month is closed, and leaves it as it was from then on', async () => {
    await actsUp(BACK, 'HOL-1', { noticed: false });
    expect(await stands()).toEqual(ROSTERED);
    await closeDueMonths({ ...kept.system, now: () => new Date('2026-04-20T12:00:00Z') });
    expect(await stands()).toEqual([]);
    await actsUp('2026-03-01', 'HOL-1');
    expect(await stands()).toEqual([]);
  });
});
