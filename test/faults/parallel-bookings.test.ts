import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { londonSpan } from '../../src/lib/calendar/london-span.ts';
import {
  DoubleBooked,
  lockRows,
  retryOnDeadlock,
  TooBusy,
  withoutDoubleBooking,
} from '../../src/platform/concurrency/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { saySpan } from '../../src/ui/say-span.ts';
import { describeStores, type EmptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';
import {
  addOfficers,
  commanderOf,
  DUTIES_NEVER_OVERLAP,
  dropTables,
  gate,
  giveToPlainOwner,
  makeTables,
} from './parallel-tables.ts';

/** Milliseconds: hundreds of transactions one after another, on a machine that may be busy with others. */
const SLOW = 240_000;

interface Duty {
  officer: number;
  unit: string;
  from: Date;
  to: Date;
}

const duty = (from: string, to: string, given: Partial<Duty> = {}): Duty => ({
  officer: 7,
  unit: 'Central North',
  from: new Date(from),
  to: new Date(to),
  ...given,
});
const NIGHT = duty('2026-03-28T22:00:00Z', '2026-03-29T06:00:00Z');

/** A domain's own function: books a duty, and says in one sentence which one is in the way. */
function bookDuty(trx: Records, { officer, unit, from, to }: Duty): Promise<void> {
  const during = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;
  return withoutDoubleBooking<void, { from: Date; to: Date }>(
    trx,
    {
      constraint: DUTIES_NEVER_OVERLAP,
      async findClash() {
        const found = await sql<{ from: Date; to: Date }>`
          select lower(during) as from, upper(during) as to from parallel.duty
          where officer = ${officer} and during && ${during} order by during limit 1`.execute(trx);
        return found.rows[0] ?? null;
      },
      say: (clash) =>
        clash === null
          ? `Officer ${officer} is on duty elsewhere then: choose another time, or ask their sergeant.`
          : `Officer ${officer} is already on duty ${saySpan(clash)}: choose another time or officer.`,
    },
    async () => {
      await sql`insert into parallel.duty (officer, unit, during) values (${officer}, ${unit}, ${during})`.execute(trx);
    },
  );
}

describeStores('bookings at the same time', (open, mode) => {
  let kept: EmptyRecords;
  let records: Records;
  beforeEach(async () => {
    kept = await open();
    records = testPlatform(kept.database).records;
    await makeTables(kept.records);
    await addOfficers(kept.records, 7, 8);
  });
  afterEach(async () => {
    await dropTables(kept.records);
    await kept.close();
  });

  const book = (wanted: Duty, as = records) => as.transaction().execute((trx) => bookDuty(trx, wanted));
  const duties = async () =>
    (
      await sql`select officer, lower(during) as from, upper(during) as to from parallel.duty order by id`.execute(
        kept.records,
      )
    ).rows;

  it('200 clients try five times each to book one officer: there is exactly one duty, and 999 are told', {
    timeout: SLOW,
  }, async () => {
    const attempts = Array.from({ length: 200 }, async (_, client) => {
      const heard: string[] = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const wanted = duty('2026-03-28T22:00:00Z', `2026-03-29T0${(client + attempt) % 5}:30:00Z`);
        await book(wanted).then(
          () => heard.push('booked'),
          (error) => heard.push(error instanceof DoubleBooked ? 'told' : String(error)),
        );
      }
      return heard;
    });
    const heard = (await Promise.all(attempts)).flat();
    expect(await duties()).toHaveLength(1);
    expect(heard.filter((each) => each === 'booked')).toHaveLength(1);
    expect(heard.filter((each) => each === 'told')).toHaveLength(999);
  });

  it('names the duty in the way by London’s clocks, and the transaction goes on', async () => {
    await book(NIGHT);
    const sentence =
      'Officer 7 is already on duty from 22:00 on 28 March 2026 to 07:00 on 29 March 2026: choose another time or officer.';
    await records.transaction().execute(async (trx) => {
      await expect(bookDuty(trx, duty('2026-03-29T05:59:00Z', '2026-03-29T14:00:00Z'))).rejects.toThrow(sentence);
      await bookDuty(trx, duty('2026-03-29T06:00:00Z', '2026-03-29T14:00:00Z'));
      await bookDuty(trx, { ...NIGHT, officer: 8 });
    });
    expect((await duties()).map((row) => (row as { officer: number }).officer)).toEqual([7, 7, 8]);
  });

  it('holds across units, and says nothing of a duty that the commander may not see', async () => {
    await book({ ...NIGHT, unit: 'Central East' });
    const north = testPlatform(kept.database, { principal: commanderOf('Central North') });
    await expect(book(NIGHT, north.records)).rejects.toMatchObject({
      name: 'DoubleBooked',
      clash: null,
      message: 'Officer 7 is on duty elsewhere then: choose another time, or ask their sergeant.',
    });
    expect(await duties()).toHaveLength(1);
  });

  it('holds for a duty that is moved, and refuses one of no length', async () => {
    await book(NIGHT);
    await book(duty('2026-03-30T22:00:00Z', '2026-03-31T06:00:00Z'));
    const moved = sql`update parallel.duty set during = tstzrange('2026-03-28T23:00Z', '2026-03-29T01:00Z') where id = 2`;
    await expect(moved.execute(kept.records)).rejects.toMatchObject({ code: '23P01' });
    await expect(book(duty('2026-04-01T22:00:00Z', '2026-04-01T22:00:00Z'))).rejects.toMatchObject({
      constraint: `${DUTIES_NEVER_OVERLAP}_has_time`,
    });
    expect(await duties()).toHaveLength(2);
  });

  it('keeps nights apart on both changes of the clock', async () => {
    for (const [date, minutes] of [
      ['2026-03-28', 480],
      ['2026-10-24', 600],
    ] as const) {
      const night = londonSpan(date, '22:00', '07:00');
      if (night === null) throw new Error('There is no such night.');
      await book({ ...NIGHT, from: night.from, to: night.to });
      const morning = londonSpan(date === '2026-03-28' ? '2026-03-29' : '2026-10-25', '07:00', '15:00');
      await book({ ...NIGHT, from: night.to, to: morning?.to ?? night.to });
      const kept_ = await sql<{ minutes: number }>`
        select extract(epoch from upper(during) - lower(during)) / 60 as minutes from parallel.duty
        where lower(during) = ${night.from}`.execute(kept.records);
      expect(kept_.rows).toEqual([{ minutes }]);
    }
  });

  it('is not asked of a transaction that keeps showing what was there before', async () => {
    const repeatable = records.transaction().setIsolationLevel('repeatable read');
    await expect(repeatable.execute((trx) => bookDuty(trx, NIGHT))).rejects.toMatchObject({ code: '0A000' });
  });

  it('rows are locked in one order whatever the order they are asked for', async () => {
    const locked = await kept.records
      .transaction()
      .execute((trx) => lockRows(trx, { table: 'parallel.officer', key: 'id', values: [8, 99, 7] }));
    expect(locked).toEqual([7, 8]);
  });

  if (mode === 'embedded') return;

  describe('where several transactions run at once', () => {
    it('holds where the owner of the tables is no superuser', async () => {
      await giveToPlainOwner(kept.records);
      const north = testPlatform(kept.database, { principal: commanderOf('Central North') });
      const answers = await Promise.allSettled(Array.from({ length: 16 }, () => book(NIGHT, north.records)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await duties()).toHaveLength(1);
    });

    it('a deadlock is tried again and reaches nobody', async () => {
      const { outcome, tries } = await lockEachOthers(5);
      expect(outcome.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(tries).toBe(3);
    });

    it('a deadlock that may not be tried again is one sentence', async () => {
      const { outcome } = await lockEachOthers(1);
      const failed = outcome.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(failed).toEqual([expect.any(TooBusy)]);
    });

    /** Two transactions lock one officer each and then want the other's. */
    async function lockEachOthers(attempts: number) {
      const both = gate();
      let [holding, tries] = [0, 0];
      const swap = (first: number, second: number) =>
        retryOnDeadlock(
          () =>
            kept.records.transaction().execute(async (trx) => {
              tries += 1;
              await sql`set local deadlock_timeout = '50ms'`.execute(trx);
              await lockRows(trx, { table: 'parallel.officer', key: 'id', values: [first] });
              holding += 1;
              if (holding === 2) both.open();
              await both.opened;
              await lockRows(trx, { table: 'parallel.officer', key: 'id', values: [second] });
            }),
          { attempts, pause: (failed) => pause(10 * failed) },
        );
      return { outcome: await Promise.allSettled([swap(7, 8), swap(8, 7)]), tries };
    }
  });
});
