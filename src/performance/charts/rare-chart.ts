import {
  gChartLines,
  type ImprovementDirection,
  judgeStretch,
  type Limits,
  type RareFalseAlarms,
  rareFalseAlarms,
} from '../../lib/statistics/control-charts/index.ts';
import type { ChartMonth } from './chart-months.ts';
import { type Finding, type JudgedStretch, NOT_JUDGED } from './judged-stretch.ts';
import { linesOf } from './lines-of.ts';
import { BASELINE_POINTS, LEAST_POINTS } from './segments-of.ts';

/** How many months had none before a month with any. */
export interface Between {
  month: ChartMonth;
  without: number;
  /** The months since the last with any, which may grow yet: it is judged only once it is too long already. */
  unfinished: boolean;
}

/**
 * Months without any before each month with any. The day is not known, so nothing finer is counted; a month with several is
 * one. A month without a usable value ends a count: how long it was is not known.
 */
export function monthsBetweenEvents(stretch: readonly ChartMonth[]): Between[] {
  const between: Between[] = [];
  let without = 0;
  for (const month of stretch) {
    if (!month.usable) without = 0;
    else if ((month.recorded ?? 0) > 0) {
      between.push({ month, without, unfinished: false });
      without = 0;
    } else without += 1;
  }
  const last = stretch.at(-1);
  if (last?.usable && without > 0) between.push({ month: last, without, unfinished: true });
  return between;
}

/** Judges months without any by limits of exact probability. */
export function judgeRare(
  between: readonly Between[],
  improvement: ImprovementDirection,
  remembered: Map<string, RareFalseAlarms>,
): JudgedStretch {
  const finished = between.filter(({ unfinished }) => !unfinished);
  const baseline = finished.slice(0, BASELINE_POINTS);
  const [first] = baseline;
  const lastOf = baseline.at(-1);
  if (first === undefined || lastOf === undefined || baseline.length < LEAST_POINTS) {
    return { findings: between.map(() => NOT_JUDGED), baseline: null, lines: null, alarms: null };
  }
  const { limits, chance } = gChartLines(baseline.map(({ without }) => without));
  const judged = finished.length - baseline.length;
  const alarms = rareFalseAlarms({ chance, baseline: baseline.length, judged }, remembered);
  const wide = { lower: 0, upper: Math.max(limits.upper, Math.log(alarms.widerTail) / Math.log1p(-chance)) };
  const lines = linesOf(limits, wide, 0);
  const points = judgeStretch(
    between.map(({ without }) => without),
    new Array<Limits>(between.length).fill(limits),
    improvement,
  );
  const findings = between.map(({ without, unfinished }, at): Finding => {
    const inBaseline = at < baseline.length;
    const isJudged = unfinished ? without > limits.upper : judged === 0 ? inBaseline : !inBaseline;
    const { mark, type } = points[at] ?? NOT_JUDGED;
    const found = isJudged ? { mark, type } : {};
    return {
      ...NOT_JUDGED,
      ...found,
      lines,
      baseline: inBaseline,
      judged: isJudged,
      clear: isJudged && without > wide.upper,
    };
  });
  return {
    findings,
    baseline: { from: first.month.month, to: lastOf.month.month, points: baseline.length },
    lines,
    alarms: {
      chance: alarms.chance,
      atLeast: alarms.chance,
      atMost: alarms.chance,
      history: baseline.length,
      judged: findings.filter((each) => each.judged).length,
      autocorrelation: 0,
      widening: limits.upper > limits.centre ? (wide.upper - limits.centre) / (limits.upper - limits.centre) : 1,
    },
  };
}
