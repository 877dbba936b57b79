import type { DemandPart, DemandParts } from '../../../demand/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { componentInSentence } from '../../component-in-sentence.ts';
import type { ReviewNumbers } from '../model.ts';
import { compareProposals, type ProposedWeights } from './compare-proposals.ts';

/** One component whose figures are no longer as the review keeps them. */
export type RevisedComponent = { component: string; title: string } & (
  | {
      kind: 'revised';
      /** Wards whose figure differs. */
      wards: number;
      /** The vintages it was, and is, made of. */
      vintage: { from: string; to: string };
    }
  /** Its figures are not complete any more. */
  | { kind: 'went missing'; reason: string }
  /** It has figures, and had none. */
  | { kind: 'appeared'; vintage: string }
);

/** What became different since a review opened. */
export interface RevisedFigures {
  components: RevisedComponent[];
  /** Whether the unit's wards are other ones: then no ward is compared. */
  otherWards: boolean;
  /** What was revised, in one sentence. */
  sentence: string;
  /** For each proposal, the wards whose number of officers or PCSOs would change. */
  under: RevisedUnder[];
}

export interface RevisedUnder {
  proposal: ProposedWeights;
  /** null where only one of the two has a plan, or the wards are other ones. */
  wards: { code: string; name: string; opened: number; revised: number }[] | null;
  sentence: string;
}

/**
 * What was revised between the figures that a review keeps and those held now, and which wards it would change under each
 * proposal. A file published again with the same figures revises nothing.
 * @param kept as the review opened
 * @param held now, for the same day, months and components
 * @returns null where no ward's figure differs
 */
export function compareParts(
  kept: DemandParts,
  held: DemandParts,
  numbers: ReviewNumbers,
  proposals: readonly ProposedWeights[],
): RevisedFigures | null {
  const codes = ({ wards }: DemandParts) => wards.map(({ code }) => code).join(' ');
  const otherWards = codes(kept) !== codes(held);
  const now = new Map(held.parts.map((part) => [part.component, part]));
  const components = kept.parts.flatMap((part) => compareComponent(part, now.get(part.component), otherWards) ?? []);
  if (components.length === 0 && !otherWards) return null;
  return {
    components,
    otherWards,
    sentence: sayRevised(components, otherWards),
    under: revisedUnder(kept, held, numbers, proposals, otherWards),
  };
}

function compareComponent(
  before: DemandPart,
  after: DemandPart | undefined,
  otherWards: boolean,
): RevisedComponent | null {
  const { component, title } = before;
  if (before.kind === 'missing')
    return after?.kind === 'held' ? { kind: 'appeared', component, title, vintage: after.vintage } : null;
  if (after?.kind !== 'held') {
    const reason = after?.reason ?? `${title} is not measured any more.`;
    return { kind: 'went missing', component, title, reason };
  }
  const wards = otherWards ? 0 : before.figures.filter((figure, place) => figure !== after.figures[place]).length;
  if (wards === 0) return null;
  return { kind: 'revised', component, title, wards, vintage: { from: before.vintage, to: after.vintage } };
}

function sayRevised(components: readonly RevisedComponent[], otherWards: boolean): string {
  const said = components.map((each) => {
    const title = componentInSentence(each.title);
    if (each.kind === 'appeared') return `${title} has figures now (“${each.vintage}”), and had none`;
    if (each.kind === 'went missing') return `${title} has no complete figures any more`;
    const { from, to } = each.vintage;
    const vintages = from === to ? `“${from}”` : `from “${from}” to “${to}”`;
    return `${title} was revised in ${countWords(each.wards, 'ward')} (${vintages})`;
  });
  const wards = otherWards ? ['the unit’s wards are other ones'] : [];
  return `Since the review opened, ${andList([...wards, ...said])}.`;
}

function revisedUnder(
  kept: DemandParts,
  held: DemandParts,
  numbers: ReviewNumbers,
  proposals: readonly ProposedWeights[],
  otherWards: boolean,
): RevisedUnder[] {
  const before = compareProposals(kept, numbers, proposals);
  const after = compareProposals(held, numbers, proposals);
  return proposals.map((proposal, place) => {
    const { title } = proposal;
    if (otherWards) return { proposal, wards: null, sentence: `Under ${title} its numbers would be for other wards.` };
    const [had, has] = [before, after].map(({ solved }) => solved[place]?.plan.kind === 'optimal');
    if (!had && !has) return { proposal, wards: [], sentence: `Under ${title} there is no plan either way.` };
    if (!had || !has)
      return {
        proposal,
        wards: null,
        sentence: `Under ${title} there ${had ? 'would be no plan any more' : 'would now be a plan'}.`,
      };
    const wards = before.wards.flatMap(({ code, name, under }, ward) => {
      const [opened, revised] = [under[place], after.wards[ward]?.under[place]];
      if (!opened || !revised || (opened.dwo === revised.dwo && opened.pcso === revised.pcso)) return [];
      return [{ code, name, opened: opened.dwo, revised: revised.dwo }];
    });
    return {
      proposal,
      wards,
      sentence: sayWards(
        title,
        wards.map(({ name }) => name),
      ),
    };
  });
}

const MOST_NAMED = 6;

function sayWards(title: string, wards: readonly string[]): string {
  if (wards.length === 0) return `Under ${title} no ward’s number would change.`;
  const named = wards.length > MOST_NAMED ? '' : `: ${andList(wards)}`;
  return `Under ${title} the numbers of ${countWords(wards.length, 'ward')} would change${named}.`;
}
