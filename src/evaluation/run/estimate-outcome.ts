import { type Fit, fitComparison, isPoorFit, type Method } from '../../lib/causal/index.ts';
import { median } from '../../lib/statistics/median.ts';
import type { OutcomeEstimate } from '../model.ts';
import { COMBINED } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { asMuchElsewhere, chancesOf, drawLot, intervalOf, type Lot } from './draw-lot.ts';
import { percentOf } from './percent-of.ts';

/** One estimator on one panel, with what it was reckoned from. */
export interface EstimatedOutcome {
  estimate: OutcomeEstimate;
  fit: Fit;
  lot: Lot;
}

/** Which estimator, and whether adjoining areas were compared with. */
export type EstimateAsked = Pick<OutcomeEstimate, 'method' | 'adjoining'>;

/** An estimate that gives no number, with the reason in one sentence. */
export const refusedEstimate = ({ method, adjoining }: EstimateAsked, refused: string): OutcomeEstimate => ({
  ...{ method, adjoining, refused, percent: null, perMonth: null, total: null, interval: null, pValue: null },
  ...{ smallestP: null, asMuch: null, weights: [], timeWeights: [], preRmspePercent: null },
  ...{ medianPreRmspePercent: null, dualityGap: null },
});

/** What one estimator says of one outcome, set among every group of the lot. */
export function estimateOutcome(outcome: OutcomePanel, asked: EstimateAsked, groups: ChosenGroups): EstimatedOutcome {
  const { panel, treated, start, comparison } = outcome;
  const { method } = asked;
  const fitted = fitComparison(comparison, method);
  const lot = drawLot({ panel, treated, start, method, combine: COMBINED[outcome.scale] }, groups);
  const errors = lot.elsewhere.map(({ preRmspe }) => preRmspe);
  const middle = median(errors);
  const shown = {
    preRmspePercent: errorPercent(outcome, fitted.preRmspe),
    medianPreRmspePercent: middle === null ? null : errorPercent(outcome, middle),
    dualityGap: fitted.dualityGap,
    ...weightsOf(outcome, fitted),
  };
  if (isPoorFit(fitted.preRmspe, errors)) {
    const because = `The fit is too poor to believe: before the start it is off by ${said(shown.preRmspePercent)} in a typical month, where that of the comparison group in the middle is off by ${said(shown.medianPreRmspePercent ?? 0)}.`;
    return { estimate: { ...refusedEstimate(asked, because), ...shown }, fit: fitted, lot };
  }
  return { estimate: { ...asked, refused: null, ...figuresOf(outcome, fitted, lot), ...shown }, fit: fitted, lot };
}

const said = (percent: number): string => `${percent.toFixed(percent < 10 ? 1 : 0)}%`;

function figuresOf(outcome: OutcomePanel, { estimate }: Fit, lot: Lot) {
  const { treated, start, counts, scale } = outcome;
  const observed = meanAfter(outcome);
  const percent = percentOf(estimate, scale, observed);
  const months = counts[0]?.slice(start).length ?? 0;
  const total = crimesOf(outcome, estimate, percent);
  const interval = intervalOf(lot, treated);
  const chances = chancesOf(lot);
  return {
    ...{ percent, perMonth: total / months, total },
    interval:
      interval === null
        ? null
        : {
            low: percentOf(interval.low, scale, observed),
            high: percentOf(interval.high, scale, observed),
            level: interval.level,
          },
    ...{ pValue: chances.twoSided, smallestP: chances.smallest, asMuch: asMuchElsewhere(lot) },
  };
}

/** Crimes more or fewer in all the treated areas and months judged together; never more than were counted. */
function crimesOf({ treated, start, counts, scale, panel }: OutcomePanel, effect: number, percent: number): number {
  const own = counts.slice(0, treated).map((each) => each.slice(start));
  const counted = sumOf(own.map(sumOf));
  if (scale === 'rate') {
    const residents = sumOf(panel.sizes?.slice(0, treated) ?? []);
    return Math.min(counted, (effect * residents * (own[0]?.length ?? 0)) / 1000);
  }
  // Of what was counted, that which would not have been: c − c / (1 + p).
  return counted * (percent / (100 + percent));
}

/** Mean of the treated series over the months judged. */
export function meanAfter({ comparison: { treated, start } }: Pick<OutcomePanel, 'comparison'>): number {
  const after = treated.slice(start);
  return sumOf(after) / after.length;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A root mean squared gap in per cent of what was compared with. */
function errorPercent({ scale, comparison: { treated, start } }: OutcomePanel, rmspe: number): number {
  return scale === 'log' ? 100 * Math.expm1(rmspe) : (100 * rmspe) / (sumOf(treated.slice(0, start)) / start);
}

/** A weight below this is rounding. */
const LEAST_WEIGHT = 1e-6;

function weightsOf({ panel, treated }: OutcomePanel, fitted: Fit): Pick<OutcomeEstimate, 'weights' | 'timeWeights'> {
  const { unitWeights, timeWeights } = fitted;
  return {
    weights: unitWeights
      .map((weight, at) => ({ area: panel.units[treated + at] ?? '', weight }))
      .filter(({ weight }) => weight > LEAST_WEIGHT)
      .toSorted((a, b) => b.weight - a.weight),
    timeWeights: (timeWeights ?? [])
      .map((weight, at) => ({ month: panel.times[at] as OutcomeEstimate['timeWeights'][number]['month'], weight }))
      .filter(({ weight }) => weight > LEAST_WEIGHT),
  };
}

/** Every estimator, that by which the state goes first. */
export const methodsFrom = (first: Method): Method[] => [
  first,
  ...(['did', 'sc', 'difp', 'sdid'] as const).filter((method) => method !== first),
];
