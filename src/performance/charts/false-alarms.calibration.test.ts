import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { figuresOfIslington } from '../../../test/builders/figures-of-islington.ts';
import { addMonths } from '../../lib/calendar/month.ts';
import { normal, poisson, type Random, seededRandom } from '../../lib/statistics/random.ts';
import { controlChart, NO_SETTINGS } from './control-chart.ts';
import type { RememberedAlarms } from './making.ts';
import type { ControlChart } from './model.ts';

/** 10,000 charts of 100 kinds of place with CALIBRATION=all; 240 of 60 otherwise. */

const PLACES = CALIBRATION_ALL ? 100 : 60;
const CHARTS_A_PLACE = CALIBRATION_ALL ? 100 : 4;
/** None that the method was tuned on. */
const SEED = 90_211;

const FIRST_MONTH = '2002-04';
const REMEMBERED: RememberedAlarms = { singles: new Map(), rare: new Map() };

/** A place whose months never change, drawn anew for each: nothing here is what the simulations behind a chart were made with. */
interface Place {
  /** Whether its level is lognormal, as those simulations take it, or gamma. */
  level: 'lognormal' | 'gamma';
  mean: number;
  wander: number;
  persistence: number;
  swing: number;
  baseline: 24 | 36;
  judged: number;
  /** Months held before the baseline. */
  earlier: number;
}

function drawPlace(random: Random, at: number): Place {
  const within = (low: number, high: number) => low + (high - low) * random();
  return {
    level: at % 2 === 0 ? 'lognormal' : 'gamma',
    mean: Math.exp(within(Math.log(6), Math.log(150))),
    wander: within(0.1, 0.3),
    persistence: within(0, 0.7),
    swing: within(0.1, 0.4),
    baseline: Math.floor(at / 2) % 2 === 0 ? 24 : 36,
    judged: [12, 36, 60][Math.floor(at / 4) % 3] ?? 12,
    // A quarter of them begins with the baseline.
    earlier: Math.floor(at / 12) % 4 === 3 ? 0 : 96,
  };
}

function monthsOf({ level, mean, wander, persistence, swing, baseline, judged, earlier }: Place, random: Random) {
  let drawn = normal(random);
  const peak = 12 * random();
  return Array.from({ length: earlier + baseline + judged }, (_, at) => {
    if (at > 0) drawn = persistence * drawn + Math.sqrt(1 - persistence ** 2) * normal(random);
    const usual = mean * (1 + swing * Math.cos((2 * Math.PI * (at - peak)) / 12));
    // Wilson and Hilferty's gamma, to within a hundredth at these shapes.
    const gamma = Math.max(0, 1 - wander ** 2 / 9 + (wander * drawn) / 3) ** 3;
    return poisson(random, usual * (level === 'gamma' ? gamma : Math.exp(wander * drawn - wander ** 2 / 2)));
  });
}

function draw(place: Place, values: number[]): ControlChart {
  const from = addMonths(FIRST_MONTH, place.earlier);
  const held = { from, to: addMonths(from, place.baseline - 1), reason: 'Asked.' };
  const settings = { ...NO_SETTINGS, from, heldLimits: place.baseline === 36 ? [held] : [] };
  const figures = figuresOfIslington(values, { firstMonth: FIRST_MONTH });
  const chart = controlChart(figures, settings, { remembered: REMEMBERED });
  if (chart?.falseAlarms == null) throw new Error('Nothing was judged.');
  return chart;
}

interface Seen {
  place: Place;
  stated: number;
  marked: number;
  clear: number;
  /** Whether the range stated holds the share of this place's charts that were marked, give or take two errors of it. */
  held: boolean;
}

function seenAt(place: Place, random: Random): Seen[] {
  const charts = Array.from({ length: CHARTS_A_PLACE }, () => draw(place, monthsOf(place, random)));
  const marked = charts.map(({ points }) => (points.some(({ mark }) => mark !== null) ? 1 : 0));
  const share = mean(marked);
  const error = Math.sqrt(Math.max(0.25 / CHARTS_A_PLACE, share * (1 - share)) / CHARTS_A_PLACE);
  return charts.map(({ points, falseAlarms }, at) => ({
    place,
    stated: falseAlarms?.chart ?? 0,
    marked: marked[at] ?? 0,
    clear: points.some(({ clear }) => clear) ? 1 : 0,
    held: share >= (falseAlarms?.atLeast ?? 1) - 2 * error && share <= (falseAlarms?.atMost ?? 0) + 2 * error,
  }));
}

it('charts state how often they mark something by mistake, and their wider limits hold what they are designed for', () => {
  const random = seededRandom(SEED);
  const seen = Array.from({ length: PLACES }, (_, at) => seenAt(drawPlace(random, at), random)).flat();
  const groups: [string, (place: Place) => boolean][] = [
    ['all', () => true],
    ['earlier months held', ({ earlier }) => earlier > 0],
    ['none held before the baseline', ({ earlier }) => earlier === 0],
    ...[24, 36].map((each): [string, (place: Place) => boolean] => [`baseline ${each}`, (p) => p.baseline === each]),
    ...[12, 36, 60].map((each): [string, (place: Place) => boolean] => [`judged ${each}`, (p) => p.judged === each]),
    ['lognormal', ({ level }) => level === 'lognormal'],
    ['gamma', ({ level }) => level === 'gamma'],
    ['mean below 30', (p) => p.mean < 30],
    ['mean 30 and more', (p) => p.mean >= 30],
    ['persistence below 0.35', ({ persistence }) => persistence < 0.35],
    ['persistence 0.35 and more', ({ persistence }) => persistence >= 0.35],
  ];
  for (const [name, belongs] of CALIBRATION_ALL ? groups : groups.slice(0, 1)) {
    const group = seen.filter(({ place }) => belongs(place));
    const [gap, error] = [mean(group.map(gapOf)), errorOf(group.map(gapOf))];
    const clear = mean(group.map((each) => each.clear));
    if (CALIBRATION_ALL) {
      const cells = [
        mean(group.map(({ stated }) => stated)),
        mean(group.map(({ marked }) => marked)),
        3 * error,
        clear,
      ];
      const held = mean(group.map((each) => (each.held ? 1 : 0)));
      process.stdout.write(
        `| ${name} | ${group.length} | ${[...cells, held].map((cell) => cell.toFixed(3)).join(' | ')} |\n`,
      );
    }
    // Fixed before any of these charts was drawn: three standard errors of the simulation, one-sided for "at most".
    expect.soft(Math.abs(gap), name).toBeLessThanOrEqual(3 * error);
    expect.soft(clear, name).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / group.length));
  }
}, 600_000);

function gapOf({ stated, marked }: Seen): number {
  return stated - marked;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function errorOf(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0)) / values.length;
}
