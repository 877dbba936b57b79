import { expect, it } from 'vitest';
import { ALLOWANCES, type Counted, delaySeconds } from './throttle.ts';

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

it.each(['account', 'code'] as const)('%s: about a hundred guesses a day at most', (counted) => {
  let [seconds, guesses] = [0, 0];
  while (seconds < 86_400) {
    guesses += 1;
    seconds += delaySeconds(counted, guesses);
  }
  expect(guesses).toBeLessThanOrEqual(110);
});
