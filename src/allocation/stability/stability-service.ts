import type { DemandParts, NoDemand } from '../../demand/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { InfeasiblePlan, PlannedNumbers, PlanOptions } from '../model.ts';
import type { Stability, StabilityAsked } from './model.ts';

/** Figures gathered once, and the officers to hand out on them. */
export interface PlanStabilityAsked extends StabilityAsked {
  parts: DemandParts;
  numbers: PlannedNumbers;
  /** Names of the components whose weights vary; every part when left out. */
  components?: readonly string[] | undefined;
}

/**
 * How often each ward gets each number of dedicated ward officers when the weights vary; reckoned in a worker, and kept for
 * who asks the same again. No plan or no demand passes through as it would for a plan.
 * @throws WrongUsage with one sentence for bounds that no weighting meets, an unknown component, too many samples
 * @throws TooManyRequests when too many questions wait already
 */
export const planStability = published(
  'allocation.plan-stability',
  async (_platform: Platform, asked: PlanStabilityAsked): Promise<Stability | NoDemand | InfeasiblePlan> => {
    throw new Error(`Not reckoned yet: ${asked.parts.unit}.`);
  },
);

/** The same from the figures held, for the components that the options' weights name (the founding ones when left out). */
export const stabilityOf = published(
  'allocation.stability-of',
  async (
    _records: Records,
    options: PlanOptions,
    _asked: StabilityAsked = {},
  ): Promise<Stability | NoDemand | InfeasiblePlan> => {
    throw new Error(`Not reckoned yet: ${options.unit}.`);
  },
);
