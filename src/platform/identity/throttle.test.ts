import { expect, it } from 'vitest';
import { ALLOWANCES, type Counted, delaySeconds, failuresLeft } from './throttle.ts';

const counters = Object.keys(ALLOWANCES) as Counted[];

it.each(counters)('%s: nothing within the allowance, then rising, and never for good', (counted) => {
  const { free, mostSeconds } = ALLOWANCES[counted];
  const delays = Array.from({ length: free + 40 }, (_, failures) => delaySeconds(counted, failures));
  expect(delays.slice(0, free).every((delay) => delay === 0)).toBe(true);
  expect(delays[free]).toBeGreaterThan(0);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(Math.max(...delays)).toBe(mostSeconds);
  expect(delaySeconds(counted, 1_000_000)).toBe(mostSeconds);
});

it.each(['account', 'device', 'code'] as const)('%s: about a hundred guesses a day at most', (counted) => {
  let [seconds, guesses] = [0, 0];
  while (seconds < 86_400) {
    guesses += 1;
    seconds += delaySeconds(counted, guesses);
  }
  expect(guesses).toBeLessThanOrEqual(110);
});

it('gives a force what it mistyped back steadily, whether somebody mistypes again or not', () => {
  expect(failuresLeft('address', 60, 0.5)).toBe(10);
  expect(failuresLeft('address', 60, 1)).toBe(0);
  // A day of eight hours in which ninety mistype in every hour.
  let [failures, most] = [0, 0];
  for (let mistyped = 0; mistyped < 8 * 90; mistyped += 1) {
    failures = failuresLeft('address', failures, 1 / 90) + 1;
    most = Math.max(most, delaySeconds('address', failures));
  }
  expect(most).toBe(0);
});

it('forgets none of an account steadily, and all after a day without one', () => {
  expect(failuresLeft('account', 7, 23.9)).toBe(7);
  expect(failuresLeft('account', 7, 24.1)).toBe(0);
});
