import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded, may, published, worksWithMadeUp } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash, type Moved, type PublicationItem, type PublishedItem } from '../../platform/publication/index.ts';
import { claims, ofClaim } from './claim-publication-service.ts';
import { readClaim } from './claim-store.ts';
import type { Claim, PublishedClaim } from './model.ts';
import { placeOfClaim } from './place-of-claim-service.ts';

const performance = { module: 'performance' } as const;

/** What became of a wish to show a claim to the public. */
export type ProposedClaim = { kind: 'proposed' | 'waits already' | 'published already'; item: string };

/**
 * Proposes a claim as it is worded now for everybody to read, from today: somebody else approves it. An older wording that
 * still waits is taken back.
 * @throws Refused where it is withdrawn; StaleEdit where it was changed since it was seen
 */
export const proposeClaim = guarded(
  { ...performance, name: 'performance.propose-claim', act: 'write', place: placeOfClaim },
  (platform: Platform, { id, version }: { id: number; version: number }): Promise<ProposedClaim> =>
    inTransaction(platform, async (trx) => {
      const claim = await readClaim(trx, id);
      const because = claim === null ? NONE : (isOver(claim) ?? notTheirs(platform, claim));
      if (claim === null || because !== null) throw new Refused([{ field: null, sentence: because ?? NONE }]);
      if (claim.version !== version) throw new StaleEdit(claim, version);
      const within = { ...platform, records: trx };
      const { unit } = claim;
      await claims.takeTurn(trx, unit);
      const content = asPublished(claim);
      const items = (await claims.list(within, unit)).filter((item) => ofClaim(item, id));
      const standing = items.filter(({ state }) => state !== 'withdrawn');
      const same = standing.find(
        (item) => item.contentHash === contentHash({ inForceFrom: item.inForceFrom, content }),
      );
      for (const older of standing)
        if (older.state === 'proposed' && older.id !== same?.id)
          await claims.takeBack(within, { id: older.id, reason: 'The claim was proposed again in other words.' });
      if (same !== undefined)
        return { kind: same.state === 'published' ? 'published already' : 'waits already', item: same.id };
      const place = { unit, borough: null, ward: null };
      const inForceFrom = todayInLondon(platform.now());
      const drafted = await claims.draft(within, { key: unit, place, inForceFrom, content });
      await claims.propose(within, { id: drafted.id });
      return { kind: 'proposed', item: drafted.id };
    }),
);

const NONE = 'There is no claim of this number that you may see.';
const isOver = ({ withdrawn }: Claim): string | null => (withdrawn === null ? null : 'This claim was withdrawn.');
const notTheirs = (platform: Platform, { synthetic }: Claim): string | null =>
  platform.principal.kind === 'wardroom' || synthetic === worksWithMadeUp(platform)
    ? null
    : 'Made-up people of the demonstration work with made-up claims, and real people with real ones.';

function asPublished(claim: Claim): PublishedClaim {
  const { id, unit, version, synthetic, words, saidBy, saidOn, document, kind, binding, vintage } = claim;
  return { claim: id, unit, version, synthetic, words, saidBy, saidOn, document, kind, binding, vintage };
}

/** Numbers of the claims of a unit of which a wording waits for approval by a second person. */
export const claimsThatWait = guarded(
  { ...performance, name: 'performance.claims-that-wait', act: 'read' },
  async (platform: Platform, unit: string): Promise<Set<string>> => {
    const items = await claims.list(platform, unit);
    const waiting = items.filter(({ state }) => state === 'proposed');
    return new Set(waiting.map(({ facets }) => String(facets.claim)));
  },
);

/** The latest item of a claim that was not withdrawn, in whatever state; null where there is none. */
export const latestOfClaim = guarded(
  { ...performance, name: 'performance.latest-of-claim', act: 'read' },
  async (platform: Platform, { unit, id }: Pick<Claim, 'unit' | 'id'>): Promise<PublicationItem | null> =>
    (await claims.list(platform, unit)).find((item) => ofClaim(item, id) && item.state !== 'withdrawn') ?? null,
);

/** Approves exactly the wording that was shown, while the claim still reads so. */
export const approveClaim = guarded(
  { ...performance, name: 'performance.approve-claim', act: 'approve', place: placeOfClaim },
  (platform: Platform, { id, contentHash: seen }: { id: number; contentHash: string }): Promise<Moved> =>
    moveOf(platform, id, (within, item) => claims.approve(within, { id: item.id, contentHash: seen })),
);

/** Shows readers a wording that was approved, while the claim still reads so. */
export const publishClaim = guarded(
  { ...performance, name: 'performance.publish-claim', act: 'approve', place: placeOfClaim },
  (platform: Platform, { id }: { id: number }): Promise<Moved> =>
    moveOf(platform, id, (within, item) => claims.publish(within, { id: item.id })),
);

function moveOf(
  platform: Platform,
  id: number,
  move: (within: Platform, item: PublicationItem) => Promise<Moved>,
): Promise<Moved> {
  return inTransaction(platform, async (records) => {
    const within = { ...platform, records };
    const claim = await readClaim(records, id);
    const item = claim === null ? null : await latestOfClaim(within, claim);
    if (claim === null || item === null) return { kind: 'unknown' };
    const found = await claims.find(within, { id: item.id });
    const because = isOver(claim) ?? notTheirs(platform, claim);
    if (because !== null) return { kind: 'refused', because };
    if (found?.content.version !== claim.version)
      return { kind: 'refused', because: 'The claim was changed since it was proposed: propose it again.' };
    return move(within, item);
  });
}

/** What readers would see of a claim that waits, and what disclosure control makes of it; null where none waits or stands. */
export const previewClaim = guarded(
  { ...performance, name: 'performance.preview-claim', act: 'read' },
  async (platform: Platform, claim: Pick<Claim, 'unit' | 'id'>) => {
    const item = await latestOfClaim(platform, claim);
    return item === null ? null : claims.preview(platform, { id: item.id });
  },
);

const NOT_YOURS =
  'It is approved or published, so only somebody who approves performance figures, such as the commander, can withdraw it: ask them.';

/**
 * Takes a claim from readers, in the transaction of who withdraws it.
 * @throws Refused where it is approved or published, and who acts may not withdraw it
 */
export async function takeClaimFromReaders(within: Platform, { unit, id }: Claim, reason: string): Promise<void> {
  const standing = (await claims.list(within, unit)).filter((item) => ofClaim(item, id) && item.state !== 'withdrawn');
  const approves = may(within.principal, { ...performance, act: 'approve', place: { unit } });
  for (const item of standing) {
    if (item.approved !== null && !approves) throw new Refused([{ field: null, sentence: NOT_YOURS }]);
    const moved = await (item.approved === null ? claims.takeBack : claims.withdraw)(within, { id: item.id, reason });
    if (moved.kind !== 'done')
      throw new Refused([{ field: null, sentence: 'What readers see of it could not be withdrawn: try again.' }]);
  }
}

/** A claim that was published, and how its publication stands. */
export interface ClaimInPublic {
  item: PublishedItem;
  claim: PublishedClaim;
}

/** The wording of each claim that readers see, the last said first: to anyone. */
export const listPublishedClaims = published(
  'performance.list-published-claims',
  async (records: Records, unit: string | null): Promise<ClaimInPublic[]> => {
    const items = (await claims.listPublished(records, await requireUnit(records, unit))).filter(
      ({ withdrawn }) => withdrawn === null,
    );
    const latest = items.filter(
      (item, at) => items.findIndex(({ facets }) => facets.claim === item.facets.claim) === at,
    );
    const found: ClaimInPublic[] = [];
    for (const item of latest) {
      const read = await claims.findPublished(records, item.id);
      if (read?.snapshot != null) found.push({ item: read.item, claim: read.snapshot });
    }
    return found.toSorted(
      (a, b) => (b.claim.saidOn ?? '').localeCompare(a.claim.saidOn ?? '') || a.claim.claim - b.claim.claim,
    );
  },
);

/** The wording of a claim that readers see, or saw until it was withdrawn: to anyone; null where there is none. */
export const findPublishedClaim = published(
  'performance.find-published-claim',
  async (records: Records, { unit, id }: { unit: string | null; id: number }): Promise<ClaimInPublic | null> => {
    const items = (await claims.listPublished(records, await requireUnit(records, unit))).filter((item) =>
      ofClaim(item, id),
    );
    const item = items.find(({ withdrawn }) => withdrawn === null) ?? items[0];
    const read = item === undefined ? null : await claims.findPublished(records, item.id);
    return read?.snapshot == null ? null : { item: read.item, claim: read.snapshot };
  },
);
