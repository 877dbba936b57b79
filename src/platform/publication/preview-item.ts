import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { inTransaction } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { mayApproveOf, snapshotOf } from './deciding.ts';
import type { Change, Described, PublicationItem } from './model.ts';
import { type Before, readBefore, readStanding, sayApproval } from './place-taken.ts';
import type { ProtectedSnapshot } from './protect-snapshot.ts';
import { type Standing, sayDayPassed, sayIfWithdrawn } from './say-standing.ts';
import type { Setting } from './setting.ts';
import { readItem } from './store.ts';
import type { MayApprove } from './who-may-approve.ts';

/** Everything an approver is shown before they decide. */
export interface Preview<Snapshot> {
  item: PublicationItem;
  before: Before<Snapshot>;
  /** Tells exactly what is shown here from anything else: what approving it is asked with. */
  approvalHash: string;
  /** What readers would see, after disclosure control, or why that cannot be. */
  after: ProtectedSnapshot<Snapshot>;
  changes: readonly Change[];
  described: Described;
  /** What readers see once it is withdrawn, in one sentence; null where it is not published. */
  ifWithdrawn: string | null;
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
    const today = todayInLondon(platform.now());
    const standing = await readStanding(trx, item);
    const after = await snapshotOf(setting, platform, trx, item);
    const shown = after.kind === 'protected' ? after.snapshot : null;
    return {
      item,
      before,
      approvalHash: sayApproval({ contentHash: item.contentHash, before: before?.item.id ?? null }),
      after,
      changes: compareSnapshots(before?.snapshot ?? undefined, shown ?? undefined, kind.identify),
      described:
        shown === null
          ? { sentences: [], table: null }
          : withDay(kind.describe(before?.snapshot ?? null, shown), setting, { item, standing, today }),
      ifWithdrawn: sayIfWithdrawn(setting, { item, standing, today }),
      mayApprove: await mayApproveOf(platform, trx, item),
    };
  });
}

/** Says too that its day has passed, where it has. */
function withDay<Content, Snapshot>(
  described: Described,
  setting: Setting<Content, Snapshot>,
  where: Standing,
): Described {
  const passed = where.item.published === null ? sayDayPassed(setting, where) : null;
  return passed === null ? described : { ...described, sentences: [...described.sentences, passed] };
}
