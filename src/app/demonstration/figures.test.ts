import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { demonstrationFigures } from './figures.ts';

const wards = referenceAreas('wards-2022');
const figures = demonstrationFigures(wards);
const valuesOf = (code: string, name: string) =>
  figures.find((series) => series.areaCode === code && series.category === `demonstration/${name}`)?.values ?? [];

test('the demonstration is the same on every machine', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(hash(JSON.stringify(figures))).toBe('e327423e2b90727e55293094a1ed0e2b185fd4f40ee3c0d1fb0ac6107dda1571');
  expect(demonstrationFigures(wards, 1)).not.toEqual(figures);
});

test('every ward has 36 months of counts, residents and deprivation', () => {
  for (const ward of wards) {
    expect(valuesOf(ward.code, 'recorded-crime')).toHaveLength(36);
    expect(valuesOf(ward.code, 'residents')[0]).toBeGreaterThan(3000);
    expect(valuesOf(ward.code, 'deprivation')).toHaveLength(1);
  }
});

test('recorded crime holds its parts, month by month', () => {
  for (const ward of wards) {
    const crime = valuesOf(ward.code, 'recorded-crime');
    const violence = valuesOf(ward.code, 'violence-and-robbery');
    const burglary = valuesOf(ward.code, 'burglary');
    crime.forEach((count, month) => {
      expect(count).toBeGreaterThanOrEqual((violence[month] ?? 0) + (burglary[month] ?? 0));
    });
  }
});
