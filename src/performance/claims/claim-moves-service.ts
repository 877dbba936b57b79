import { type Problem, Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadClaimPage } from './claim-pages-service.ts';
import { findClaim, withdrawClaim } from './claim-service.ts';
import type { ClaimPageModel } from './pages/claim-page.tsx';
import { approveClaim, proposeClaim, publishClaim } from './publish-claim-service.ts';
import { type Typed, versionIn } from './read-claim-form.ts';
import { noteStandings } from './standings-service.ts';
import { mayIn, unitShown } from './unit-of-claims-service.ts';

const performance = { module: 'performance' } as const;

/** What a button of a claim's page did. */
export type ClaimMoved =
  | { kind: 'done' }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: ClaimPageModel; status: 400 | 409 };

async function moved(platform: Platform, id: number, run: () => Promise<string | null>): Promise<ClaimMoved> {
  const again = async (problems: readonly Problem[], status: 400 | 409): Promise<ClaimMoved> => {
    const model = await loadClaimPage(platform, id, problems);
    return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status };
  };
  try {
    const because = await run();
    return because === null ? { kind: 'done' } : again([{ field: null, sentence: because }], 409);
  } catch (error) {
    if (error instanceof Refused) return again(error.problems, 400);
    if (error instanceof StaleEdit) return again([{ field: null, sentence: CHANGED_MEANWHILE }], 409);
    throw error;
  }
}

const CHANGED_MEANWHILE =
  'The claim was changed since you opened this page, and nothing was done: read it as it is now, then send this again.';

/** Withdraws a claim with the reason that was typed. */
export const withdrawClaimAsked = guarded(
  { ...performance, name: 'performance.withdraw-claim-asked', act: 'write' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      await withdrawClaim(platform, { id, version: versionIn(typed), because: typed.because ?? '' });
      return null;
    }),
);

/** Proposes a claim for readers. */
export const proposeClaimAsked = guarded(
  { ...performance, name: 'performance.propose-claim-asked', act: 'write' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      await proposeClaim(platform, { id, version: versionIn(typed) });
      return null;
    }),
);

/** Approves the wording that was shown, and publishes it where that was asked for. */
export const approveClaimAsked = guarded(
  { ...performance, name: 'performance.approve-claim-asked', act: 'approve' },
  (platform: Platform, id: number, typed: Typed): Promise<ClaimMoved> =>
    moved(platform, id, async () => {
      const approved = await approveClaim(platform, { id, contentHash: typed['content-hash'] ?? '' });
      const publishes = approved.kind === 'done' && typed.publish === 'yes';
      return sayMoved(publishes ? await publishClaim(platform, { id }) : approved);
    }),
);

/** Publishes a wording that was approved. */
export const publishClaimAsked = guarded(
  { ...performance, name: 'performance.publish-claim-asked', act: 'approve' },
  async (platform: Platform, id: number): Promise<ClaimMoved> => {
    if ((await findClaim(platform, id)) === null) return { kind: 'unknown' };
    return moved(platform, id, async () => sayMoved(await publishClaim(platform, { id })));
  },
);

function sayMoved(made: Awaited<ReturnType<typeof publishClaim>>): string | null {
  if (made.kind === 'done') return null;
  if (made.kind === 'refused') return made.because;
  return made.kind === 'unknown' ? 'Nothing of this claim waits: propose it first.' : CHANGED_MEANWHILE;
}

/** Checks every claim and notes each that stands otherwise than before. @throws Refused in another unit */
export const checkClaimsAsked = guarded(
  { ...performance, name: 'performance.check-claims-asked', act: 'write' },
  async (platform: Platform): Promise<void> => {
    const { name: unit } = await unitShown(platform);
    if (!mayIn(platform, 'write', unit))
      throw new Refused([{ field: null, sentence: `These claims are of ${unit}: ask somebody there to check them.` }]);
    await noteStandings(platform, { unit });
  },
);
