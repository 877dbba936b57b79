import {
  byLot,
  fitWithPredictors,
  isPoorFit,
  type Panel,
  type PanelEstimate,
  type PredictorFit,
  rankInterval,
} from '../../lib/causal/index.ts';
import { median } from '../../lib/statistics/median.ts';

/** A panel with what foretells the outcome of each of its units. */
export interface PredictedPanel {
  panel: Panel;
  /** Index of the one treated unit. */
  treated: number;
  /** Index of the first treated time. */
  start: number;
  names: readonly string[];
  /** Units × predictors. */
  values: readonly (readonly number[])[];
}

/** One predictor: how much it weighs, and how like the comparison is in it. */
export interface PredictorShown {
  name: string;
  weight: number;
  treated: number;
  synthetic: number;
}

/** An estimate with predictors: their weights are looked for, and so it has no duality gap. */
export type PredictedEstimate = Omit<PanelEstimate, 'dualityGap'> & { dualityGap: null; predictors: PredictorShown[] };

/** One sentence, or the estimate. */
export type PredictedAnswer = { kind: 'refused'; because: string } | ({ kind: 'estimated' } & PredictedEstimate);

/** Fewer times before the start say nothing of how well a comparison fits. */
const LEAST_BEFORE = 4;

/**
 * Synthetic control with predictors for one treated unit, with every other unit as if it had been treated, the chance of as
 * much by lot, and the range that this chance leaves.
 * @returns refused, in one sentence, where the times before the start are too few, there are not two units to compare with, or
 *   the fit is too poor to believe
 * @source Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746
 */
export function estimateWithPredictors(asked: PredictedPanel): PredictedAnswer {
  const { panel, treated, start } = asked;
  const donors = [...panel.units.keys()].filter((unit) => unit !== treated);
  if (start < LEAST_BEFORE || donors.length < 2) {
    const because = `${start} times before the start and ${donors.length} other units are too few: at least ${LEAST_BEFORE} and 2 are needed.`;
    return { kind: 'refused', because };
  }
  const own = fitOf(asked, treated, donors);
  const shown = donors.map((unit) =>
    fitOf(
      asked,
      unit,
      donors.filter((donor) => donor !== unit),
    ),
  );
  const errors = shown.map(({ preRmspe }) => preRmspe);
  if (isPoorFit(own.preRmspe, errors)) {
    const because = `The fit before the start is too poor to believe: its root mean squared gap is ${rounded(own.preRmspe)}, where that of the other units is ${rounded(median(errors) ?? 0)} in the middle. Compare with units that are more like the treated one, or with other predictors.`;
    return { kind: 'refused', because };
  }
  return {
    kind: 'estimated',
    ...shownOf(asked, own, donors),
    ...chanceOf(asked, own, donors),
    ...spreadOf(shown, asked, donors),
  };
}

const rounded = (value: number): string => String(Number(value.toPrecision(3)));

function fitOf({ panel, start, values }: PredictedPanel, unit: number, donors: readonly number[]): PredictorFit {
  const predicted = (of: number) => ({ outcomes: panel.values[of] ?? [], predictors: values[of] ?? [] });
  return fitWithPredictors(predicted(unit), donors.map(predicted), start);
}

function shownOf(
  { panel, treated, start, names, values }: PredictedPanel,
  own: PredictorFit,
  donors: readonly number[],
) {
  const { estimate, preRmspe, unitWeights, predictorWeights, gaps } = own;
  const mixed = (at: number) =>
    donors.reduce((sum, unit, place) => sum + (unitWeights[place] ?? 0) * (values[unit]?.[at] ?? 0), 0);
  return {
    ...({ method: 'sc', mode: 'exact' } as const),
    ...{ estimate, preRmspe, dualityGap: null, timeWeights: {} },
    weights: Object.fromEntries(
      donors.flatMap((unit, at) =>
        (unitWeights[at] ?? 0) > 0 ? [[panel.units[unit] ?? '', unitWeights[at] ?? 0]] : [],
      ),
    ),
    effects: gaps.slice(start).map((effect, at) => ({ time: panel.times[start + at] ?? '', effect })),
    predictors: names.map((name, at) => ({
      ...{ name, weight: predictorWeights[at] ?? 0, treated: values[treated]?.[at] ?? 0, synthetic: mixed(at) },
    })),
  };
}

/** By lot among all units, each compared with all the others, the treated one included. */
function chanceOf(asked: PredictedPanel, own: PredictorFit, donors: readonly number[]) {
  const lot = [
    { group: [asked.treated], estimate: own.estimate, preRmspe: own.preRmspe, exposure: 1 },
    ...donors.map((unit) => {
      const others = [asked.treated, ...donors.filter((donor) => donor !== unit)];
      const { estimate, preRmspe, unitWeights } = fitOf(asked, unit, others);
      return { group: [unit], estimate, preRmspe, exposure: -(unitWeights[0] ?? 0) };
    }),
  ];
  const { twoSided, smallest } = byLot(
    lot.map(({ group }) => group),
    lot.map(({ estimate, preRmspe }) => over(estimate, preRmspe)),
    0,
  );
  const chance = { pValue: twoSided, smallestP: smallest };
  if (lot.some(({ preRmspe }) => preRmspe === 0)) return { ...chance, interval: null };
  const { low, high, level } = rankInterval(lot, 0);
  const end = (value: number) => (Number.isFinite(value) ? value : null);
  return { ...chance, interval: { low: end(low), high: end(high), level } };
}

function over(moved: number, error: number): number {
  if (error > 0) return moved / error;
  return moved === 0 ? 0 : Math.sign(moved) * Number.POSITIVE_INFINITY;
}

function spreadOf(shown: readonly PredictorFit[], { panel, start }: PredictedPanel, donors: readonly number[]) {
  const mean = shown.reduce((sum, { estimate }) => sum + estimate / shown.length, 0);
  return {
    se: Math.sqrt(shown.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2 / shown.length, 0)),
    seKind: `standard deviation of ${shown.length} enumerated placebos`,
    placebos: shown.map(({ estimate, preRmspe, gaps }, at) => {
      const after = gaps.slice(start);
      const square = after.reduce((sum, gap) => sum + gap * gap, 0) / after.length;
      return { unit: panel.units[donors[at] ?? 0] ?? '', estimate, ratio: over(Math.sqrt(square), preRmspe) };
    }),
  };
}
