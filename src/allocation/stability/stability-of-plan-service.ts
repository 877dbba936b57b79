import { namedComponents, weighDemand } from '../../demand/index.ts';
import { demandParts } from '../../demand/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import type { AdoptedPlan } from '../adopted-plan.ts';
import type { StabilityKnown } from './model.ts';
import { sameFigures } from './same-figures.ts';
import { planStability } from './stability-service.ts';

/**
 * How sure a plan is: as kept with the decision that chose it, else reckoned in a worker on the very figures it was made
 * from, or not at all.
 * @param waitMilliseconds how long the reader waits for the worker; it goes on for whoever asks next
 */
export const stabilityOfPlan = published(
  'allocation.stability-of-plan',
  async (
    platform: Platform,
    { plan, decision }: Pick<AdoptedPlan, 'plan' | 'decision'>,
    waitMilliseconds: number,
  ): Promise<StabilityKnown> => {
    if (decision !== null) return { kind: 'reckoned', stability: decision.stability };
    const { unit, asAt, window, weights, limits } = plan;
    // Parts of weight 0 too: a weighting is another one because it makes something of them.
    const request = { unit, asAt, ...(window === null ? {} : { window }), components: namedComponents(weights) };
    const parts = await demandParts(platform.records, request);
    const index = weighDemand(parts, weights);
    if (index.kind === 'no demand' || !sameFigures(index, plan)) return { kind: 'not reckoned', because: REVISED };
    const { officers, floors, ceilings } = limits;
    const sideRules = plan.review !== null || plan.sergeants.length > 0;
    const answer = await within(
      planStability(platform, { parts, numbers: { ...officers, floors, ceilings }, sideRules }),
      waitMilliseconds,
    );
    if (answer === null) return { kind: 'not ready', because: NOT_YET };
    return 'kind' in answer ? { kind: 'not reckoned', because: NO_OTHER } : { kind: 'reckoned', stability: answer };
  },
);

const REVISED =
  'How sure this is under other weightings is not reckoned: the figures held now are not those that the plan was made from.';
const NOT_YET = 'How sure this is under other weightings is not reckoned yet: ask again in a moment.';
const NO_OTHER =
  'How sure this is under other weightings cannot be reckoned: no other plan can be made from these figures.';

/** What is being worked out, or null when it is not done in time. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    // Many ask other questions just now: an answer without how sure it is serves a reader better than none.
    if (error instanceof TooManyRequests) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
