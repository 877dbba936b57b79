import { expect, it } from 'vitest';
import { katzShareRatio, logWaldRateRatio, mantelHaenszelRateRatio } from './index.ts';
import expected from './rates.expected.json' with { type: 'json' };

// The expected values are R's; `rates.reference.R` makes them anew.

const DOCTORS = [
  { cases: [32, 2], exposure: [52407, 18790] },
  { cases: [104, 12], exposure: [43248, 10673] },
  { cases: [206, 28], exposure: [28612, 5710] },
  { cases: [186, 28], exposure: [12663, 2585] },
  { cases: [102, 31], exposure: [5317, 1462] },
] as const;
const near = (got: readonly number[], wanted: readonly number[]): void => {
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((each, at) => {
    expect(Math.abs((got[at] ?? Number.NaN) / each - 1)).toBeLessThan(1e-12);
  });
};

it('gives R’s stratified ratio of the British doctors, and both its intervals', () => {
  const { ratio, interval, clusteredInterval } = mantelHaenszelRateRatio(DOCTORS);
  near([ratio ?? Number.NaN], expected.mantelHaenszel);
  near(interval, expected.greenlandRobins);
  near(clusteredInterval ?? [], expected.jackknife);
});

it('gives what textbooks print of the same deaths', () => {
  const { ratio, interval } = mantelHaenszelRateRatio(DOCTORS);
  expect([ratio, ...interval].map((each) => Number(each?.toFixed(2)))).toEqual([1.42, 1.15, 1.76]);
});

it('lies near the ratio of a Poisson regression with a term for each age', () => {
  expect(mantelHaenszelRateRatio(DOCTORS).ratio).toBeCloseTo(expected.poissonRegression[0] ?? Number.NaN, 2);
});

it('gives R’s crude ratio and its interval', () => {
  const { ratio, interval } = logWaldRateRatio([630, 101], [142247, 39220]);
  near([ratio ?? Number.NaN, ...interval], [...expected.crude, ...expected.logWald]);
});

it('gives Katz’s interval', () => {
  near(katzShareRatio([60, 20], [1000, 1500]).interval, expected.katz);
});
