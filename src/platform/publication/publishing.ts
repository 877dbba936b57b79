import { controlDisclosure } from '../../lib/disclosure/index.ts';
import { guarded, published, within } from '../access/index.ts';
import { inTransaction, type Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { approveItem, publishItem, takeBackItem, withdrawItem } from './deciding.ts';
import { changeItem, type Drafted, draftItem, proposeItem } from './drafting.ts';
import type { PublicationItem, PublishedItem } from './model.ts';
import { previewItem } from './preview-item.ts';
import type { PublicationKind } from './publication-kind.ts';
import { asPlace, type ChooseBefore, nameOf, ruleAtItem, type Setting } from './setting.ts';
import { readContent, readItem, readItems, readPublished, readSnapshot, takeTurn } from './store.ts';

/** A published snapshot; null where its withdrawal took it back. */
export interface PublishedSnapshot<Snapshot> {
  item: PublishedItem;
  snapshot: Snapshot | null;
}

const latestInForce: ChooseBefore = (standing, { inForceFrom }) =>
  standing.find((each) => each.inForceFrom <= inForceFrom) ?? null;

/**
 * The service functions by which a domain's kind of thing is drafted, proposed, approved by a second person, published
 * and withdrawn. Each runs in a transaction of the platform's records, or in the one it is handed, with its audit.
 * @param given chooseBefore: what a draft takes the place of, by default the latest in force on its day; engine: set by
 * tests in place of the one disclosure engine
 * @example
 * const plans = publishing(planKind);
 * const { id, contentHash } = await plans.draft(analyst, { key: 'Central North', place, inForceFrom, content });
 * await plans.propose(analyst, { id });
 * await plans.approve(commander, { id, contentHash });
 * await plans.publish(commander, { id });
 */
export function publishing<Content, Snapshot>(
  kind: PublicationKind<Content, Snapshot>,
  given: Partial<Omit<Setting<Content, Snapshot>, 'kind'>> = {},
) {
  const setting = { kind, chooseBefore: latestInForce, engine: controlDisclosure, ...given };
  type OfItem = { id: string };
  type WithReason = OfItem & { reason: string };
  const { module } = kind;
  return {
    /** Waits for others who begin or publish something of the same key, until the end of the transaction. */
    takeTurn: within(nameOf(kind, 'take-turn'), (trx: Records, key: string) => takeTurn(trx, kind.kind, key)),
    draft: guarded(
      { name: nameOf(kind, 'draft'), module, act: 'write', place: (_, { place }: Drafted<Content>) => asPlace(place) },
      (platform: Platform, drafted: Drafted<Content>) => draftItem(setting, platform, drafted),
    ),
    change: guarded(
      ruleAtItem(kind, 'change', 'write'),
      (platform: Platform, asked: OfItem & { version: number; inForceFrom: string; content: Content }) =>
        changeItem(setting, platform, asked),
    ),
    propose: guarded(ruleAtItem(kind, 'propose', 'write'), (platform: Platform, asked: OfItem) =>
      proposeItem(setting, platform, asked),
    ),
    approve: guarded(
      ruleAtItem(kind, 'approve', 'approve'),
      (platform: Platform, asked: OfItem & { contentHash: string }) => approveItem(setting, platform, asked),
    ),
    publish: guarded(ruleAtItem(kind, 'publish', 'approve'), (platform: Platform, asked: OfItem) =>
      publishItem(setting, platform, asked),
    ),
    takeBack: guarded(ruleAtItem(kind, 'take-back', 'write'), (platform: Platform, asked: WithReason) =>
      takeBackItem(setting, platform, asked),
    ),
    withdraw: guarded(ruleAtItem(kind, 'withdraw', 'approve'), (platform: Platform, asked: WithReason) =>
      withdrawItem(setting, platform, asked),
    ),
    preview: guarded(ruleAtItem(kind, 'preview', 'read'), (platform: Platform, asked: OfItem) =>
      previewItem(setting, platform, asked),
    ),
    /** One item with the content it has now; null for one that may not be seen. */
    find: guarded(
      ruleAtItem(kind, 'find', 'read'),
      (platform: Platform, { id }: OfItem): Promise<{ item: PublicationItem; content: Content } | null> =>
        inTransaction(platform, async (trx) => {
          const item = await readItem(trx, kind.kind, id);
          if (item === null) return null;
          return { item, content: kind.parseContent(await readContent(trx, item.id, item.contentHash)) };
        }),
    ),
    /** Every item of a key that who asks may see, drafts too, the newest first. */
    list: guarded(
      { name: nameOf(kind, 'list'), module, act: 'read' },
      (platform: Platform, key: string): Promise<PublicationItem[]> =>
        inTransaction(platform, (trx) => readItems(trx, kind.kind, key)),
    ),
    /** What was published of a key, withdrawn or not, the latest first: to anyone from its day. */
    listPublished: published(nameOf(kind, 'list-published'), (records: Records, key: string) =>
      readPublished(records, kind.kind, key),
    ),
    /** One that was published; null when there is none that may be seen. */
    findPublished: published(
      nameOf(kind, 'find-published'),
      async (records: Records, id: string): Promise<PublishedSnapshot<Snapshot> | null> => {
        const found = await readSnapshot(records, kind.kind, id);
        if (found === null) return null;
        return { item: found.item, snapshot: found.content === null ? null : kind.parseSnapshot(found.content) };
      },
    ),
  };
}
