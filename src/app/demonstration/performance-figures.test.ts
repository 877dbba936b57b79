import { expect, test } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { findMeasure } from '../../measures/index.ts';
import { demonstrationFigures } from './figures.ts';
import { demonstrationPerformance } from './performance-figures.ts';

const wards = referenceAreas('wards-2022');
const figures = demonstrationPerformance(wards);
const yearOf = (category: string, back: number) =>
  figures
    .filter((series) => series.category === `demonstration/${category}`)
    .flatMap(({ values }) => values.slice(values.length - 12 * (back + 1), values.length - 12 * back))
    .reduce<number>((sum, value) => sum + (value ?? 0), 0);

test('every measure of the table has every month of every ward, the same each time', () => {
  const names = new Set(figures.map(({ category }) => category.replace('demonstration/', '')));
  expect(names.size).toBe(12);
  for (const name of names) expect(findMeasure(name)?.categories).toContain(`demonstration/${name}`);
  expect(figures).toHaveLength(12 * wards.length);
  expect(new Set(figures.map(({ values }) => values.length))).toEqual(new Set([143]));
  expect(demonstrationPerformance(wards)).toEqual(figures);
});

test('none of them is among the other made-up figures, which they would be added to', () => {
  const others = new Set(demonstrationFigures(wards).map(({ category }) => category));
  expect(figures.filter(({ category }) => others.has(category))).toEqual([]);
});

test('there is something to see: one clear fall, and counts too small for a percentage', () => {
  expect(yearOf('theft-from-motor-vehicle', 0) / yearOf('theft-from-motor-vehicle', 1)).toBeLessThan(0.8);
  expect(yearOf('homicide', 0)).toBeLessThan(20);
  expect(yearOf('violence-with-injury', 0)).toBeGreaterThan(1000);
});
