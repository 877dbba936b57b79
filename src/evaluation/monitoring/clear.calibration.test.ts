import { describe, expect, test } from 'vitest';
import { BOROUGH_CRIME_HELD } from '../../../test/builders/borough-crime.ts';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { realWorld } from '../../../test/builders/pilots-without-effect.ts';
import { byLot, groupsOf, type Panel, type Placebo, placebosInSpace, rankInterval } from '../../lib/causal/index.ts';
import { holm } from '../../lib/statistics/multiple/index.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import { certaintyOf } from '../words/certainty.ts';

// How often the words of an evaluation call a change clear where nothing was tried, and whether ranges hold an effect that was
// put in: 200 pilots of 13 months in `npm test`, 2,000 with CALIBRATION=all, which writes the rates out.

const PILOTS = CALIBRATION_ALL ? 2_000 : 200;
const JUDGED_OUTCOMES = 5;
const MONTHS = 13;
/** 1 in 20, and four standard errors of a share of so many pilots. */
const MOST = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / PILOTS);

interface Setting {
  name: string;
  size: 1 | 2;
  adjoining: boolean;
}

const SETTINGS: Setting[] = [
  { name: 'single boroughs', size: 1, adjoining: false },
  { name: 'pairs of boroughs', size: 2, adjoining: false },
  { name: 'adjoining pairs among adjoining pairs', size: 2, adjoining: true },
];

/** What one outcome of one pilot comes to; the range is worked out up to a p-value, and holds zero above it. */
function judge(lot: readonly Placebo[], own: number, upTo: number) {
  const treated = lot[own]?.group ?? [];
  const groups = lot.map(({ group }) => group);
  const { twoSided } = byLot(
    groups,
    lot.map(({ standardised }) => standardised),
    own,
  );
  if (twoSided > upTo) return { pValue: twoSided, interval: { low: -1, high: 1, level: 0.95, alpha: 0.05 } };
  const exposed = lot.map((each) => ({
    ...each,
    exposure:
      each.group.filter((unit) => treated.includes(unit)).length / each.group.length -
      treated.reduce((sum, unit) => sum + (each.weights[unit] ?? 0), 0),
  }));
  return { pValue: twoSided, interval: rankInterval(exposed, own) };
}

/** Lots of every outcome for pilots that begin in one month, an effect in logs put into some units. */
function lotsAt(start: number, groups: readonly (readonly number[])[], effect: number, units: readonly number[]) {
  const world = realWorld();
  return world.outcomes.slice(0, JUDGED_OUTCOMES).map((rows) => {
    const values = rows.map((row, unit) =>
      row.slice(0, start + MONTHS).map((value, at) => (at >= start && units.includes(unit) ? value + effect : value)),
    );
    const panel: Panel = { units: world.units, times: (values[0] ?? []).map((_, at) => String(at)), values };
    return placebosInSpace({ panel, start, method: 'did', combine: 'log-mean', groups });
  });
}

const say = (text: string): void => {
  if (CALIBRATION_ALL) process.stdout.write(`${text}\n`);
};

describe.skipIf(!BOROUGH_CRIME_HELD).each(SETTINGS)('$name, nothing tried', ({ name, size, adjoining }) => {
  const world = realWorld();
  const groups = groupsOf([...world.units.keys()], size, adjoining ? world.adjoining : null);

  test('a change is called clear on any of five outcomes in at most 1 in 20', () => {
    const random = seededRandom(20);
    let [clear, alone, one] = [0, 0, 0];
    const starts = 10;
    for (let at = 0; at < starts; at += 1) {
      const lots = lotsAt(36 + 3 * at, groups, 0, []);
      for (let pilot = 0; pilot < PILOTS / starts; pilot += 1) {
        const own = Math.floor(random() * groups.length);
        const found = lots.map((lot) => judge(lot, own, 0.1));
        const adjusted = holm(found.map(({ pValue }) => pValue));
        const said = found.map(({ interval, pValue }, outcome) => {
          expect(interval.low > 0 || interval.high < 0).toBe(pValue <= interval.alpha + 1e-9);
          return certaintyOf({ primary: estimateOf(interval, pValue), adjustedP: adjusted[outcome] ?? null });
        });
        if (said.includes('clear')) clear += 1;
        alone += said.filter((word) => word === 'clear' || word === 'clear alone').length;
        one += said.length;
      }
    }
    say(`${name}: clear on any of five ${clear} of ${PILOTS}, ${((100 * clear) / PILOTS).toFixed(2)} %`);
    say(`${name}: clear alone, each outcome ${alone} of ${one}, ${((100 * alone) / one).toFixed(2)} %`);
    expect(clear / PILOTS).toBeLessThanOrEqual(MOST);
    expect(alone / one).toBeLessThanOrEqual(MOST);
  });
});

/** An estimate as far as its certainty goes. */
function estimateOf(interval: { low: number; high: number; level: number }, pValue: number) {
  return {
    ...({
      method: 'did',
      adjoining: 'kept',
      refused: null,
      percent: 0,
      perMonth: 0,
      total: 0,
      interval,
      pValue,
    } as const),
    ...{ smallestP: pValue, asMuch: null, weights: [], timeWeights: [], preRmspePercent: 1 },
    ...{ medianPreRmspePercent: 1, dualityGap: 0 },
  };
}

describe.skipIf(!BOROUGH_CRIME_HELD)('an effect that was put in', () => {
  const world = realWorld();
  const groups = groupsOf([...world.units.keys()], 2, null);

  test.each(CALIBRATION_ALL ? [1.2, 2] : [2])('of × %f lies in the range as often as it states', (times) => {
    const random = seededRandom(Math.round(10 * times));
    const pilots = PILOTS / JUDGED_OUTCOMES;
    let [missed, called] = [0, 0];
    for (let pilot = 0; pilot < pilots; pilot += 1) {
      const own = Math.floor(random() * groups.length);
      const start = 36 + Math.floor(33 * random());
      for (const lot of lotsAt(start, groups, Math.log(times), groups[own] ?? [])) {
        const { interval, pValue } = judge(lot, own, 1);
        if (Math.log(times) < interval.low || Math.log(times) > interval.high) missed += 1;
        if (pValue <= 0.05) called += 1;
      }
    }
    say(
      `× ${times}: outside the range ${missed} of ${PILOTS}, ${((100 * missed) / PILOTS).toFixed(2)} %; changed ${called}`,
    );
    expect(missed / PILOTS).toBeLessThanOrEqual(MOST);
    if (times === 2) expect(called / PILOTS).toBeGreaterThan(0.8);
  });
});
