import { abandonReview, listReviews } from '../../allocation/service.ts';
import { listCharters, withdrawCharter } from '../../evaluation/service.ts';
import { listClaims, withdrawClaim, withdrawMadeUpSets, withdrawMadeUpSettings } from '../../performance/service.ts';
import { ownWork } from '../../platform/access/index.ts';
import { demonstrationState } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { withdrawDemonstrationPlans } from './withdraw-demonstration-plans.ts';

const REASON = 'It was made in the demonstration, which has ended.';

/**
 * Takes back, on record and all at once or not at all, what made-up people made: no plan of theirs stays in force, and
 * nobody is asked anything in a review of theirs; no claim, set of measures, setting of a chart or charter of theirs stands. Nothing
 * to do once that is done.
 * @param system Wardroom's own, in the name of whoever ends it
 */
export const withdrawDemonstration = ownWork(
  'demonstration.withdraw',
  (system: Platform): Promise<void> =>
    system.records.transaction().execute(async (records) => {
      if ((await demonstrationState({ ...system, records })) !== 'on') return;
      // A review whose plan stands is chosen or decided, and cannot end.
      await withdrawDemonstrationPlans({ ...system, records });
      await endReviews({ ...system, records });
      await withdrawClaims({ ...system, records });
      await hideCharters({ ...system, records });
      await withdrawMadeUpSettings({ ...system, records }, REASON);
      await withdrawMadeUpSets({ ...system, records }, REASON);
    }),
);

/** Withdraws every made-up claim that stands, and takes it from readers. */
async function withdrawClaims(system: Platform): Promise<void> {
  for (const { id, version, synthetic, withdrawn } of await listClaims(system))
    if (synthetic && withdrawn === null) await withdrawClaim(system, { id, version, because: REASON });
}

/** Takes every made-up charter from readers; the charters themselves are kept, and shown while the demonstration is on. */
async function hideCharters(system: Platform): Promise<void> {
  for (const { name, synthetic } of await listCharters(system)) {
    if (!synthetic) continue;
    const moved = await withdrawCharter(system, { name, reason: REASON });
    // One that nobody was shown is unknown to readers as it is.
    if (moved.kind !== 'done' && moved.kind !== 'unknown')
      throw new Error(`Charter ${name} of the demonstration could not be withdrawn.`);
  }
}

/** Abandons every made-up review that is not ended, with its notices. */
async function endReviews(system: Platform): Promise<void> {
  for (const review of await listReviews(system, null))
    if (review.synthetic && review.abandoned === null) await abandonReview(system, { ...review, because: REASON });
}
