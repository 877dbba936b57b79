import { InvalidArgument } from '../../invalid-argument.ts';
import { type Spending, spentBy } from './spending.ts';

/** A test repeated at looks, where one of several groups might as well have been any other. */
export interface LotAsked {
  /** Groups × looks: how far each had gone, the side that is looked for positive. */
  paths: readonly (readonly number[])[];
  /** Index of the group that was chosen. */
  own: number;
  /** Chance that it is called at any look though nothing changed. */
  rate: number;
  spending: Spending;
  /** Information at each look as a share of all, rising to 1. */
  fractions: readonly number[];
}

/** What one look comes to. */
export interface LotLook {
  /** Groups called at looks before this one. */
  before: ReadonlySet<number>;
  /** How many may be called at this look; for the chosen group had it not been called before. */
  places: number;
  /** Groups called at this look or before. */
  called: number;
  /**
   * What the chosen group must exceed to be called at this look, or must have exceeded had it not been called before; null
   * where nothing would be enough.
   */
  threshold: number | null;
  /** Whether it was called at this very look. */
  crossed: boolean;
}

/**
 * A sequential test by lot: at each look those not yet called who had gone farthest are called, until floor(groups × rate
 * spent) have been in all. Groups that tie for the last place are not called, and the place is left for the next look.
 * Whatever the figures are, at most that many of the groups are ever called, so that one drawn by lot is called with at
 * most the chance `rate` over all looks together. Assumes that any group might have been the chosen one.
 * @throws InvalidArgument when there is no such group, or a path and the fractions differ in length
 */
export function sequentialByLot({ paths, own, rate, spending, fractions }: LotAsked): LotLook[] {
  if (!paths[own]) throw new InvalidArgument(`there is no group ${own} among ${paths.length}`);
  if (paths.some((path) => path.length !== fractions.length))
    throw new InvalidArgument('each group has a figure for each look');
  const called = new Set<number>();
  return fractions.map((fraction, look) => {
    const before = new Set(called);
    const places = placesBy(paths.length, spentBy(spending, rate, fraction)) - called.size;
    const ranked = paths
      .flatMap((path, group) => (called.has(group) ? [] : [{ group, value: path[look] ?? 0 }]))
      .sort((a, b) => b.value - a.value);
    const forOwn = called.has(own) ? places + 1 : places;
    const threshold = lineFor(ranked, own, forOwn);
    const now = farthest(ranked, places);
    for (const group of now) called.add(group);
    return { before, places: forOwn, called: called.size, threshold, crossed: now.includes(own) };
  });
}

/** Whether so many groups can call anything by the last look; below it only a model of them can. */
export function lotCanCall(groups: number, rate: number): boolean {
  return placesBy(groups, rate) >= 1;
}

/** A whole number of places; the smallest part is for sums that are whole but for rounding. */
function placesBy(groups: number, spent: number): number {
  return Math.floor(groups * spent + 1e-9);
}

interface Standing {
  group: number;
  value: number;
}

/** The first so many of a ranking, less those that tie with the next. */
function farthest(ranked: readonly Standing[], places: number): number[] {
  const next = ranked[places];
  const first = ranked.slice(0, places);
  return first.filter(({ value }) => next === undefined || value > next.value).map(({ group }) => group);
}

/** The value of the last of the others whom a place would be left for. */
function lineFor(ranked: readonly Standing[], own: number, places: number): number | null {
  if (places < 1) return null;
  const before = ranked.slice(0, places).some(({ group }) => group === own);
  return ranked[before ? places : places - 1]?.value ?? Number.NEGATIVE_INFINITY;
}
