import { expect, it } from 'vitest';
import { type Segment, stretchAlong } from './stretch-along.ts';

const along: Segment = { fromX: 0, fromY: 0, toX: 1000, toY: 0 };
const other = (fromX: number, fromY: number, toX: number, toY: number): Segment => ({ fromX, fromY, toX, toY });

it('measures the part that has the other beside it, whichever way either runs', () => {
  expect(stretchAlong(along, other(1500, 3, 400, 3), 5)).toEqual({ exact: false, lengthE7: 600 });
  expect(stretchAlong(other(1000, 0, 0, 0), other(-100, -3, 100, -3), 5)).toEqual({ exact: false, lengthE7: 100 });
});

it('says exactly whether both lie on one line and overlap in more than a point', () => {
  const slanted = other(0, 0, 30_000_001, 10_000_003);
  expect(stretchAlong(slanted, other(0, 0, 60_000_002, 20_000_006), 0).exact).toBe(true);
  expect(stretchAlong(slanted, other(0, 0, 60_000_002, 20_000_007), 0).exact).toBe(false);
  expect(stretchAlong(along, other(1000, 0, 2000, 0), 5)).toEqual({ exact: false, lengthE7: 0 });
});

it('measures only what lies within the tolerance of an edge that slants away or across', () => {
  expect(stretchAlong(along, other(0, 0, 1000, 100), 10).lengthE7).toBeCloseTo(100);
  expect(stretchAlong(along, other(0, -50, 1000, 50), 10).lengthE7).toBeCloseTo(200);
  expect(stretchAlong(along, other(0, 11, 1000, 200), 10).lengthE7).toBe(0);
});

it('measures nothing of an edge at right angles', () => {
  expect(stretchAlong(along, other(500, -200, 500, 200), 10).lengthE7).toBe(0);
});
