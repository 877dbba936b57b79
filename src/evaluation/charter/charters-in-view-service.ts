import { may, published } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { demonstrationState } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CharterShown } from '../model.ts';
import { shippedCharter, shippedCharters } from '../shipped/shipped-charters.ts';
import { charterHash } from './charter-hash-service.ts';
import { readCharters, readDecisions } from './charter-store.ts';
import type { PublishedCharter } from './model.ts';
import { listPublishedCharters } from './publish-charter-service.ts';
import { shownOf } from './wording-in-force.ts';

/** A charter that somebody may see, and where it is from. */
export interface CharterInView extends PublishedCharter {
  /** 'shipped': it comes with Wardroom; 'records': as it stands; 'published': as readers see it. */
  from: 'shipped' | 'records' | 'published';
  /** Day since which another wording than the one shown is in force, and not published yet; null where none is. */
  newerSince: string | null;
}

/** A charter of a file or of the release: nobody signed it here. */
export const shownFromFile = published(
  'evaluation.shown-from-file',
  (charter: CharterShown['charter']): CharterShown => ({
    ...{ charter, hash: charterHash(charter), signatures: [], amendments: [] },
    standing: charter.kind === 'retrospective' ? 'retrospective' : 'file',
  }),
);

const shippedOnes = (): CharterInView[] =>
  shippedCharters().map((charter) => ({
    ...shownFromFile(charter),
    ...{ unit: charter.unit, decisions: [], from: 'shipped', newerSince: null },
  }));

/**
 * Every charter that who asks may see: those that come with Wardroom, and of the records all to who reads evaluations, and to
 * everybody else those that were published.
 */
export const chartersInView = published(
  'evaluation.charters-in-view',
  async (platform: Platform): Promise<CharterInView[]> => {
    const isStaff = may(platform.principal, { module: 'evaluation', act: 'read', place: null });
    const own = isStaff ? await ofTheRecords(platform) : [];
    const known = new Set(own.map(({ charter }) => charter.name));
    const shown = (await listPublishedCharters(platform.records, null)).filter(
      ({ charter }) => !known.has(charter.name),
    );
    return [...shippedOnes(), ...own, ...shown.map((each): CharterInView => ({ ...each, from: 'published' }))];
  },
);

/** The charter of a name, as who asks may see it; null where there is none. One that comes with Wardroom comes first. */
export const charterInView = published(
  'evaluation.charter-in-view',
  async (platform: Platform, name: string): Promise<CharterInView | null> => {
    if (shippedCharter(name) !== null) return shippedOnes().find(({ charter }) => charter.name === name) ?? null;
    return (await chartersInView(platform)).find(({ charter }) => charter.name === name) ?? null;
  },
);

function ofTheRecords(platform: Platform): Promise<CharterInView[]> {
  return inTransaction(platform, async (trx) => {
    const found: CharterInView[] = [];
    const hasEnded = (await demonstrationState({ ...platform, records: trx })) === 'off';
    for (const kept of await readCharters(trx)) {
      const shown = shownOf(kept);
      // What was made up is kept on record, and shown no more once the demonstration is over.
      if (shown === null || (kept.synthetic && hasEnded)) continue;
      const decisions = (await readDecisions(trx, kept.id)).map(({ written: _, ...decision }) => decision);
      found.push({ ...shown, unit: kept.unit, decisions, from: 'records', newerSince: null });
    }
    return found;
  });
}
