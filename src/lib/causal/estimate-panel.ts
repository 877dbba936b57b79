import { InvalidArgument } from '../invalid-argument.ts';
import { median } from '../statistics/median.ts';
import { seededRandom } from '../statistics/random.ts';
import { type Combine, combine } from './combine.ts';
import { countGroups, drawGroups } from './draw-groups.ts';
import { fitComparison } from './fit-comparison.ts';
import { groupsOf } from './groups-of.ts';
import { byLot, rankInterval } from './inference/index.ts';
import { isPoorFit } from './is-poor-fit.ts';
import type { Fit, Method, Mode, Panel, Placebo } from './model.ts';
import { placebosInSpace } from './placebos-in-space.ts';

export interface PanelQuestion {
  panel: Panel;
  /** Indexes of the treated units, which are averaged. */
  treated: readonly number[];
  /** Index of the first treated time. */
  start: number;
  method: Method;
  mode?: Mode;
  /** 'mean' unless told otherwise. */
  combine?: Combine;
  /** Where groups are too many to take every one, those that are taken are drawn from this. */
  seed?: number;
}

/** Estimates of a panel with all that they rest on, or one sentence why there is none. */
export type PanelAnswer = { kind: 'refused'; because: string } | ({ kind: 'estimated' } & PanelEstimate);

export interface PanelEstimate {
  method: Method;
  mode: Mode;
  /** Mean effect over the times from the start on, in units of the outcome. */
  estimate: number;
  /** Standard deviation of the placebos' estimates, dividing by their number; null where there are not two. */
  se: number | null;
  seKind: string;
  /** Two-sided, as if the treated group had been drawn by lot from all of its size. */
  pValue: number;
  /** The smallest that the number of groups allows. */
  smallestP: number;
  /** Effects that the lot does not rule out; ends are null where nothing is ruled out on that side. */
  interval: { low: number | null; high: number | null; level: number } | null;
  /** By donor, above zero. */
  weights: Record<string, number>;
  /** By time before the start, above zero; empty where the method has none. */
  timeWeights: Record<string, number>;
  preRmspe: number;
  dualityGap: number;
  /** Each time from the start on. */
  effects: { time: string; effect: number }[];
  /** Groups without a treated unit, fitted without the treated ones among their donors. */
  placebos: { unit: string; estimate: number; ratio: number }[];
}

/** Fewer times before the start say nothing of how well a comparison fits. */
const LEAST_BEFORE = 4;
/** From this many on, groups are drawn at random instead of taken every one. */
const MOST_GROUPS = 10_000;

/**
 * Estimates the effect in the treated units of any panel, with placebos in every other group of as many units, the chance of
 * as much by lot, and the range that this chance leaves.
 * @returns refused, in one sentence, where the times before the start are too few, nothing is left to compare with, or the fit
 *   is too poor to believe
 * @throws InvalidArgument when an index is out of range or a value is not finite
 */
export function estimatePanel(question: PanelQuestion): PanelAnswer {
  const { panel, treated, start, method, mode = 'exact' } = question;
  const how = question.combine ?? 'mean';
  const units = panel.units.map((_, unit) => unit);
  if (treated.length === 0 || new Set(treated).size < treated.length || treated.some((unit) => !(unit in units))) {
    throw new InvalidArgument(`Treated units ${treated.join(', ')} are not indexes of ${units.length} units.`);
  }
  const donors = units.filter((unit) => !treated.includes(unit));
  const because = tooLittle(panel, donors, start);
  if (because !== null) return { kind: 'refused', because };
  const rows = (of: readonly number[]) => of.map((unit) => panel.values[unit] as readonly number[]);
  const comparison = {
    treated: combine(rows(treated), how),
    donors: rows(donors),
    start,
    treatedUnits: treated.length,
  };
  const own = fitComparison(comparison, method, mode);
  const shown = groupsAmong(donors, treated.length, question.seed);
  const common = { panel, start, method, mode, combine: how };
  const placebos = placebosInSpace({ ...common, groups: shown.groups, never: treated });
  const errors = placebos.map(({ preRmspe }) => preRmspe);
  if (isPoorFit(own.preRmspe, errors)) {
    const because = `The fit before the start is too poor to believe: its root mean squared gap is ${rounded(own.preRmspe)}, where that of the comparison groups is ${rounded(median(errors) ?? 0)} in the middle. Compare with units that are more like the treated ones, or use "difp" or "sdid", which allow a fixed difference.`;
    return { kind: 'refused', because };
  }
  const lot = lotOf(groupsAmong(units, treated.length, question.seed).groups, treated);
  const chance = chanceOf(placebosInSpace({ ...common, groups: lot }), treated);
  return {
    kind: 'estimated',
    ...fitShown(own, panel, donors, start),
    ...chance,
    ...spreadOf(placebos, shown.drawn),
    placebos: placebos.map(({ group, estimate, ratio }) => ({ unit: nameOf(panel, group), estimate, ratio })),
  };
}

/** One sentence where there is too little to compare; null where there is enough. */
function tooLittle({ times }: Panel, donors: readonly number[], start: number): string | null {
  if (start < LEAST_BEFORE) {
    const held = start === 0 ? 'None of the times is' : `Only ${start} of the times ${start === 1 ? 'is' : 'are'}`;
    return `${held} before the start ${times[start]}: at least ${LEAST_BEFORE} are needed to see how well a comparison fits.`;
  }
  return donors.length === 0 ? 'Every unit is treated: leave at least one to compare with.' : null;
}

/** Every group of a size, or as many as can be computed, drawn at random; none where there are not enough units. */
function groupsAmong(
  units: readonly number[],
  size: number,
  seed = 1,
): { groups: (readonly number[])[]; drawn: boolean } {
  // A group needs one other unit to be compared with.
  if (units.length <= size) return { groups: [], drawn: false };
  if (countGroups(units.length, size) <= MOST_GROUPS) return { groups: groupsOf(units, size, null), drawn: false };
  return { groups: drawGroups(units, size, MOST_GROUPS, seededRandom(seed)), drawn: true };
}

/** The groups of the lot with the treated one first, once. */
function lotOf(groups: readonly (readonly number[])[], treated: readonly number[]): (readonly number[])[] {
  return [treated, ...groups.filter((group) => !group.every((unit) => treated.includes(unit)))];
}

/** p-value and range by lot; the treated group is the first. */
function chanceOf(
  lot: readonly Placebo[],
  treated: readonly number[],
): Pick<PanelEstimate, 'pValue' | 'smallestP' | 'interval'> {
  const { twoSided, smallest } = byLot(
    lot.map(({ group }) => group),
    lot.map(({ standardised }) => standardised),
    0,
  );
  if (lot.length < 2 || lot.some(({ preRmspe }) => preRmspe === 0)) {
    return { pValue: twoSided, smallestP: smallest, interval: null };
  }
  const exposed = lot.map((each) => ({ ...each, exposure: exposureOf(each, treated) }));
  const { low, high, level } = rankInterval(exposed, 0);
  const end = (value: number) => (Number.isFinite(value) ? value : null);
  return { pValue: twoSided, smallestP: smallest, interval: { low: end(low), high: end(high), level } };
}

/** How much a group's estimate moves with the effect: the share of treated units in it less their weights among its donors. */
function exposureOf({ group, weights }: Placebo, treated: readonly number[]): number {
  const within = group.filter((unit) => treated.includes(unit)).length / group.length;
  return treated.reduce((rest, unit) => rest - (weights[unit] as number), within);
}

function spreadOf(placebos: readonly Placebo[], drawn: boolean): Pick<PanelEstimate, 'se' | 'seKind'> {
  const count = placebos.length;
  const seKind = `standard deviation of ${count} ${drawn ? 'randomly drawn' : 'enumerated'} placebos`;
  if (count < 2) return { se: null, seKind };
  const mean = placebos.reduce((sum, { estimate }) => sum + estimate / count, 0);
  return { se: Math.sqrt(placebos.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2 / count, 0)), seKind };
}

type FitShown = Omit<PanelEstimate, 'se' | 'seKind' | 'pValue' | 'smallestP' | 'interval' | 'placebos'>;

function fitShown(own: Fit, { units, times }: Panel, donors: readonly number[], start: number): FitShown {
  const { method, mode, estimate, preRmspe, dualityGap } = own;
  return {
    ...{ method, mode, estimate, preRmspe, dualityGap },
    weights: aboveZero(own.unitWeights, (at) => units[donors[at] as number] as string),
    timeWeights: aboveZero(own.timeWeights ?? [], (at) => times[at] as string),
    effects: own.gaps.slice(start).map((effect, at) => ({ time: times[start + at] as string, effect })),
  };
}

function aboveZero(weights: readonly number[], name: (at: number) => string): Record<string, number> {
  return Object.fromEntries(weights.flatMap((weight, at) => (weight > 0 ? [[name(at), weight]] : [])));
}

function nameOf({ units }: Panel, group: readonly number[]): string {
  return group.map((unit) => units[unit]).join(' + ');
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
