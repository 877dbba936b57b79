import type { OptimalPlan } from '../../allocation/index.ts';
import { planStability } from '../../allocation/service.ts';
import { findComponent, WrongUsage } from '../../demand/index.ts';
import { demandParts } from '../../demand/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import type { SameElsewhere } from '../pages/allocation/all-wards.tsx';

type Reckoned = Exclude<Awaited<ReturnType<typeof planStability>>, { kind: string }>;

/** A page waits no longer for it; the reckoning goes on, and the next page has it. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * How often other weightings of the plan's parts give each ward the number it has: 10,000 of them, in a worker, kept for
 * whoever asks next. Not said of a plan that the solver decided, which other weightings would not be handed out like.
 * @returns 'not ready' when it takes longer than a page may wait; null where it is not said
 */
export const sameElsewhere = published(
  'desk.same-elsewhere',
  async (platform: Platform, plan: OptimalPlan): Promise<SameElsewhere | 'not ready' | null> => {
    const { unit, asAt, window, limits, used, decidedBy } = plan;
    if (decidedBy === 'solver') return null;
    const components = used.flatMap(({ component }) => findComponent(component) ?? []);
    const parts = await demandParts(platform.records, {
      unit,
      asAt,
      components,
      ...(window === null ? {} : { window }),
    });
    const { officers, floors, ceilings } = limits;
    const reckoned = planStability(platform, { parts, numbers: { ...officers, floors, ceilings } }).then(
      (stability) => ('kind' in stability ? null : sharesIn(plan, stability)),
      (error: unknown) => {
        if (error instanceof TooManyRequests) return 'not ready' as const;
        if (error instanceof WrongUsage) return null;
        throw error;
      },
    );
    return soonOrNot(reckoned);
  },
);

function sharesIn({ wards }: OptimalPlan, { samples, wards: stable }: Reckoned): SameElsewhere {
  const sharesOf = new Map(stable.map(({ code, shares }) => [code, shares]));
  return {
    samples,
    shares: Object.fromEntries(wards.map(({ code, dwo }) => [code, sharesOf.get(code)?.[dwo] ?? 0])),
  };
}

async function soonOrNot<Answer>(reckoned: Promise<Answer>): Promise<Answer | 'not ready'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'not ready'>((resolve) => {
    timer = setTimeout(() => resolve('not ready'), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([reckoned, late]);
  } finally {
    clearTimeout(timer);
  }
}
