import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Charter } from '../model.ts';
import { charterRow, decisionRow, lookRow, signatureRow, wordingRow } from './charter-rows.ts';
import type { Decision, KeptCharter, LookTaken, Signature, Wording, Written } from './model.ts';

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** Rows that are what they should be: one that is not never takes the others with it. */
async function readableOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return (await query.execute(trx)).rows.flatMap((each) => {
    const read = row.safeParse(each);
    return read.success ? [read.data] : [];
  });
}

const CHARTERS = sql`select id, unit, name, kind, synthetic,
  jsonb_build_object('by', entered_by, 'at', entered_at) as entered from evaluation.charter`;

/** Every charter that may be seen, by name; a wording that is no charter any more is told apart. */
export const readCharters = (trx: Records): Promise<KeptCharter[]> => whole(trx, sql`${CHARTERS} order by name`);

/** The charter of a name; null where there is none that may be seen. */
export async function readCharter(trx: Records, name: string): Promise<KeptCharter | null> {
  const [found = null] = await whole(trx, sql`${CHARTERS} where name = ${name}`);
  return found;
}

async function whole(trx: Records, query: RawBuilder<unknown>): Promise<KeptCharter[]> {
  const charters = await rowsOf(trx, charterRow, query);
  const ids = sql`${charters.map(({ id }) => id)}::bigint[]`;
  const wordings = await rowsOf(
    trx,
    wordingRow,
    sql`select charter as "of", number, amendment, content, hash, previous, because, changed,
      jsonb_build_object('by', written_by, 'at', written_at) as written
    from evaluation.wording where charter = any (${ids}) order by charter, number`,
  );
  const signatures = await readableOf(
    trx,
    signatureRow,
    sql`select charter as "of", wording, hash, organisation, name,
      jsonb_build_object('by', signed_by, 'at', signed_at) as signed
    from evaluation.signature where charter = any (${ids}) order by charter, signed_at, organisation`,
  );
  return charters.map((each) => ({
    ...each,
    wordings: wordings.flatMap(({ of, charter, ...rest }): Wording[] =>
      of === each.id && charter !== null ? [{ ...rest, charter }] : [],
    ),
    unreadable: wordings.flatMap(({ of, charter, number, amendment, hash, previous }) =>
      of === each.id && charter === null ? [{ number, amendment, hash, previous }] : [],
    ),
    signatures: signatures.flatMap(({ of, ...rest }) => (of === each.id ? [rest] : [])),
  }));
}

/** The unit of a charter, and the organisations its last wording names; null where there is none that may be seen. */
export async function readPlaceOfCharter(trx: Records, name: string): Promise<string | null> {
  const row = z.object({ unit: z.string() });
  const [found] = await rowsOf(trx, row, sql`select unit from evaluation.charter where name = ${name}`);
  return found?.unit ?? null;
}

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Lays a charter down, without a wording yet. @returns its key */
export async function insertCharter(trx: Records, charter: Charter, { by, at }: Written): Promise<number> {
  const { unit, name, kind, synthetic } = charter;
  const [inserted] = await rowsOf(
    trx,
    z.object({ id: z.coerce.number() }),
    sql`insert into evaluation.charter (unit, name, kind, synthetic, entered_by, entered_at)
      values (${unit}, ${name}, ${kind}, ${synthetic}, ${by}, ${instant(at)}) returning id`,
  );
  return inserted?.id ?? 0;
}

/** Keeps a further wording of a charter. */
export async function insertWording(trx: Records, charter: number, wording: Wording): Promise<void> {
  const { number, amendment, hash, previous, because, changed, written } = wording;
  await sql`insert into evaluation.wording (charter, number, amendment, content, hash, previous, because, changed, written_by,
      written_at)
    values (${charter}, ${number}, ${amendment}, ${canonicalJson(JSON.parse(JSON.stringify(wording.charter)))}, ${hash},
      ${previous}, ${because}, ${JSON.stringify(changed)}::jsonb, ${written.by}, ${instant(written.at)})`.execute(trx);
}

/** Keeps one organisation's signature. */
export async function insertSignature(trx: Records, charter: number, signature: Signature): Promise<void> {
  const { wording, hash, organisation, name, signed } = signature;
  await sql`insert into evaluation.signature (charter, wording, hash, organisation, name, signed_by, signed_at)
    values (${charter}, ${wording}, ${hash}, ${organisation}, ${name}, ${signed.by}, ${instant(signed.at)})`.execute(
    trx,
  );
}

/** Keeps what a look found; one that was found on the same figures already stays the only one. */
export async function insertLook(trx: Records, charter: number, look: LookTaken): Promise<void> {
  const { wording, group, measure, found, panelHash, vintage, taken } = look;
  await sql`insert into evaluation.look_taken (charter, wording, treated_group, measure, month, found, panel_hash, vintage,
      taken_by, taken_at)
    values (${charter}, ${wording}, ${group}, ${measure}, ${found.month}, ${JSON.stringify(found)}::jsonb, ${panelHash},
      ${vintage}, ${taken.by}, ${instant(taken.at)})
    on conflict on constraint taken_once do nothing`.execute(trx);
}

/** Every look at a charter that was taken, the first first. */
export const readLooks = (trx: Records, charter: number): Promise<LookTaken[]> =>
  readableOf(
    trx,
    lookRow,
    sql`select wording, treated_group as "group", measure, found, panel_hash as "panelHash", vintage,
      jsonb_build_object('by', taken_by, 'at', taken_at) as taken
    from evaluation.look_taken where charter = ${charter} order by id`,
  );

/** Keeps a decision. */
export async function insertDecision(trx: Records, charter: number, decision: Decision): Promise<void> {
  const { afterLook, decided, bodies, reason, decidedOn, recordedAs, written } = decision;
  await sql`insert into evaluation.decision (charter, after_look, decided, bodies, reason, decided_on, recorded_as, written_by,
      written_at)
    values (${charter}, ${afterLook}, ${decided}, ${JSON.stringify(bodies)}::jsonb, ${reason}, ${decidedOn}::date,
      ${recordedAs}, ${written.by}, ${instant(written.at)})`.execute(trx);
}

/** Every decision about a charter, the first first. */
export const readDecisions = (trx: Records, charter: number): Promise<Decision[]> =>
  readableOf(
    trx,
    decisionRow,
    sql`select after_look as "afterLook", decided, bodies, reason, to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
      recorded_as as "recordedAs",
      jsonb_build_object('by', written_by, 'at', written_at) as written
    from evaluation.decision where charter = ${charter} order by id`,
  );

/** The hash of the wording in force, and since when it is, of those of the named charters that were published: to anyone. */
export const readInForceInPublic = (
  records: Records,
  names: readonly string[],
): Promise<{ name: string; hash: string; since: Date }[]> =>
  rowsOf(
    records,
    z.object({ name: z.string(), hash: z.string(), since: z.coerce.date() }),
    sql`select name, hash, since from evaluation.in_force_in_public(${names}::text[])`,
  );

/** How many wordings and signatures of a charter the audit trail knows of. */
export async function readAuditedOf(trx: Records, charter: number): Promise<{ wordings: number; signatures: number }> {
  const row = z.object({ wordings: z.coerce.number(), signatures: z.coerce.number() });
  const [found] = await rowsOf(trx, row, sql`select wordings, signatures from evaluation.audited_of(${charter})`);
  return found ?? { wordings: 0, signatures: 0 };
}
