import { type Random, seededRandom } from '../random.ts';
import { markSpecialCauses } from './mark-special-causes.ts';
import type { Limits } from './model.ts';
import { gChartLines } from './rare-events.ts';
import { DESIGNED_CHANCE } from './simulate-charts.ts';

/** How a chart of numbers between rare events behaves when nothing changes. */
export interface RareFalseAlarms {
  /** Chance of at least one mark among the points judged, 0 to 1. */
  chance: number;
  /** Tail below which a number between events lies outside the wider limits. */
  widerTail: number;
}

export interface RareDesign {
  /** Chance of an event each time, 0 to 1. */
  chance: number;
  /** Points the lines are taken from. */
  baseline: number;
  /** Points judged after them; 0: those of the baseline are judged themselves. */
  judged: number;
}

const CHARTS = 2000;

/**
 * How often charts of geometric numbers with their lines from their own baseline mark something although the chance of an
 * event never changes; by simulation from one seed. Designs alike to a twentieth in their chance and a dozen points judged are simulated once.
 * @param remembered where what was simulated is kept
 */
export function rareFalseAlarms(design: RareDesign, remembered: Map<string, RareFalseAlarms>): RareFalseAlarms {
  const chance = Math.min(0.95, Math.max(0.05, Math.round(design.chance * 20) / 20));
  // The rate is said in hundredths: a dozen points more or fewer hardly change it.
  const judged = 12 * Math.ceil(design.judged / 12);
  const key = `${chance}/${design.baseline}/${judged}`;
  const known = remembered.get(key);
  if (known) return known;
  const random = seededRandom(20_261_122);
  let marked = 0;
  const tails: number[] = [];
  for (let chart = 0; chart < CHARTS; chart += 1) {
    const values = Array.from({ length: design.baseline + judged }, () => geometric(random, chance));
    const lines = gChartLines(values.slice(0, design.baseline));
    const from = judged === 0 ? 0 : design.baseline;
    const marks = markSpecialCauses(values, new Array<Limits>(values.length).fill(lines.limits));
    if (marks.slice(from).some((mark) => mark !== null)) marked += 1;
    tails.push((1 - lines.chance) ** Math.max(...values.slice(from)));
  }
  tails.sort((a, b) => a - b);
  const found = { chance: marked / CHARTS, widerTail: tails[Math.floor(DESIGNED_CHANCE * CHARTS)] ?? 0 };
  remembered.set(key, found);
  return found;
}

/** How many times nothing happens before something does. */
function geometric(random: Random, chance: number): number {
  return Math.floor(Math.log(1 - random()) / Math.log1p(-chance));
}
