import { type Adoption, planAllocation, planWithRules, proposePlan } from '../../allocation/service.ts';
import { WrongUsage } from '../../demand/index.ts';
import { guarded, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ListedError } from '../../ui/error-summary.tsx';
import { oneAtATime } from '../one-at-a-time.ts';
import type { PlanShown } from '../plan-shown.ts';
import type { StartingNumbers } from '../read-allocation-form.ts';
import type { ReviewForm } from '../read-review-form.ts';
import { fieldOfRule, fundedName, REVIEW_NAMES } from '../review-fields.ts';

/** What a plan of the page may take: its own question, and everything together, loading the solver included. */
const LIMITS = { planSeconds: 4, allSeconds: 10 };
const MOST_WAITING = 2;

/** One solver at a time in this process, whoever asks. */
const inTurn = oneAtATime(MOST_WAITING);

/** What is asked of a plan, so that whoever proposes it asks the very same. */
export function optionsOf(numbers: StartingNumbers, review: ReviewForm | null) {
  const more = review?.asked ?? {};
  const asksForMore = more.rules !== undefined || more.sergeants !== undefined;
  return { unit: null, ...numbers, ...more, ...(asksForMore ? { timeLimitSeconds: LIMITS.planSeconds } : {}) };
}

/**
 * The plan of a form, or why there is none; and what is wrong with the form that only planning finds, such as a place that
 * nobody knows.
 */
export const planAsked = published(
  'desk.plan-asked',
  async (
    platform: Platform,
    numbers: StartingNumbers,
    review: ReviewForm | null,
  ): Promise<{ plan: PlanShown | null; problems: ListedError[] }> => {
    const options = optionsOf(numbers, review);
    if (review === null || options.timeLimitSeconds === undefined)
      return { plan: await planAllocation(platform.records, options), problems: [] };
    try {
      const plan = await inTurn(() => planWithRules(platform, options, LIMITS.allSeconds));
      return { plan: plan === 'busy' ? { kind: 'busy' } : plan, problems: [] };
    } catch (error) {
      if (!(error instanceof WrongUsage)) throw error;
      return { plan: null, problems: [problemAt(error.message, review)] };
    }
  },
);

/** Proposes a plan; one that may ask the solver waits its turn. */
export const proposeAskedPlan = guarded(
  { name: 'desk.propose-asked-plan', module: 'allocation', act: 'write' },
  async (platform: Platform, options: Parameters<typeof proposePlan>[1]): Promise<Adoption | 'busy'> => {
    const propose = () => proposePlan(platform, options);
    return options.timeLimitSeconds === undefined ? propose() : inTurn(propose);
  },
);

/** The field that a refusal is about: the one whose words it quotes, or that of the rule it names. */
function problemAt(sentence: string, { fields }: ReviewForm): ListedError {
  const quoted = new Set([...sentence.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words));
  const row = fields.funded.findIndex(({ place }) => quoted.has(place));
  if (row >= 0) return { href: `#${fundedName('place', row + 1)}`, text: sentence };
  const id = [...quoted].map(fieldOfRule).find((field) => field !== null) ?? REVIEW_NAMES.sergeants;
  return { href: `#${id}`, text: sentence };
}
