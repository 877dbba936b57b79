import { NotAllowed } from '../access/index.ts';
import { inTransaction, type Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { contentHash } from './content-hash.ts';
import { auditMove, changedSince, makeMove, overtaken, writeMove } from './make-move.ts';
import type { Moved, PublicationItem, PublicationPlace } from './model.ts';
import type { Setting } from './setting.ts';
import { insertItem, readApproversEver, readVersionHash, type Saved, updateContent } from './store.ts';
import { isNameless, whoActs } from './who-acts.ts';

/** What a draft is made of. */
export interface Drafted<Content> {
  key: string;
  place: PublicationPlace;
  /** First day it counts, "2026-03-10". */
  inForceFrom: string;
  content: Content;
}

/** Begins a draft: nobody but who may read the module there sees it. */
export async function draftItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  drafted: Drafted<Content>,
): Promise<PublicationItem> {
  const { kind, module } = setting.kind;
  const { key, place } = drafted;
  return inTransaction(platform, async (trx) => {
    await requireName(platform, trx);
    const item = await insertItem(trx, { kind, module, key, place }, savedBy(setting, platform, drafted));
    await auditMove({ ...setting, platform, trx }, 'draft', item);
    return item;
  });
}

/**
 * At the command line a draft names a person once somebody could approve: whoever drafted it without a name could approve
 * it with one.
 * @throws NotAllowed
 */
async function requireName(platform: Platform, trx: Records): Promise<void> {
  const drafter = whoActs(platform.principal);
  if (isNameless(drafter) && (await readApproversEver(trx, drafter)) !== 'none')
    throw new NotAllowed('Name the person who proposes this with --as: somebody else will be asked to approve it.');
}

/** Saves another content over the version its writer saw; one saved by somebody else meanwhile is compared, not lost. */
export async function changeItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  asked: { id: string; version: number; inForceFrom: string; content: Content },
): Promise<Moved> {
  return makeMove(setting, platform, { id: asked.id, move: 'change' }, async (step, item) => {
    const { trx } = step;
    await requireName(platform, trx);
    if (item.version !== asked.version)
      return changedSince(step, item, (await readVersionHash(trx, item.id, asked.version)) ?? '');
    const after = await updateContent(trx, item, savedBy(setting, platform, asked));
    return after === null ? overtaken(step, item, 'change') : { kind: 'done', item: after };
  });
}

/** Puts a draft forward for approval. */
export async function proposeItem<Content, Snapshot>(
  setting: Setting<Content, Snapshot>,
  platform: Platform,
  { id }: { id: string },
): Promise<Moved> {
  return makeMove(setting, platform, { id, move: 'propose' }, (step, item) =>
    writeMove(step, item, 'propose', { to: 'proposed' }),
  );
}

function savedBy<Content, Snapshot>(
  { kind }: Setting<Content, Snapshot>,
  platform: Platform,
  { content, inForceFrom }: Pick<Drafted<Content>, 'content' | 'inForceFrom'>,
): Saved {
  const facets = kind.facetsOf(kind.snapshotOf(content));
  const by = whoActs(platform.principal);
  const hash = contentHash({ inForceFrom, content });
  return { inForceFrom, facets, content, contentHash: hash, by, at: platform.now() };
}
