import { type Month, monthName } from '../../lib/calendar/month.ts';
import {
  falseAlarms,
  type HorizonAlarms,
  judgeStretch,
  type Limits,
  scatterOf,
  scatterOfFew,
  sevenTogether,
  xmrLimits,
} from '../../lib/statistics/control-charts/index.ts';
import { andList } from '../../ui/and-list.ts';
import type { ControlPoint } from '../../ui/control-geometry.ts';
import { countWords } from '../../ui/count-words.ts';

/** Share of time spent elsewhere in one month, 0 to 1; null where none is known. */
export interface MonthShare {
  month: Month;
  share: number | null;
  /** Shown and never judged: the month's records are not complete. */
  doubtful: boolean;
}

export interface ShareChart {
  points: ControlPoint[];
  /** What is out of the ordinary, in a sentence. */
  finding: string;
  /** How limits were set and how often such a chart marks something although nothing changed. */
  note: string;
  /** Index of the last month that limits were taken from; null where they are of all months. */
  baselineEnd: number | null;
}

/** Months that limits are taken from, and the fewest that will do. */
const BASELINE = 24;
const LEAST = 12;
/** Fewest pairs of complete months that follow each other: limits are taken from the steps between them. */
const LEAST_PAIRS = 10;
/** Most months that a finding names. */
const NAMED = 3;
/** Designs beyond the grid of false alarms, once simulated. */
const REMEMBERED = new Map<string, HorizonAlarms>();

/**
 * The share of time spent elsewhere month by month, as single values with moving-range limits from the first 24 complete
 * months, held from then on. Months count as clear only outside limits, or in sevens, wide enough for one false alarm in twenty
 * charts of 48 months: simulated, 5 % of charts of 48 months alike are said to be out of the ordinary, 8 % of 72, 10 % of 96.
 * @param months in time order, without gaps
 * @source the rules and limits of lib/statistics/control-charts; see docs/methods/control-charts.md
 */
export function shareChart(months: readonly MonthShare[]): ShareChart {
  const values = months.map(({ share, doubtful }) => (share === null || doubtful ? null : 100 * share));
  const used = values.flatMap((value, at) => (value === null ? [] : [at])).slice(0, BASELINE);
  const end = used.at(-1);
  const pairs = used.filter((at, place) => used[place - 1] === at - 1).length;
  if (used.length < LEAST || pairs < LEAST_PAIRS || end === undefined)
    return {
      points: months.map((month) => pointOf(month, null, null)),
      finding: 'There are too few complete months to say what is ordinary.',
      note: `Limits need ${LEAST} complete months, ${LEAST_PAIRS} of them right after another.`,
      baselineEnd: null,
    };
  const baseline = values.slice(0, end + 1);
  const limits = xmrLimits(baseline, true);
  const later = values.slice(end + 1).filter((value) => value !== null).length;
  const scatter = scatterOf([baseline], Number.POSITIVE_INFINITY) ?? scatterOfFew(baseline);
  const design = { baseline: used.length, seasonYears: 0, judged: later, mean: Number.POSITIVE_INFINITY, scatter };
  const alarms = falseAlarms(design, REMEMBERED);
  const deviation = limits.centre * Math.sqrt(scatter.relativeVariance);
  const wide = {
    upper: Math.max(limits.upper, limits.centre + alarms.wider.up * deviation),
    lower: Math.min(limits.lower, limits.centre - alarms.wider.down * deviation),
  };
  const sustained = sevenTogether(
    values,
    values.map(() => limits.centre),
    alarms.wider.seven * deviation,
  );
  const judged = judgeStretch(values, new Array<Limits>(values.length).fill(limits), 0);
  const points = months.map((month, at) => {
    const value = values[at] ?? null;
    // What limits are taken from is not judged by them, where there is anything else to judge.
    const marked = (later === 0 || at > end) && judged[at]?.mark != null;
    const outside = value !== null && (value > wide.upper || value < wide.lower);
    const clear = marked && (outside || sustained[at] === true);
    return pointOf(month, limits, clear ? 'clear' : marked ? 'maybe' : null);
  });
  return {
    points,
    finding: sayFinding(points, limits, alarms.chance),
    note: sayNote({ used: used.length, later, chance: alarms.chance, from: months[0]?.month, to: months[end]?.month }),
    baselineEnd: later === 0 ? null : end,
  };
}

function pointOf(month: MonthShare, limits: Limits | null, special: ControlPoint['special']): ControlPoint {
  return {
    month: month.month,
    value: month.share === null ? null : 100 * month.share,
    lines:
      limits === null
        ? null
        : { average: limits.centre, lower: limits.lower > 0 ? limits.lower : null, upper: limits.upper },
    special,
    doubtful: month.doubtful,
  };
}

function sayFinding(points: readonly ControlPoint[], limits: Limits, chance: number): string {
  const clear = points.filter(({ special }) => special === 'clear');
  if (clear.length > 0) {
    const way = (high: boolean) => {
      const of = clear.filter(({ value }) => (value ?? 0) > limits.centre === high);
      if (of.length === 0) return [];
      const named =
        of.length > NAMED ? countWords(of.length, 'month') : andList(of.map(({ month }) => monthName(month)));
      return [`${high ? 'more' : 'less'} than is ordinary in ${named}`];
    };
    const said = andList([...way(true), ...way(false)]);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  }
  const marked = points.filter(({ special }) => special === 'maybe').length;
  if (marked === 0) return 'Nothing out of the ordinary in any month.';
  return `Nothing clearly out of the ordinary: the usual rules mark ${countWords(marked, 'month')}, as they do on ${ofTen(chance)} such charts where nothing has changed.`;
}

function sayNote(given: {
  used: number;
  later: number;
  chance: number;
  from: Month | undefined;
  to: Month | undefined;
}) {
  const { used, later, chance, from, to } = given;
  const of = from === undefined || to === undefined ? '' : `, ${monthName(from)} to ${monthName(to)}`;
  const held = later === 0 ? 'those months are judged by them themselves' : 'they are held from then on';
  return `Limits are taken from ${countWords(used, 'complete month')}${of}, and ${held}. With so many months, a chart like this marks something on ${ofTen(chance)} charts even if nothing has changed; what is called out of the ordinary goes by wider limits, which do so on about 1 of 20 charts of 48 months and 1 of 10 charts of 96. Months that are not complete are shown open and are not judged.`;
}

function ofTen(chance: number): string {
  if (chance >= 0.95) return 'nearly all';
  const tenths = Math.round(chance * 10);
  return tenths < 1 ? 'fewer than 1 of 10' : `about ${tenths} of 10`;
}
