import {
  gChartLines,
  type ImprovementDirection,
  judgeStretch,
  type Limits,
  type RareCharts,
  rareFalseAlarms,
  SURGES_CHANCE,
} from '../../lib/statistics/control-charts/index.ts';
import { findSurges, type Surge } from '../../lib/statistics/surges/index.ts';
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
  /** Every month since the last point, its own included, whose figure is known. */
  months: readonly ChartMonth[];
  /** Whether all the months counted are ordinary, so that lines may be taken from it. */
  ordinary: boolean;
}

/** What is found of one point: a surge is more than is usual in its month, or in the twelve up to it. */
export interface RareFinding extends Finding {
  surge: Surge | null;
}

/**
 * Months without any before each month with any. The day is not known, so nothing finer is counted; a month with several is
 * one. A month without a usable value ends a count: how long it was is not known.
 */
export function monthsBetweenEvents(stretch: readonly ChartMonth[]): Between[] {
  const between: Between[] = [];
  let counted: ChartMonth[] = [];
  let months: ChartMonth[] = [];
  const add = (month: ChartMonth, unfinished: boolean) => {
    const without = counted.length - (unfinished ? 0 : 1);
    between.push({ month, without, unfinished, months, ordinary: counted.every(({ ordinary }) => ordinary) });
    counted = [];
    months = [];
  };
  for (const month of stretch) {
    if (!month.usable) {
      counted = [];
      continue;
    }
    counted.push(month);
    months.push(month);
    if ((month.recorded ?? 0) > 0) add(month, false);
  }
  const last = stretch.at(-1);
  if (last?.usable && counted.length > 0) add(last, true);
  return between;
}

/**
 * Judges months without any by limits of exact probability, and months with any by how many there were, alone and in the
 * twelve months up to each. Lines, and what is usual, come from the first 24 points whose months are all ordinary.
 */
export function judgeRare(
  between: readonly Between[],
  improvement: ImprovementDirection,
  remembered: Map<string, RareCharts>,
): Omit<JudgedStretch, 'findings'> & { findings: RareFinding[] } {
  const baseline = between.filter(({ unfinished, ordinary }) => ordinary && !unfinished).slice(0, BASELINE_POINTS);
  const [first] = baseline;
  const lastOf = baseline.at(-1);
  if (first === undefined || lastOf === undefined || baseline.length < LEAST_POINTS) {
    return { findings: between.map(() => ({ ...NOT_JUDGED, surge: null })), baseline: null, lines: null, alarms: null };
  }
  const { limits, chance } = gChartLines(baseline.map(({ without }) => without));
  const afterBaseline = between.filter(({ month }) => month.month > lastOf.month.month);
  const own = afterBaseline.every(({ unfinished }) => unfinished);
  const after = afterBaseline.reduce((sum, { months }) => sum + months.length, 0);
  const before = baseline.reduce((sum, { without }) => sum + without + 1, 0);
  const alarms = rareFalseAlarms({ chance, baseline: baseline.length, before, after }, remembered);
  const wide = { lower: 0, upper: Math.max(limits.upper, Math.log(alarms.widerTail) / Math.log1p(-chance)) };
  const lines = linesOf(limits, wide);
  const points = judgeStretch(
    between.map(({ without }) => without),
    new Array<Limits>(between.length).fill(limits),
    improvement,
  );
  const surges = surgesOf(between, { from: first, to: lastOf }, SURGES_CHANCE);
  const findings = between.map((each, at): RareFinding => {
    const inBaseline = baseline.includes(each);
    const surge = surges[at] ?? null;
    const isLater = each.month.month > lastOf.month.month;
    const isJudged = each.unfinished ? each.without > limits.upper : own ? inBaseline : isLater;
    const { mark, type } = points[at] ?? NOT_JUDGED;
    return {
      ...NOT_JUDGED,
      ...(isJudged ? { mark, type } : {}),
      ...(surge === null ? {} : surgeMark(improvement)),
      ...{ lines, baseline: inBaseline, judged: isJudged || surge !== null, surge },
      clear: surge !== null || (isJudged && each.without > wide.upper),
    };
  });
  return {
    findings,
    baseline: { from: first.month.month, to: lastOf.month.month, points: baseline.length },
    lines,
    alarms: {
      chance: alarms.chance,
      atLeast: alarms.atLeast,
      atMost: alarms.atMost,
      history: before,
      judged: findings.filter((each) => each.judged).length,
      autocorrelation: 0,
      widening: limits.upper > limits.centre ? (wide.upper - limits.centre) / (limits.upper - limits.centre) : 1,
    },
  };
}

/** The surge that each point's month is, if any: by the ordinary months of the baseline other than those judged. */
function surgesOf(
  between: readonly Between[],
  { from, to }: { from: Between; to: Between },
  allowed: number,
): (Surge | null)[] {
  const months = between.flatMap((each) => each.months);
  const begins = from.months[0]?.month ?? from.month.month;
  const surges = findSurges(
    months.map(({ month, recorded, ordinary }) => ({
      count: recorded,
      reference: ordinary && month >= begins && month <= to.month.month,
    })),
    allowed,
  );
  const found = new Map(months.map(({ month }, at) => [month, surges[at] ?? null]));
  return between.map(({ month }) => found.get(month.month) ?? null);
}

/** A surge is fewer months without any than there are otherwise, and so a mark below. */
function surgeMark(improvement: ImprovementDirection): Pick<Finding, 'mark' | 'type'> {
  const type = improvement === 0 ? 'neutral low' : improvement === 1 ? 'concern' : 'improvement';
  return { mark: { cause: 'outside limits', way: 'down' }, type };
}
