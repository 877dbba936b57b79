import { describe, expect, it } from 'vitest';
import { placeWhisker, type RatioRange, whiskerScale } from './whisker-scale.ts';

const labelsOf = (...ranges: (RatioRange | null)[]) =>
  whiskerScale(ranges, 250)
    .lines.flatMap(({ label }) => label ?? [])
    .filter((label) => label !== '0');

describe('the scale that the whiskers of a table share', () => {
  it('is the narrowest that shows every end', () => {
    expect(labelsOf([0.9, 1.03], null, [0.95, 1.13])).toEqual(['−10%', '+10%']);
    expect(labelsOf([0.82, 1.16])).toEqual(['−20%', '+20%']);
    expect(labelsOf([0.43, 2.26])).toEqual(['−50%', '+100%']);
    expect(labelsOf([0.43, null])).toEqual(['−50%', '+100%']);
    expect(labelsOf([0, 90])).toEqual(['−75%', '+300%']);
    expect(labelsOf(null)).toEqual(['−10%', '+10%']);
  });

  it('has none in the middle, and twice as many as far from it as half as many', () => {
    const { lines, x } = whiskerScale([[0.8, 1.2]], 250);
    expect(x(1)).toBe(125);
    expect(x(2) - 125).toBeCloseTo(125 - x(0.5), 9);
    expect(lines.every((line) => line.x > 30 && line.x < 220)).toBe(true);
    expect(lines.find(({ label }) => label === '+20%')?.x).toBeCloseTo(x(1.2), 9);
  });
});

describe('a whisker', () => {
  const scale = whiskerScale([[0.8, 1.2]], 250);

  it('reaches from end to end, its dot at the ratio', () => {
    const { from, to, dot, openLeft, openRight } = placeWhisker(scale, [0.8, 1.2], 0.9);
    expect([from, to, dot]).toEqual([0.8, 1.2, 0.9].map((at) => expect.closeTo(scale.x(at), 6)));
    expect([openLeft, openRight]).toEqual([false, false]);
  });

  it('stays within its cell and is open where the range goes on', () => {
    const wide = placeWhisker(scale, [0, null], 5);
    expect([wide.from, wide.to, wide.dot]).toEqual([6, 244, 244]);
    expect([wide.openLeft, wide.openRight]).toEqual([true, true]);
  });
});
