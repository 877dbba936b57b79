import { z } from 'zod';
import { type PublishedItem, publicationKind, publishing } from '../platform/publication/index.ts';
import type { PlanSnapshot, ProposedPlan } from './adopted-plan.ts';
import { choosePlanInForce } from './choose-plan-in-force.ts';
import { describeDecision } from './consultation/decision/describe-decision.ts';
import { storedDecision } from './consultation/decision/stored-decision.ts';
import { describePlanChange } from './describe-plan-change.ts';
import type { ListedPlan } from './model.ts';
import { forReaders } from './plan-for-readers.ts';
import { releaseOfPlan } from './plan-release.ts';
import { parsePlanSnapshot, parseStoredOptions, parseStoredPlan } from './stored-plan.ts';

const facets = z.object({ boundaryVersion: z.string(), synthetic: z.boolean() });
const content = z.object({
  options: z.unknown().transform(parseStoredOptions),
  plan: z.unknown().transform(parseStoredPlan),
  decision: storedDecision.exactOptional(),
});

/**
 * How plans are published: whole but for the officers each ward had posted, since the rest counts posts and rests on
 * published statistics alone.
 */
export const planKind = publicationKind<ProposedPlan, PlanSnapshot>({
  kind: 'allocation.plan',
  module: 'allocation',
  title: (unit) => `Plan of ${unit}`,
  parseContent: (json) => content.parse(json),
  parseSnapshot: parsePlanSnapshot,
  snapshotOf: ({ plan, decision }) => (decision === undefined ? plan : { ...plan, decision }),
  facetsOf: ({ boundaryVersion, synthetic }) => ({ boundaryVersion, synthetic }),
  identify: ['code', 'component', 'rank', 'id', 'name'],
  describe: (before, after) => {
    const change = describePlanChange(before, after);
    return { ...change, sentences: [...change.sentences, ...describeDecision(after)] };
  },
  disclosure: {
    // A rule for plans would stand here with its dates. There is none, and every plan still passes through the engine.
    rules: [],
    because:
      'How many officers each ward had before is left out, since it may be who was posted; the rest counts posts, not people, and its shares of demand come from published statistics alone. A decision names organisations, never people, and has comments only where their party agreed.',
    release: releaseOfPlan,
    protect: forReaders,
    visible: (plan) => releaseOfPlan(plan).cells.map(({ key, count }) => ({ key, count })),
  },
  afterWithdrawal: 'readable',
});

/** Plans on their way to being published, and published ones. */
export const plans = publishing(planKind, {
  chooseBefore: (standing, draft) => {
    const { boundaryVersion } = facets.parse(draft.facets);
    const listed = standing.map(listedPlan);
    const chosen = choosePlanInForce(listed, { asAt: draft.inForceFrom, boundaryVersion, withSynthetic: true });
    return standing.find(({ id }) => id === chosen?.id) ?? null;
  },
});

/** What is known of a published plan, in the words of allocation. */
export function listedPlan({
  id,
  key,
  inForceFrom,
  publishedAt,
  sequence,
  alone,
  withdrawn,
  ...item
}: PublishedItem): ListedPlan {
  return { id, unit: key, inForceFrom, publishedAt, sequence, alone, withdrawn, ...facets.parse(item.facets) };
}
