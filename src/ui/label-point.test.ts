import { describe, expect, it } from 'vitest';
import { labelPoint, type Position } from './label-point.ts';

const close = (ring: Position[]): Position[] => [...ring, ring[0] ?? [0, 0]];

const rectangle = (left: number, low: number, right: number, high: number): Position[] =>
  close([
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ]);

describe('labelPoint', () => {
  it('is in the middle of a rectangle, far enough from its edges for the label to fit', () => {
    const [x, y] = labelPoint([rectangle(0, 0, 10, 8)], 3);
    expect(x).toBeCloseTo(5);
    expect(Math.min(y, 8 - y)).toBeGreaterThanOrEqual(5 / 3);
  });

  it('lies inside a shape whose centre of mass does not', () => {
    const hook = close([
      [0, 0],
      [12, 0],
      [12, 10],
      [9, 10],
      [9, 4],
      [3, 4],
      [3, 10],
      [0, 10],
    ]);
    const [x, y] = labelPoint([hook], 3);
    expect(x).toBeCloseTo(6);
    expect(y).toBeLessThan(4);
  });

  it('keeps out of a hole', () => {
    const [, y] = labelPoint([rectangle(0, 0, 10, 10), rectangle(1, 1, 9, 6)], 3);
    expect(y).toBeGreaterThan(6);
  });

  it('does not sit on a thin spike, however wide', () => {
    const spiked = close([
      [0, 0],
      [4, 0],
      [4, 9.6],
      [30, 9.8],
      [4, 10],
      [0, 10],
    ]);
    expect(labelPoint([spiked], 3)[0]).toBeCloseTo(2);
  });
});
