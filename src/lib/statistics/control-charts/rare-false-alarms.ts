import { betaQuantile } from '../distributions/index.ts';
import { type Random, seededRandom } from '../random.ts';
import { markSpecialCauses } from './mark-special-causes.ts';
import type { Limits } from './model.ts';
import { gChartLines } from './rare-events.ts';
import { RARE_FIGURES } from './rare-false-alarm-figures.ts';
import { RARE_BASELINE, rareNode, readRare } from './rare-false-alarm-table.ts';
import { DESIGNED_CHANCE } from './simulate-charts.ts';

/** How a chart of numbers between rare events behaves when nothing changes. */
export interface RareFalseAlarms {
  /** Chance of at least one mark among the points judged, 0 to 1. */
  chance: number;
  /** What it may be as well, since the chance of an event is estimated (ends of a range of 95 %), the upper one with surges. */
  atLeast: number;
  atMost: number;
  /** Tail below which a number between events lies outside the wider limits. */
  widerTail: number;
}

/** Such charts of a known chance, as they were simulated. */
export interface RareCharts {
  /** Share with at least one mark, 0 to 1. */
  marked: number;
  /** Tail below which a number between events lies outside the wider limits. */
  widerTail: number;
}

export interface RareDesign {
  /** Chance of an event each time, 0 to 1. */
  chance: number;
  /** Points the lines are taken from. */
  baseline: number;
  /** Times of the baseline and after it, with an event or without. */
  before: number;
  after: number;
}

const CHARTS = 2000;
/** The chance of an event at which most charts are marked: a range may reach over it. */
const MOST_MARKED = 0.5;
/** Share of unchanged charts that may be said to have a surge; the wider limits have the rest of what is designed. */
export const SURGES_CHANCE = DESIGNED_CHANCE / 2;

/**
 * How often charts of numbers between events, with lines from their own baseline, mark something although the chance of an
 * event never changes; by simulation from one seed, time by time up to the last as a chart has them, so that a number that
 * is still growing counts as it does there. Surges are not simulated: at most their share is added to the upper end.
 * @param remembered where what was simulated is kept
 */
export function rareFalseAlarms(design: RareDesign, remembered: Map<string, RareCharts>): RareFalseAlarms {
  const { chance, baseline, before } = design;
  const end = (tail: number) => betaQuantile(tail, baseline, Math.max(1, before - baseline + 1));
  const [low, high] = [end(0.025), end(0.975)];
  const own = simulate(design, chance, remembered);
  const others = [low, ...(low < MOST_MARKED && MOST_MARKED < high ? [MOST_MARKED] : []), high];
  const shares = others.map((each) => simulate(design, each, remembered).marked);
  return {
    chance: own.marked,
    atLeast: Math.min(own.marked, ...shares),
    atMost: Math.max(own.marked, ...shares) + SURGES_CHANCE,
    widerTail: own.widerTail,
  };
}

function simulate({ baseline, after }: RareDesign, chance: number, remembered: Map<string, RareCharts>): RareCharts {
  const node = rareNode(chance, after);
  const key = `${node.level}/${baseline}/${node.after}`;
  const known = remembered.get(key);
  if (known) return known;
  const found =
    baseline === RARE_BASELINE && node.number !== null
      ? readRare(RARE_FIGURES, node.number)
      : simulateRare({ chance: node.chance, baseline, after: node.after }, CHARTS);
  remembered.set(key, found);
  return found;
}

/** Share of charts marked although nothing changed, and the tail of the wider limits, by so many charts from one seed. */
export function simulateRare(design: Omit<RareDesign, 'before'>, number: number): RareCharts {
  const random = seededRandom(20_261_122);
  const charts = Array.from({ length: number }, () => simulateOne(design, random));
  const tails = charts.map(({ tail }) => tail).sort((a, b) => a - b);
  return {
    marked: charts.filter((each) => each.marked).length / number,
    widerTail: tails[Math.floor((DESIGNED_CHANCE - SURGES_CHANCE) * number)] ?? 0,
  };
}

function simulateOne(
  { chance, baseline, after }: Omit<RareDesign, 'before'>,
  random: Random,
): { marked: boolean; tail: number } {
  const values: number[] = [];
  while (values.length < baseline) values.push(geometric(random, chance));
  let left = after;
  let unfinished = false;
  while (left > 0) {
    const without = geometric(random, chance);
    unfinished = without >= left;
    values.push(Math.min(without, left));
    left -= without + 1;
  }
  const { limits, chance: estimated } = gChartLines(values.slice(0, baseline));
  const own = values.length - (unfinished ? 1 : 0) === baseline;
  const judged = values.map((value, at) => {
    if (unfinished && at === values.length - 1) return value > limits.upper;
    return own || at >= baseline;
  });
  const marks = markSpecialCauses(values, new Array<Limits>(values.length).fill(limits));
  return {
    marked: marks.some((mark, at) => mark !== null && judged[at]),
    tail: (1 - estimated) ** Math.max(0, ...values.filter((_, at) => judged[at])),
  };
}

/** How many times nothing happens before something does. */
function geometric(random: Random, chance: number): number {
  return Math.floor(Math.log(1 - random()) / Math.log1p(-chance));
}
