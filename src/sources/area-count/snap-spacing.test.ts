import { expect, it } from 'vitest';
import { toE7 } from '../../lib/spatial/index.ts';
import { sideMetres, snapSpacingMetres } from './snap-spacing.ts';

const points = (places: [number, number][]) => ({
  x: Int32Array.from(places, ([longitude]) => toE7(longitude)),
  y: Int32Array.from(places, ([, latitude]) => toE7(latitude)),
});

it('measures from each point to its nearest other', () => {
  // At 60° north a degree of longitude is half as long as one of latitude: 0.002° east is 0.001° north.
  const spacing = snapSpacingMetres(
    points([
      [0, 60],
      [0.002, 60],
      [0.004, 60],
      [0.5, 60],
    ]),
  );
  expect(spacing).toBeGreaterThan(110);
  expect(spacing).toBeLessThan(112.5);
  expect(snapSpacingMetres(points([[0, 51]]))).toBeNull();
});

it('gives the side of a square as large, holes left out', () => {
  const square = (side: number): [number, number][] => [
    [0, 60],
    [2 * side, 60],
    [2 * side, 60 + side],
    [0, 60 + side],
    [0, 60],
  ];
  const side = sideMetres([[square(0.01)]]);
  expect(side).toBeGreaterThan(1110);
  expect(side).toBeLessThan(1115);
  expect(sideMetres([[square(0.01), square(0.005)]]) / side).toBeCloseTo(Math.sqrt(0.75), 9);
});

it('measures many points without comparing each with every other', () => {
  let looked = 0;
  const line = Array.from({ length: 20_000 }, (_, at) => at * 1000);
  const y = new Proxy(line, {
    get(of, key) {
      looked += 1;
      return Reflect.get(of, key);
    },
  });
  expect(snapSpacingMetres({ x: line.map(() => 0), y })).toBeCloseTo(11.12, 1);
  expect(looked).toBeLessThan(2_000_000);
});
