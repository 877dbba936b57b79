import { listProposals, withdrawPlan } from '../../allocation/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import type { Platform } from '../../platform/platform.ts';

const REASON = 'It was made in the demonstration, which has ended.';

/**
 * Withdraws, on record, every plan that made-up people or Wardroom made, so that none is in force once the demonstration
 * is over. Real people cannot be there while it is on, so everybody's plans but those of the command line are such.
 * @param system Wardroom's own, in the name of whoever ends it, in the transaction that ends all of it
 */
export async function withdrawDemonstrationPlans(system: Platform): Promise<void> {
  for (const { id, state, drafted } of await listProposals(system, CENTRAL_NORTH.name)) {
    if (state === 'withdrawn' || drafted.by.startsWith('cli:')) continue;
    const moved = await withdrawPlan(system, { id, reason: REASON });
    if (moved.kind !== 'done') throw new Error(`Plan ${id} of the demonstration could not be withdrawn.`);
  }
}
