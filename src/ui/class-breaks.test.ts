import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, quantileClasses, wholeNumberClasses } from './class-breaks.ts';

describe('wholeNumberClasses', () => {
  it('gives each number its own class, one that no ward has included', () => {
    expect(wholeNumberClasses([2, 2, 3, 4, 6, 7])).toEqual([
      { step: 1, from: 2, to: 2, count: 2 },
      { step: 2, from: 3, to: 3, count: 1 },
      { step: 3, from: 4, to: 4, count: 1 },
      { step: 4, from: 5, to: 5, count: 0 },
      { step: 5, from: 6, to: 6, count: 1 },
      { step: 6, from: 7, to: 7, count: 1 },
    ]);
  });

  it('runs numbers together when six classes are not enough', () => {
    expect(wholeNumberClasses([1, 9, 18]).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
      [10, 12],
      [13, 15],
      [16, 18],
    ]);
  });

  it('uses the ends of the ramp when there are few classes', () => {
    expect(wholeNumberClasses([2, 3]).map(({ step }) => step)).toEqual([1, 6]);
    expect(wholeNumberClasses([2]).map(({ step }) => step)).toEqual([3]);
  });

  it('has no class without values', () => {
    expect(wholeNumberClasses([])).toEqual([]);
  });

  it('puts every value in exactly one class', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }), (values) => {
        const classes = wholeNumberClasses(values);
        expect(classes.length).toBeLessThanOrEqual(6);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const value of values) expect(classOf(classes, value)).toBeDefined();
      }),
    );
  });
});

describe('quantileClasses', () => {
  it('shares the values out evenly', () => {
    const values = [459, 688, 730, 808, 960, 1184, 1213, 1237, 1304, 6967];
    expect(quantileClasses(values, 5)).toEqual([
      { step: 1, from: 459, to: 688, count: 2 },
      { step: 2, from: 730, to: 808, count: 2 },
      { step: 4, from: 960, to: 1184, count: 2 },
      { step: 5, from: 1213, to: 1237, count: 2 },
      { step: 6, from: 1304, to: 6967, count: 2 },
    ]);
  });

  it('keeps equal values in one class', () => {
    expect(quantileClasses([0, 0, 0, 0, 5], 5)).toEqual([
      { step: 1, from: 0, to: 0, count: 4 },
      { step: 6, from: 5, to: 5, count: 1 },
    ]);
  });

  it('puts every value in exactly one class, in order, ending at values that occur', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 60 }), (values) => {
        const classes = quantileClasses(values);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const { from, to } of classes) {
          expect(values).toContain(from);
          expect(values).toContain(to);
        }
        for (const [index, { from }] of classes.entries())
          expect(from).toBeGreaterThan(classes[index - 1]?.to ?? Number.NEGATIVE_INFINITY);
      }),
    );
  });
});

it('classOf finds nothing outside every class', () => {
  expect(classOf(wholeNumberClasses([2, 3]), 9)).toBeUndefined();
});
