import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { lockRows, saveAtVersion } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Days } from '../post-book.ts';
import type { HeldAbsence, HeldPosting, Member, Seat } from './model.ts';
import { absenceRow, memberRow, postingRow, seatRow } from './postings-rows.ts';

const day = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;
const daysIn = (column: string) =>
  sql`jsonb_build_object('from', to_char(lower(${sql.ref(column)}), 'YYYY-MM-DD'),
    'until', to_char(upper(${sql.ref(column)}), 'YYYY-MM-DD'))`;
const asRange = ({ from, until }: Days) => sql`daterange(${from}::date, ${until}::date)`;

const SEATS = sql`select id, version, unit, reference, title, rank, strand, team, duty,
    full_time_equivalents as "fullTimeEquivalents", to_jsonb(borough_codes) as boroughs, to_jsonb(ward_codes) as wards,
    boundary_version as "boundaryVersion", ward_class as "wardClass", ${day('expected_filled')} as "expectedFilled",
    ${daysIn('during')} as during
  from organisation.post`;
const MEMBERS = sql`select id, unit, reference, name, synthetic, coalesce(
    (select jsonb_agg(jsonb_build_object('rank', rank, 'during', ${daysIn('during')}) order by during)
      from organisation.officer_rank where officer = officer.id), '[]') as ranks
  from organisation.officer`;
const POSTINGS = sql`select posting.id, posting.version, jsonb_build_object('id', officer.id, 'reference',
    officer.reference, 'name', officer.name) as officer, posting.post, fraction, kind, from_unit as "fromUnit",
    ${day('posting.returns_on')} as "returnsOn", ${daysIn('posting.during')} as during
  from organisation.posting join organisation.officer on officer.id = posting.officer`;

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** Posts by key; one that is missing, or that whoever asks may not see, is left out. */
export const readSeats = (trx: Records, ids: readonly number[]): Promise<Seat[]> =>
  rowsOf(trx, seatRow, sql`${SEATS} where id = any(${ids}::bigint[]) order by reference`);

/**
 * Posts of which something says what is sought, that are there on a day or come later, by reference.
 * @param sought.wards codes of wards whose names say it
 */
export function searchSeats(
  trx: Records,
  sought: { words: string; wards: readonly string[]; synthetic: boolean; asAt: string; limit: number },
): Promise<Seat[]> {
  const like = `%${escapeLike(sought.words)}%`;
  return rowsOf(
    trx,
    seatRow,
    sql`${SEATS} where synthetic = ${sought.synthetic}
      and (upper_inf(during) or upper(during) > ${sought.asAt}::date)
      and (concat_ws(' ', reference, title, rank, team) ilike ${like} or ward_codes && ${sought.wards}::text[])
      order by reference limit ${sought.limit}`,
  );
}

/** Whether a reference is taken by a post of the unit, as far as whoever asks may see. */
export async function hasSeat(trx: Records, unit: string, reference: string): Promise<boolean> {
  const found = await sql`select from organisation.post where unit = ${unit} and reference = ${reference}`.execute(trx);
  return found.rows.length > 0;
}

export async function readMember(trx: Records, id: number): Promise<Member | null> {
  const [found = null] = await rowsOf(trx, memberRow, sql`${MEMBERS} where id = ${id}`);
  return found;
}

export async function readMemberCalled(trx: Records, unit: string, reference: string): Promise<Member | null> {
  const query = sql`${MEMBERS} where unit = ${unit} and reference = ${reference}`;
  const [found = null] = await rowsOf(trx, memberRow, query);
  return found;
}

/**
 * Officers whose name or number says what is sought, by name: for who does not read the unit only those who are posted,
 * where the reader sees it, on a day or later.
 */
export function searchMembers(
  trx: Records,
  sought: { words: string; synthetic: boolean; asAt: string; limit: number },
): Promise<Member[]> {
  const like = `%${escapeLike(sought.words)}%`;
  return rowsOf(
    trx,
    memberRow,
    sql`${MEMBERS} where synthetic = ${sought.synthetic} and concat_ws(' ', name, reference) ilike ${like}
      and (unit = any ((select organisation.whole_units_for('postings', 'read'))::text[])
        or exists (select from organisation.posting where officer = officer.id
          and (upper_inf(during) or upper(during) > ${sought.asAt}::date)))
      order by name, reference limit ${sought.limit}`,
  );
}

export const readPostingsOfOfficers = (trx: Records, officers: readonly number[]): Promise<HeldPosting[]> =>
  rowsOf(
    trx,
    postingRow,
    sql`${POSTINGS} where officer.id = any(${officers}::bigint[]) order by lower(posting.during)`,
  );

export const readPostingsOfPosts = (trx: Records, posts: readonly number[]): Promise<HeldPosting[]> =>
  rowsOf(trx, postingRow, sql`${POSTINGS} where post = any(${posts}::bigint[]) order by lower(posting.during)`);

export async function readPosting(trx: Records, id: number): Promise<HeldPosting | null> {
  const [found = null] = await rowsOf(trx, postingRow, sql`${POSTINGS} where posting.id = ${id}`);
  return found;
}

/** Postings to posts of some ranks in the team of one ward, which overlap the days. */
export const readPostingsInWard = (
  trx: Records,
  sought: { ward: string; ranks: readonly string[]; days: Days },
): Promise<HeldPosting[]> =>
  rowsOf(
    trx,
    postingRow,
    sql`${POSTINGS} join organisation.post on post.id = posting.post
      where post.duty = 'ward' and post.rank = any(${sought.ranks}::text[]) and post.ward_codes = array[${sought.ward}]
        and posting.during && ${asRange(sought.days)}`,
  );

/** Rotations that overlap the days, of officers who come from the team of one ward or go back to it. */
export const readRotationsOutOf = (
  trx: Records,
  { ward, days }: { ward: string; days: Days },
): Promise<HeldPosting[]> =>
  rowsOf(
    trx,
    postingRow,
    sql`${POSTINGS} where posting.kind = 'rotation' and posting.during && ${asRange(days)} and exists (
      select from organisation.posting as home join organisation.post on post.id = home.post
      where home.officer = posting.officer and post.duty = 'ward' and post.ward_codes = array[${ward}]
        and (lower(home.during) = upper(posting.during) or upper(home.during) = lower(posting.during)))`,
  );

export async function insertPosting(
  trx: Records,
  posting: Pick<HeldPosting, 'post' | 'fraction' | 'kind' | 'during' | 'returnsOn' | 'fromUnit'> & { officer: number },
): Promise<void> {
  const { officer, post, fraction, kind, during, returnsOn, fromUnit } = posting;
  await sql`insert into organisation.posting (officer, post, fraction, during, kind, returns_on, from_unit)
    values (${officer}, ${post}, ${fraction}::numeric, ${asRange(during)}, ${kind}, ${returnsOn}::date, ${fromUnit})
    `.execute(trx);
}

export async function deletePosting(trx: Records, id: number): Promise<void> {
  await sql`delete from organisation.posting where id = ${id}`.execute(trx);
}

/**
 * Adds an officer.
 * @returns their key: read from the sequence, since who adds one may see them only once they are posted
 */
export async function insertMember(trx: Records, member: Omit<Member, 'id' | 'ranks'>): Promise<number> {
  await sql`insert into organisation.officer (reference, unit, name, synthetic)
    values (${member.reference}, ${member.unit}, ${member.name}, ${member.synthetic})`.execute(trx);
  const { rows } = await sql<{ id: unknown }>`
    select currval(pg_get_serial_sequence('organisation.officer', 'id')) as id`.execute(trx);
  return z.coerce.number().int().parse(rows[0]?.id);
}

export async function insertRank(trx: Records, officer: number, held: Member['ranks'][number]): Promise<void> {
  await sql`insert into organisation.officer_rank (officer, rank, during)
    values (${officer}, ${held.rank}, ${asRange(held.during)})`.execute(trx);
}

/** Ends the rank that an officer holds on a day the day before; takes it out where it begins on that day. */
export async function endRank(trx: Records, officer: number, from: string): Promise<void> {
  await sql`delete from organisation.officer_rank where officer = ${officer} and lower(during) = ${from}::date`.execute(
    trx,
  );
  await sql`update organisation.officer_rank set during = daterange(lower(during), ${from}::date)
    where officer = ${officer} and during @> ${from}::date`.execute(trx);
}

export const readAbsences = (trx: Records, officers: readonly number[]): Promise<HeldAbsence[]> =>
  rowsOf(
    trx,
    absenceRow,
    sql`select id, version, officer, kind, ${daysIn('during')} as during from organisation.absence
      where officer = any(${officers}::bigint[]) order by lower(during), id`,
  );

export async function readAbsence(trx: Records, id: number): Promise<HeldAbsence | null> {
  const query = sql`select id, version, officer, kind, ${daysIn('during')} as during
    from organisation.absence where id = ${id}`;
  const [found = null] = await rowsOf(trx, absenceRow, query);
  return found;
}

export async function insertAbsence(trx: Records, absence: Omit<HeldAbsence, 'id' | 'version'>): Promise<void> {
  await sql`insert into organisation.absence (officer, kind, during)
    values (${absence.officer}, ${absence.kind}, ${asRange(absence.during)})`.execute(trx);
}

export async function insertSeat(
  trx: Records,
  seat: Omit<Seat, 'id' | 'version'> & { synthetic: boolean },
): Promise<void> {
  await sql`insert into organisation.post (reference, unit, title, rank, strand, team, duty, full_time_equivalents,
      borough_codes, ward_codes, boundary_version, ward_class, expected_filled, during, synthetic)
    values (${seat.reference}, ${seat.unit}, ${seat.title}, ${seat.rank}, ${seat.strand}, ${seat.team}, ${seat.duty},
      ${seat.fullTimeEquivalents}::numeric, ${seat.boroughs}::text[], ${seat.wards}::text[], ${seat.boundaryVersion},
      ${seat.wardClass}, ${seat.expectedFilled}::date, ${asRange(seat.during)}, ${seat.synthetic})`.execute(trx);
  for (const borough of seat.boroughs)
    await sql`insert into organisation.post_share (post, borough_code, fraction, during)
      select id, ${borough}, trunc(1.0 / ${seat.boroughs.length}::numeric, 3), during from organisation.post
      where unit = ${seat.unit} and reference = ${seat.reference}`.execute(trx);
}

/** Locks posts until the transaction ends. @returns the keys of those that are there and may be changed */
export const lockSeatRows = (trx: Records, ids: readonly number[]): Promise<number[]> =>
  lockRows(trx, { table: 'organisation.post', key: 'id', values: ids });

/** A row as an editor saw it. */
interface Seen {
  id: number;
  version: number;
}
const read = (row: Readonly<Record<string, unknown>>) => ({ version: row.version });

/** Gives a posting other days, and a rotation the last of them. @throws StaleEdit where somebody saved it first */
export const savePostingDays = (
  trx: Records,
  { id, version }: Seen,
  { during, returnsOn }: Pick<HeldPosting, 'during' | 'returnsOn'>,
): Promise<unknown> =>
  saveAtVersion(trx, {
    table: 'organisation.posting',
    key: { id },
    version,
    changes: { during: asRange(during), returns_on: returnsOn },
    read,
  });

/** Gives an absence other days. @throws StaleEdit where somebody saved it first */
export const saveAbsenceDays = (trx: Records, { id, version }: Seen, during: Days): Promise<unknown> =>
  saveAtVersion(trx, {
    table: 'organisation.absence',
    key: { id },
    version,
    changes: { during: asRange(during) },
    read,
  });

/** Gives a post other days. @throws StaleEdit where somebody saved it first */
export const saveSeatDays = (trx: Records, { id, version }: Seen, during: Days): Promise<unknown> =>
  saveAtVersion(trx, { table: 'organisation.post', key: { id }, version, changes: { during: asRange(during) }, read });

/** Says when a post is expected to be filled. @throws StaleEdit where somebody saved it first */
export const saveFillDate = (trx: Records, { id, version }: Seen, expectedFilled: string | null): Promise<unknown> =>
  saveAtVersion(trx, {
    table: 'organisation.post',
    key: { id },
    version,
    changes: { expected_filled: expectedFilled },
    read,
  });

/** Key of the lock on every book: forms share it, an import has it alone. */
export const BOOK_LOCK = 20_160;

/** No book is imported until this transaction has ended. */
export async function shareBook(trx: Records): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${BOOK_LOCK})`.execute(trx);
}

/** What one row of the book was and is, as its file writes it; null: there was, or is, none. */
export interface Revision {
  unit: string;
  /** As in the name of its file. */
  kind: 'posts' | 'officers' | 'postings' | 'absences' | 'bookings';
  /** What the row is called, as an import of the book has it. */
  reference: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

export async function insertRevision(trx: Records, revision: Revision, by: { actor: string; at: Date }): Promise<void> {
  const json = (row: Revision['before']) => (row === null ? null : JSON.stringify(row));
  await sql`insert into organisation.book_revision (unit, kind, reference, before, after, changed_by, changed_at)
    values (${revision.unit}, ${revision.kind}, ${revision.reference}, ${json(revision.before)}::jsonb,
      ${json(revision.after)}::jsonb, ${by.actor}, ${by.at})`.execute(trx);
}

const escapeLike = (words: string): string => words.replaceAll(/[\\%_]/g, '\\$&');
