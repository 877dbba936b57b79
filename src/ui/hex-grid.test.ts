import { describe, expect, it } from 'vitest';
import { borderPath, hexGrid, hexPath, neighbours } from './hex-grid.ts';

const places = [
  { q: 0, r: 0, borough: 'A' },
  { q: 1, r: 0, borough: 'B' },
  { q: 0, r: 1, borough: 'A' },
];

describe('hexGrid', () => {
  it('fills the width it is given, margins of 6 included', () => {
    const grid = hexGrid(places, 212);
    expect(grid.hexWidth).toBe(100);
    const xs = places.flatMap((place) => grid.corners(place).map(({ x }) => x));
    expect(Math.min(...xs)).toBeCloseTo(6);
    expect(Math.max(...xs)).toBeCloseTo(206);
  });

  it('draws north above south and odd rows half a hexagon to the right', () => {
    const grid = hexGrid(places, 212);
    const south = grid.centre({ q: 0, r: 0 });
    const north = grid.centre({ q: 0, r: 1 });
    expect(north.y).toBeLessThan(south.y);
    expect(north.x - south.x).toBeCloseTo(50);
  });

  it('draws regular hexagons', () => {
    const corners = hexGrid(places, 212).corners({ q: 0, r: 0 });
    const sides = corners.map((corner, index) => {
      const next = corners[(index + 1) % 6] ?? corner;
      return Math.hypot(next.x - corner.x, next.y - corner.y);
    });
    for (const side of sides) expect(side).toBeCloseTo(100 / Math.sqrt(3));
  });

  it('keeps every corner inside the drawing', () => {
    const grid = hexGrid(places, 212);
    const ys = places.flatMap((place) => grid.corners(place).map(({ y }) => y));
    expect(Math.min(...ys)).toBeCloseTo(6);
    expect(Math.max(...ys)).toBeLessThanOrEqual(grid.height - 5);
  });
});

describe('neighbours', () => {
  it.each([
    { q: 3, r: 2 },
    { q: 3, r: 3 },
  ])('of %j lie one hexagon away, each across the side it is listed for', (place) => {
    const grid = hexGrid([place, ...neighbours(place)], 400);
    const centre = grid.centre(place);
    for (const [side, next] of neighbours(place).entries()) {
      const other = grid.centre(next);
      expect(Math.hypot(other.x - centre.x, other.y - centre.y)).toBeCloseTo(grid.hexWidth);
      const [from, to] = [grid.corners(place)[side], grid.corners(place)[(side + 1) % 6]];
      expect(((from?.x ?? 0) + (to?.x ?? 0)) / 2).toBeCloseTo((centre.x + other.x) / 2);
      expect(((from?.y ?? 0) + (to?.y ?? 0)) / 2).toBeCloseTo((centre.y + other.y) / 2);
    }
  });
});

it('hexPath closes six corners', () => {
  expect(hexPath(hexGrid(places, 212), { q: 0, r: 0 })).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){5}Z$/);
});

describe('borderPath', () => {
  it('draws each side between two boroughs once', () => {
    const path = borderPath(hexGrid(places, 212), places, ({ borough }) => borough);
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('draws nothing inside one borough, nor around the outside', () => {
    expect(borderPath(hexGrid(places, 212), places, () => 'A')).toBe('');
  });
});
