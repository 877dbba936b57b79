import type { AdoptedPlan } from '../../allocation/index.ts';
import { stabilityOfPlan } from '../../allocation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { SameElsewhere } from '../pages/allocation/all-wards.tsx';

/** A page waits no longer for it; the reckoning goes on, and the next page has it. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * How often other weightings give each ward the number it has. Not said of a plan that the solver decided, which other
 * weightings would not be handed out like, nor where only one weighting is possible.
 * @returns 'not ready' when it takes longer than a page may wait; null where it is not said
 */
export const sameElsewhere = published(
  'desk.same-elsewhere',
  async (
    platform: Platform,
    { plan, decision }: Pick<AdoptedPlan, 'plan' | 'decision'>,
  ): Promise<SameElsewhere | 'not ready' | null> => {
    if (plan.decidedBy === 'solver') return null;
    const known = await stabilityOfPlan(platform, { plan, decision }, PATIENCE_MILLISECONDS);
    if (known.kind !== 'reckoned') return known.kind === 'not ready' ? known.kind : null;
    const { samples, components, within, wards } = known.stability;
    if (components.length < 2) return null;
    const sharesOf = new Map(wards.map(({ code, shares }) => [code, shares]));
    return {
      samples,
      alikeLikely: within === null,
      shares: Object.fromEntries(plan.wards.map(({ code, dwo }) => [code, sharesOf.get(code)?.[dwo] ?? 0])),
    };
  },
);
