import { z } from 'zod';
import { type PublishedItem, publicationKind, publishing } from '../platform/publication/index.ts';
import { choosePlanInForce } from './choose-plan-in-force.ts';
import { describePlanChange } from './describe-plan-change.ts';
import type { ListedPlan, OptimalPlan, ProposedPlan } from './model.ts';
import { forReaders } from './plan-for-readers.ts';
import { parseStoredOptions, parseStoredPlan } from './stored-plan.ts';

const facets = z.object({ boundaryVersion: z.string(), synthetic: z.boolean() });
const content = z.object({
  options: z.unknown().transform(parseStoredOptions),
  plan: z.unknown().transform(parseStoredPlan),
});

/**
 * How plans are published: whole but for the officers each ward had posted, since the rest counts posts and rests on
 * published statistics alone.
 */
export const planKind = publicationKind<ProposedPlan, OptimalPlan>({
  kind: 'allocation.plan',
  module: 'allocation',
  title: (unit) => `Plan of ${unit}`,
  parseContent: (json) => content.parse(json),
  parseSnapshot: parseStoredPlan,
  snapshotOf: ({ plan }) => plan,
  facetsOf: ({ boundaryVersion, synthetic }) => ({ boundaryVersion, synthetic }),
  identify: ['code', 'component', 'rank', 'name'],
  describe: describePlanChange,
  disclosure: {
    // A rule for plans would stand here with its dates. There is none, and every plan still passes through the engine.
    rules: [],
    because:
      'How many officers each ward had before is left out, since it may be who was posted; the rest counts posts, not people, and its shares of demand come from published statistics alone.',
    release: releaseOfPlan,
    protect: forReaders,
    visible: (plan) => releaseOfPlan(plan).cells.map(({ key, count }) => ({ key, count })),
  },
  afterWithdrawal: 'readable',
});

/** Every number of officers and PCSOs that is published of a plan, and their sums over its wards. */
function releaseOfPlan({ unit, wards }: OptimalPlan) {
  const cell = (level: string, area: string, post: string, count: number) => ({
    key: `${area} ${post}`,
    dimensions: { area: { level, value: area }, post: { level: 'post', value: post } },
    count,
  });
  return {
    cells: (['dwo', 'pcso'] as const).flatMap((post) => [
      cell(
        'unit',
        unit,
        post,
        wards.reduce((sum, ward) => sum + ward[post], 0),
      ),
      ...wards.map((ward) => cell('ward', ward.code, post, ward[post])),
    ]),
    relations: ['dwo', 'pcso'].map((post) => ({
      total: `${unit} ${post}`,
      parts: wards.map(({ code }) => `${code} ${post}`),
    })),
  };
}

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
