import type { DemandPart } from '../../../demand/index.ts';
import { listParts } from '../../list-parts.ts';
import type { Both } from '../../model.ts';
import type { ProposalsCompared, ProposedWeights } from './compare-proposals.ts';

/** One ward that two proposals give different numbers. */
export interface PairedWard {
  code: string;
  name: string;
  borough: string;
  a: Both;
  b: Both;
  /** What b gives more than a. */
  gain: Both;
}

/** A component whose weight differs. */
export interface MovedWeight {
  component: string;
  title: string;
  /** As shares of 1. */
  a: number;
  b: number;
}

/** Two proposals against each other. */
export interface PairCompared {
  a: ProposedWeights;
  b: ProposedWeights;
  /** Wards with more dedicated ward officers under b, by code. */
  gains: PairedWard[];
  /** Wards with fewer under b, by code. */
  losses: PairedWard[];
  /** Wards that differ in PCSOs alone, by code. */
  pcsoOnly: PairedWard[];
  /** Wards with the same number of dedicated ward officers under both. */
  same: number;
  /** Every component whose weight differs, the most moved first. */
  moved: MovedWeight[];
  /** The answer: how many wards are the same, gain and lose. */
  answer: string;
  /** What moved between the weights; null where none did. */
  weightsSentence: string | null;
}

/** What of a comparison a pair needs: a decision keeps it too. */
interface ComparedForPair extends Pick<ProposalsCompared, 'wards'> {
  solved: readonly { proposal: ProposedWeights }[];
}

/** Components with what they are called. */
interface TitledParts {
  parts: readonly Pick<DemandPart, 'component' | 'title'>[];
}

/** How the two are called in the sentences. */
export interface PairNames {
  a: string;
  b: string;
}

/** A weight that moved less is not worth a word: half of a hundredth. */
const WORTH_A_WORD = 0.005;
const MOST_NAMED = 3;

/**
 * Sets two compared proposals against each other: what b would change from a, ward by ward, and which weights moved.
 * @returns null where either is not among those compared, or has no plan
 */
export function comparePair(
  compared: ComparedForPair,
  parts: TitledParts,
  asked: { a: number; b: number },
  names: PairNames = { a: 'A', b: 'B' },
): PairCompared | null {
  const place = (id: number) => compared.solved.findIndex(({ proposal }) => proposal.id === id);
  const [placeA, placeB] = [place(asked.a), place(asked.b)];
  const [a, b] = [compared.solved[placeA], compared.solved[placeB]];
  if (a === undefined || b === undefined) return null;
  const wards = compared.wards.flatMap(({ code, name, borough, under }): PairedWard[] => {
    const [underA, underB] = [under[placeA], under[placeB]];
    if (!underA || !underB) return [];
    const gain = { dwo: underB.dwo - underA.dwo, pcso: underB.pcso - underA.pcso };
    return [{ code, name, borough, a: underA, b: underB, gain }];
  });
  if (wards.length === 0) return null;
  const gains = wards.filter(({ gain }) => gain.dwo > 0);
  const losses = wards.filter(({ gain }) => gain.dwo < 0);
  const same = wards.length - gains.length - losses.length;
  const moved = movedWeights(parts, a.proposal, b.proposal);
  return {
    a: a.proposal,
    b: b.proposal,
    gains,
    losses,
    pcsoOnly: wards.filter(({ gain }) => gain.dwo === 0 && gain.pcso !== 0),
    same,
    moved,
    answer: sayAnswer({ gains, losses, same }, names),
    weightsSentence: sayMoved(moved, names),
  };
}

function sayAnswer({ gains, losses, same }: Pick<PairCompared, 'gains' | 'losses' | 'same'>, { b }: PairNames): string {
  const all = same + gains.length + losses.length;
  if (same === all) return `Every ward has the same number of officers under both.`;
  const stay =
    same === 0
      ? 'No ward is the same under both.'
      : `${same} ${same === 1 ? 'ward is' : 'wards are'} the same under both.`;
  const gain = gains.length === 0 ? null : `${gains.length} ${verb(gains, 'gain')} ${byHowMany(gains)} under ${b}`;
  const lose =
    losses.length === 0 ? null : `${losses.length} ${verb(losses, 'lose')} ${byHowMany(losses, gain !== null)}`;
  if (gain === null) return `${stay} ${lose} under ${b}.`;
  return `${stay} ${lose === null ? gain : `${gain} and ${lose}`}.`;
}

const verb = (wards: readonly PairedWard[], word: string) => (wards.length === 1 ? `${word}s` : word);

/** "an officer" where each changes by one, "one" where the noun was just said. */
function byHowMany(wards: readonly PairedWard[], saidBefore = false): string {
  if (wards.every(({ gain }) => Math.abs(gain.dwo) === 1)) return saidBefore ? 'one' : 'an officer';
  return saidBefore ? 'one or more' : 'one or more officers';
}

function movedWeights({ parts }: TitledParts, a: ProposedWeights, b: ProposedWeights): MovedWeight[] {
  const titles = new Map(parts.map(({ component, title }) => [component, title]));
  const components = [...new Set([...titles.keys(), ...Object.keys(a.weights), ...Object.keys(b.weights)])];
  return components
    .map((component) => ({
      component,
      title: titles.get(component) ?? component,
      a: a.weights[component] ?? 0,
      b: b.weights[component] ?? 0,
    }))
    .filter((each) => each.a !== each.b)
    .toSorted((one, other) => Math.abs(other.b - other.a) - Math.abs(one.b - one.a));
}

function sayMoved(moved: readonly MovedWeight[], { a, b }: PairNames): string | null {
  const told = moved.filter((each) => Math.abs(each.b - each.a) >= WORTH_A_WORD);
  if (told.length === 0) return moved.length === 0 ? null : `The weights of ${a} and ${b} hardly differ.`;
  const named = (some: readonly MovedWeight[]) => listParts(some.slice(0, MOST_NAMED).map(({ title }) => title));
  const [from, to] = [told.filter((each) => each.b < each.a), told.filter((each) => each.b > each.a)];
  const mostly = from.length > MOST_NAMED || to.length > MOST_NAMED ? 'mostly ' : '';
  if (from.length === 0) return `${b} gives more weight to ${named(to)}.`;
  if (to.length === 0) return `${b} gives less weight to ${named(from)}.`;
  return `${b} moves weight ${mostly}from ${named(from)} to ${named(to)}.`;
}
