import type { Month } from '../../lib/calendar/month.ts';
import {
  assuranceIcon,
  DESIGNED_CHANCE,
  type ImprovementDirection,
} from '../../lib/statistics/control-charts/index.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import type { MonthlyFigures } from '../model.ts';
import { type ChartMonth, chartMonths, defaultFrom } from './chart-months.ts';
import { factorOf } from './drawn-values.ts';
import { judgeMonths } from './judge-months.ts';
import { type JudgedStretch, NOT_JUDGED, type StretchAlarms } from './judged-stretch.ts';
import { type ChartMeans, directionOf, findSeason, kindOf, type Making, type RememberedAlarms } from './making.ts';
import type { ChartPoint, ChartSettings, ControlChart, FalseAlarmRate } from './model.ts';
import { judgeRare, monthsBetweenEvents } from './rare-chart.ts';
import { sayFinding } from './say-finding.ts';
import { sayRemarks } from './say-remarks.ts';
import { sayVariation } from './say-variation.ts';
import { BASELINE_POINTS, stretchesOf } from './segments-of.ts';

const REMEMBERED: RememberedAlarms = { singles: new Map(), rare: new Map() };

/** Settings where nothing was entered. */
export const NO_SETTINGS: ChartSettings = { from: null, to: null, stepChanges: [], heldLimits: [], target: null };

/**
 * The control chart of one measure of one area: months without any where there is less than one a month, rates where a
 * denominator is given, single values otherwise. Doubtful months are shown and never judged; lines come from the first 24
 * ordinary months, or from those that settings hold; the year's cycle is taken out of single values where it is strong.
 * @returns null for a measure that has no figures in the months asked, or has none by month or quarter
 * @throws RangeError when the measure is not in the catalogue
 * @example
 * const chart = controlChart(figures, NO_SETTINGS);
 * chart?.finding; // "Islington: nothing out of the ordinary in any month."
 */
export function controlChart(
  figures: MonthlyFigures,
  settings: ChartSettings,
  means: ChartMeans = {},
): ControlChart | null {
  const measure = findMeasure(figures.measure);
  if (measure === null) throw new RangeError(`There is no measure "${figures.measure}".`);
  if (measure.every !== 'month' && measure.every !== 'quarter') return null;
  const all = chartMonths(figures, measure.every === 'month' ? 1 : 3);
  const to = settings.to ?? all.at(-1)?.month;
  if (to === undefined) return null;
  const until = all.filter(({ month }) => month <= to);
  const recent = until.filter(({ month }) => month >= (settings.from ?? defaultFrom(until, to) ?? to));
  const kind = means.denominators ? 'u' : kindOf(measure, recent);
  // What is rare needs all the months there are.
  const shown = kind === 'g' && settings.from === null ? until : recent;
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined || shown.every(({ recorded }) => recorded === null)) return null;
  const found = kind === 'xmr' && measure.every === 'month' && measure.adds ? findSeason(until, shown, settings) : null;
  const making: Making = {
    figures,
    settings,
    means,
    remembered: means.remembered ?? REMEMBERED,
    kind,
    improvement: directionOf(measure),
    counts: measure.adds,
    all: until,
    shown,
    season: found?.season ?? null,
    baselinePoints: found?.points ?? BASELINE_POINTS,
  };
  const every = measure.every;
  return assemble(making, { from: first.month, to: last.month, unit: unitOf(measure, making), every });
}

function unitOf({ unit, every }: Measure, { kind, means }: Making): string {
  if (kind === 'g') return 'months without any before it';
  if (kind === 'u') return `${unit} for every ${(means.per ?? 1000).toLocaleString('en-GB')}`;
  return `${unit} a ${every}`;
}

interface Frame {
  from: Month;
  to: Month;
  unit: string;
  every: 'month' | 'quarter';
}

function assemble(making: Making, { from, to, unit, every }: Frame): ControlChart {
  const { figures, settings, shown, kind, improvement, season } = making;
  const stretches = stretchesOf(shown, settings.stepChanges);
  const judged = stretches.map((stretch) => {
    const months = shown.slice(stretch.start, stretch.end);
    return { stretch, months, ...judgeOne(making, months, stretch.start === 0) };
  });
  const points = judged.flatMap((each) => each.points);
  const falseAlarms = alarmsOf(judged.flatMap(({ found }) => found.alarms ?? []));
  const lastJudged = points.findLast((point) => point.judged);
  const lastLines = points.findLast((point) => point.lines !== null)?.lines ?? null;
  const { area, vintage, synthetic, files, origins, backCast } = figures;
  const chart = {
    kind,
    measure: figures.measure,
    unit,
    figures: { area, vintage, synthetic, files, origins, backCast },
    from,
    to,
    improvement,
    points,
    segments: judged.map(({ stretch, months, found }) => ({
      from: months[0]?.month ?? from,
      to: months.at(-1)?.month ?? to,
      baseline: found.baseline,
      lines: found.lines,
      because: stretch.because,
    })),
    falseAlarms,
    season: season === null ? null : { adjusted: season.adjusted, years: season.years, pValue: season.pValue },
    icons:
      lastJudged === undefined || lastLines === null
        ? null
        : {
            variation: sayVariation(lastJudged),
            assurance:
              kind === 'xmr'
                ? assuranceIcon({ upper: lastLines.upper, lower: lastLines.lower ?? 0 }, settings.target, improvement)
                : null,
          },
  };
  return {
    ...chart,
    finding: sayFinding({ place: area.name, kind, every, points, falseAlarms }),
    remarks: sayRemarks(chart, { held: settings.heldLimits, every }),
  };
}

/** The points of one stretch and what was found of them. */
function judgeOne(
  making: Making,
  months: readonly ChartMonth[],
  first: boolean,
): { points: ChartPoint[]; found: JudgedStretch } {
  if (making.kind !== 'g') {
    const { found, values } = judgeMonths(making, months, first);
    const points = months.map((month, at) => {
      const value = values[at] ?? null;
      return pointOf(month, value, making.kind === 'xmr' ? factorOf(month, making.season) : null, found, at);
    });
    return { points, found };
  }
  const between = monthsBetweenEvents(months);
  // Longer between means fewer of them.
  const found = judgeRare(between, (-making.improvement || 0) as ImprovementDirection, making.remembered.rare);
  return { points: between.map(({ month, without }, at) => pointOf(month, without, null, found, at)), found };
}

function pointOf(
  { month, recorded, doubtful }: ChartMonth,
  value: number | null,
  monthFactor: number | null,
  { findings }: JudgedStretch,
  at: number,
): ChartPoint {
  return { month, value, recorded, monthFactor, doubtful, ...(findings[at] ?? NOT_JUDGED) };
}

/** The false alarms of a whole chart: that of its stretches together, in the words of the one that judges most. */
function alarmsOf(stretches: readonly StretchAlarms[]): FalseAlarmRate | null {
  const judged = stretches.reduce((sum, each) => sum + each.judged, 0);
  const [longest] = stretches.toSorted((a, b) => b.judged - a.judged);
  if (longest === undefined || judged === 0) return null;
  const together = (pick: (each: StretchAlarms) => number) =>
    1 - stretches.reduce((none, each) => none * (1 - pick(each)), 1);
  const chart = together(({ chance }) => chance);
  const { autocorrelation, history, widening } = longest;
  return {
    chart,
    atLeast: together(({ atLeast }) => atLeast),
    atMost: together(({ atMost }) => atMost),
    perMonth: 1 - (1 - chart) ** (1 / judged),
    judged,
    autocorrelation,
    history,
    designed: 1 - (1 - DESIGNED_CHANCE) ** stretches.length,
    widening,
  };
}
