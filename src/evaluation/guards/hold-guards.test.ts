import { expect, test } from 'vitest';
import { addMonths, type Month, monthRange } from '../../lib/calendar/month.ts';
import { normal, seededRandom } from '../../lib/statistics/random.ts';
import type { AreaFigures } from '../panel/model.ts';
import { chanceBeyond, changeByLot } from './change-by-lot.ts';
import { type GuardQuestion, holdGuards } from './hold-guards.ts';
import { judgeGuard } from './judge-guard.ts';

const START: Month = '2017-01';
const DONORS = Array.from({ length: 27 }, (_, at) => `E0900${String(at + 100)}`);
const AREAS = [{ code: 'E09000007', name: 'Camden' }, ...DONORS.map((code) => ({ code, name: code }))];

const CAMDEN = { name: 'Camden', areas: ['E09000007'], start: START, transitionMonths: 0 };

/** Every area's share answered for, by quarter: the treated area falls by `fall` points after the start. */
function survey(fall: number, donors: readonly string[] = DONORS): AreaFigures[] {
  return ['E09000007', ...donors].map((area, at) => ({
    ...{ measure: 'survey-good-job', area, firstMonth: '2015-03' as const },
    values: monthRange('2015-03', '2017-12').map((month) => {
      if (Number(month.slice(5)) % 3 !== 0) return null;
      const ripple = 0.004 * Math.sin(at * 2.1 + Number(month.slice(5)));
      return 0.6 + 0.01 * (at % 5) + ripple - (at === 0 && month >= START ? fall / 100 : 0);
    }),
  }));
}

function ask(changes: Partial<GuardQuestion> & { margin?: number; measure?: string } = {}) {
  const { margin = 3, measure = 'survey-good-job', ...others } = changes;
  return holdGuards({
    charter: { noDetriment: [{ measure, margin }], preFrom: '2015-01', end: '2017-12', treated: [CAMDEN] },
    group: CAMDEN,
    ...{ areas: AREAS, donors: DONORS, figures: survey(0), until: null },
    ...others,
  });
}

test('holds where all of the range is within the margin', () => {
  const [guard] = ask();
  expect(guard).toMatchObject({ state: 'held', areaName: 'Camden' });
  expect(guard?.interval?.level).toBeCloseTo(26 / 28, 10);
  expect(guard?.because).toContain('within the margin of 3 points');
});

test('is worse where all of the range is beyond the margin, and cannot tell where it lies across', () => {
  expect(ask({ figures: survey(8) })[0]).toMatchObject({ state: 'worse' });
  expect(ask({ figures: survey(8) })[0]?.change).toBeCloseTo(-8, 0);
  const [across] = ask({ figures: survey(3) });
  expect(across?.state).toBe('cannot tell');
  expect(across?.because).toContain('we cannot tell whether');
});

test.each([
  [{ low: -2, high: 9 }, 'more is better', 'held'],
  [{ low: -3, high: 9 }, 'more is better', 'cannot tell'],
  [{ low: -9, high: -3.1 }, 'more is better', 'worse'],
  [{ low: -9, high: 2 }, 'more is worse', 'held'],
  [{ low: -9, high: 3 }, 'more is worse', 'cannot tell'],
  [{ low: 3.1, high: 9 }, 'more is worse', 'worse'],
] as const)('judges %o where %s as %s by a margin of 3', (ends, polarity, state) => {
  const interval = { ...ends, level: 0.9 };
  expect(judgeGuard({ interval, margin: 3, polarity, chance: 0.05, guards: 1 }).state).toBe(state);
});

test('says held or worse only where chance would say so in at most 1 of 20, and worse only of all guards together', () => {
  const held = {
    interval: { low: -2, high: 9, level: 0.9 },
    margin: 3,
    polarity: 'more is better',
    chance: 1,
  } as const;
  const worse = { ...held, interval: { low: -9, high: -4, level: 0.9 }, chance: 0.025, guards: 2 };
  expect(judgeGuard({ ...held, guards: 99 }).state).toBe('held');
  const lower = { ...held.interval, level: 0.89 };
  expect(judgeGuard({ ...held, guards: 1, interval: lower }).unsure).toBe('too few areas');
  expect(judgeGuard(worse).state).toBe('worse');
  expect(judgeGuard({ ...worse, guards: 3 }).unsure).toBe('among so many guards');
});

test('of several services watched, 27 areas cannot show that one is worse, and it is said', () => {
  const both = { name: 'Both', areas: ['E09000007', 'E09000100'], start: START, transitionMonths: 0 };
  const charter = {
    noDetriment: [{ measure: 'survey-good-job', margin: 3 }],
    preFrom: '2015-01',
    end: '2017-12',
  } as const;
  const figures = survey(8);
  expect(ask({ figures, charter: { ...charter, treated: [CAMDEN] } })[0]?.state).toBe('worse');
  const [guard] = ask({ figures, group: both, charter: { ...charter, treated: [both] }, donors: DONORS.slice(1) });
  expect(guard?.state).toBe('cannot tell');
  expect(guard?.because).toContain(
    'by itself all of that is beyond the margin of 3 points; but two services are watched',
  );
});

test('an area whose service did not change is called worse in at most 1 of 20, among all guards', () => {
  const random = seededRandom(6);
  let called = 0;
  const draws = 4_000;
  for (let at = 0; at < draws; at += 1) {
    // Three services in one area, which move together, just at their margin.
    const common = Array.from({ length: 60 }, () => normal(random));
    const any = [0, 1, 2].some(() => {
      const changes = common.map((each) => each + 0.3 * normal(random));
      const [own, others] = [(changes[0] ?? 0) - 1, changes.slice(1)];
      const found = changeByLot(own, others);
      const chance = chanceBeyond(own, others, { margin: 1, worse: -1 });
      return (
        found !== null &&
        judgeGuard({ interval: found.interval, margin: 1, polarity: 'more is better', chance, guards: 3 }).state ===
          'worse'
      );
    });
    if (any) called += 1;
  }
  expect(called / draws).toBeGreaterThan(0.01);
  expect(called / draws).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / draws));
});

test('names the file that would bring what is not held', () => {
  const [none] = ask({ figures: [] });
  expect(none).toMatchObject({ state: 'no figures', change: null, interval: null });
  expect(none?.because).toContain('PAS_Dashboard_Borough.csv');
  expect(ask({ measure: 'response-i-within-15-minutes' })[0]?.because).toContain('plain CSV of response times');
});

test('needs nine comparison areas for a range, and nineteen to judge by one', () => {
  const few = DONORS.slice(0, 8);
  expect(ask({ figures: survey(0, few) })[0]).toMatchObject({ state: 'cannot tell', interval: null });
  expect(ask({ figures: survey(0, DONORS.slice(0, 9)) })[0]?.interval?.level).toBeCloseTo(0.8, 10);
  const [nine] = ask({ figures: survey(8, DONORS.slice(0, 9)) });
  expect(nine?.state).toBe('cannot tell');
  expect(nine?.because).toContain('for which nine areas are too few: it takes 19');
  expect(ask({ figures: survey(8, DONORS.slice(0, 18)) })[0]?.state).toBe('cannot tell');
  expect(ask({ figures: survey(8, DONORS.slice(0, 19)) })[0]?.state).toBe('worse');
});

test('leaves out a quarter that lies across the start, and the transition', () => {
  const group = { name: 'Camden', areas: ['E09000007'], start: '2017-02' as const, transitionMonths: 2 };
  // The first quarter of 2017 holds January, which is before; the second begins after the transition.
  const spoilt = survey(0).map((each, at) => ({
    ...each,
    values: each.values.map((value, index) =>
      at === 0 && addMonths(each.firstMonth, index) === '2017-03' ? 0.1 : value,
    ),
  }));
  expect(ask({ group, figures: spoilt })[0]).toEqual(ask({ group })[0]);
});

test.each([
  // The first quarter of 2017 is across the start; and across the end of a transition.
  { start: '2017-02', transitionMonths: 0 },
  { start: '2017-01', transitionMonths: 1 },
] as const)('leaves out the quarter that $start with $transitionMonths months of transition lies in', (begun) => {
  const group = { name: 'Camden', areas: ['E09000007'], ...begun };
  const spoilt = survey(0).map((each, at) => ({
    ...each,
    values: each.values.map((value, index) =>
      at === 0 && addMonths(each.firstMonth, index) === '2017-03' ? 0.1 : value,
    ),
  }));
  expect(ask({ group, figures: spoilt })[0]).toEqual(ask({ group })[0]);
});

test('takes counts as shares of what they are a part of, months with more calls counting more', () => {
  const months = monthRange('2016-07', '2017-06');
  const figures = ['E09000007', ...DONORS].flatMap((area, at): AreaFigures[] => {
    const calls = months.map((_, index) => (index % 2 === 0 ? 100 : 300));
    const share = (month: Month) => (at === 0 && month >= START ? 0.7 : 0.9) + 0.001 * (at % 3);
    const within = months.map((month, index) => share(month) * (calls[index] ?? 0));
    return [
      { measure: 'response-i-attended', area, firstMonth: '2016-07', values: calls },
      { measure: 'response-i-within-15-minutes', area, firstMonth: '2016-07', values: within },
    ];
  });
  const [guard] = ask({ measure: 'response-i-within-15-minutes', figures });
  expect(guard?.change).toBeCloseTo(-20, 6);
  expect(guard?.state).toBe('worse');
});

test('a range by lot holds the true difference as often as it says', () => {
  const random = seededRandom(5);
  const draws = 2_000;
  let held = 0;
  for (let at = 0; at < draws; at += 1) {
    // Heavy tails, which a spread would not be enough for.
    const changes = Array.from({ length: 28 }, () => normal(random) / Math.max(0.05, random()));
    const found = changeByLot((changes[0] ?? 0) + 5, changes.slice(1));
    if (found && found.interval.low <= 5 && found.interval.high >= 5) held += 1;
  }
  const level = 26 / 28;
  expect(Math.abs(held / draws - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / draws));
});
