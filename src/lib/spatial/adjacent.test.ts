import { expect, it } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { adjacent, BORDER_TOLERANCE_E7 } from './adjacent.ts';
import { buildAreaIndex, fromE7, type IndexedArea } from './index.ts';

type Corner = readonly [x: number, y: number];

/** An area of one polygon from corners in ten-millionths of a degree; further rings are holes. */
const area = (code: string, ...rings: readonly (readonly Corner[])[]): IndexedArea => ({
  code,
  polygons: [rings.map((ring) => ring.map(([x, y]): [number, number] => [fromE7(x), fromE7(y)]))],
});

const box = (x: number, y: number, width: number, height: number): Corner[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

const pairs = (areas: readonly IndexedArea[], toleranceE7?: number) => adjacent(buildAreaIndex(areas), toleranceE7);

it('pairs areas that have an edge alike, the lower code first', () => {
  expect(pairs([area('B', box(0, 0, 5000, 5000)), area('A', box(5000, 0, 5000, 5000))])).toEqual([['A', 'B']]);
});

it('pairs areas whose edges lie on each other in part, by a single ten-millionth of a degree', () => {
  const long = area('A', box(0, 0, 5000, 5000));
  expect(pairs([long, area('B', box(5000, 4999, 5000, 5000))], 0)).toEqual([['A', 'B']]);
  expect(pairs([long, area('B', box(5000, 5000, 5000, 5000))], 0)).toEqual([]);
});

it('does not pair areas that meet at a point, be it a corner of both or of one', () => {
  const wedge: Corner[] = [
    [5000, 2500],
    [9000, 2000],
    [9000, 3000],
  ];
  expect(pairs([area('A', box(0, 0, 5000, 5000)), area('B', box(5000, 5000, 5000, 5000))])).toEqual([]);
  expect(pairs([area('A', box(0, 0, 5000, 5000)), area('B', wedge)])).toEqual([]);
});

it('pairs a border drawn twice within the tolerance, and not beyond it', () => {
  const apart = (gap: number) =>
    pairs([area('A', box(0, 0, 5000, 5000)), area('B', box(5000 + gap, 100, 5000, 4000))]).length;
  expect(apart(BORDER_TOLERANCE_E7)).toBe(1);
  expect(apart(-BORDER_TOLERANCE_E7)).toBe(1);
  expect(apart(BORDER_TOLERANCE_E7 + 1)).toBe(0);
});

it('asks of a border drawn twice that it be ten tolerances long, over all of its edges', () => {
  const alongside = (...northings: readonly number[]) => {
    const corners = northings.map((y): Corner => [5010, y]);
    const top = northings.at(-1) ?? 0;
    const other = area('B', [...corners, [9000, top], [9000, 0]]);
    return pairs([area('A', box(0, 0, 5000, 9000)), other]).length;
  };
  expect(alongside(0, 999)).toBe(0);
  expect(alongside(0, 1000)).toBe(1);
  expect(alongside(0, 250, 500, 750, 1000)).toBe(1);
  expect(alongside(0, 250, 500, 750, 990)).toBe(0);
});

it('takes exact borders alone where the tolerance is none', () => {
  const areas = [area('A', box(0, 0, 5000, 5000)), area('B', box(5001, 0, 5000, 5000))];
  expect(pairs(areas, 0)).toEqual([]);
});

it('pairs an area with one in its hole, and with each of several areas in an order that does not matter', () => {
  const ring = area('A', box(0, 0, 9000, 9000), box(3000, 3000, 3000, 3000));
  const within = area('B', box(3000, 3000, 3000, 3000).toReversed());
  const outside = area('C', box(9000, 0, 3000, 9000));
  expect(pairs([ring, within, outside])).toEqual([
    ['A', 'B'],
    ['A', 'C'],
  ]);
  expect(pairs([outside, within, ring])).toEqual(pairs([ring, within, outside]));
});

it('pairs nothing where there is nothing, and no area with itself', () => {
  expect(pairs([])).toEqual([]);
  const twice: IndexedArea = {
    code: 'A',
    polygons: [box(0, 0, 5000, 5000), box(5000, 0, 5000, 5000)].flatMap((ring) => area('A', ring).polygons),
  };
  expect(pairs([twice])).toEqual([]);
});

it.each([-1, Number.NaN, BORDER_TOLERANCE_E7 * 10 + 1])('refuses a tolerance of %d', (tolerance) => {
  expect(() => pairs([], tolerance)).toThrow(InvalidArgument);
});
