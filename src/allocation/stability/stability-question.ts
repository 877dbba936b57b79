import type { DemandParts } from '../../demand/index.ts';
import { type AcceptabilityQuestion, type Bounds, drawInBounds } from '../../lib/acceptability/index.ts';
import { andList } from '../../ui/and-list.ts';
import { percent } from '../../ui/percent.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { Limits } from '../model.ts';
import type { StabilityWithin } from './model.ts';

/** What is asked, once it was checked. */
export interface StabilityQuestion {
  kind: 'question';
  /** Names of the components in the order in which demand adds them up, missing ones too. */
  names: string[];
  question: AcceptabilityQuestion;
}

interface Asked {
  parts: DemandParts;
  /** Names of the components whose weights vary, each among the parts. */
  components: readonly string[];
  within: readonly StabilityWithin[] | null;
  limits: Limits;
  samples: number;
  seed: number;
}

/**
 * Puts the question of stability in numbers: shares of each component in the order of their names, as weighDemand adds them
 * up, and each party's bounds in that order. A missing component takes no part, but where a party bounds it: its weight is
 * then drawn with the others and shared out over them, as the demand index does with it.
 * @returns the question, or one sentence that says which bounds no weighting can keep
 */
export function stabilityQuestion(asked: Asked): StabilityQuestion | { kind: 'refused'; because: string } {
  const { parts, limits, samples, seed } = asked;
  const names = [...new Set(asked.components)].toSorted((a, b) => (a < b ? -1 : 1));
  const shares = names.map((name) => sharesOf(parts, name));
  const regions: Bounds[] = [];
  for (const party of asked.within ?? []) {
    const because = whyNot(party, names, shares, parts);
    if (because !== null) return { kind: 'refused', because };
    regions.push(boundsOf(party, names, shares));
  }
  const question = {
    shares,
    floors: parts.wards.map(() => limits.floors.dwo),
    ceilings: parts.wards.map(() => limits.ceilings.dwo ?? Number.POSITIVE_INFINITY),
    officers: limits.officers.dwo,
    regions: asked.within === null ? null : regions,
    samples,
    seed,
  };
  return { kind: 'question', names, question };
}

const partOf = ({ parts }: DemandParts, name: string) => parts.find(({ component }) => component === name);

/** The very division that weighDemand makes; null for a component without figures. */
function sharesOf(parts: DemandParts, name: string): number[] | null {
  const part = partOf(parts, name);
  return part?.kind === 'held' ? parts.wards.map((_, place) => (part.figures[place] ?? 0) / part.total) : null;
}

function boundsOf({ bounds }: StabilityWithin, names: readonly string[], shares: readonly (number[] | null)[]): Bounds {
  const each = names.map(
    (name, place): [least: number, most: number] => bounds[name] ?? [0, shares[place] === null ? 0 : 1],
  );
  return { least: each.map(([least]) => least), most: each.map(([, most]) => most) };
}

/** Why no weighting keeps a party's bounds, in one sentence; null where some do. */
function whyNot(
  party: StabilityWithin,
  names: readonly string[],
  shares: readonly (number[] | null)[],
  parts: DemandParts,
): string | null {
  const { name, bounds } = party;
  const unknown = Object.keys(bounds).find((component) => !names.includes(component));
  if (unknown !== undefined)
    return `${name} bounds "${unknown}", which is no part of demand here: use ${andList(names)}.`;
  const outside = Object.entries(bounds).find(([, [least, most]]) => !isShare(least) || !isShare(most));
  if (outside !== undefined)
    return `${name} bounds ${titleOf(parts, outside[0])} outside 0% to 100%: make its least and most weights from 0% to 100%.`;
  const region = boundsOf(party, names, shares);
  const found = drawInBounds(region);
  if (found.kind === 'least above most')
    return `${name} bounds ${titleOf(parts, names[found.component] ?? '')} to at least ${percent(found.least)} and at most ${percent(found.most)}: make the least no more than the most.`;
  if (found.kind === 'least above whole')
    return `The least weights of ${name} come to ${percent(found.sum)} in all: lower them to 100% or less.`;
  if (found.kind === 'most below whole')
    return `The most weights of ${name} come to ${percent(found.sum)} in all: raise them to 100% or more.`;
  return found.bounds.most.some((most, place) => most > 0 && shares[place] !== null)
    ? null
    : `${name} leaves no weight for a part that has figures: raise the most of one that has.`;
}

const isShare = (bound: number) => bound >= 0 && bound <= 1;

const titleOf = (parts: DemandParts, name: string) => componentInSentence(partOf(parts, name)?.title ?? name);
