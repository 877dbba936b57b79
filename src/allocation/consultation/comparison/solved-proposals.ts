import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import type { DecidedProposal, Review, WeightProposal } from '../model.ts';
import { compareProposals } from './compare-proposals.ts';

/**
 * The proposals of a review that stand, each with the officers it gives every ward on the review's own figures: as a
 * decision would keep them, with every comment.
 */
export function solvedProposals(
  { demand, numbers }: Pick<Review, 'demand' | 'numbers'>,
  proposals: readonly WeightProposal[],
): DecidedProposal[] {
  const standing = proposals.filter(({ withdrawn }) => withdrawn === null);
  const { wards } = compareProposals(demand, numbers, standing);
  return standing.map(({ id, title, party, weights, bounds, comment, written }, place) => {
    const officers = wards.flatMap(({ code, under }) => {
      const given = under[place] ?? null;
      return given === null ? [] : [[code, given.dwo] as const];
    });
    return {
      ...{ id, title, party, weights, bounds, comment },
      on: todayInLondon(written.at),
      officers: officers.length === 0 ? null : Object.fromEntries(officers),
    };
  });
}
