import type { Records } from '../database/index.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import type { Change, PublicationItem, PublishedItem } from './model.ts';
import type { Setting } from './setting.ts';
import { readPublished, readSnapshot } from './store.ts';

/** What readers see on its day without an item; null where nothing is published. */
export type Before<Snapshot> = { item: PublishedItem; snapshot: Snapshot } | null;

export async function readBefore<Content, Snapshot>(
  { kind, chooseBefore }: Setting<Content, Snapshot>,
  trx: Records,
  item: PublicationItem,
): Promise<Before<Snapshot>> {
  const chosen = chooseBefore(await readStanding(trx, item), item);
  const found = chosen === null ? null : await readSnapshot(trx, kind.kind, chosen.id);
  return found === null ? null : { item: found.item, snapshot: kind.parseSnapshot(found.content) };
}

/** What else of the same kind and key is published and not withdrawn, the latest first. */
export async function readStanding(trx: Records, item: PublicationItem): Promise<PublishedItem[]> {
  const published = await readPublished(trx, item.kind, item.key);
  return published.filter((each) => each.withdrawn === null && each.id !== item.id);
}

/** What an approver saw: the content by its hash, and the number of what it takes the place of. */
export interface Seen {
  contentHash: string;
  before: string | null;
}

/** Tells exactly what a preview showed from anything else; sent with the approval. */
export const sayApproval = ({ contentHash, before }: Seen): string =>
  before === null ? contentHash : `${contentHash}.${before}`;

/** Reads what an approval was made on. */
export function readApproval(text: string): Seen {
  const [contentHash = '', before] = text.split('.');
  return { contentHash, before: before ?? null };
}

/** How what readers see now differs from what they saw when the approver looked. */
export async function beforeChanged<Content, Snapshot>(
  { kind }: Setting<Content, Snapshot>,
  trx: Records,
  seen: string | null,
  now: Before<Snapshot>,
): Promise<Change[]> {
  const was = seen === null ? null : await readSnapshot(trx, kind.kind, seen);
  const number = (id: string | undefined) => (id === undefined ? 'nothing' : `number ${id}`);
  return [
    { path: ['takes the place of'], kind: 'changed', before: number(was?.item.id), after: number(now?.item.id) },
    ...(was === null || was.content === null || now === null
      ? []
      : compareSnapshots(kind.parseSnapshot(was.content), now.snapshot, kind.identify)),
  ];
}
