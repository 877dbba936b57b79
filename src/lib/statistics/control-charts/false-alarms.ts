import { InvalidArgument } from '../../invalid-argument.ts';
import { seededRandom } from '../random.ts';
import { FIGURES } from './false-alarm-figures.ts';
import {
  BASELINES,
  HORIZONS,
  MEANS,
  nodeNumber,
  PERSISTENCES,
  readAlarms,
  SEASONS,
  WANDERS,
} from './false-alarm-table.ts';
import { monthsAlike } from './months-alike.ts';
import type { Scatter } from './scatter-of.ts';
import { type ChartDesign, type HorizonAlarms, simulateCharts } from './simulate-charts.ts';
import { skewnessOf, type UnchangingMonths } from './unchanging-months.ts';
import { skewedReach, type WiderLimits } from './wider-limits.ts';

/** How often a chart of single values marks something although nothing changed. */
export interface FalseAlarms {
  /** Chance of at least one mark by the NHS rules among the points judged, 0 to 1. */
  chance: number;
  /** What it may be as well, since the months' autocorrelation is estimated: the ends of a range of 95 %. */
  atLeast: number;
  atMost: number;
  /** Limits that hold the designed chance. */
  wider: WiderLimits;
}

export interface AskedAlarms extends ChartDesign {
  /** Points judged after the baseline; 0: those of the baseline are judged themselves. */
  judged: number;
  /** Mean a month; infinite for values that are no counts. */
  mean: number;
  scatter: Scatter;
}

/** Standard errors either side in a range of 95 %. */
const RANGE = 1.96;
/** Standard errors that the autocorrelation is taken above its estimate for the wider limits, which are to hold at most. */
const CAUTION = 0.25;
/** How much farther wider limits lie since the scatter is estimated, from so many months; found on charts of other seeds than tests use. */
const FOR_SCATTER = (months: number) => 1 + 2 / months + 120 / months ** 2;

/**
 * How often a chart would mark something although nothing changed, read off simulations of unchanging months with its mean,
 * scatter and autocorrelation. The chance bends over the autocorrelation, so that an estimate that scatters would be too
 * low on average: half of the bend over one standard error is given back.
 * @param remembered where designs beyond the grid are kept once simulated
 */
export function falseAlarms(asked: AskedAlarms, remembered: Map<string, HorizonAlarms>): FalseAlarms {
  const { mean, scatter, baseline } = asked;
  const { autocorrelation, error, relativeVariance } = scatter;
  const beyond = baseline > Math.max(...BASELINES);
  const at = (errors: number) => {
    const months = monthsAlike(mean, relativeVariance, autocorrelation + errors * error);
    return beyond ? simulated(months, asked, remembered) : alarmsAt(months, asked);
  };
  const middle = at(0).chance;
  const chance = Math.min(1, Math.max(0, 2 * middle - (at(-1).chance + at(1).chance) / 2));
  const wide = at(CAUTION);
  const skewness = skewnessOf(monthsAlike(mean, relativeVariance, autocorrelation));
  const farther = FOR_SCATTER(scatter.months);
  return {
    chance,
    atLeast: Math.min(chance, at(-RANGE).chance),
    atMost: Math.max(chance, at(RANGE).chance),
    wider: { ...skewedReach(wide.reach * farther, skewness), seven: wide.seven * farther },
  };
}

/** Nodes either side of a value on an axis, and how far between. */
interface Between {
  low: number;
  high: number;
  share: number;
}

function between(axis: readonly number[], value: number, spaced: (value: number) => number = (each) => each): Between {
  const above = axis.findIndex((each) => each >= value);
  if (above === 0) return { low: 0, high: 0, share: 0 };
  if (above === -1) return { low: axis.length - 1, high: axis.length - 1, share: 0 };
  const [from, to] = [spaced(axis[above - 1] as number), spaced(axis[above] as number)];
  return { low: above - 1, high: above, share: (spaced(value) - from) / (to - from) };
}

/** False alarms of known months, on straight lines between the points of the grid; beyond its ends those of the end. */
function alarmsAt(months: UnchangingMonths, { baseline, seasonYears, judged }: AskedAlarms): HorizonAlarms {
  const axes = {
    mean: between(MEANS, months.mean, (mean) => 1 / Math.sqrt(mean)),
    wander: between(WANDERS, months.wander),
    persistence: between(PERSISTENCES, months.persistence),
    baseline: between(BASELINES, baseline),
    season: between(SEASONS, seasonYears),
  };
  const names = Object.keys(axes) as (keyof typeof axes)[];
  const found = { chance: 0, reach: 0, seven: 0 };
  for (let corner = 0; corner < 2 ** names.length; corner += 1) {
    const node = { mean: 0, wander: 0, persistence: 0, baseline: 0, season: 0 };
    let weight = 1;
    for (const [turn, name] of names.entries()) {
      const { low, high, share } = axes[name];
      const up = ((corner >> turn) & 1) === 1;
      node[name] = up ? high : low;
      weight *= up ? share : 1 - share;
    }
    if (weight === 0) continue;
    const one = judgedFor(nodeNumber(node), judged);
    found.chance += weight * logOdds(one.chance);
    found.reach += weight * one.reach;
    found.seven += weight * one.seven;
  }
  return { ...found, chance: 1 / (1 + Math.exp(-found.chance)) };
}

/** Chances bend least on this scale, near 1 above all: a straight line between two points of the grid would be too low. */
function logOdds(chance: number): number {
  const kept = Math.min(0.9995, Math.max(0.0005, chance));
  return Math.log(kept / (1 - kept));
}

/** A node's false alarms among so many points judged: between two horizons, months go on marking at one pace. */
function judgedFor(node: number, judged: number): HorizonAlarms {
  if (judged === 0) return readAlarms(FIGURES, node, 0);
  const above = Math.max(
    1,
    HORIZONS.findIndex((each) => each >= judged),
  );
  const last = HORIZONS.length - 1;
  const high = judged > (HORIZONS[last] as number) ? last : above;
  const upper = readAlarms(FIGURES, node, high);
  const lower = high > 1 ? readAlarms(FIGURES, node, high - 1) : { ...upper, chance: 0 };
  const [from, to] = [high > 1 ? (HORIZONS[high - 1] as number) : 0, HORIZONS[high] as number];
  const share = (judged - from) / (to - from);
  const within = Math.min(1, share);
  return {
    chance: 1 - (1 - lower.chance) ** (1 - share) * (1 - upper.chance) ** share,
    reach: lower.reach + within * (upper.reach - lower.reach),
    seven: lower.seven + within * (upper.seven - lower.seven),
  };
}

/** Simulates a design that the grid does not reach; designs alike are simulated once. */
function simulated(
  months: UnchangingMonths,
  asked: AskedAlarms,
  remembered: Map<string, HorizonAlarms>,
): HorizonAlarms {
  const { baseline, seasonYears } = asked;
  const alike = {
    mean: months.mean > 100 ? Number.POSITIVE_INFINITY : Math.max(0.5, Number(months.mean.toPrecision(1))),
    wander: Math.max(0.02, Math.round(months.wander * 20) / 20),
    persistence: Math.round(months.persistence * 10) / 10,
  };
  const judged = 12 * Math.ceil(asked.judged / 12);
  const key = [alike.mean, alike.wander, alike.persistence, baseline, seasonYears, judged].join('/');
  const known = remembered.get(key);
  if (known) return known;
  const means = { charts: 1000, random: seededRandom(20_261_122) };
  const [found] = simulateCharts({ baseline, seasonYears }, alike, [judged], means);
  if (found === undefined) throw new InvalidArgument('Nothing was simulated.');
  remembered.set(key, found);
  return found;
}
