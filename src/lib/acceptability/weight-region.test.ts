import { describe, expect, it } from 'vitest';
import { drawInBounds } from './weight-region.ts';

describe('bounds that no weighting keeps', () => {
  it('a least above its most', () => {
    expect(drawInBounds({ least: [0, 0.5], most: [1, 0.4] })).toEqual({
      kind: 'least above most',
      component: 1,
      least: 0.5,
      most: 0.4,
    });
  });
  it('least weights above 1 in all', () => {
    expect(drawInBounds({ least: [0.6, 0.6], most: [1, 1] })).toEqual({ kind: 'least above whole', sum: 1.2 });
  });
  it('most weights below 1 in all', () => {
    expect(drawInBounds({ least: [0, 0], most: [0.5, 0.25] })).toEqual({ kind: 'most below whole', sum: 0.75 });
  });
});

describe('bounds that some keep', () => {
  it('are drawn in to what can be reached', () => {
    const found = drawInBounds({ least: [0.1, 0, 0.2], most: [0.3, 1, 0.25] });
    if (found.kind !== 'region') throw new Error('some weighting keeps them');
    // The second is at least 1 − 0.3 − 0.25 and at most 1 − 0.1 − 0.2.
    expect(found.bounds.least.map((bound) => bound.toFixed(12))).toEqual([
      '0.100000000000',
      '0.450000000000',
      '0.200000000000',
    ]);
    expect(found.bounds.most.map((bound) => bound.toFixed(12))).toEqual([
      '0.300000000000',
      '0.700000000000',
      '0.250000000000',
    ]);
  });
  it('may come to 1 but for rounding', () => {
    expect(drawInBounds({ least: [0.1, 0.2, 0.7], most: [1, 1, 1] }).kind).toBe('region');
    expect(drawInBounds({ least: [0, 0, 0], most: [0.1, 0.2, 0.7] }).kind).toBe('region');
  });
});

it('refuses what is no share', () => {
  for (const wrong of [
    { least: [-0.1, 0], most: [1, 1] },
    { least: [0, 0], most: [1, 1.1] },
    { least: [Number.NaN, 0], most: [1, 1] },
  ])
    expect(() => drawInBounds(wrong)).toThrow('from 0 to 1');
  expect(() => drawInBounds({ least: [0], most: [1, 1] })).toThrow('a least and a most');
});
