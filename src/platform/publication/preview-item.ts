import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { mayApproveOf, snapshotOf } from './deciding.ts';
import type { Change, Described, PublicationItem, PublishedItem } from './model.ts';
import type { ProtectedSnapshot } from './protect-snapshot.ts';
import { inTransaction, type Setting } from './setting.ts';
import { readItem, readPublished, readSnapshot } from './store.ts';
import type { MayApprove } from './who-may-approve.ts';

/** Everything an approver is shown before they decide. */
export interface Preview<Snapshot> {
  item: PublicationItem;
  /** What readers see on its day without it; null where nothing is published. */
  before: { item: PublishedItem; snapshot: Snapshot } | null;
  /** What readers would see, after disclosure control, or why that cannot be. */
  after: ProtectedSnapshot<Snapshot>;
  changes: readonly Change[];
  described: Described;
  /** Whether who looks may approve it, as far as the two-person rule goes. */
  mayApprove: MayApprove;
}

/** What would change for a reader; null for an item that may not be seen. */
export async function previewItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id }: { id: string },
): Promise<Preview<Snapshot> | null> {
  const { kind } = setting;
  return inTransaction(platform, async (trx) => {
    const item = await readItem(trx, kind.kind, id);
    if (item === null) return null;
    const before = await readBefore(setting, trx, item);
    const after = await snapshotOf(setting, platform, trx, item);
    const shown = after.kind === 'protected' ? after.snapshot : null;
    return {
      item,
      before,
      after,
      changes: compareSnapshots(before?.snapshot ?? undefined, shown ?? undefined, kind.identify),
      described: shown === null ? { sentences: [], table: null } : kind.describe(before?.snapshot ?? null, shown),
      mayApprove: await mayApproveOf(platform, trx, item),
    };
  });
}

async function readBefore<Content, Snapshot>(
  { kind, chooseBefore }: Setting<Content, Snapshot>,
  trx: Records,
  item: PublicationItem,
): Promise<Preview<Snapshot>['before']> {
  const published = await readPublished(trx, kind.kind, item.key);
  const standing = published.filter((each) => each.withdrawn === null && each.id !== item.id);
  const chosen = chooseBefore(standing, item);
  const found = chosen === null ? null : await readSnapshot(trx, kind.kind, chosen.id);
  return found === null ? null : { item: found.item, snapshot: kind.parseSnapshot(found.content) };
}
