import { describe, expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { normal, type Random, seededRandom } from '../../statistics/random.ts';
import { groupsOf } from '../groups-of.ts';
import type { Comparison } from '../model.ts';
import { placebosInSpace } from '../placebos-in-space.ts';
import { byLot } from './by-lot.ts';
import { conformalP, conformalPOfTimes } from './conformal.ts';
import { rankInterval } from './rank-interval.ts';

const DRAWS = CALIBRATION_ALL ? 2000 : 200;
/** Four standard errors of a share of so many draws: a right share lies farther off once in 16,000 times. */
const within = (share: number) => 4 * Math.sqrt((share * (1 - share)) / DRAWS);

/** A path shared by all, each unit with its own part in it, its own noise and, where it is not 0, memory of its last error. */
function units(random: Random, count: number, times: number, memory: number): number[][] {
  const path = Array.from({ length: times }, () => normal(random));
  return Array.from({ length: count }, () => {
    const [part, noise] = [0.5 + random(), 0.2 + random()];
    let error = normal(random);
    return path.map((value) => {
      error = memory * error + Math.sqrt(1 - memory ** 2) * normal(random);
      return part * value + noise * error;
    });
  });
}

function shareOfDraws(rejects: (random: Random) => boolean): number {
  const random = seededRandom(2017);
  let rejected = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) if (rejects(random)) rejected += 1;
  return rejected / DRAWS;
}

describe('when nothing changed', () => {
  const NOTHING = { alpha: 0.1, times: 25, start: 19 };

  const comparison = (random: Random, memory: number): Comparison => {
    const [treated, ...donors] = units(random, 9, NOTHING.times, memory);
    return { treated: treated ?? [], donors, start: NOTHING.start, treatedUnits: 1 };
  };

  it.each(['did', 'sc', 'difp'] as const)(
    'blocks of months reject as often as they say, predicted by %s',
    (predictor) => {
      const share = shareOfDraws((random) => conformalP(comparison(random, 0), { predictor }) <= NOTHING.alpha);
      // p is a multiple of 1/25: at most 0.1 for two blocks of 25.
      expect(Math.abs(share - 2 / 25)).toBeLessThan(within(2 / 25));
    },
  );

  it('choices of months reject as often as they say where months are independent', () => {
    const share = shareOfDraws(
      (random) => conformalPOfTimes(comparison(random, 0), { predictor: 'sc' }, random, 99) <= NOTHING.alpha,
    );
    expect(Math.abs(share - NOTHING.alpha)).toBeLessThan(within(NOTHING.alpha));
  });

  it('blocks of months hold where months remember the last one, and choices of months do not', () => {
    const blocks = shareOfDraws((random) => conformalP(comparison(random, 0.8), { predictor: 'sc' }) <= NOTHING.alpha);
    const choices = shareOfDraws(
      (random) => conformalPOfTimes(comparison(random, 0.8), { predictor: 'sc' }, random, 99) <= NOTHING.alpha,
    );
    expect(blocks).toBeLessThan(0.1 + within(0.1));
    expect(choices).toBeGreaterThan(blocks);
  });
});

describe('pairs drawn by lot from areas of which one is odd', () => {
  const AREAS = 9;
  const start = 12;
  const groups = groupsOf([...Array(AREAS).keys()], 2, null);

  /** Figures in which one area leaves the others, a pair drawn by lot and a true effect in its areas. */
  function drawn(random: Random, effect: number) {
    const values = units(random, AREAS, 20, 0.5);
    const odd = Math.floor(random() * AREAS);
    values[odd] = (values[odd] ?? []).map((value, t) => (t < start ? value : value + 3));
    const own = Math.floor(random() * groups.length);
    const treated = groups[own] ?? [];
    const changed = values.map((row, unit) =>
      treated.includes(unit) ? row.map((value, t) => (t < start ? value : value + effect)) : row,
    );
    const names = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);
    const panel = { units: names(AREAS), times: names(20), values: changed };
    const lot = placebosInSpace({ panel, start, method: 'did', groups, combine: 'mean' });
    return { own, treated, lot };
  }

  it('have p ≤ α as often as stated', () => {
    const share = shareOfDraws((random) => {
      const { own, lot } = drawn(random, 0);
      return (
        byLot(
          groups,
          lot.map(({ standardised }) => standardised),
          own,
        ).twoSided <= 0.1
      );
    });
    expect(Math.abs(share - Math.floor(0.1 * groups.length) / groups.length)).toBeLessThan(within(0.1));
  });

  it('would have it far more often if ranked among pairs that share no area with them', () => {
    const share = shareOfDraws((random) => {
      const { own, treated, lot } = drawn(random, 0);
      const apart = lot.filter(({ group }, at) => at === own || !group.some((area) => treated.includes(area)));
      const place = apart.findIndex(({ group }) => group === lot[own]?.group);
      return (
        byLot(
          apart.map((_, at) => [at]),
          apart.map(({ standardised }) => standardised),
          place,
        ).twoSided <= 0.1
      );
    });
    expect(share).toBeGreaterThan(0.1 + within(0.1));
  });

  it('have the true effect within their interval as often as it states', () => {
    const EFFECT = 1.3;
    let level = 0;
    const missed = shareOfDraws((random) => {
      const { own, treated, lot } = drawn(random, EFFECT);
      const exposed = lot.map((each) => {
        const held = each.group.filter((area) => treated.includes(area)).length;
        // Difference in differences: what the group holds of the pair, less what its even comparison holds.
        return { ...each, exposure: held / 2 - (2 - held) / (AREAS - 2) };
      });
      const interval = rankInterval(exposed, own, 0.9);
      level = interval.level;
      return !(interval.low <= EFFECT && EFFECT <= interval.high);
    });
    expect(Math.abs(missed - (1 - level))).toBeLessThan(within(1 - level));
  });
});
