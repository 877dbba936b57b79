import { z } from 'zod';
import { publicationKind, publishing } from '../../platform/publication/index.ts';
import { claimContent } from './claim-rows.ts';
import { describeClaim } from './describe-claim.ts';
import type { PublishedClaim } from './model.ts';

const published = claimContent.extend({
  claim: z.number(),
  unit: z.string(),
  version: z.number(),
  synthetic: z.boolean(),
}) satisfies z.ZodType<PublishedClaim>;

const parse = (json: unknown): PublishedClaim => published.parse(json);

/** A claim of the register as readers see it; how it stands is worked out anew whenever it is read. */
export const claimKind = publicationKind<PublishedClaim, PublishedClaim>({
  kind: 'performance.claim',
  module: 'performance',
  title: (unit) => `Claim about ${unit}`,
  parseContent: parse,
  parseSnapshot: parse,
  snapshotOf: (content) => content,
  facetsOf: ({ claim, synthetic }) => ({ claim: String(claim), synthetic }),
  identify: ['words'],
  describe: describeClaim,
  disclosure: {
    rules: [],
    because:
      'Nothing is left out: a claim repeats what somebody said in public. The figures it is set against pass through the rules for crime figures like all others.',
    release: (claim) => ({ cells: printedCells(claim), relations: [] }),
    protect: (snapshot) => snapshot,
    visible: (claim) => printedCells(claim).map(({ key, count }) => ({ key, count })),
  },
  afterWithdrawal: 'readable',
});

/** The counts printed beside a claim, which its document made public. A corrected wording is another figure. */
function printedCells({ claim, version, document, binding }: PublishedClaim) {
  const counts = binding?.counts ?? null;
  if (counts === null) return [];
  return (['current', 'previous'] as const).flatMap((which) => {
    const count = counts[which];
    if (count === null) return [];
    const dimensions = {
      claim: { level: 'claim', value: `${claim} ${version}` },
      period: { level: 'period', value: which },
    };
    return [{ key: `claim ${claim} wording ${version} ${which}`, dimensions, count, alreadyPublic: document }];
  });
}

/** Whether an item is of a claim. */
export const ofClaim = ({ facets }: { facets: Readonly<Record<string, string | boolean>> }, claim: number): boolean =>
  facets.claim === String(claim);

/** Claims on their way to being published: a later wording takes the place of the one before. */
export const claims = publishing(claimKind, {
  chooseBefore: (standing, { facets, inForceFrom }) =>
    standing.find((each) => each.facets.claim === facets.claim && each.inForceFrom <= inForceFrom) ?? null,
});
