import { describe, expect, it } from 'vitest';
import { boroughSeries, HAS_BOROUGH_SERIES } from '../../../test/builders/borough-series.ts';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { shippedAdjacency } from '../../geography/shipped-adjacency.ts';
import { groupsOf } from '../../lib/causal/index.ts';
import { type Random, seededRandom } from '../../lib/statistics/random.ts';
import { bordersAmong } from '../panel/borders-among.ts';
import { testDisplacement } from './test-displacement.ts';

/** Pilots that nobody ran, on what boroughs really recorded; what 2,000 gave is written in docs/methods/pathfinder-2017.md. */
const PILOTS = CALIBRATION_ALL ? 2_000 : 200;
/** Boroughs of the pathfinder, in which something was done in 2017. */
const PATHFINDER = ['E09000002', 'E09000007', 'E09000016', 'E09000019', 'E09000026'];
const MONTHS = 12;

const OUTCOMES = {
  robbery: (major: string) => major === 'ROBBERY',
  burglary: (major: string) => major === 'BURGLARY',
  'vehicle-offences': (major: string) => major === 'VEHICLE OFFENCES',
  'theft-from-the-person': (_: string, minor: string) => minor.startsWith('THEFT FROM THE PERSON'),
};

/** One connected group of one to three boroughs, a start and an outcome, each by lot. */
function drawnPilot(random: Random, series: ReturnType<typeof boroughSeries>, measure: string) {
  const left = series.units.flatMap((code, at) => (PATHFINDER.includes(code) ? [] : [at]));
  const borders = shippedAdjacency('boroughs-2022')?.pairs ?? [];
  const groups = groupsOf(left, 1 + Math.floor(3 * random()), bordersAmong(series.units, borders));
  const group = groups[Math.floor(groups.length * random())] ?? [];
  const order = [...group, ...left.filter((at) => !group.includes(at))];
  // Before the pathfinder, and before the months of 2020 that were like no others.
  const from = Math.floor((series.times.indexOf('2017-01') - 2 * MONTHS) * random());
  const span = (values: readonly number[]) => values.slice(from, from + 2 * MONTHS);
  const units = order.map((at) => series.units[at] ?? '');
  return {
    ...{ group: 'nobody', measure, title: measure, borders, areas: [], seed: 1 },
    panel: {
      panel: { units, times: span(series.counts[0] ?? []).map(String), values: [] },
      ...{ treated: group.length, start: MONTHS, counts: order.map((at) => span(series.counts[at] ?? [])) },
    },
  };
}

const leavesOutZero = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;

/** What was found of pilots that nobody ran, of all outcomes alike. */
function foundWhereNothingWasDone() {
  const random = seededRandom(8);
  return Object.entries(OUTCOMES).flatMap(([measure, matches]) => {
    const series = boroughSeries(matches);
    return Array.from({ length: PILOTS / 4 }, () => testDisplacement(drawnPilot(random, series, measure)) ?? []).flat();
  });
}

describe.skipIf(!HAS_BOROUGH_SERIES)('displacement where nothing was done', () => {
  it('is called as seldom as it says, and far too often by chance alone', { timeout: 120_000 }, () => {
    const found = foundWhereNothingWasDone();
    const share = (called: number) => called / found.length;
    const together = share(found.filter(({ interval }) => leavesOutZero(interval)).length);
    const nearby = share(found.filter((each) => leavesOutZero(each.nearby.interval)).length);
    const published = share(found.filter((each) => leavesOutZero(each.published)).length);
    const stated = share(found.reduce((sum, { interval }) => sum + 1 - interval.level, 0));
    if (CALIBRATION_ALL)
      process.stdout.write(`displacement: ${JSON.stringify({ together, nearby, stated, published })}\n`);
    const slack = 3 * Math.sqrt((0.05 * 0.95) / found.length);
    expect(found.length).toBeGreaterThan(0.95 * PILOTS);
    expect(stated).toBeLessThanOrEqual(0.05);
    for (const called of [together, nearby]) {
      expect(Math.abs(called - stated)).toBeLessThanOrEqual(slack);
    }
    expect(published).toBeGreaterThan(0.5);
  });
});
