import type { DisplacementResult } from '../model.ts';
import { bordersAmong } from '../panel/borders-among.ts';
import type { EvaluatedArea, OutcomePanel } from '../panel/model.ts';
import { type CountedAreas, displacementByLot, type MovedByLot } from './displacement-by-lot.ts';
import { sayDisplacement } from './say-displacement.ts';
import { weightedDisplacementDifference } from './weighted-displacement-difference.ts';

/** What is asked of one outcome of one treated group. */
export interface DisplacementAsked {
  group: string;
  measure: string;
  title: string;
  /** With comparison areas that adjoin kept: they are the neighbours. */
  panel: Pick<OutcomePanel, 'panel' | 'treated' | 'start' | 'counts'>;
  areas: readonly EvaluatedArea[];
  /** Codes of areas that share a border, each pair once. */
  borders: readonly (readonly [string, string])[];
  /** For groups that are drawn. */
  seed: number;
}

/** How many standard errors either side of an estimate the paper's range reaches. */
const PUBLISHED_ERRORS = 1.96;

/**
 * Whether what changed in a treated group also changed next door: the months after the start beside as many before it.
 * @returns null where no comparison area adjoins, too few lie beyond, or an area set has no crime to compare
 */
export function testDisplacement(asked: DisplacementAsked): DisplacementResult | null {
  const { panel, treated } = asked.panel;
  const group = panel.units.slice(0, treated).map((_, at) => at);
  const areas = countedAreas(asked);
  if (areas.counts.some(([before, after]) => before <= 0 || after <= 0)) return null;
  const together = displacementByLot(areas, group, 'together', asked.seed);
  const nearby = displacementByLot(areas, group, 'nearby', asked.seed);
  if (together === null || nearby === null) return null;
  const told = {
    group: asked.group,
    measure: asked.measure,
    title: asked.title,
    ...perMonth(areas.counts, together),
    neighbours: nearby.asked.map((unit) => panel.units[unit] ?? ''),
    nearby: perMonth(areas.counts, nearby),
    published: publishedRange(asked, areas.counts, together.asked),
    groups: together.groups,
  };
  const names = told.neighbours.map((code) => asked.areas.find((area) => area.code === code)?.name ?? code);
  return { ...told, because: sayDisplacement({ ...told, names }) };
}

/** Crimes a month of each area, before and after, in as many months of either as there are of both. */
function countedAreas({ panel: { panel, start, counts }, borders }: DisplacementAsked): CountedAreas {
  // As many months before the start as after it, if there are; all that there are otherwise.
  const from = Math.max(0, start - (panel.times.length - start));
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    counts: counts.map((each) => [average(each.slice(from, start)), average(each.slice(start))] as const),
    pairs: bordersAmong(panel.units, borders),
  };
}

/** A move in crimes a month: what there was, less what there would have been without it; so never more than there was. */
function perMonth(
  counts: CountedAreas['counts'],
  { asked, moved, interval, pValue }: MovedByLot,
): DisplacementResult['nearby'] {
  const after = asked.reduce((sum, at) => sum + (counts[at]?.[1] ?? 0), 0);
  const than = (change: number) => after * -Math.expm1(-change);
  return {
    difference: than(moved),
    percent: 100 * Math.expm1(moved),
    interval: { low: than(interval.low), high: than(interval.high), level: interval.level },
    pValue,
  };
}

/** The range that the paper's variance gives, for counts that vary by chance alone. */
function publishedRange(
  { panel: { panel, start } }: DisplacementAsked,
  counts: CountedAreas['counts'],
  pilot: readonly number[],
): DisplacementResult['published'] {
  const months = panel.times.length - start;
  const lengths = { before: Math.min(months, start), after: months };
  const sums = (isIn: (at: number) => boolean) => {
    const chosen = counts.filter((_, at) => isIn(at));
    return {
      before: lengths.before * chosen.reduce((sum, [before]) => sum + before, 0),
      after: lengths.after * chosen.reduce((sum, [, after]) => sum + after, 0),
    };
  };
  const treated = sums((at) => pilot.includes(at));
  const control = sums((at) => !pilot.includes(at));
  const { difference, variance } = weightedDisplacementDifference(
    { treated, control: { ...control, size: control.before / treated.before }, nearby: null, nearbyControl: null },
    lengths,
  );
  const reach = PUBLISHED_ERRORS * Math.sqrt(variance);
  return { low: difference - reach, high: difference + reach };
}
