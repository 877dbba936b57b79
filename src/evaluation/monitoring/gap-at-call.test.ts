import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../lib/causal/index.ts';
import { normal, seededRandom } from '../../lib/statistics/random.ts';
import type { LooksAsked } from './model.ts';
import { takeLooks } from './take-looks.ts';

const AREAS = 29;
const GROUPS = groupsOf([...Array(AREAS).keys()], 2, null);
const LOOKS = ['2017-03', '2017-06', '2017-09', '2018-01'] as const;

/** How far each pair of areas moves with an effect in the first two, compared with the mean of all others. */
const EXPOSURES = GROUPS.map((group) => {
  const held = group.filter((unit) => unit < 2).length;
  return held / 2 - (2 - held) / (AREAS - 2);
});

/** Pairs of areas where nothing happened, but for an effect in logs in the first two at the last look. */
function asked(seed: number, effect: number): LooksAsked {
  const random = seededRandom(seed);
  const areas = Array.from({ length: AREAS }, () => LOOKS.map(() => 0.1 * normal(random)));
  const errors = GROUPS.map(() => 0.06 + 0.06 * random());
  const paths = GROUPS.map(([one = 0, other = 0], at) =>
    LOOKS.map((_, look) => {
      const moved = ((areas[one]?.[look] ?? 0) + (areas[other]?.[look] ?? 0)) / 2;
      return (moved + (look === 3 ? effect * (EXPOSURES[at] ?? 0) : 0)) / (errors[at] ?? 1);
    }),
  );
  return {
    ...{ looks: LOOKS, fractions: [3 / 13, 6 / 13, 9 / 13, 1], role: 'primary', polarity: 'more is worse' },
    ...{ paths, groups: GROUPS, own: 0, elsewhere: [] },
    slopes: GROUPS.map((_, at) => LOOKS.map(() => (EXPOSURES[at] ?? 0) / (errors[at] ?? 1))),
    estimates: LOOKS.map((_, look) => (paths[0]?.[look] ?? 0) * (errors[0] ?? 1)),
    preRmspes: LOOKS.map(() => errors[0] ?? 1),
    percentOf: (gap) => 100 * Math.expm1(gap),
    intervals: [],
    ...{ rates: { harm: 0.01, benefit: 0.01 }, minimumEffectPercent: 10, meetWithinDays: 14, seed: 1 },
  };
}

const lastOf = (seed: number, effect: number) => takeLooks(asked(seed, effect)).looks.at(-1);
/** The effect that makes the gap of the last look so many per cent. */
const effectFor = (seed: number, percent: number) =>
  Math.log1p(percent / 100) - Math.log1p((lastOf(seed, 0)?.percent ?? 0) / 100);

describe('the gap at which a pair is called, all that moves with it moved along', () => {
  test.each([1, 2, 3, 4, 5])('a point beyond it is called and a point short of it is not: figures %i', (seed) => {
    const { harmAt, benefitAt } = lastOf(seed, 0) ?? {};
    if (harmAt == null || benefitAt == null) throw new Error('the last look has both boundaries');
    expect(lastOf(seed, effectFor(seed, harmAt + 1))?.state).toBe('harm boundary crossed');
    expect(lastOf(seed, effectFor(seed, harmAt - 1))?.state).toBe('cannot tell');
    expect(lastOf(seed, effectFor(seed, benefitAt - 1))?.state).toBe('benefit shown');
    expect(lastOf(seed, effectFor(seed, benefitAt + 1))?.state).toBe('cannot tell');
  });

  test.each([1, 2, 3])('it is the same gap from wherever it is looked at: figures %i', (seed) => {
    const { harmAt } = lastOf(seed, 0) ?? {};
    for (const percent of [-20, 10, 100, 10_000])
      expect(lastOf(seed, effectFor(seed, percent))?.harmAt).toBeCloseTo(harmAt ?? Number.NaN, 6);
  });

  test('a rise is called however large it is', () => {
    for (const times of [2, 5, 20, 100]) expect(lastOf(1, Math.log(times))?.state).toBe('harm boundary crossed');
    for (const times of [2, 5, 20, 100]) expect(lastOf(1, -Math.log(times))?.state).toBe('benefit shown');
  });
});
