import { listProposals, withdrawPlan } from '../../allocation/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { demonstrationState } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';

const REASON = 'It was made in the demonstration, which has ended.';

/**
 * Withdraws, on record, every plan that made-up people or Wardroom made, so that none is in force once the demonstration
 * is over. Real people cannot be there while it is on, so everybody's plans but those of the command line are such.
 * @param platform of whoever ends it
 * @param system Wardroom's own
 */
export async function withdrawDemonstrationPlans(platform: Platform, system: Platform): Promise<void> {
  if ((await demonstrationState(system)) !== 'on') return;
  for (const { id, state, drafted } of await listProposals(platform, CENTRAL_NORTH.name)) {
    if (state === 'withdrawn' || drafted.by.startsWith('cli:')) continue;
    const moved = await withdrawPlan(platform, { id, reason: REASON });
    if (moved.kind !== 'done') throw new Error(`Plan ${id} of the demonstration could not be withdrawn.`);
  }
}
