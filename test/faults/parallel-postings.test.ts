import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextDay } from '../../src/lib/calendar/london-span.ts';
import { type Random, seededRandom } from '../../src/lib/statistics/random.ts';
import { SumTooGreat, withinTheSum } from '../../src/platform/concurrency/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { longDate } from '../../src/ui/long-date.ts';
import { describeStores, type EmptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';
import {
  addOfficers,
  commanderOf,
  dropTables,
  gate,
  giveToPlainOwner,
  makeTables,
  NO_POSTING_ABOVE_ONE,
  someoneWaits,
} from './parallel-tables.ts';

/** Milliseconds: hundreds of transactions one after another, on a machine that may be busy with others. */
const SLOW = 240_000;

interface Posting {
  officer: number;
  unit: string;
  /** First day; null: since ever. */
  from: string | null;
  /** Day after the last; null: open. */
  to: string | null;
  /** A decimal. */
  fraction: string;
}

const posting = (from: string | null, to: string | null, fraction: string, given: Partial<Posting> = {}): Posting => ({
  officer: 7,
  unit: 'Central North',
  from,
  to,
  fraction,
  ...given,
});

/** A domain's own function: posts an officer, and says when and by how much it would be too much. */
const post = (trx: Records, { officer, unit, from, to, fraction }: Posting): Promise<void> =>
  withinTheSum(
    trx,
    {
      constraint: NO_POSTING_ABOVE_ONE,
      say: (found) =>
        `Officer ${officer} would be posted ${found.sum} from ${found.from === null ? 'the start' : longDate(found.from)}: give the postings at most 1.0 in all.`,
    },
    async () => {
      await sql`insert into parallel.posting (officer, unit, during, fraction)
        values (${officer}, ${unit}, daterange(${from}::date, ${to}::date), ${fraction})`.execute(trx);
    },
  );

/** The most that an officer's postings come to on any day, in thousandths: counted day by day, without ranges. */
function mostOnAnyDay(postings: readonly Posting[], officer: number): number {
  let most = 0;
  for (let day = '2026-01-01'; day < '2026-03-15'; day = nextDay(day)) {
    const held = postings.filter(
      ({ from, to, ...each }) => each.officer === officer && (from ?? '') <= day && (to === null || day < to),
    );
    most = Math.max(
      most,
      held.map(({ fraction }) => Math.round(Number(fraction) * 1000)).reduce((a, b) => a + b, 0),
    );
  }
  return most;
}

/** Any posting of January and February 2026, at times open at an end. */
function anyPosting(random: Random): Posting {
  const day = (least: number) => {
    const date = new Date(Date.UTC(2026, 0, least + Math.floor(random() * 20)));
    return date.toISOString().slice(0, 10);
  };
  const from = random() < 0.1 ? null : day(1);
  const to = random() < 0.1 ? null : day(30);
  return posting(from, to, (Math.ceil(random() * 500) / 1000).toFixed(3), { officer: random() < 0.5 ? 7 : 8 });
}

describeStores('postings at the same time', (open, mode) => {
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

  const add = (wanted: Posting, as = records) => as.transaction().execute((trx) => post(trx, wanted));
  const postings = async (): Promise<Posting[]> =>
    (
      await sql<Posting>`select officer, unit, lower(during) as from, upper(during) as to, fraction::text
        from parallel.posting order by id`.execute(kept.records)
    ).rows;

  it('50 parallel writers never post an officer above 1.0, and are refused only what would be', {
    timeout: SLOW,
  }, async () => {
    const random = seededRandom(50);
    const wanted = Array.from({ length: 50 }, () => Array.from({ length: 4 }, () => anyPosting(random)));
    const refused: Posting[] = [];
    await Promise.all(
      wanted.map(async (list) => {
        for (const each of list)
          await add(each).catch((error) => {
            if (!(error instanceof SumTooGreat)) throw error;
            refused.push(each);
          });
      }),
    );
    const held = await postings();
    expect(held.length + refused.length).toBe(200);
    expect(held.length).toBeGreaterThan(4);
    for (const officer of [7, 8]) expect(mostOnAnyDay(held, officer)).toBeLessThanOrEqual(1000);
    const wouldFit = refused.filter((each) => mostOnAnyDay([...held, each], each.officer) <= 1000);
    expect(wouldFit).toEqual([]);
  });

  it('holds while 50 writers add, lengthen, move and take away each other’s postings', { timeout: SLOW }, async () => {
    const random = seededRandom(51);
    const change = (id: number, { officer, from, to, fraction }: Posting) =>
      [
        sql`update parallel.posting set fraction = ${fraction} where id = ${id}`,
        sql`update parallel.posting set officer = ${officer} where id = ${id}`,
        sql`update parallel.posting set during = daterange(${from}::date, ${to}::date) where id = ${id}`,
        sql`delete from parallel.posting where id = ${id}`,
      ][Math.floor(random() * 4)] ?? sql`select`;
    let changed = 0;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (let turn = 0; turn < 3; turn += 1) {
          await add(anyPosting(random)).catch(tooGreatOnly);
          const changing = change(Math.ceil(random() * 60), anyPosting(random));
          await records
            .transaction()
            .execute(async (trx) => {
              const rule = { constraint: NO_POSTING_ABOVE_ONE, say: () => 'Too much.' };
              const done = await withinTheSum(trx, rule, () => changing.execute(trx));
              changed += Number(done.numAffectedRows ?? 0);
            })
            .catch(tooGreatOnly);
        }
      }),
    );
    const held = await postings();
    expect(changed).toBeGreaterThan(0);
    expect(held.length).toBeGreaterThan(0);
    for (const officer of [7, 8]) expect(mostOnAnyDay(held, officer)).toBeLessThanOrEqual(1000);
  });

  it('counts in decimals: ten tenths are one, and a thousandth more is not', async () => {
    for (let tenth = 0; tenth < 10; tenth += 1) await add(posting('2026-01-01', null, '0.1'));
    await expect(add(posting('2026-06-01', '2026-06-02', '0.001'))).rejects.toMatchObject({
      message: 'Officer 7 would be posted 1.001 from 1 June 2026: give the postings at most 1.0 in all.',
      from: '2026-06-01',
      sum: '1.001',
    });
  });

  it('takes postings that follow each other on one day, and finds one overlap between long ones', async () => {
    await add(posting(null, '2026-03-01', '1.0'));
    await add(posting('2026-03-01', '2026-06-01', '0.5'));
    await add(posting('2026-05-01', null, '0.5'));
    await expect(add(posting('2026-03-01', null, '0.5'))).rejects.toMatchObject({ from: '2026-05-01', sum: '1.5' });
    await expect(add(posting(null, null, '0.5'))).rejects.toMatchObject({ from: null, sum: '1.5' });
    await add(posting('2026-06-01', null, '0.5'));
    await add(posting('2026-03-01', null, '1.0', { officer: 8 }));
    expect(await postings()).toHaveLength(5);
  });

  it('counts the posting of another unit that the commander may not see', async () => {
    await add(posting('2026-01-01', null, '0.6', { unit: 'Central East' }));
    const north = testPlatform(kept.database, { principal: commanderOf('Central North') });
    await expect(add(posting('2026-02-01', null, '0.5'), north.records)).rejects.toMatchObject({ sum: '1.1' });
    await add(posting('2026-02-01', null, '0.4'), north.records);
    // What the check may see, the commander may not: neither in that transaction nor after it.
    const seen = await north.records.transaction().execute(async (trx) => {
      await post(trx, posting('2025-01-01', '2025-02-01', '0.1'));
      return sql<{ unit: string }>`select distinct unit from parallel.posting`.execute(trx);
    });
    expect(seen.rows).toEqual([{ unit: 'Central North' }]);
  });

  it('lets two postings change places when the check waits for the end', async () => {
    await add(posting('2026-01-01', '2026-02-01', '1.0'));
    await add(posting('2026-02-01', '2026-03-01', '0.8'));
    const swap = (deferred: boolean) =>
      records.transaction().execute(async (trx) => {
        if (deferred) await sql`set constraints parallel.${sql.ref(NO_POSTING_ABOVE_ONE)} deferred`.execute(trx);
        await sql`update parallel.posting set during = daterange('2026-02-01', '2026-03-01') where fraction = 1.0`.execute(
          trx,
        );
        await sql`update parallel.posting set during = daterange('2026-01-01', '2026-02-01') where fraction = 0.8`.execute(
          trx,
        );
      });
    await expect(swap(false)).rejects.toMatchObject({ constraint: NO_POSTING_ABOVE_ONE });
    await swap(true);
    expect((await postings()).map(({ from, fraction }) => `${from} ${fraction}`)).toEqual([
      '2026-02-01 1.0',
      '2026-01-01 0.8',
    ]);
  });

  it.each([
    ['nothing of a post', posting('2026-01-01', null, '0')],
    ['less than nothing', posting('2026-01-01', null, '-0.5')],
    ['a posting of no days', posting('2026-01-01', '2026-01-01', '0.5')],
  ])('refuses %s, which no sum would show', async (_, wanted) => {
    await expect(add(wanted)).rejects.toMatchObject({ constraint: `${NO_POSTING_ABOVE_ONE}_counts` });
  });

  if (mode === 'embedded') return;

  describe('where several transactions run at once', () => {
    it.each(['superuser', 'plain owner'])(
      'of two writers who each see only their own posting, one waits and is refused (tables of a %s)',
      async (owner) => {
        if (owner === 'plain owner') await giveToPlainOwner(kept.records);
        const [added, mayEnd] = [gate(), gate()];
        const first = records.transaction().execute(async (trx) => {
          await post(trx, posting('2026-01-01', null, '0.6'));
          added.open();
          await mayEnd.opened;
        });
        await added.opened;
        const second = add(posting('2026-02-01', null, '0.6'));
        const refused = expect(second).rejects.toMatchObject({ sum: '1.2', from: '2026-02-01' });
        await someoneWaits(kept.records).finally(mayEnd.open);
        await first;
        await refused;
        expect(await postings()).toHaveLength(1);
      },
    );

    it('writers of other officers do not wait', async () => {
      const [added, mayEnd] = [gate(), gate()];
      const first = records.transaction().execute(async (trx) => {
        await post(trx, posting('2026-01-01', null, '1.0'));
        added.open();
        await mayEnd.opened;
      });
      await added.opened;
      await add(posting('2026-01-01', null, '1.0', { officer: 8 })).finally(mayEnd.open);
      await first;
      expect(await postings()).toHaveLength(2);
    });
  });
});

function tooGreatOnly(error: unknown): void {
  if (!(error instanceof SumTooGreat)) throw error;
}
