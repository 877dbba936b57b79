import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import { contentHash } from './content-hash.ts';

const id = z.coerce.string();
export const TEXT_HASH = sql`encode(sha256(convert_to(snapshot.content::text, 'UTF8')), 'hex')`;
export const keptContent = z.object({
  content: z.unknown(),
  content_hash: z.string(),
  text_hash: z.string().nullable(),
});

/** Whether a content is the one of its hash. Plans from before two people were needed have the hash of their text. */
export function isAsPublished({ content, content_hash: hash, text_hash: text }: z.output<typeof keptContent>): boolean {
  return content === null || hash === text || hash === contentHash(content);
}

/** What came out of a kind and key earlier, withdrawn since or not: what it was made of, and what readers were shown. */
export async function readEarlier(trx: Records, kind: string, key: string, but: string): Promise<EarlierShown[]> {
  const { rows } = await sql`select item.id, content, shown from publication.item
    join publication.version on version.item = item.id and version.version = item.version
    where kind = ${kind} and key = ${key} and published_at is not null and id <> ${but}::bigint order by id`.execute(
    trx,
  );
  return z.array(z.object({ id, content: z.unknown(), shown: z.unknown() })).parse(rows);
}

export interface EarlierShown {
  id: string;
  content: unknown;
  shown: unknown;
}

/** How many of a kind and key were ever published, seen by who asks or not. */
export async function countPublishedEver(trx: Records, kind: string, key: string): Promise<number> {
  const { rows } = await sql`select publication.published_ever(${kind}, ${key}) as count`.execute(trx);
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

/** Every snapshot ever published beside what was approved of it. @param system Wardroom's own records */
export async function readSnapshotsToCheck(system: Records) {
  const { rows } = await sql`select item.id, item.kind, item.withdrawn_at is not null as withdrawn, item.shown,
      snapshot.content, item.approved_snapshot_hash as content_hash, ${TEXT_HASH} as text_hash,
      encode(sha256(convert_to(shown::text, 'UTF8')), 'hex') as shown_text_hash, snapshot.item is null as missing,
      (item.kind, item.module, item.key, item.unit, item.borough, item.ward, item.in_force_from, item.alone,
          item.published_at, item.withdrawn_at, item.approved_snapshot_hash)
        is not distinct from (snapshot.kind, snapshot.module, snapshot.key, snapshot.unit, snapshot.borough, snapshot.ward,
          snapshot.in_force_from, snapshot.alone, snapshot.published_at, snapshot.withdrawn_at, snapshot.content_hash) as same
    from publication.item left join publication.snapshot on snapshot.item = item.id
    where item.published_at is not null order by item.id`.execute(system);
  const extra = { id, kind: z.string(), withdrawn: z.boolean(), missing: z.boolean(), same: z.boolean() };
  return z
    .array(keptContent.extend({ ...extra, shown: z.unknown(), shown_text_hash: z.string().nullable() }))
    .parse(rows);
}
