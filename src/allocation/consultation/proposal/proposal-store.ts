import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { saveAtVersion } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import { proposalContent, proposalRevisionRow, proposalRow } from '../consultation-rows.ts';
import type { Party, WeightProposal, WeightProposalRevision, Written } from '../model.ts';
import { sharedWith } from '../place-of-party.ts';

const PROPOSALS = sql`select id, review, title, given, weights, bounds, comment, publish_comment as "publishComment",
    jsonb_build_object('kind', party_kind, 'name', party, 'borough', borough_code, 'ward', ward_code) as party,
    jsonb_build_object('by', written_by, 'at', written_at) as written,
    case when withdrawn_at is null then null else
      jsonb_build_object('by', withdrawn_by, 'at', withdrawn_at, 'because', withdrawn_because) end as withdrawn, version
  from allocation.weight_proposal`;

async function rowsOf<Row>(trx: Records, row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> {
  return z.array(row).parse((await query.execute(trx)).rows);
}

/** The proposal of a key; null where there is none that may be seen. */
export async function readProposal(trx: Records, id: number): Promise<WeightProposal | null> {
  const [found = null] = await rowsOf(trx, proposalRow, sql`${PROPOSALS} where id = ${id}`);
  return found;
}

/** Every proposal of a review that may be seen, withdrawn or not, in the order in which they came. */
export const readProposals = (trx: Records, review: number): Promise<WeightProposal[]> =>
  rowsOf(trx, proposalRow, sql`${PROPOSALS} where review = ${review} order by id`);

/** What stands of a party under a title; null where nothing does. */
export async function readStanding(
  trx: Records,
  { review, party, title }: { review: number; party: Party; title: string },
): Promise<WeightProposal | null> {
  const query = sql`${PROPOSALS} where review = ${review} and party_kind = ${party.kind} and title = ${title}
    and ward_code is not distinct from ${party.ward}::text and withdrawn_at is null`;
  const [found = null] = await rowsOf(trx, proposalRow, query);
  return found;
}

/** What a writer writes of a proposal. */
export type ProposedContent = Pick<
  WeightProposal,
  'given' | 'weights' | 'bounds' | 'comment' | 'publishComment' | 'written'
>;

/** Lays a proposal down as its first version. @returns its key */
export async function insertProposal(
  trx: Records,
  whose: { review: number; unit: string; party: Party; title: string },
  content: ProposedContent,
): Promise<number> {
  const { review, unit, party, title } = whose;
  const { given, weights, bounds, comment, publishComment, written } = content;
  const [inserted] = await rowsOf(
    trx,
    z.object({ id: z.coerce.number() }),
    sql`insert into allocation.weight_proposal (review, unit, party_kind, party, title, borough_code, ward_code,
        shared_with, given, weights, bounds, comment, publish_comment, written_by, written_at)
      values (${review}, ${unit}, ${party.kind}, ${party.name}, ${title}, ${party.borough}, ${party.ward},
        ${sharedWith(party)}::text[], ${JSON.stringify(given)}::jsonb, ${JSON.stringify(weights)}::jsonb,
        ${jsonOrNull(bounds)}::jsonb, ${comment}, ${publishComment}, ${written.by},
        ${written.at.toISOString()}::timestamptz)
      returning id`,
  );
  return inserted?.id ?? 0;
}

/** Saves what a proposal says over the version its writer saw. @throws StaleEdit, with the row as it is now */
export async function saveProposal(
  trx: Records,
  seen: { id: number; version: number },
  { given, weights, bounds, comment, publishComment, written }: ProposedContent,
): Promise<void> {
  await save(trx, seen, {
    given: JSON.stringify(given),
    weights: JSON.stringify(weights),
    bounds: jsonOrNull(bounds),
    comment,
    publish_comment: publishComment,
    written_by: written.by,
    written_at: written.at.toISOString(),
  });
}

/** Takes a proposal back on the version that was seen. @throws StaleEdit, with the row as it is now */
export const saveWithdrawn = (
  trx: Records,
  seen: { id: number; version: number },
  { by, at, because }: Written & { because: string },
): Promise<void> => save(trx, seen, { withdrawn_by: by, withdrawn_at: at.toISOString(), withdrawn_because: because });

async function save(
  trx: Records,
  { id, version }: { id: number; version: number },
  changes: Record<string, unknown>,
): Promise<void> {
  await saveAtVersion(trx, { table: 'allocation.weight_proposal', key: { id }, version, changes, read: (row) => row });
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Keeps a proposal as it stands now among its versions. */
export async function insertProposalRevision(
  trx: Records,
  proposal: WeightProposal,
  { by, at }: Written,
): Promise<void> {
  await sql`insert into allocation.weight_proposal_revision (proposal, version, content, changed_by, changed_at)
    values (${proposal.id}, ${proposal.version}, ${JSON.stringify(proposalContent(proposal))}::jsonb, ${by},
      ${at.toISOString()}::timestamptz)`.execute(trx);
}

/** Every version of a proposal that may be seen, the first first. */
export const readProposalRevisions = (trx: Records, id: number): Promise<WeightProposalRevision[]> =>
  rowsOf(
    trx,
    proposalRevisionRow,
    sql`select version, content, jsonb_build_object('by', changed_by, 'at', changed_at) as changed
      from allocation.weight_proposal_revision where proposal = ${id} order by version`,
  );
