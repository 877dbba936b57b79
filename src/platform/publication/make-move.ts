import type { Act } from '../access/index.ts';
import { actingRole, recordAudit } from '../audit/index.ts';
import { inTransaction, type Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import type { Moved, PublicationItem } from './model.ts';
import { type Move, refusalOfMove } from './moves.ts';
import { asPlace, nameOf, type Setting } from './setting.ts';
import { type MoveWritten, readContent, readItem, takeTurn, updateState } from './store.ts';
import { whoActs } from './who-acts.ts';

/** Where a move takes place. */
export interface Step<Content, Snapshot> extends Setting<Content, Snapshot> {
  platform: Platform;
  trx: Records;
}

/**
 * Moves an item on: reads it, asks whether it can be moved so, makes the move, and audits it last, in one transaction.
 * @param as the move as the audit names it
 */
export function makeMove<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id, move, as = move }: { id: string; move: Move; as?: string },
  make: (step: Step<Content, Snapshot>, item: PublicationItem) => Promise<Moved>,
): Promise<Moved> {
  return inTransaction(platform, async (trx) => {
    const step = { ...setting, platform, trx };
    const found = await readItem(trx, setting.kind.kind, id);
    if (found === null) return { kind: 'unknown' };
    const item = DECIDING.has(move) ? await afterTurn(step, found) : found;
    if (item === null) return { kind: 'unknown' };
    const because = refusalOfMove(move, item.state);
    if (because !== null) return { kind: 'refused', because };
    const moved = await make(step, item);
    if (moved.kind === 'done') await auditMove(step, as, moved.item);
    return moved;
  });
}

/** Moves that change what readers see, or rest on it: one at a time for a kind and key. */
const DECIDING: ReadonlySet<Move> = new Set(['approve', 'publish', 'withdraw']);

/** An item as it is once nobody else decides on one of its key. */
async function afterTurn<Content, Snapshot>(
  { trx }: Step<Content, Snapshot>,
  { id, kind, key }: PublicationItem,
): Promise<PublicationItem | null> {
  await takeTurn(trx, kind, key);
  return readItem(trx, kind, id);
}

/** The act a move asks a permission for, where it is not "write". */
const ACT_OF: Readonly<Record<string, Act>> = { approve: 'approve', publish: 'approve', withdraw: 'approve' };

export async function auditMove<Content, Snapshot>(
  { kind, platform, trx }: Step<Content, Snapshot>,
  move: string,
  item: PublicationItem,
): Promise<void> {
  const { id, key, inForceFrom, version, contentHash, alone, withdrawn } = item;
  await recordAudit(trx, {
    actor: platform.actor,
    action: nameOf(kind, move),
    subject: `${kind.title(key)}, number ${id}`,
    module: kind.module,
    role: actingRole(platform.principal, {
      module: kind.module,
      act: ACT_OF[move] ?? 'write',
      place: asPlace(item.place),
    }),
    reason: withdrawn?.reason ?? null,
    detail: { inForceFrom, version, contentHash, ...(item.approved === null ? {} : { alone }) },
  });
}

/** Writes a move down, or says who was quicker. */
export async function writeMove<Content, Snapshot>(
  step: Step<Content, Snapshot>,
  item: PublicationItem,
  move: Move,
  written: MoveWritten,
): Promise<Moved> {
  const { platform, trx } = step;
  const after = await updateState(trx, item, { by: whoActs(platform.principal), at: platform.now() }, written);
  return after === null ? overtaken(step, item, move) : { kind: 'done', item: after };
}

/** What became of a write that found its item no longer as it was read. */
export async function overtaken<Content, Snapshot>(
  step: Step<Content, Snapshot>,
  seen: PublicationItem,
  move: Move,
): Promise<Moved> {
  const item = await readItem(step.trx, step.kind.kind, seen.id);
  if (item === null) return { kind: 'unknown' };
  const because = refusalOfMove(move, item.state);
  return because === null ? changedSince(step, item, seen.contentHash) : { kind: 'refused', because };
}

/** What differs between what somebody saw and what there is now; both are kept. */
export async function changedSince<Content, Snapshot>(
  { trx, kind }: Step<Content, Snapshot>,
  item: PublicationItem,
  seenHash: string,
): Promise<Moved> {
  const before = await readContent(trx, item.id, seenHash);
  const after = await readContent(trx, item.id, item.contentHash);
  return { kind: 'changed', item, changes: compareSnapshots(before ?? undefined, after, kind.identify) };
}
