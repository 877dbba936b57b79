import { expect, it } from 'vitest';
import { alikeMeasure } from './alike-measure.ts';
import { CATALOGUE, requireMeasure } from './catalogue.ts';

it('finds the measure that sums most of the same categories', () => {
  const others = CATALOGUE.filter(({ name }) => name !== 'harm-weighted-crime');
  expect(alikeMeasure(requireMeasure('recorded-crime'), others)?.name).toBe('recorded-crime-except-sexual-offences');
});

it('finds none that shares less than half, nor the measure itself', () => {
  expect(alikeMeasure(requireMeasure('recorded-crime'), [requireMeasure('theft')])).toBeNull();
  expect(alikeMeasure(requireMeasure('theft'), [requireMeasure('theft'), requireMeasure('residents')])).toBeNull();
});
