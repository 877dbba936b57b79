import { describe, expect, it } from 'vitest';
import { labelPoint, type Position } from './label-point.ts';

const close = (ring: Position[]): Position[] => [...ring, ring[0] ?? [0, 0]];

describe('labelPoint', () => {
  it('is in the middle of a square', () => {
    const [x, y] = labelPoint([
      close([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
    ]);
    expect(x).toBeCloseTo(5);
    expect(y).toBeGreaterThan(0.5);
    expect(y).toBeLessThan(9.5);
  });

  it('lies inside a shape whose centre of mass does not', () => {
    const u: Position[] = [
      [0, 0],
      [12, 0],
      [12, 10],
      [9, 10],
      [9, 4],
      [3, 4],
      [3, 10],
      [0, 10],
    ];
    const [x, y] = labelPoint([close(u)]);
    expect(x).toBeCloseTo(6);
    expect(y).toBeLessThan(4);
  });

  it('keeps out of a hole', () => {
    const hole: Position[] = [
      [1, 1],
      [9, 1],
      [9, 6],
      [1, 6],
    ];
    const [, y] = labelPoint([
      close([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
      close(hole),
    ]);
    expect(y).toBeGreaterThan(6);
  });

  it('does not sit on a thin spike, however wide', () => {
    const spiked: Position[] = [
      [0, 0],
      [4, 0],
      [4, 9.6],
      [30, 9.8],
      [4, 10],
      [0, 10],
    ];
    expect(labelPoint([close(spiked)])[0]).toBeCloseTo(2);
  });
});
