import { findComponent } from '../../demand/index.ts';
import { comparePair, type PairCompared } from './compare-pair.ts';
import type { DecidedProposal } from './model.ts';
import type { NamedWard } from './pages/compare/every-ward-table.tsx';

/**
 * Sets two proposals against each other by the officers they give every ward: those of a review that runs, solved for the
 * occasion, and those that a decision keeps.
 * @returns null where either is not among them, or gives no plan
 */
export function comparedPair(
  proposals: readonly DecidedProposal[],
  wards: readonly NamedWard[],
  asked: { a: number; b: number },
): PairCompared | null {
  const under = ({ officers }: DecidedProposal, code: string) =>
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
  );
}
