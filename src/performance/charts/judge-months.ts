import { type Limits, type Rate, uChartLines, xmrLimits } from '../../lib/statistics/control-charts/index.ts';
import type { MonthlyFigures } from '../model.ts';
import type { ChartMonth } from './chart-months.ts';
import { drawnValue, rateOf } from './drawn-values.ts';
import { historyOf } from './history-of.ts';
import { judgeScores } from './judge-scores.ts';
import { type JudgedStretch, NOT_JUDGED } from './judged-stretch.ts';
import type { Making } from './making.ts';
import { type Baseline, pickBaseline } from './pick-baseline.ts';
import { BASELINE_POINTS, heldOver } from './segments-of.ts';

/** A stretch judged, with what is drawn for each of its months. */
interface JudgedMonths {
  found: JudgedStretch;
  values: (number | null)[];
}

/** Judges a stretch of single values or of rates. */
export function judgeMonths(making: Making, stretch: readonly ChartMonth[], first: boolean): JudgedMonths {
  const { all, settings, season, means } = making;
  const from = stretch[0]?.month;
  const to = stretch.at(-1)?.month;
  const held = from && to ? heldOver(settings.heldLimits, from, to, first) : null;
  const points = first ? making.baselinePoints : BASELINE_POINTS;
  const baseline = pickBaseline(all, stretch, held, points);
  const { denominators, per = 1000 } = means;
  if (denominators) return judgeRates(making, { stretch, baseline, denominators, per });
  const values = stretch.map((month) => drawnValue(month, season));
  if (baseline === null) return { found: noLines(stretch), values };
  const baselineValues = baseline.months.map((month) => (month.ordinary ? drawnValue(month, season) : null));
  const limits = xmrLimits(baselineValues, true);
  const found = judgeScores({
    ...asked(making, stretch, baseline),
    values: values.map((value, at) => (stretch[at]?.usable ? value : null)),
    limitsAt: stretch.map(() => limits),
    history: historyOf(all, baseline.to, settings.stepChanges, (month) => drawnValue(month, season)),
    baselineValues,
    meanCount: making.counts ? limits.centre : Number.POSITIVE_INFINITY,
  });
  return { found, values };
}

function judgeRates(
  making: Making,
  given: { stretch: readonly ChartMonth[]; baseline: Baseline | null; denominators: MonthlyFigures; per: number },
): JudgedMonths {
  const { stretch, baseline, denominators, per } = given;
  const rates = stretch.map((month) => rateOf(month, denominators, per));
  const values = rates.map(asValue);
  const ofBaseline = baseline?.months.map((month) => (month.ordinary ? rateOf(month, denominators, per) : null)) ?? [];
  const known = ofBaseline.filter((rate) => rate !== null);
  if (baseline === null || known.length === 0) return { found: noLines(stretch), values };
  const { limits } = uChartLines(rates, ofBaseline);
  const drawn = (month: ChartMonth) => asValue(rateOf(month, denominators, per));
  const found = judgeScores({
    ...asked(making, stretch, baseline),
    values: values.map((value, at) => (stretch[at]?.usable ? value : null)),
    limitsAt: limits satisfies Limits[],
    history: historyOf(making.all, baseline.to, making.settings.stepChanges, drawn),
    baselineValues: ofBaseline.map(asValue),
    meanCount: known.reduce((sum, { count }) => sum + count, 0) / known.length,
  });
  return { found, values };
}

function asValue(rate: Rate | null): number | null {
  return rate === null ? null : rate.count / rate.exposure;
}

function asked({ season, improvement, remembered }: Making, stretch: readonly ChartMonth[], baseline: Baseline) {
  const seasonYears = season?.adjusted ? season.years : 0;
  return { stretch, baseline, seasonYears, improvement, remembered: remembered.singles };
}

function noLines(stretch: readonly ChartMonth[]): JudgedStretch {
  return { findings: stretch.map(() => NOT_JUDGED), baseline: null, lines: null, alarms: null };
}
