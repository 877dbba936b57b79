import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { saveAtVersion } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { claimRevisionRow, claimRow, claimStandingRow } from './claim-rows.ts';
import {
  CLAIM_STATES,
  type Claim,
  type ClaimContent,
  type ClaimFinding,
  type ClaimRevision,
  type ClaimStanding,
  type StandingInPublic,
  type Written,
} from './model.ts';

const CLAIMS = sql`select id, unit, words, said_by as "saidBy", to_char(said_on, 'YYYY-MM-DD') as "saidOn", document, kind,
    binding, vintage, synthetic, jsonb_build_object('by', entered_by, 'at', entered_at) as entered,
    jsonb_build_object('by', changed_by, 'at', changed_at) as changed,
    case when withdrawn_at is null then null else
      jsonb_build_object('by', withdrawn_by, 'at', withdrawn_at, 'because', withdrawn_because) end as withdrawn, version
  from performance.claim`;

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** The claim of a key; null where there is none that may be seen. */
export async function readClaim(trx: Records, id: number): Promise<Claim | null> {
  const [found = null] = await rowsOf(trx, claimRow, sql`${CLAIMS} where id = ${id}`);
  return found;
}

/** Every claim that may be seen, withdrawn or not, the last said first; of all units for null. */
export const readClaims = (trx: Records, unit: string | null): Promise<Claim[]> =>
  rowsOf(
    trx,
    claimRow,
    sql`${CLAIMS} where ${unit}::text is null or unit = ${unit} order by said_on desc nulls last, document, id`,
  );

/** The unit a claim is of, without the claim; null where there is none that may be seen. */
export async function readUnitOfClaim(trx: Records, id: number): Promise<string | null> {
  const row = z.object({ unit: z.string() });
  const [found] = await rowsOf(trx, row, sql`select unit from performance.claim where id = ${id}`);
  return found?.unit ?? null;
}

/** The claim of a unit with these words in this document that stands; null where none does. */
export async function readSameClaim(
  trx: Records,
  { unit, document, words }: Pick<Claim, 'unit' | 'document' | 'words'>,
): Promise<Claim | null> {
  const query = sql`${CLAIMS} where unit = ${unit} and document = ${document} and words = ${words} and withdrawn_at is null`;
  const [found = null] = await rowsOf(trx, claimRow, query);
  return found;
}

/** Lays a claim down as its first wording. @returns its key */
export async function insertClaim(
  trx: Records,
  { unit, synthetic }: Pick<Claim, 'unit' | 'synthetic'>,
  content: ClaimContent,
  { by, at }: Written,
): Promise<number> {
  const { words, saidBy, saidOn, document, kind, binding, vintage } = content;
  const when = sql`${at.toISOString()}::timestamptz`;
  const [inserted] = await rowsOf(
    trx,
    z.object({ id: z.coerce.number() }),
    sql`insert into performance.claim (unit, words, said_by, said_on, document, kind, binding, vintage, synthetic, entered_by,
        entered_at, changed_by, changed_at)
      values (${unit}, ${words}, ${saidBy}, ${saidOn}::date, ${document}, ${kind}, ${jsonOrNull(binding)}::jsonb, ${vintage},
        ${synthetic}, ${by}, ${when}, ${by}, ${when})
      returning id`,
  );
  return inserted?.id ?? 0;
}

/** Saves what a claim says over the version its writer saw. @throws StaleEdit, with the row as it is now */
export const saveClaim = (
  trx: Records,
  seen: { id: number; version: number },
  { words, saidBy, saidOn, document, kind, binding, vintage }: ClaimContent,
  { by, at }: Written,
): Promise<void> =>
  save(trx, seen, {
    words,
    said_by: saidBy,
    said_on: saidOn,
    document,
    kind,
    binding: jsonOrNull(binding),
    vintage,
    changed_by: by,
    changed_at: at.toISOString(),
  });

/** Withdraws a claim on the version that was seen. @throws StaleEdit, with the row as it is now */
export const saveWithdrawnClaim = (
  trx: Records,
  seen: { id: number; version: number },
  { by, at, because }: Written & { because: string },
): Promise<void> =>
  save(trx, seen, {
    withdrawn_by: by,
    withdrawn_at: at.toISOString(),
    withdrawn_because: because,
    changed_by: by,
    changed_at: at.toISOString(),
  });

async function save(
  trx: Records,
  { id, version }: { id: number; version: number },
  changes: Record<string, unknown>,
): Promise<void> {
  await saveAtVersion(trx, { table: 'performance.claim', key: { id }, version, changes, read: (row) => row });
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Keeps a claim as it stands now among its wordings. */
export async function insertClaimRevision(trx: Records, claim: Claim): Promise<void> {
  const { words, saidBy, saidOn, document, kind, binding, vintage, withdrawn, changed } = claim;
  const content: ClaimRevision['content'] = {
    ...{ words, saidBy, saidOn, document, kind, binding, vintage },
    withdrawnBecause: withdrawn?.because ?? null,
  };
  await sql`insert into performance.claim_revision (claim, version, content, changed_by, changed_at)
    values (${claim.id}, ${claim.version}, ${JSON.stringify(content)}::jsonb, ${changed.by},
      ${changed.at.toISOString()}::timestamptz)`.execute(trx);
}

/** Every wording of a claim that may be seen, the first first. */
export const readClaimRevisions = (trx: Records, id: number): Promise<ClaimRevision[]> =>
  rowsOf(
    trx,
    claimRevisionRow,
    sql`select version, content, jsonb_build_object('by', changed_by, 'at', changed_at) as changed
      from performance.claim_revision where claim = ${id} order by version`,
  );

const STANDINGS = sql`select claim, version, state, found, jsonb_build_object('by', noted_by, 'at', noted_at) as noted
  from performance.claim_standing`;

/** How claims stood whenever that changed, the first first. A row that says nothing that could be shown is passed over. */
export async function readStandings(
  trx: Records,
  claims: readonly number[],
): Promise<(ClaimStanding & { claim: number })[]> {
  const { rows } = await sql`${STANDINGS} where claim = any (${[...claims]}::bigint[]) order by id`.execute(trx);
  return rows.flatMap((row) => {
    const read = claimStandingRow.safeParse(row);
    return read.success ? [read.data] : [];
  });
}

/** How published claims stood, and since when, the first first: to anyone. */
export const readStandingsInPublic = (
  records: Records,
  claims: readonly number[],
): Promise<(StandingInPublic & { claim: number })[]> =>
  rowsOf(
    records,
    z.object({ claim: z.coerce.number().int(), state: z.enum(CLAIM_STATES), at: z.coerce.date() }),
    sql`select claim, state, noted_at as at from performance.standings_in_public(${[...claims]}::bigint[])`,
  );

/** Notes how a claim stands from now on. */
export async function insertStanding(
  trx: Records,
  { id, version }: Pick<Claim, 'id' | 'version'>,
  { state, made, today, because }: ClaimFinding,
  { by, at }: Written,
): Promise<void> {
  await sql`insert into performance.claim_standing (claim, version, state, found, noted_by, noted_at)
    values (${id}, ${version}, ${state}, ${JSON.stringify({ made, today, because })}::jsonb, ${by},
      ${at.toISOString()}::timestamptz)`.execute(trx);
}
