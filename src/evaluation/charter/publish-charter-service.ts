import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded, published } from '../../platform/access/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash, type Moved, type PublicationItem } from '../../platform/publication/index.ts';
import { charters, ofCharter } from './charter-publication-service.ts';
import { standing } from './charter-service.ts';
import { readDecisions, readInForceInPublic } from './charter-store.ts';
import type { PublishedCharter } from './model.ts';
import { placeOfCharter } from './place-of-charter-service.ts';
import { shownOf } from './wording-in-force.ts';

const evaluation = { module: 'evaluation' } as const;
interface OfCharter {
  name: string;
}

/** What readers would see of a charter now. @throws Refused where there is none */
async function asPublished(within: Platform, name: string): Promise<PublishedCharter> {
  const kept = await standing(within, within.records, name);
  const shown = shownOf(kept);
  if (shown === null) throw new Refused([{ field: null, sentence: 'There is nothing to publish.' }]);
  const decisions = (await readDecisions(within.records, kept.id)).map(({ written: _, ...decision }) => decision);
  return { ...shown, unit: kept.unit, decisions };
}

/**
 * Proposes a charter as it stands now for everybody to read, from today: somebody else approves it. What still waits of it
 * is taken back.
 * @throws Refused
 */
export const proposeCharter = guarded(
  { ...evaluation, name: 'evaluation.offer-charter', act: 'write', place: placeOfCharter },
  (platform: Platform, { name }: OfCharter): Promise<'proposed' | 'waits already' | 'published already'> =>
    inTransaction(platform, async (trx) => {
      const within = { ...platform, records: trx };
      const content = await asPublished(within, name);
      const { unit } = content;
      await charters.takeTurn(trx, unit);
      const own = (await charters.list(within, unit)).filter((item) => ofCharter(item, name));
      const latest = own.find(({ published }) => published !== null);
      // What readers saw before the version that they see now, or that was withdrawn, is proposed anew.
      const open = own.filter((item) => WAITS.includes(item.state) || (item === latest && item.withdrawn === null));
      const same = open.find((item) => item.contentHash === contentHash({ inForceFrom: item.inForceFrom, content }));
      for (const older of open)
        if (older.state === 'proposed' && older.id !== same?.id)
          await charters.takeBack(within, { id: older.id, reason: 'The charter was proposed again as it stands now.' });
      if (same !== undefined) return same.state === 'published' ? 'published already' : 'waits already';
      const place = { unit, borough: null, ward: null };
      const inForceFrom = todayInLondon(platform.now());
      const drafted = await charters.draft(within, { key: unit, place, inForceFrom, content });
      await charters.propose(within, { id: drafted.id });
      return 'proposed';
    }),
);

const WAITS: readonly string[] = ['draft', 'proposed', 'approved'];

async function itemsOf(within: Platform, name: string): Promise<PublicationItem[]> {
  const { unit } = await standing(within, within.records, name);
  return (await charters.list(within, unit)).filter((item) => ofCharter(item, name));
}

/** What waits of a charter, or else what readers see: the last that was published, unless that was withdrawn. */
async function latestOf(within: Platform, name: string): Promise<PublicationItem | null> {
  const items = await itemsOf(within, name);
  const waiting = items.find(({ state }) => WAITS.includes(state));
  const latest = items.find(({ published }) => published !== null);
  return waiting ?? (latest === undefined || latest.withdrawn !== null ? null : latest);
}

const move = (
  platform: Platform,
  name: string,
  make: (within: Platform, item: PublicationItem) => Promise<Moved>,
): Promise<Moved> =>
  inTransaction(platform, async (records) => {
    const within = { ...platform, records };
    const item = await latestOf(within, name);
    return item === null ? { kind: 'unknown' } : make(within, item);
  });

/** Approves exactly what was shown of a charter, by a second person. */
export const approveCharter = guarded(
  { ...evaluation, name: 'evaluation.accept-charter', act: 'approve', place: placeOfCharter },
  (platform: Platform, { name, contentHash: seen }: OfCharter & { contentHash: string }): Promise<Moved> =>
    move(platform, name, (within, item) => charters.approve(within, { id: item.id, contentHash: seen })),
);

/** Shows readers what was approved of a charter. */
export const publishCharter = guarded(
  { ...evaluation, name: 'evaluation.show-charter', act: 'approve', place: placeOfCharter },
  (platform: Platform, { name }: OfCharter): Promise<Moved> =>
    move(platform, name, (within, item) => charters.publish(within, { id: item.id })),
);

/** Takes a charter from readers, every version of it and what waits, with a reason that they read in its place. */
export const withdrawCharter = guarded(
  { ...evaluation, name: 'evaluation.hide-charter', act: 'approve', place: placeOfCharter },
  (platform: Platform, { name, reason }: OfCharter & { reason: string }): Promise<Moved> =>
    move(platform, name, async (within, item) => {
      const others = (await itemsOf(within, name)).filter(({ id, state }) => id !== item.id && state !== 'withdrawn');
      for (const each of others) await takeAway(within, each, reason);
      return takeAway(within, item, reason);
    }),
);

const takeAway = (within: Platform, { id, approved }: PublicationItem, reason: string): Promise<Moved> =>
  (approved === null ? charters.takeBack : charters.withdraw)(within, { id, reason });

/** What waits of a charter for a second person, as readers would see it; null where nothing waits or stands. */
export const previewCharter = guarded(
  { ...evaluation, name: 'evaluation.preview-charter-of', act: 'read', place: placeOfCharter },
  (platform: Platform, { name }: OfCharter) =>
    inTransaction(platform, async (records) => {
      const within = { ...platform, records };
      const item = await latestOf(within, name);
      return item === null ? null : charters.preview(within, { id: item.id });
    }),
);

/** A charter as readers see it, and since when another wording is in force that they do not see; null where none is. */
export interface CharterForReaders extends PublishedCharter {
  newerSince: string | null;
}

/**
 * The charters of a unit that readers see, each in its latest version: to anyone. One whose latest version was withdrawn is
 * not shown in a former one.
 */
export const listPublishedCharters = published(
  'evaluation.list-published-charters-of',
  async (records: Records, unit: string | null): Promise<CharterForReaders[]> => {
    const items = await charters.listPublished(records, await requireUnit(records, unit));
    const latest = items.filter(
      (item, at) =>
        item.withdrawn === null && items.findIndex(({ facets }) => facets.charter === item.facets.charter) === at,
    );
    const read = await Promise.all(latest.map(({ id }) => charters.findPublished(records, id)));
    const shown = read.flatMap((each) => (each?.snapshot == null ? [] : [each.snapshot]));
    const standing = await readInForceInPublic(
      records,
      shown.map(({ charter }) => charter.name),
    );
    return shown.map((each) => {
      const inForce = standing.find(({ name }) => name === each.charter.name);
      const isNewer = inForce !== undefined && inForce.hash !== each.hash;
      return { ...each, newerSince: isNewer ? todayInLondon(inForce.since) : null };
    });
  },
);

/** Why and when the latest version of a charter was taken from readers: to anyone; null where it was not. */
export const withdrawnCharter = published(
  'evaluation.withdrawn-charter',
  async (records: Records, name: string): Promise<{ on: string; reason: string } | null> => {
    const items = await charters.listPublished(records, await requireUnit(records, null));
    const withdrawn = items.find((item) => ofCharter(item, name))?.withdrawn ?? null;
    return withdrawn === null ? null : { on: todayInLondon(withdrawn.at), reason: withdrawn.reason };
  },
);
