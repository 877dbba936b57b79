import { describe, expect, it } from 'vitest';
import { placeWhisker, whiskerScale } from './whisker-scale.ts';

describe('the scale that the whiskers of a table share', () => {
  it('is the narrowest that shows every end', () => {
    expect(whiskerScale([[0.86, 1.03], null, [0.95, 1.14]], 250).outermost).toBe(10);
    expect(whiskerScale([[0.86, 1.16]], 250).outermost).toBe(20);
    expect(whiskerScale([[0.3, 1.1]], 250).outermost).toBe(60);
    expect(whiskerScale([[0.3, null]], 250).outermost).toBe(60);
    expect(whiskerScale([[0.3, 90]], 250).outermost).toBe(200);
  });

  it('has none in the middle, its outermost lines labelled, and mirrors fewer and more', () => {
    const { lines, x } = whiskerScale([[0.8, 1.2]], 250);
    expect(lines.map(({ label }) => label)).toEqual(['−20%', null, '0', null, '+20%']);
    expect(x(0)).toBe(125);
    expect(x(20) - 125).toBeCloseTo(125 - x(-20), 9);
    expect(lines.every((line) => line.x > 30 && line.x < 220)).toBe(true);
  });
});

describe('a whisker', () => {
  const scale = whiskerScale([[0.8, 1.2]], 250);

  it('reaches from end to end, its dot at the change', () => {
    const { from, to, dot, openLeft, openRight } = placeWhisker(scale, [0.8, 1.2], 0.9);
    expect([from, to, dot]).toEqual([scale.x(-20), scale.x(20), scale.x(-10)].map((at) => expect.closeTo(at, 6)));
    expect([openLeft, openRight]).toEqual([false, false]);
  });

  it('stays within its cell and is open where the range goes on', () => {
    const wide = placeWhisker(scale, [0.1, null], 5);
    expect([wide.from, wide.to, wide.dot]).toEqual([6, 244, 244]);
    expect([wide.openLeft, wide.openRight]).toEqual([true, true]);
  });
});
