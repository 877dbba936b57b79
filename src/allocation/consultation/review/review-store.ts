import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { saveAtVersion } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import { reviewContent, reviewRevisionRow, reviewRow } from '../consultation-rows.ts';
import type { Review, ReviewChanges, ReviewRevision, Written } from '../model.ts';
import type { AnnouncedReview } from '../notice/notice.ts';

const day = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

/** The plan of a choice is seen on its way by who reads plans, and once it is published by everybody. */
const REVIEWS = sql`select review.id, version, unit, number, name, question, numbers, demand,
    demand_hash as "demandHash", synthetic, ${day('in_force_from')} as "inForceFrom", ${day('opens_on')} as "opensOn",
    ${day('closes_on')} as "closesOn", invited, jsonb_build_object('by', opened_by, 'at', opened_at) as opened,
    case when closed_at is null then null else
      jsonb_build_object('by', closed_by, 'at', closed_at, 'because', closed_because) end as closed,
    case when abandoned_at is null then null else
      jsonb_build_object('by', abandoned_by, 'at', abandoned_at, 'because', abandoned_because) end as abandoned, choice
  from allocation.review left join lateral (
    select jsonb_build_object('proposal', review_choice.proposal, 'reasons', reasons, 'figures', figures,
        'plan', plan::text, 'planState', coalesce(item.state, 'published'),
        'chosen', jsonb_build_object('by', chosen_by, 'at', chosen_at)) as choice
    from allocation.review_choice left join publication.item on item.id = plan
      left join publication.snapshot on snapshot.item = plan
    where review_choice.review = review.id and coalesce(item.state <> 'withdrawn', snapshot.withdrawn_at is null)
      and (item.id is not null or snapshot.item is not null)
    order by review_choice.id desc limit 1) as latest on true`;

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** The review of a key; null where there is none that may be seen. */
export async function readReview(trx: Records, id: number): Promise<Review | null> {
  const [found = null] = await rowsOf(trx, reviewRow, sql`${REVIEWS} where review.id = ${id}`);
  return found;
}

/** Every review of a unit that may be seen, the newest first; of all units for null. */
export const readReviews = (trx: Records, unit: string | null): Promise<Review[]> =>
  rowsOf(trx, reviewRow, sql`${REVIEWS} where ${unit}::text is null or unit = ${unit} order by review.id desc`);

/** Where a review is, without the figures it keeps; null where there is none that may be seen. */
export async function readUnitOfReview(trx: Records, id: number): Promise<string | null> {
  const row = z.object({ unit: z.string() });
  const [found] = await rowsOf(trx, row, sql`select unit from allocation.review where id = ${id}`);
  return found?.unit ?? null;
}

/** Waits for whoever changes the review or writes a proposal to it, and lets none of them until the transaction is over. */
export async function lockReview(trx: Records, id: number): Promise<void> {
  await sql`select from allocation.review where id = ${id} for update`.execute(trx);
}

const inPublic = z.object({
  now: z.object({ closesOn: z.string(), inForceFrom: z.string(), closed: z.boolean(), chosen: z.boolean() }),
  abandoned: z.object({ at: z.coerce.date(), because: z.string() }).nullable(),
});

/** How a review that was announced stands now: to anyone; null where it was never announced. */
export async function readReviewInPublic(
  records: Records,
  id: number,
): Promise<Pick<AnnouncedReview, 'now' | 'abandoned'> | null> {
  const [found = null] = await rowsOf(
    records,
    inPublic,
    sql`select jsonb_build_object('closesOn', ${day('closes_on')}, 'inForceFrom', ${day('in_force_from')},
        'closed', closed, 'chosen', chosen) as now,
      case when abandoned_at is null then null else
        jsonb_build_object('at', abandoned_at, 'because', abandoned_because) end as abandoned
      from allocation.review_in_public(${id})`,
  );
  return found;
}

/** The next number of a unit in a year, held for the transaction: two who open at once get two numbers. */
export async function takeNumber(trx: Records, unit: string, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`allocation.review ${unit}`}, 0))`.execute(trx);
  // A statement of its own, which sees the number that the lock was waited for.
  const [found] = await rowsOf(
    trx,
    z.object({ last: z.coerce.number() }),
    sql`select coalesce(max(split_part(number, '-', 2)::integer), 0) as last from allocation.review
      where unit = ${unit} and number like ${`${year}-%`}`,
  );
  return `${year}-${(found?.last ?? 0) + 1}`;
}

/** A review before the records have given it its key. */
export type NewReview = Omit<Review, 'id' | 'closed' | 'abandoned' | 'choice' | 'version'>;

/** Lays a review down as its first version. @returns its key */
export async function insertReview(trx: Records, review: NewReview): Promise<number> {
  const { unit, number, name, question, numbers, demand, demandHash, synthetic, invited, opened } = review;
  const [inserted] = await rowsOf(
    trx,
    z.object({ id: z.coerce.number() }),
    sql`insert into allocation.review (unit, number, name, question, numbers, demand, demand_hash, synthetic, in_force_from,
        opens_on, closes_on, invited, opened_by, opened_at)
      values (${unit}, ${number}, ${name}, ${question}, ${JSON.stringify(numbers)}::jsonb, ${JSON.stringify(demand)}::jsonb,
        ${demandHash}, ${synthetic}, ${review.inForceFrom}::date, ${review.opensOn}::date, ${review.closesOn}::date,
        ${JSON.stringify(invited)}::jsonb, ${opened.by}, ${opened.at.toISOString()}::timestamptz)
      returning id`,
  );
  return inserted?.id ?? 0;
}

/** Saves a review's changed fields over the version its editor saw; a later closing day opens it again. @throws StaleEdit, with the row as it is now */
export async function saveReview(
  trx: Records,
  seen: { id: number; version: number },
  changes: ReviewChanges,
  opensAgain: boolean,
): Promise<void> {
  const { name, question, inForceFrom, closesOn, invited } = changes;
  const columns = {
    name,
    question,
    in_force_from: inForceFrom,
    closes_on: closesOn,
    invited: invited === undefined ? undefined : JSON.stringify(invited),
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  const open = opensAgain ? { closed_by: null, closed_at: null, closed_because: null } : {};
  await save(trx, seen, { ...given, ...open });
}

/** Closes a review at once, on the version that was seen. @throws StaleEdit, with the row as it is now */
export const saveClosed = (
  trx: Records,
  seen: { id: number; version: number },
  { by, at, because, on }: Written & { because: string; on: string },
): Promise<void> =>
  save(trx, seen, { closes_on: on, closed_by: by, closed_at: at.toISOString(), closed_because: because });

/** Ends a review on the version that was seen. @throws StaleEdit, with the row as it is now */
export const saveAbandoned = (
  trx: Records,
  seen: { id: number; version: number },
  { by, at, because }: Written & { because: string },
): Promise<void> => save(trx, seen, { abandoned_by: by, abandoned_at: at.toISOString(), abandoned_because: because });

async function save(
  trx: Records,
  { id, version }: { id: number; version: number },
  changes: Record<string, unknown>,
): Promise<void> {
  await saveAtVersion(trx, { table: 'allocation.review', key: { id }, version, changes, read: (row) => row });
}

/** Keeps a review as it stands now among its versions. */
export async function insertReviewRevision(
  trx: Records,
  review: Review,
  because: string,
  { by, at }: Written,
): Promise<void> {
  await sql`insert into allocation.review_revision (review, version, content, because, changed_by, changed_at)
    values (${review.id}, ${review.version}, ${JSON.stringify(reviewContent(review))}::jsonb, ${because}, ${by},
      ${at.toISOString()}::timestamptz)`.execute(trx);
}

/** Every version of a review that may be seen, the first first. */
export const readReviewRevisions = (trx: Records, id: number): Promise<ReviewRevision[]> =>
  rowsOf(
    trx,
    reviewRevisionRow,
    sql`select version, content, because, jsonb_build_object('by', changed_by, 'at', changed_at) as changed
      from allocation.review_revision where review = ${id} order by version`,
  );
