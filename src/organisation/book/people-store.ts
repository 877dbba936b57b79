import { sql } from 'kysely';
import { insertRows, type Records } from '../../platform/database/index.ts';
import type { OfficerRank } from './book-rows.ts';
import type { Writing } from './kind-tables.ts';

/** Who is added, and who is written anew because a name changed or a made-up person became a real one. */
export interface OfficersWritten {
  added: readonly Pick<OfficerRank, 'reference' | 'name'>[];
  changed: readonly Pick<OfficerRank, 'reference' | 'name'>[];
}

/** @throws StatementError WR001 in one sentence for real people while the demonstration is on */
export async function writeOfficers(
  trx: Records,
  { added, changed }: OfficersWritten,
  { unit, synthetic }: Pick<Writing, 'unit' | 'synthetic'>,
): Promise<void> {
  await insertRows(
    trx,
    'organisation.officer',
    { reference: 'text', unit: 'text', name: 'text', synthetic: 'boolean' },
    added.map(({ reference, name }) => ({ reference, unit, name, synthetic })),
  );
  for (const { reference, name } of changed)
    await sql`update organisation.officer set name = ${name}, synthetic = ${synthetic}, version = version + 1
      where unit = ${unit} and reference = ${reference}`.execute(trx);
}

/** Ranks by officer and first day: those that change first, which leaves room for those that are added. */
export async function writeRanks(
  trx: Records,
  { added, changed }: { added: readonly OfficerRank[]; changed: readonly OfficerRank[] },
  { ids }: Pick<Writing, 'ids'>,
): Promise<void> {
  const rows = (ranks: readonly OfficerRank[]) =>
    ranks.map(({ reference, rank, during: { from, until } }) => ({
      officer: ids.officer.get(reference),
      rank,
      during: `[${from},${until ?? ''})`,
    }));
  for (const { officer, rank, during } of rows(changed))
    await sql`update organisation.officer_rank set rank = ${rank}, during = ${during}::daterange
      where officer = ${officer}::bigint and lower(during) = lower(${during}::daterange)`.execute(trx);
  await insertRows(
    trx,
    'organisation.officer_rank',
    { officer: 'bigint', rank: 'text', during: 'daterange' },
    rows(added),
  );
}

/** Writes the parts that boroughs have of posts, in place of those they had. */
export async function writeShares(
  trx: Records,
  posts: readonly { reference: string; shares: readonly { boroughCode: string; fraction: number }[] }[],
  { ids }: Pick<Writing, 'ids'>,
): Promise<void> {
  const wanted = posts.flatMap(({ reference }) => ids.post.get(reference) ?? []);
  await sql`delete from organisation.post_share where post = any (${wanted}::bigint[])`.execute(trx);
  await sql`insert into organisation.post_share (post, borough_code, fraction, during)
    select post.id, given.borough, given.fraction, post.during
    from unnest(${posts.flatMap(({ reference, shares }) => shares.map(() => ids.post.get(reference) ?? ''))}::bigint[],
      ${posts.flatMap(({ shares }) => shares.map(({ boroughCode }) => boroughCode))}::text[],
      ${posts.flatMap(({ shares }) => shares.map(({ fraction }) => fraction))}::numeric[]) as given (post, borough, fraction)
    join organisation.post on post.id = given.post`.execute(trx);
}

const TABLES = {
  officer: 'organisation.officer',
  post: 'organisation.post',
  course: 'organisation.course',
  asset: 'organisation.asset',
};

/** Ids of a unit's officers, posts, courses or assets, by reference. */
export async function idsOf(trx: Records, what: keyof typeof TABLES, unit: string): Promise<Map<string, string>> {
  const found = await sql<{ id: string; reference: string }>`
    select id::text, reference from ${sql.table(TABLES[what])} where unit = ${unit}`.execute(trx);
  return new Map(found.rows.map(({ id, reference }) => [reference, id]));
}
