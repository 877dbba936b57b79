import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { simulatedCriticalValue } from './dispersed-maxsprt.ts';
import { criticalValue, groupedCriticalValue, groupedSignalChance, maxSprtPerformance } from './maxsprt.ts';

// Expected values are printed in the manual of the R package Sequential (Silva and Kulldorff): the examples of CV.Poisson
// and Performance.Poisson.

test('ten events expected: the critical value and what it does at twice the risk', () => {
  const test = { expectedInAll: 10, minimumEvents: 1 };
  const critical = criticalValue(test, 0.05);
  expect(critical).toBeCloseTo(3.467952, 6);
  const { power, timeToSignal, timeInAll } = maxSprtPerformance(test, critical, 2);
  expect(power).toBeCloseTo(0.6850634, 6);
  expect(timeToSignal).toBeCloseTo(4.130985, 5);
  expect(timeInAll).toBeCloseTo(5.979353, 5);
});

test('at least three events', () => {
  const test = { expectedInAll: 10, minimumEvents: 3 };
  const { power, timeToSignal, timeInAll } = maxSprtPerformance(test, criticalValue(test, 0.05), 2);
  expect(power).toBeCloseTo(0.7329625, 5);
  expect(timeToSignal).toBeCloseTo(4.071636, 5);
  expect(timeInAll).toBeCloseTo(5.654732, 5);
});

const TEN_LOOKS = { expected: Array.from({ length: 10 }, (_, look) => look + 1), minimumEvents: 1 };

test('ten looks', () => {
  // The manual of the R package EmpiricalCalibration (computeCvPoisson) prints 2.545177, to be exceeded: that is
  // 1 − 4 + 4 ln 4, of four events at the first look. Reaching it would signal in more than 5 of 100.
  const printed = 2.545177;
  expect(groupedSignalChance(TEN_LOOKS, printed, 1)).toBeGreaterThan(0.05);
  const { critical, rate } = groupedCriticalValue(TEN_LOOKS, 0.05);
  expect(critical).toBeGreaterThan(printed);
  expect(rate).toBeLessThanOrEqual(0.05);
  expect(groupedSignalChance(TEN_LOOKS, printed + 1e-6, 1)).toBeCloseTo(rate, 12);
});

test('very many looks are the continuous test', () => {
  const grouped = { expected: Array.from({ length: 400 }, (_, look) => (look + 1) / 40), minimumEvents: 1 };
  const { power } = maxSprtPerformance({ expectedInAll: 10, minimumEvents: 1 }, 3.467952, 2);
  expect(groupedSignalChance(grouped, 3.467952, 2)).toBeGreaterThan(power - 0.02);
  expect(groupedSignalChance(grouped, 3.467952, 2)).toBeLessThan(power);
});

test('clustered events: simulation keeps the rate that the exact value of Poisson counts does not', () => {
  const exact = groupedCriticalValue(TEN_LOOKS, 0.05);
  const alike = simulatedCriticalValue({ ...TEN_LOOKS, dispersion: 1 }, exact.rate + 0.002, seededRandom(1));
  expect(alike.critical).toBeCloseTo(exact.critical, 1);
  const clustered = simulatedCriticalValue({ ...TEN_LOOKS, dispersion: 2 }, 0.05, seededRandom(2));
  expect(clustered.rate).toBeLessThanOrEqual(0.05);
  expect(clustered.rate).toBeGreaterThan(0.04);
  expect(clustered.critical).toBeGreaterThan(2 * exact.critical);
});

test('what is out of range is refused', () => {
  expect(() => criticalValue({ expectedInAll: 0, minimumEvents: 1 }, 0.05)).toThrow('events expected');
  expect(() => criticalValue({ expectedInAll: 1, minimumEvents: 0.5 }, 0.05)).toThrow('whole number');
  expect(() => groupedCriticalValue({ expected: [2, 1], minimumEvents: 1 }, 0.05)).toThrow('rise');
});

test('a rate that so many events are too rare for is refused', () => {
  expect(() => criticalValue({ expectedInAll: 1, minimumEvents: 4 }, 0.05)).toThrow('rarer than 0.05');
});
