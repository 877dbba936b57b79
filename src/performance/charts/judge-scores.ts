import {
  falseAlarms,
  type HorizonAlarms,
  type ImprovementDirection,
  judgeStretch,
  type Limits,
  type Scatter,
  scatterOf,
  scatterOfFew,
  sevenTogether,
} from '../../lib/statistics/control-charts/index.ts';
import type { ChartMonth } from './chart-months.ts';
import { type JudgedStretch, NOT_JUDGED } from './judged-stretch.ts';
import { linesOf } from './lines-of.ts';
import { type Baseline, judgedMonths } from './pick-baseline.ts';

/** A stretch of single values or rates, ready to be judged. */
export interface Scores {
  stretch: readonly ChartMonth[];
  baseline: Baseline;
  /** What is drawn, one a month of the stretch; null for a month that is not judged and ends a run. */
  values: readonly (number | null)[];
  limitsAt: readonly Limits[];
  /** What is drawn of earlier months and of the baseline, in runs: where scatter and autocorrelation come from. */
  history: readonly (readonly (number | null)[])[];
  /** What is drawn of the baseline; null where it has none. */
  baselineValues: readonly (number | null)[];
  /** Mean count a month of the baseline; infinite for values that are no counts. */
  meanCount: number;
  seasonYears: number;
  improvement: ImprovementDirection;
  remembered: Map<string, HorizonAlarms>;
}

/** Judges a stretch by the NHS rules, and by limits wide enough to hold the designed rate of false alarms. */
export function judgeScores(asked: Scores): JudgedStretch {
  const { stretch, baseline, values, limitsAt, seasonYears, improvement, meanCount: mean } = asked;
  const { judged, own } = judgedMonths(stretch, baseline);
  const count = judged.filter((each) => each).length;
  const scatter = withoutFactors(scatterOf(asked.history, mean) ?? scatterOfFew(asked.baselineValues), seasonYears);
  const design = { baseline: baseline.points, judged: own ? 0 : count, mean, seasonYears, scatter };
  const alarms = falseAlarms(design, asked.remembered);
  const deviation = Math.abs(limitsAt[0]?.centre ?? 0) * Math.sqrt(scatter.relativeVariance);
  const wideAt = limitsAt.map(({ centre, lower, upper }) => {
    // Never narrower than the limits they widen.
    return {
      upper: Math.max(upper, centre + alarms.wider.up * deviation),
      lower: Math.min(lower, centre - alarms.wider.down * deviation),
    };
  });
  const points = judgeStretch(values, limitsAt, improvement);
  const centres = limitsAt.map(({ centre }) => centre);
  const sustained = sevenTogether(values, centres, alarms.wider.seven * deviation);
  const findings = points.map(({ value, limits, mark, type }, at) => {
    const wide = wideAt[at] ?? limits;
    const isJudged = judged[at] ?? false;
    const outside = value !== null && (value > wide.upper || value < wide.lower);
    return {
      ...NOT_JUDGED,
      lines: linesOf(limits, wide),
      ...(isJudged ? { mark, type } : {}),
      baseline: inBaseline(stretch[at], baseline),
      judged: isJudged,
      clear: isJudged && (outside || (sustained[at] ?? false)),
    };
  });
  const last = findings.at(-1)?.lines ?? null;
  const { upper, centre } = limitsAt.at(-1) ?? { upper: 0, centre: 0 };
  const widening = last !== null && upper > centre ? (last.wideUpper - centre) / (upper - centre) : 1;
  return {
    findings,
    baseline: { from: baseline.from, to: baseline.to, points: baseline.points },
    lines: last,
    alarms: {
      chance: alarms.chance,
      atLeast: alarms.atLeast,
      atMost: alarms.atMost,
      judged: count,
      autocorrelation: scatter.autocorrelation,
      history: scatter.months,
      widening,
    },
  };
}

function inBaseline(month: ChartMonth | undefined, { from, to }: Baseline): boolean {
  if (!month?.ordinary) return false;
  return month.month >= from && month.month <= to;
}

/**
 * Scatter as it would be were the month factors known: months the factors come from lie too near them, by one part in the
 * number of years, and other months too far by as much.
 */
function withoutFactors(scatter: Scatter, years: number): Scatter {
  if (years === 0) return scatter;
  const within = Math.min(1, (12 * years) / scatter.months);
  return { ...scatter, relativeVariance: scatter.relativeVariance / (1 + (1 - 2 * within) / years) };
}
