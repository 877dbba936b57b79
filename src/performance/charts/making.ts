import type { HorizonAlarms, ImprovementDirection, RareCharts } from '../../lib/statistics/control-charts/index.ts';
import type { Measure } from '../../measures/index.ts';
import type { MonthlyFigures } from '../model.ts';
import type { ChartMonth } from './chart-months.ts';
import type { ChartKind, ChartSettings } from './model.ts';
import { pickBaseline } from './pick-baseline.ts';
import { type Season, seasonOf } from './season-of.ts';
import { BASELINE_POINTS, heldOver, stretchesOf } from './segments-of.ts';

/** What else a chart may be given. */
export interface ChartMeans {
  /** What the figures are a rate of, such as residents of the same area; given: a chart of rates. */
  denominators?: MonthlyFigures;
  /** How many of the denominator a rate is of; 1,000 unless said. */
  per?: number;
  /** Where simulations are kept; those of this process unless said. */
  remembered?: RememberedAlarms;
}

/** False-alarm rates already simulated, which are the same for equal designs whoever asks. */
export interface RememberedAlarms {
  singles: Map<string, HorizonAlarms>;
  rare: Map<string, RareCharts>;
}

/** What all parts of making a chart need to know. */
export interface Making {
  figures: MonthlyFigures;
  settings: ChartSettings;
  means: ChartMeans;
  remembered: RememberedAlarms;
  kind: ChartKind;
  improvement: ImprovementDirection;
  /** Whether values are counts. */
  counts: boolean;
  all: readonly ChartMonth[];
  shown: readonly ChartMonth[];
  season: Season | null;
  /** Points that the first stretch takes its lines from: three years where the year's cycle could be told from no earlier ones. */
  baselinePoints: number;
}

/** A mean below this is too rare to draw month by month. */
const RARE = 1;

/** Months without any for what comes less than once a month; single values otherwise. */
export function kindOf(measure: Measure, months: readonly ChartMonth[]): ChartKind {
  const usable = months.flatMap(({ usable, recorded }) => (usable ? [recorded ?? 0] : []));
  const mean = usable.reduce((sum, value) => sum + value, 0) / Math.max(1, usable.length);
  return measure.adds && measure.every === 'month' && mean < RARE ? 'g' : 'xmr';
}

/** Which way is better. */
export function directionOf({ polarity }: Measure): ImprovementDirection {
  if (polarity === 'neither') return 0;
  return polarity === 'more is better' ? 1 : -1;
}

/** The year's cycle before the end of the first baseline shown; with too few years before it, of one of three years. */
export function findSeason(
  all: readonly ChartMonth[],
  shown: readonly ChartMonth[],
  settings: ChartSettings,
): { season: Season; points: number } | null {
  const [first] = stretchesOf(shown, settings.stepChanges);
  const stretch = shown.slice(0, first?.end ?? 0);
  const [start] = stretch;
  const end = stretch.at(-1);
  if (start === undefined || end === undefined) return null;
  const held = heldOver(settings.heldLimits, start.month, end.month, true);
  const behind = settings.stepChanges.findLast(({ month }) => month <= start.month)?.month ?? null;
  for (const points of [BASELINE_POINTS, 36]) {
    const baseline = pickBaseline(all, stretch, held, points);
    const season = baseline === null ? null : seasonOf(all, baseline.to, behind);
    if (season !== null) return { season, points: season.adjusted ? points : BASELINE_POINTS };
  }
  return null;
}
