import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type StlOptions, stl } from './stl.ts';

interface Case {
  name: string;
  options: StlOptions;
  values: number[];
  seasonal: number[];
  trend: number[];
  weights: number[];
}

/** Written by stl.reference.R. */
const cases: Case[] = JSON.parse(readFileSync(new URL('./stl.expected.json', import.meta.url), 'utf8'));

/** The largest distance between two lists. */
function apart(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...found.map((value, at) => Math.abs(value - (expected[at] ?? Number.NaN))));
}

it.each(cases)('$name: the parts that R finds', ({ options, values, seasonal, trend, weights }) => {
  const found = stl(values, options);
  expect(apart(found.seasonal, seasonal)).toBeLessThan(1e-6);
  expect(apart(found.trend, trend)).toBeLessThan(1e-6);
  expect(apart(found.weights, weights)).toBeLessThan(1e-6);
});

/** Accidental deaths in the USA by R's stl(…, s.window = "periodic"); not shipped with Wardroom. */
const FILE = new URL('../../../../../shared/reference/misc_stats/usaccdeaths_stl.csv', import.meta.url);

it.skipIf(!existsSync(FILE))('accidental deaths: the parts that R finds', () => {
  const rows = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const at = (column: number) => rows.map((row) => row[column] ?? Number.NaN);
  const found = stl(at(1), { period: 12, seasonalSpan: 'periodic' });
  expect(apart(found.seasonal, at(2))).toBeLessThan(1e-6);
  expect(apart(found.trend, at(3))).toBeLessThan(1e-6);
  expect(apart(found.remainder, at(4))).toBeLessThan(1e-6);
});
