import { expect, test } from 'vitest';
import { groupedCriticalValue, signallingCount } from '../../lib/statistics/sequential/index.ts';
import { isRare, type RareLooksAsked, takeRareLooks } from './take-rare-looks.ts';

const MONTHS = ['2017-03', '2017-06', '2017-09', '2018-01'] as const;
const EXPECTED = [3, 6, 9, 13];
const AS_EXPECTED = Array.from({ length: 20 }, (_, group) => ({
  observed: EXPECTED.map((events) => events + (group % 3) - 1),
  expected: EXPECTED,
}));

const asked = (observed: readonly number[], changes: Partial<RareLooksAsked> = {}): RareLooksAsked => ({
  looks: MONTHS.slice(0, observed.length),
  role: 'guard',
  polarity: 'more is worse',
  own: { observed, expected: EXPECTED.slice(0, observed.length) },
  elsewhere: AS_EXPECTED,
  planned: EXPECTED,
  harmRate: 0.05,
  meetWithinDays: 14,
  seed: 1,
  ...changes,
});
const states = (each: RareLooksAsked) => takeRareLooks(each).looks.map(({ state }) => state);

test('calls harm at the count of the exact test, and not one below', () => {
  const line = signallingCount(3, groupedCriticalValue({ expected: EXPECTED, minimumEvents: 2 }, 0.05).critical, 2);
  expect(line).toBeGreaterThan(6);
  expect(states(asked([line]))).toEqual(['harm boundary crossed']);
  expect(states(asked([line - 1]))).toEqual(['continue']);
  const [look] = takeRareLooks(asked([line])).looks;
  expect(look?.harmAt).toBeCloseTo(100 * (line / 3 - 1), 9);
  expect(look?.because).toBe(
    `${line} so far where the comparison leads one to expect 3.0, and harm is called from ${line}, by a model of rare counts (by chance alone it calls 4.9% of pilots): the signatories meet within 14 days.`,
  );
});

test('what is called stays called, and the end without a call cannot tell', () => {
  expect(states(asked([20, 20, 20]))).toEqual(Array(3).fill('harm boundary crossed'));
  expect(takeRareLooks(asked([20, 20])).because).toMatch(/^Still beyond the boundary: 20 so far .* March 2017\.$/);
  expect(takeRareLooks(asked([9, 9, 9])).because).toMatch(/^Crossed at the look of March 2017, .* now 9 so far/);
  expect(states(asked([3, 6, 9, 13]))).toEqual(['continue', 'continue', 'continue', 'cannot tell']);
});

test('areas that vary more than Poisson counts widen the boundary', () => {
  const wild = AS_EXPECTED.map(({ expected }, group) => ({
    observed: expected.map((events) => (group % 2 === 0 ? events * 2 : 0)),
    expected,
  }));
  const line = (elsewhere: RareLooksAsked['elsewhere']) => takeRareLooks(asked([3], { elsewhere })).looks[0]?.harmAt;
  expect(line(wild)).toBeGreaterThan((line(AS_EXPECTED) ?? 0) + 60);
});

test('calls nothing of context, of fewer, or of outcomes of which more is better', () => {
  for (const each of [
    asked([40], { role: 'context', harmRate: 0 }),
    asked([40], { polarity: 'more is better' }),
    asked([0]),
  ])
    expect(states(each)).toEqual(['continue']);
});

test('counts the groups that had as many more than expected', () => {
  expect(takeRareLooks(asked([4])).looks[0]?.asMuch).toEqual({ moved: 6, of: 20 });
  expect(takeRareLooks(asked([2])).looks[0]?.asMuch).toEqual({ moved: 7, of: 20 });
});

test('below five a month is rare', () => {
  expect([4.9, 5].map(isRare)).toEqual([true, false]);
});
