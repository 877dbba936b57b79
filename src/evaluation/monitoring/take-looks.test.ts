import { describe, expect, test } from 'vitest';
import type { State } from '../model.ts';
import type { LooksAsked } from './model.ts';
import { overallState } from './overall-state.ts';
import { rateShares } from './rate-shares.ts';
import { takeLooks } from './take-looks.ts';

const MONTHS = ['2017-03', '2017-06', '2017-09', '2018-01'] as const;
const FRACTIONS = [3 / 13, 6 / 13, 9 / 13, 1];

/** 399 other groups, evenly spread from −1.99 to 1.99 at every look; one unit is a tenth on the log scale. */
const OTHERS = Array.from({ length: 399 }, (_, group) => MONTHS.map(() => (group - 199) / 100));

const asked = (own: readonly number[], changes: Partial<LooksAsked> = {}): LooksAsked => {
  const all = askedOf(own, changes);
  // Single areas, none of which is compared with another.
  const slopes = all.paths.map((path, at) => path.map(() => (at === all.own ? 10 : 0)));
  return { ...all, groups: changes.groups ?? all.paths.map((_, at) => [at]), slopes: changes.slopes ?? slopes };
};

const askedOf = (own: readonly number[], changes: Partial<LooksAsked>): Omit<LooksAsked, 'groups' | 'slopes'> => ({
  looks: MONTHS.slice(0, own.length),
  fractions: FRACTIONS,
  role: 'primary',
  polarity: 'more is worse',
  paths: [own, ...OTHERS.map((path) => path.slice(0, own.length))],
  own: 0,
  elsewhere: OTHERS.slice(0, 100).map((path) => path.slice(0, own.length)),
  estimates: own.map((value) => value / 10),
  preRmspes: own.map(() => 0.1),
  percentOf: (effect) => 100 * (Math.exp(effect) - 1),
  intervals: own.map((value) => ({ low: 10 * value - 15, high: 10 * value + 15 })),
  rates: { harm: 0.01, benefit: 0.02 },
  minimumEffectPercent: 10,
  meetWithinDays: 14,
  seed: 1,
  ...changes,
});

const HARM: State = 'harm boundary crossed';
const BENEFIT: State = 'benefit shown';

describe('the state at each look', () => {
  test.each<[string, LooksAsked, State[]]>([
    ['goes on while no boundary is crossed', asked([0, 0.1]), ['continue', 'continue']],
    ['cannot tell at the last look', asked([0, 0, 0, 0]), ['continue', 'continue', 'continue', 'cannot tell']],
    ['stays beyond the boundary of harm', asked([0, 2.5, 2.5]), ['continue', HARM, HARM]],
    ['stays called when it comes back', asked([2.5, 0.1]), [HARM, HARM]],
    ['calls benefit late, not early', asked([-2.5, -2.5, -2.5, -2.5]), ['continue', 'continue', BENEFIT, BENEFIT]],
    ['keeps benefit that was shown', asked([0, 0, -2.5, 0.1]), ['continue', 'continue', BENEFIT, BENEFIT]],
    ['lets harm win over benefit shown before', asked([0, 0, -2.5, 2.5]), ['continue', 'continue', BENEFIT, HARM]],
    ['cannot tell, for a while, when what is sought is not plausible', asked([0.9, 0.1]), ['cannot tell', 'continue']],
    [
      'looks for no benefit in a guard',
      asked([0, 0, 0, -2.5], { rates: { harm: 0.01, benefit: 0 } }),
      ['continue', 'continue', 'continue', 'cannot tell'],
    ],
    [
      'sets no boundary for context',
      asked([2.5, 2.5], { role: 'context', rates: { harm: 0, benefit: 0 } }),
      ['continue', 'continue'],
    ],
    ['turns round where more is better', asked([0, -2.5], { polarity: 'more is better' }), ['continue', HARM]],
    [
      'cannot call without areas or a model',
      asked([9, 9], { paths: [[9, 9], ...OTHERS.slice(0, 27)], intervals: [] }),
      ['continue', 'continue'],
    ],
  ])('%s', (_, each, states) => {
    const { looks, state } = takeLooks(each);
    expect(looks.map((look) => look.state)).toEqual(states);
    expect(state).toBe(states.at(-1));
  });
});

test('says at what gap harm and benefit are called, and that a gap beyond calls it', () => {
  const [first, , , last] = takeLooks(asked([0, 0, 0, 0])).looks;
  // Four of 400 are called in all, one of them by the first look: it must have gone farther than all others.
  expect(first?.harmAt).toBeCloseTo(100 * (Math.exp(0.199) - 1), 9);
  expect(first?.benefitAt).toBeNull();
  expect(last?.harmAt).toBeGreaterThan(20);
  expect(last?.benefitAt).toBeLessThan(-15);
  const line = Math.log(1 + (first?.harmAt ?? 0) / 100) * 10;
  expect(takeLooks(asked([line + 0.001])).state).toBe(HARM);
  expect(takeLooks(asked([line - 0.001], { intervals: [] })).state).toBe('continue');
});

test('counts the groups without a treated area that went as far the same way', () => {
  // Of 100 groups from −1.99 to −1.00, those at −1.90 and below.
  expect(takeLooks(asked([-1.9])).looks[0]?.asMuch).toEqual({ moved: 10, of: 100 });
  expect(takeLooks(asked([1.9])).looks[0]?.asMuch).toEqual({ moved: 0, of: 100 });
});

test('an earlier look comes to the same when later ones are taken', () => {
  const pooled = { paths: OTHERS.map((path) => path.map((value, look) => value / (look + 1))), areas: 28 };
  for (const changes of [{}, { pooled, paths: undefined }]) {
    const of = (own: number[]) => {
      const all = asked(own);
      const cut = { ...pooled, paths: pooled.paths.map((path) => path.slice(0, own.length)) };
      return takeLooks('pooled' in changes ? { ...all, pooled: () => cut, paths: all.paths.slice(0, 28) } : all).looks;
    };
    expect(of([0.2, 0.3, 0.4, 0.5]).slice(0, 2)).toEqual(of([0.2, 0.3]));
  }
});

test('where areas are too few, the boundary is a model and is called one', () => {
  const pooled = () => ({ paths: OTHERS, areas: 28 });
  const [look] = takeLooks(asked([0, 0, 0, 0], { paths: [[0, 0, 0, 0], ...OTHERS.slice(0, 27)], pooled })).looks;
  expect(look?.rateFrom).toBe('model');
  expect(look?.harmAt).toBeGreaterThan(20);
  expect(look?.because).toContain('by a model');
});

describe('words', () => {
  const cases: [string, LooksAsked, string][] = [
    ['continue', asked([0.5]), 'Neither boundary is crossed: 5% more so far; harm is called beyond 22% more.'],
    [
      'harm',
      asked([2.5]),
      '28% more, beyond the 22% more at which harm is called: the signatories meet within 14 days.',
    ],
    ['still', asked([2.5, 2.5]), 'Still beyond the boundary: 28% more; first crossed at the look of March 2017.'],
    ['back', asked([2.5, 0.5]), 'Crossed at the look of March 2017, and what is called stays called; now 5% more.'],
    [
      'benefit',
      asked([0, 0, 0, -2.5]),
      '22% fewer, beyond the 17% fewer at which benefit is called; this does not show what caused it.',
    ],
    [
      'futile',
      asked([0.9]),
      'An improvement of 10%, the least worth having, is no longer plausible: anything from 6% fewer to 24% more remains plausible.',
    ],
    [
      'last',
      asked([0, 0, 0, 0.5]),
      'The last look, and neither boundary is crossed: 5% more, and anything from 10% fewer to 20% more remains plausible.',
    ],
    [
      'context',
      asked([0.5], { role: 'context', rates: { harm: 0, benefit: 0 } }),
      'Shown for context: no boundary is set for it.',
    ],
  ];
  test.each(cases)('%s', (_, each, sentence) => {
    expect(takeLooks(each).because).toBe(sentence);
  });

  test('never say that there is no effect, and are one sentence each', () => {
    for (const [, each] of cases)
      for (const { because } of takeLooks(each).looks) {
        expect(because).not.toMatch(/no (effect|change|difference)|significant|stable/i);
        expect(because).toMatch(/^[^.]*\.$/);
      }
  });
});

test.each<[State[], State]>([
  [['continue', 'benefit shown', HARM], HARM],
  [['continue', 'cannot tell', BENEFIT], BENEFIT],
  [['cannot tell', 'continue'], 'continue'],
  [['cannot tell', 'cannot tell'], 'cannot tell'],
  [[], 'cannot tell'],
])('%j come to %s', (states, whole) => {
  expect(overallState(states.map((state) => ({ role: 'guard', state })))).toBe(whole);
});

test('context does not count', () => {
  expect(
    overallState([
      { role: 'context', state: HARM },
      { role: 'primary', state: 'continue' },
    ]),
  ).toBe('continue');
});

test('rates are split over outcomes and treated groups', () => {
  const outcome = { measure: 'm', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 } as const;
  const group = { name: 'g', areas: ['a'], start: '2017-01', transitionMonths: 0 } as const;
  const shares = rateShares({
    outcomes: (['primary', 'primary', 'guard', 'context'] as const).map((role) => ({ ...outcome, role })),
    treated: [group, group],
    stopRule: { harmRate: 0.06, benefitRate: 0.05, meetWithinDays: 14 },
  });
  expect(shares.harm).toBeCloseTo(0.01, 12);
  expect(shares.benefit).toBeCloseTo(0.0125, 12);
});
