import {
  type FalseAlarms,
  falseAlarms,
  type ImprovementDirection,
  judgeStretch,
  type Limits,
  lagOneAutocorrelation,
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
  /** What one standard deviation of a baseline score is at each month: 1 for single values. */
  scaleAt: readonly number[];
  /** Scores of the baseline, in units of that scale; null where it has none. */
  baselineScores: readonly (number | null)[];
  /** Whether values are counts, whose low numbers are far from normal. */
  counts: boolean;
  seasonYears: number;
  improvement: ImprovementDirection;
  remembered: Map<string, FalseAlarms>;
}

/** Judges a stretch by the NHS rules, and by limits wide enough to hold the designed rate of false alarms. */
export function judgeScores(asked: Scores): JudgedStretch {
  const { stretch, baseline, values, limitsAt, scaleAt, counts, seasonYears, improvement } = asked;
  const { judged, own } = judgedMonths(stretch, baseline);
  const count = judged.filter((each) => each).length;
  const { mean, deviation } = spread(asked.baselineScores);
  const autocorrelation = lagOneAutocorrelation(asked.baselineScores);
  const marginal = counts ? { mean, dispersion: mean > 0 ? deviation ** 2 / mean : 1 } : null;
  const design = { baseline: baseline.points, judged: own ? 0 : count, counts: marginal, seasonYears };
  const alarms = falseAlarms(design, asked.remembered);
  const wider = alarms.widerLimits(autocorrelation);
  const wideAt = limitsAt.map(({ centre, lower, upper }, at) => {
    const one = deviation * (scaleAt[at] ?? 1);
    // Never narrower than the limits they widen.
    return { upper: Math.max(upper, centre + wider.up * one), lower: Math.min(lower, centre - wider.down * one) };
  });
  const points = judgeStretch(values, limitsAt, improvement);
  const sustained = sevenTogether(values, limitsAt, scaleAt, wider.seven * deviation);
  const findings = points.map(({ value, limits, mark, type }, at) => {
    const wide = wideAt[at] ?? limits;
    const isJudged = judged[at] ?? false;
    const outside = value !== null && (value > wide.upper || value < wide.lower);
    return {
      ...NOT_JUDGED,
      lines: linesOf(limits, wide, 0),
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
      chance: alarms.chance(own ? baseline.points : count, autocorrelation),
      judged: count,
      autocorrelation,
      widening,
    },
  };
}

function inBaseline(month: ChartMonth | undefined, { from, to }: Baseline): boolean {
  if (!month?.ordinary) return false;
  return month.month >= from && month.month <= to;
}

function spread(scores: readonly (number | null)[]): { mean: number; deviation: number } {
  const known = scores.filter((score) => score !== null);
  const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
  const squares = known.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, known.length - 1)) };
}

/** Marks every seven neighbours on one side of the centre whose mean lies farther from it than is allowed. */
function sevenTogether(
  values: readonly (number | null)[],
  limitsAt: readonly Limits[],
  scaleAt: readonly number[],
  farthest: number,
): boolean[] {
  const away = values.map((value, at) =>
    value === null ? null : (value - (limitsAt[at]?.centre ?? 0)) / (scaleAt[at] ?? 1),
  );
  const marked: boolean[] = new Array(values.length).fill(false);
  for (let end = 6; end < away.length; end += 1) {
    const seven = away.slice(end - 6, end + 1).filter((each) => each !== null);
    // On one side: a single month far off is not said of its neighbours too.
    const oneSide = seven.length === 7 && Math.abs(seven.reduce((sum, each) => sum + Math.sign(each), 0)) === 7;
    if (!oneSide || Math.abs(seven.reduce((sum, each) => sum + each, 0) / 7) <= farthest) continue;
    marked.fill(true, end - 6, end + 1);
  }
  return marked;
}
