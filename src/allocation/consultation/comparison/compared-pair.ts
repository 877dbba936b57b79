import { findComponent } from '../../../demand/index.ts';
import type { DecidedProposal } from '../model.ts';
import type { Baseline, NamedWard } from '../pages/compare/every-ward-table.tsx';
import { comparePair, type PairCompared, type PairNames } from './compare-pair.ts';

/** What of a proposal a pair is made of. */
type Paired = Pick<DecidedProposal, 'id' | 'title' | 'weights' | 'officers'>;

/**
 * Sets two proposals against each other by the officers they give every ward: those of a review that runs, solved for the
 * occasion, and those that a decision keeps.
 * @returns null where either is not among them, or gives no plan
 */
export function comparedPair(
  proposals: readonly Paired[],
  wards: readonly NamedWard[],
  asked: { a: number; b: number },
  names?: PairNames,
): PairCompared | null {
  const under = ({ officers }: Paired, code: string) =>
    officers === null ? null : { dwo: officers[code] ?? 0, pcso: 0 };
  const components = [...new Set(proposals.flatMap(({ weights }) => Object.keys(weights)))];
  return comparePair(
    {
      solved: proposals.map((proposal) => ({ proposal })),
      wards: wards.map((ward) => ({
        ...ward,
        under: proposals.map((proposal) => under(proposal, ward.code)),
        differs: false,
      })),
    },
    { parts: components.map((component) => ({ component, title: findComponent(component)?.title ?? component })) },
    asked,
    names,
  );
}

/** No proposal has this number. */
const NOW = 0;

/** What a proposal would change of what wards have now, in a sentence or two; null where it gives no plan. */
export function sayAgainst(baseline: Baseline, proposal: Paired, wards: readonly NamedWard[]): string | null {
  const now = { id: NOW, title: baseline.words, weights: {}, officers: { ...baseline.officers } };
  const pair = comparedPair([now, proposal], wards, { a: NOW, b: proposal.id }, { a: 'now', b: 'it' });
  return pair === null ? null : `Against ${baseline.words}: ${pair.answer}`;
}
