import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { contentHash } from './content-hash.ts';
import { countPublishedEver, readEarlier } from './earlier-store.ts';
import type { EarlierRelease } from './linked-release.ts';
import { changedSince, makeMove, type Step, writeMove } from './make-move.ts';
import type { Moved, PublicationItem } from './model.ts';
import { beforeChanged, readApproval, readBefore } from './place-taken.ts';
import { type ProtectedSnapshot, protectSnapshot } from './protect-snapshot.ts';
import type { Setting } from './setting.ts';
import { insertSnapshot, readApproversEver, readContent, updateSnapshotWithdrawn } from './store.ts';
import { whoActs } from './who-acts.ts';
import { type MayApprove, whoMayApprove } from './who-may-approve.ts';

const OTHER_RULES =
  'What readers would see is no longer what was approved, because the rules for what may be shown, or what came out before it, have changed: withdraw it and propose it again.';
const OTHER_PLACE =
  'It would take the place of something else than when it was approved: withdraw it and propose it again.';
const NOT_ALL_SEEN =
  'Something of the same name came out before that you may not read, so nobody can tell what both show together: ask somebody who may read it.';
const NOT_TAKEN_BACK = 'It is approved already, so only somebody who may approve can withdraw it: ask them.';
const NO_REASON = 'Say why it is withdrawn: the reason is kept with it.';

/** What readers would see of an item if it were published today. */
export async function snapshotOf<Content, Snapshot>(
  { kind, engine }: Setting<Content, Snapshot>,
  platform: Platform,
  trx: Records,
  item: PublicationItem,
): Promise<ProtectedSnapshot<Snapshot>> {
  const content = kind.parseContent(await readContent(trx, item.id, item.contentHash));
  const on = todayInLondon(platform.now());
  const kept = await readEarlier(trx, kind.kind, item.key, item.id);
  const itself = item.published === null ? 0 : 1;
  if (kept.length + itself !== (await countPublishedEver(trx, kind.kind, item.key)))
    return { kind: 'not protected', because: NOT_ALL_SEEN };
  const earlier = kept.map(
    (each): EarlierRelease => ({
      id: each.id,
      tables: kind.disclosure.release(kind.snapshotOf(kind.parseContent(each.content))),
      visible: kind.disclosure.visible(kind.parseSnapshot(each.shown)),
    }),
  );
  return protectSnapshot(engine, kind, { key: item.key, snapshot: kind.snapshotOf(content), on, earlier });
}

/** Whether who acts may approve an item, as far as the two-person rule goes. */
export async function mayApproveOf(platform: Platform, trx: Records, item: PublicationItem): Promise<MayApprove> {
  const approver = whoActs(platform.principal);
  return whoMayApprove({
    author: item.drafted.by,
    changedBy: item.changed.by,
    approver,
    approversEver: await readApproversEver(trx, approver),
  });
}

/** Approves exactly what the approver saw, in place of what they saw, and what readers would see of it today. */
export async function approveItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  asked: { id: string; contentHash: string },
): Promise<Moved> {
  return makeMove(setting, platform, { id: asked.id, move: 'approve' }, async (step, item) => {
    const seen = readApproval(asked.contentHash);
    if (item.contentHash !== seen.contentHash) return changedSince(step, item, seen.contentHash);
    const before = await readBefore(setting, step.trx, item);
    const replaced = before?.item.id ?? null;
    if (replaced !== seen.before)
      return { kind: 'changed', item, changes: await beforeChanged(setting, step.trx, seen.before, before) };
    const allowed = await mayApproveOf(platform, step.trx, item);
    if (allowed.kind === 'refused') return allowed;
    const after = await snapshotOf(setting, platform, step.trx, item);
    if (after.kind === 'not protected') return { kind: 'refused', because: after.because };
    const snapshotHash = contentHash(after.snapshot);
    return writeMove(step, item, 'approve', {
      to: 'approved',
      alone: allowed.kind === 'alone',
      snapshotHash,
      before: replaced,
    });
  });
}

/** Shows readers what was approved, from its day on; what disclosure control makes of it must be what was approved. */
export async function publishItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id }: { id: string },
): Promise<Moved> {
  return makeMove(setting, platform, { id, move: 'publish' }, async (step, item) => {
    const before = await readBefore(setting, step.trx, item);
    if ((before?.item.id ?? null) !== item.approvedBefore) return { kind: 'refused', because: OTHER_PLACE };
    const after = await snapshotOf(setting, platform, step.trx, item);
    if (after.kind === 'not protected') return { kind: 'refused', because: after.because };
    const hash = contentHash(after.snapshot);
    if (hash !== item.approvedSnapshotHash) return { kind: 'refused', because: OTHER_RULES };
    const moved = await writeMove(step, item, 'publish', { to: 'published', shown: after.snapshot });
    if (moved.kind !== 'done') return moved;
    const at = moved.item.published?.at ?? platform.now();
    const facets = setting.kind.facetsOf(after.snapshot);
    const shown = { at, content: after.snapshot, contentHash: hash, facets, disclosure: after.record };
    await insertSnapshot(step.trx, moved.item, shown);
    return moved;
  });
}

/** Takes back a draft or a proposal, by who may write. */
export async function takeBackItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id, reason }: { id: string; reason: string },
): Promise<Moved> {
  return makeMove(setting, platform, { id, move: 'withdraw', as: 'take-back' }, async (step, item) =>
    item.approved === null ? writeWithdrawal(step, item, reason.trim()) : { kind: 'refused', because: NOT_TAKEN_BACK },
  );
}

/** Withdraws what was proposed, approved or published; that it was published, and why it no longer stands, stays. */
export async function withdrawItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id, reason }: { id: string; reason: string },
): Promise<Moved> {
  return makeMove(setting, platform, { id, move: 'withdraw' }, (step, item) =>
    writeWithdrawal(step, item, reason.trim()),
  );
}

async function writeWithdrawal<Content, Snapshot>(
  step: Step<Content, Snapshot>,
  item: PublicationItem,
  reason: string,
): Promise<Moved> {
  if (reason === '') return { kind: 'refused', because: NO_REASON };
  const moved = await writeMove(step, item, 'withdraw', { to: 'withdrawn', reason });
  if (moved.kind === 'done' && item.state === 'published') {
    const takeAway = step.kind.afterWithdrawal === 'fact only';
    const at = moved.item.withdrawn?.at ?? step.platform.now();
    await updateSnapshotWithdrawn(step.trx, item.id, { at, reason, takeAway });
  }
  return moved;
}
