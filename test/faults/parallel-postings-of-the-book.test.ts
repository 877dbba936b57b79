import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { Refused } from '../../src/lib/refused.ts';
import { postOfficer } from '../../src/organisation/postings/post-officer-service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { bookAsset } from '../../src/organisation/sharing/booking-service.ts';
import { DoubleBooked } from '../../src/platform/concurrency/index.ts';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../builders/each-principal.ts';
import { type PostedOfficers, postOfficers } from '../builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';

/** Milliseconds: a hundred transactions one after another, on a machine that may be busy with others. */
const SLOW = 120_000;
const WRITERS = 100;

describeStores('the post book, written by a hundred at once', (open) => {
  let kept: EmptyRecords;
  let keys: PostedOfficers;
  beforeEach(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    keys = await postOfficers(kept.records);
  });
  afterEach(() => kept.close());

  const inspector = () => {
    const principal = personWith('inspector', { unit: UNIT, borough: null, ward: null });
    return testPlatform(kept.database, { principal });
  };
  const count = async (table: 'posting' | 'booking' | 'book_revision', officer: number | null = null) => {
    const of = officer === null ? sql`true` : sql`officer = ${officer}`;
    const { rows } = await kept.records
      .transaction()
      .execute((trx) =>
        sql<{ n: number }>`select count(*)::int as n from organisation.${sql.ref(table)} where ${of}`.execute(trx),
      );
    return rows[0]?.n;
  };
  /** What each of a hundred was told; null: it was written. */
  const all = (attempt: (writer: number) => Promise<void>) =>
    Promise.all(
      Array.from({ length: WRITERS }, (_, writer) =>
        attempt(writer).then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );

  it('posts one officer at 0.6 exactly once, whichever post is asked for', { timeout: SLOW }, async () => {
    const posts = ['BLO-3', 'CAM-FAITH', 'ISL-FAITH', 'UNIT-1'].map((reference) => keys.posts[reference] ?? -1);
    const officer = keys.officers['301'] ?? -1;
    const told = await all((writer) =>
      postOfficer(inspector(), {
        officer,
        post: posts[writer % posts.length] ?? -1,
        fraction: 0.6,
        kind: 'posting',
        during: { from: '2026-04-01', until: null },
        returnsOn: null,
        fromUnit: null,
      }),
    );
    expect(told.filter((error) => error === null)).toHaveLength(1);
    const refused = told.filter((error) => error !== null);
    expect(refused.filter((error) => !(error instanceof Refused))).toEqual([]);
    const sentences = new Set(refused.flatMap((error) => (error as Refused).problems.map(({ sentence }) => sentence)));
    expect(
      [...sentences].every((sentence) => /would be posted 1.2 from 1 April 2026|by Eve Stone \(301\)/.test(sentence)),
    ).toBe(true);
    expect(await count('posting', officer)).toBe(1);
    expect(await count('book_revision')).toBe(1);
  });

  it('fills one seat exactly once, whoever asks for it', { timeout: SLOW }, async () => {
    await kept.records.transaction().execute((trx) =>
      sql`insert into organisation.officer (reference, unit, name)
        select 'N' || n, ${UNIT}, 'Officer ' || n from generate_series(1, ${WRITERS}) as n`.execute(trx),
    );
    const { rows } = await kept.records.transaction().execute(async (trx) => {
      await sql`insert into organisation.officer_rank select id, 'Constable', '[2020-01-01,)' from organisation.officer
        where reference like 'N%'`.execute(trx);
      return sql<{ id: unknown }>`select id from organisation.officer where reference like 'N%'`.execute(trx);
    });
    const told = await all((writer) =>
      postOfficer(inspector(), {
        officer: Number(rows[writer]?.id),
        post: keys.posts['BLO-3'] ?? -1,
        fraction: 1,
        kind: 'posting',
        during: { from: '2026-04-01', until: null },
        returnsOn: null,
        fromUnit: null,
      }),
    );
    expect(told.filter((error) => error === null)).toHaveLength(1);
    expect(told.filter((error) => error !== null && !(error instanceof Refused))).toEqual([]);
  });

  it('books one van exactly once, and tells the others when it is taken and by whom', { timeout: SLOW }, async () => {
    const told = await all((writer) =>
      bookAsset(inspector(), {
        asset: keys.assets['VAN-1'] ?? -1,
        boroughCode: writer % 2 === 0 ? CAMDEN : ISLINGTON,
        from: new Date('2026-03-28T22:00:00Z'),
        to: new Date('2026-03-29T06:00:00Z'),
        purpose: `Patrol ${writer}`,
        nameOf: (code) => (code === CAMDEN ? 'Camden' : 'Islington'),
      }),
    );
    expect(told.filter((error) => error === null)).toHaveLength(1);
    const refused = told.filter((error) => error !== null);
    expect(refused.filter((error) => !(error instanceof DoubleBooked))).toEqual([]);
    expect(new Set(refused.map((error) => (error as Error).message)).size).toBe(1);
    expect((refused[0] as Error).message).toMatch(
      /^Patrol van is taken from 22:00 on 28 March 2026 to 07:00 on 29 March 2026 by (Camden|Islington): choose another time\.$/,
    );
    expect(await count('booking')).toBe(1);
  });
});
