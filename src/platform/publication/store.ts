import { sql } from 'kysely';
import { z } from 'zod';
import { MODULES } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import { isAsPublished, keptContent, TEXT_HASH } from './earlier-store.ts';
import type { Act, Facets, PublicationItem, PublicationPlace, PublishedItem } from './model.ts';
import type { ApproversEver } from './who-may-approve.ts';

const id = z.coerce.string();
const when = z.coerce.date();
const facets = z.record(z.string(), z.union([z.string(), z.boolean()]));
const place = { unit: z.string().nullable(), borough: z.string().nullable(), ward: z.string().nullable() };

const itemRow = z
  .object({
    id,
    kind: z.string(),
    module: z.enum(MODULES),
    key: z.string(),
    ...place,
    in_force_from: z.string(),
    facets,
    state: z.enum(['draft', 'proposed', 'approved', 'published', 'withdrawn']),
    version: z.number(),
    content_hash: z.string(),
    author: z.string(),
    created_at: when,
    changed_by: z.string(),
    changed_at: when,
    proposed_by: z.string().nullable(),
    proposed_at: when.nullable(),
    approved_by: z.string().nullable(),
    approved_at: when.nullable(),
    approved_snapshot_hash: z.string().nullable(),
    approved_before: id.nullable(),
    alone: z.boolean(),
    published_by: z.string().nullable(),
    published_at: when.nullable(),
    withdrawn_by: z.string().nullable(),
    withdrawn_at: when.nullable(),
    withdrawn_reason: z.string().nullable(),
  })
  .transform((row): PublicationItem => {
    const withdrawn = act(row.withdrawn_by, row.withdrawn_at);
    return {
      id: row.id,
      kind: row.kind,
      module: row.module,
      key: row.key,
      place: placeOf(row),
      inForceFrom: row.in_force_from,
      facets: row.facets,
      state: row.state,
      version: row.version,
      contentHash: row.content_hash,
      drafted: { by: row.author, at: row.created_at },
      changed: { by: row.changed_by, at: row.changed_at },
      proposed: act(row.proposed_by, row.proposed_at),
      approved: act(row.approved_by, row.approved_at),
      alone: row.alone,
      approvedSnapshotHash: row.approved_snapshot_hash,
      approvedBefore: row.approved_before,
      published: act(row.published_by, row.published_at),
      withdrawn: withdrawn === null ? null : { ...withdrawn, reason: row.withdrawn_reason ?? '' },
    };
  });

const publishedRow = z
  .object({
    id,
    kind: z.string(),
    key: z.string(),
    ...place,
    in_force_from: z.string(),
    facets,
    published_at: when,
    sequence: z.coerce.number(),
    alone: z.boolean(),
    withdrawn_at: when.nullable(),
    withdrawn_reason: z.string().nullable(),
  })
  .transform(
    (row): PublishedItem => ({
      id: row.id,
      kind: row.kind,
      key: row.key,
      place: placeOf(row),
      inForceFrom: row.in_force_from,
      facets: row.facets,
      publishedAt: row.published_at,
      sequence: row.sequence,
      alone: row.alone,
      withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
    }),
  );

const ITEM = sql`id, kind, module, key, unit, borough, ward, to_char(in_force_from, 'YYYY-MM-DD') as in_force_from, facets,
  state, version, content_hash, author, created_at, changed_by, changed_at, proposed_by, proposed_at, approved_by, approved_at,
  approved_snapshot_hash, approved_before::text, alone, published_by, published_at, withdrawn_by, withdrawn_at, withdrawn_reason`;
const PUBLISHED = sql`item as id, kind, key, unit, borough, ward, to_char(in_force_from, 'YYYY-MM-DD') as in_force_from, facets,
  published_at, sequence, alone, withdrawn_at, withdrawn_reason`;

/** Who has ever held a role that approves roles, and so could have been a second person: nobody, only the approver, or others. */
export async function readApproversEver(trx: Records, approver: string): Promise<ApproversEver> {
  const { rows } = await sql`select publication.approvers_ever(${approver}) as ever`.execute(trx);
  return z.tuple([z.object({ ever: z.enum(['none', 'one', 'several']) })]).parse(rows)[0].ever;
}

/** Waits for others who begin something of the same kind and key, until the end of the transaction. */
export async function takeTurn(trx: Records, kind: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${key}`}, 0))`.execute(trx);
}

export interface Saved {
  inForceFrom: string;
  facets: Facets;
  content: unknown;
  contentHash: string;
  by: string;
  at: Date;
}

export async function insertItem(
  trx: Records,
  item: { kind: string; module: string; key: string; place: PublicationPlace },
  saved: Saved,
): Promise<PublicationItem> {
  const { kind, module, key, place: at } = item;
  const { rows } = await sql`
    insert into publication.item (kind, module, key, unit, borough, ward, in_force_from, facets, state, content_hash,
      author, created_at, changed_by, changed_at)
    values (${kind}, ${module}, ${key}, ${at.unit}, ${at.borough}, ${at.ward}, ${saved.inForceFrom}::date,
      ${JSON.stringify(saved.facets)}::jsonb, 'draft', ${saved.contentHash}, ${saved.by},
      ${saved.at.toISOString()}::timestamptz, ${saved.by}, ${saved.at.toISOString()}::timestamptz)
    returning ${ITEM}`.execute(trx);
  const inserted = z.tuple([itemRow]).parse(rows)[0];
  await insertVersion(trx, inserted, saved);
  return inserted;
}

async function insertVersion(trx: Records, { id: item, version }: PublicationItem, saved: Saved): Promise<void> {
  await sql`
    insert into publication.version (item, version, content, content_hash, in_force_from, changed_by, changed_at)
    values (${item}::bigint, ${version}, ${JSON.stringify(saved.content)}::jsonb, ${saved.contentHash},
      ${saved.inForceFrom}::date, ${saved.by}, ${saved.at.toISOString()}::timestamptz)`.execute(trx);
}

/** Saves another content over a version that still stands; null when it does not. The content before it is kept. */
export async function updateContent(
  trx: Records,
  before: PublicationItem,
  saved: Saved,
): Promise<PublicationItem | null> {
  const { rows } = await sql`
    update publication.item set version = version + 1, content_hash = ${saved.contentHash},
      in_force_from = ${saved.inForceFrom}::date, facets = ${JSON.stringify(saved.facets)}::jsonb,
      changed_by = ${saved.by}, changed_at = ${saved.at.toISOString()}::timestamptz
    where id = ${before.id}::bigint and version = ${before.version} and state = ${before.state}
    returning ${ITEM}`.execute(trx);
  const after = z.array(itemRow).parse(rows)[0] ?? null;
  if (after !== null) await insertVersion(trx, after, saved);
  return after;
}

/** How an item is moved on, and what is written down with it. */
export type MoveWritten =
  | { to: 'proposed' }
  /** shown: what readers are shown. */
  | { to: 'published'; shown: unknown }
  /** before: number of what it takes the place of; null where nothing is published. */
  | { to: 'approved'; alone: boolean; snapshotHash: string; before: string | null }
  | { to: 'withdrawn'; reason: string };

/** Moves an item on from the version and state it was read in; null when it stands there no more. */
export async function updateState(
  trx: Records,
  before: PublicationItem,
  { by, at }: { by: string; at: Date },
  move: MoveWritten,
): Promise<PublicationItem | null> {
  const time = sql`${at.toISOString()}::timestamptz`;
  const written = {
    proposed: () => sql`proposed_by = ${by}, proposed_at = ${time}`,
    published: () => {
      const shown = JSON.stringify(move.to === 'published' ? move.shown : null);
      return sql`published_by = ${by}, published_at = ${time}, shown = ${shown}::jsonb`;
    },
    approved: () => {
      const nothing = { alone: false, snapshotHash: '', before: null };
      const { alone, snapshotHash, before: replaced } = move.to === 'approved' ? move : nothing;
      return sql`approved_by = ${by}, approved_at = ${time}, approved_hash = ${before.contentHash},
        approved_snapshot_hash = ${snapshotHash}, approved_before = ${replaced}::bigint, alone = ${alone}`;
    },
    withdrawn: () =>
      sql`withdrawn_by = ${by}, withdrawn_at = ${time}, withdrawn_reason = ${move.to === 'withdrawn' ? move.reason : ''}`,
  }[move.to]();
  const { rows } = await sql`
    update publication.item set state = ${move.to}, ${written}
    where id = ${before.id}::bigint and version = ${before.version} and state = ${before.state}
    returning ${ITEM}`.execute(trx);
  return z.array(itemRow).parse(rows)[0] ?? null;
}

/** The item of a number, when there is one that may be seen. */
export async function readItem(trx: Records, kind: string, item: string): Promise<PublicationItem | null> {
  if (!isNumber(item)) return null;
  const { rows } =
    await sql`select ${ITEM} from publication.item where id = ${item}::bigint and kind = ${kind}`.execute(trx);
  return z.array(itemRow).parse(rows)[0] ?? null;
}

/** Every item of a kind and key that may be seen, the newest first. */
export async function readItems(trx: Records, kind: string, key: string): Promise<PublicationItem[]> {
  const { rows } = await sql`select ${ITEM} from publication.item where kind = ${kind} and key = ${key}
    order by id desc`.execute(trx);
  return z.array(itemRow).parse(rows);
}

/** The content of an item that has a hash; null when it never had one of that hash. */
export async function readContent(trx: Records, item: string, contentHash: string): Promise<unknown> {
  const { rows } = await sql`select content from publication.version
    where item = ${item}::bigint and content_hash = ${contentHash} order by version desc limit 1`.execute(trx);
  return z.array(z.object({ content: z.unknown() })).parse(rows)[0]?.content ?? null;
}

/** The content hash that an item had at a version; null when there was no such version. */
export async function readVersionHash(trx: Records, item: string, version: number): Promise<string | null> {
  const { rows } = await sql`select content_hash from publication.version
    where item = ${item}::bigint and version = ${version}`.execute(trx);
  return z.array(z.object({ content_hash: z.string() })).parse(rows)[0]?.content_hash ?? null;
}

export async function insertSnapshot(
  trx: Records,
  item: PublicationItem,
  shown: { at: Date; content: unknown; contentHash: string; facets: Facets; disclosure: unknown },
): Promise<void> {
  const { kind, module, key, place: at } = item;
  await sql`
    insert into publication.snapshot (item, kind, module, key, unit, borough, ward, in_force_from, facets, published_at,
      alone, content, content_hash, disclosure)
    values (${item.id}::bigint, ${kind}, ${module}, ${key}, ${at.unit}, ${at.borough}, ${at.ward},
      ${item.inForceFrom}::date, ${JSON.stringify(shown.facets)}::jsonb, ${shown.at.toISOString()}::timestamptz,
      ${item.alone}, ${JSON.stringify(shown.content)}::jsonb, ${shown.contentHash},
      ${JSON.stringify(shown.disclosure)}::jsonb)`.execute(trx);
}

/** Says on what was published that it was withdrawn. @param takeAway whether its content can no longer be read */
export async function updateSnapshotWithdrawn(
  trx: Records,
  item: string,
  { at, reason, takeAway }: { at: Date; reason: string; takeAway: boolean },
): Promise<void> {
  await sql`
    update publication.snapshot set withdrawn_at = ${at.toISOString()}::timestamptz, withdrawn_reason = ${reason},
      content = case when ${takeAway} then null else content end,
      facets = case when ${takeAway} then '{}' else facets end
    where item = ${item}::bigint`.execute(trx);
}

/** What was published of a kind and key and may be seen, by date, the latest first. */
export async function readPublished(records: Records, kind: string, key: string): Promise<PublishedItem[]> {
  const { rows } = await sql`select ${PUBLISHED} from publication.snapshot where kind = ${kind} and key = ${key}
    order by in_force_from desc, sequence desc`.execute(records);
  return z.array(publishedRow).parse(rows);
}

/**
 * A published snapshot with what is known of it; null when there is none that may be seen.
 * @throws Error when it is not what was published any more: nobody is shown what nobody approved
 */
export async function readSnapshot(
  records: Records,
  kind: string,
  item: string,
): Promise<{ item: PublishedItem; content: unknown } | null> {
  if (!isNumber(item)) return null;
  const { rows } = await sql`select ${PUBLISHED}, content, content_hash, ${TEXT_HASH} as text_hash
    from publication.snapshot where item = ${item}::bigint and kind = ${kind}`.execute(records);
  const [row] = rows;
  if (row === undefined) return null;
  const kept = keptContent.parse(row);
  if (!isAsPublished(kept))
    throw new Error(
      `What was published as number ${item} of ${kind} is not what is kept of it now, so it is not shown.`,
    );
  return { item: publishedRow.parse(row), content: kept.content };
}

const placeOf = ({ unit, borough, ward }: PublicationPlace): PublicationPlace => ({ unit, borough, ward });
const act = (by: string | null, at: Date | null): Act | null => (by === null || at === null ? null : { by, at });
const isNumber = (text: string) => /^[1-9][0-9]{0,17}$/.test(text);
