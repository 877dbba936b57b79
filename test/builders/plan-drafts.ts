import { planFromDemand } from '../../src/allocation/plan-from-demand.ts';
import { plans } from '../../src/allocation/publication-service.ts';
import type { Place } from '../../src/platform/access/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { demandOf, madeUpShares } from './demand-index.ts';
import { CAMDEN, ISLINGTON, UNIT, WARD } from './each-principal.ts';

/** A plan that waits for approval. */
export interface PlanDraft {
  id: string;
  contentHash: string;
  place: Place & { unit: string };
}

const PLACES = [
  { unit: UNIT },
  { unit: UNIT, borough: CAMDEN },
  { unit: UNIT, borough: ISLINGTON },
  { unit: UNIT, borough: CAMDEN, ward: WARD },
];

/**
 * Plans proposed for the unit, for each of two boroughs and for a ward, on made-up demand.
 * @param system Wardroom's own
 */
export async function planDrafts(system: Platform): Promise<PlanDraft[]> {
  const options = { unit: UNIT, asAt: '2026-03-01', dwo: 118, pcso: 48 };
  const plan = planFromDemand(demandOf(madeUpShares(20, 1)), { dwo: 118, pcso: 48 });
  if (plan.kind !== 'optimal') throw new Error('There is no plan for made-up demand.');
  const drafts: PlanDraft[] = [];
  for (const place of PLACES) {
    const at = { borough: null, ward: null, ...place };
    const drafted = { key: UNIT, place: at, inForceFrom: '2026-03-01', content: { options, plan } };
    const { id, contentHash } = await plans.draft(system, drafted);
    await plans.propose(system, { id });
    drafts.push({ id, contentHash, place });
  }
  return drafts;
}
