import { expect, it } from 'vitest';
import {
  buildAreaIndex,
  fromE7,
  type IndexedArea,
  LOCATE_CHUNK,
  locate,
  locateAll,
  locateAllInTurns,
} from './index.ts';

type Ring = [number, number][];

/** An area whose corners are whole grid units. */
function area(code: string, ...polygons: Ring[][]): IndexedArea {
  return {
    code,
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [fromE7(x), fromE7(y)]))),
  };
}

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

const left = area('B', [square(0, 0, 10)]);
const right = area('A', [square(10, 0, 10)]);

it('finds the area a point lies in, and none outside', () => {
  const index = buildAreaIndex([left, right]);
  expect(locate(index, 5, 5)).toBe('B');
  expect(locate(index, 15, 5)).toBe('A');
  expect(locate(index, 21, 5)).toBeNull();
  expect(locate(index, 5, -1)).toBeNull();
  expect(locate(index, -1, 10)).toBeNull();
});

it('gives a point on a shared edge to the area with the lowest code, once', () => {
  const index = buildAreaIndex([left, right]);
  expect([0, 5, 10].map((y) => locate(index, 10, y))).toEqual(['A', 'A', 'A']);
});

it('counts points on the outer edge and its corners as inside', () => {
  const index = buildAreaIndex([left]);
  for (const [x, y] of [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 5],
    [5, 0],
    [10, 5],
    [5, 10],
  ] as const) {
    expect(locate(index, x, y), `${x}, ${y}`).toBe('B');
  }
});

it('is not misled by a corner or a level edge that the ray runs through', () => {
  // A diamond whose corner, and a step whose level edge, lie straight east of the point.
  const diamond: Ring = [
    [20, 0],
    [30, 10],
    [20, 20],
    [10, 10],
    [20, 0],
  ];
  const step: Ring = [
    [40, 0],
    [60, 0],
    [60, 20],
    [50, 20],
    [50, 10],
    [40, 10],
    [40, 0],
  ];
  const index = buildAreaIndex([area('diamond', [diamond]), area('step', [step])]);
  expect(locate(index, 5, 10)).toBeNull();
  expect(locate(index, 5, 20)).toBeNull();
  expect(locate(index, 35, 10)).toBeNull();
  expect(locate(index, 35, 0)).toBeNull();
  expect(locate(index, 45, 15)).toBeNull();
  expect(locate(index, 20, 10)).toBe('diamond');
  expect(locate(index, 55, 10)).toBe('step');
  expect(locate(index, 45, 10)).toBe('step');
});

it('leaves a hole out, except its edge', () => {
  const ringWithHole = area('B', [square(0, 0, 30), square(10, 10, 10)]);
  const sameWay = area('B', [square(0, 0, 30), [...square(10, 10, 10)].reverse()]);
  for (const index of [buildAreaIndex([ringWithHole]), buildAreaIndex([sameWay])]) {
    expect(locate(index, 15, 15)).toBeNull();
    expect(locate(index, 5, 15)).toBe('B');
    expect(locate(index, 10, 15)).toBe('B');
    expect(locate(index, 20, 20)).toBe('B');
  }
});

it('gives the edge of a hole that another area fills to the lowest code', () => {
  const around = area('B', [square(0, 0, 30), square(10, 10, 10)]);
  const within = area('A', [square(10, 10, 10)]);
  const index = buildAreaIndex([around, within]);
  expect([locate(index, 15, 15), locate(index, 10, 15), locate(index, 9, 15)]).toEqual(['A', 'A', 'B']);
});

it('finds a point in any part of an area of several polygons', () => {
  const index = buildAreaIndex([area('islands', [square(0, 0, 10)], [square(20, 0, 10), square(23, 3, 4)])]);
  expect([5, 15, 22, 25].map((x) => locate(index, x, 5))).toEqual(['islands', null, 'islands', null]);
});

it('gives a point where areas overlap to the lowest code', () => {
  const index = buildAreaIndex([area('B', [square(0, 0, 10)]), area('A', [square(5, 5, 10)])]);
  expect(locate(index, 7, 7)).toBe('A');
});

it('gives shared edges to the lowest code among many areas, whatever their place', () => {
  // A row of squares under codes in no order, more than one node of the tree holds.
  const codes = Array.from({ length: 60 }, (_, place) => `E${String((place * 37) % 60).padStart(2, '0')}`);
  const index = buildAreaIndex(codes.map((code, place) => area(code, [square(place * 10, 0, 10)])));
  for (let place = 1; place < codes.length; place += 1) {
    const [west = '', east = ''] = codes.slice(place - 1, place + 1);
    expect(locate(index, place * 10, 5)).toBe(west < east ? west : east);
  }
});

it('has an answer for a ring that crosses itself: even-odd', () => {
  const bowTie: Ring = [
    [0, 0],
    [20, 20],
    [20, 0],
    [0, 20],
    [0, 0],
  ];
  const index = buildAreaIndex([area('bow-tie', [bowTie])]);
  expect([locate(index, 2, 10), locate(index, 18, 10), locate(index, 10, 10)]).toEqual([
    'bow-tie',
    'bow-tie',
    'bow-tie',
  ]);
  expect([locate(index, 10, 4), locate(index, 10, 16)]).toEqual([null, null]);
});

it('is exact beside the longest edge there may be', () => {
  // The edge runs from (0, 0) to (4°, 4° less one unit): points one unit off it are told apart.
  const size = 40_000_000;
  const triangle: Ring = [
    [0, 0],
    [size, size - 1],
    [0, size - 1],
    [0, 0],
  ];
  const index = buildAreaIndex([area('A', [triangle])]);
  expect(locate(index, size / 2, size / 2)).toBe('A');
  expect(locate(index, size / 2, size / 2 - 1)).toBeNull();
  expect(locate(index, size - 1, size - 2)).toBeNull();
  expect(locate(index, size - 2, size - 2)).toBe('A');
});

it('refuses an edge too long for exact arithmetic, a code given twice and coordinates that are not degrees', () => {
  const long = { code: 'A', polygons: [[square(0, 0, 4.0000001)]] };
  expect(() => buildAreaIndex([long])).toThrow('The boundary of A has an edge longer than 4 degrees.');
  expect(() => buildAreaIndex([left, left])).toThrow('The area B is given twice.');
  expect(() => buildAreaIndex([{ code: 'A', polygons: [[square(530_000, 180_000, 10)]] }])).toThrow(RangeError);
});

it('closes a ring that lacks its repeated last point', () => {
  const index = buildAreaIndex([area('A', [square(0, 0, 10).slice(0, 4)])]);
  expect([locate(index, 5, 5), locate(index, 0, 5)]).toEqual(['A', 'A']);
});

it('finds nothing among no areas', () => {
  expect(locate(buildAreaIndex([]), 0, 0)).toBeNull();
  expect(locate(buildAreaIndex([{ code: 'A', polygons: [] }]), 0, 0)).toBeNull();
});

it('places many points at once, as positions in the list of codes', () => {
  const index = buildAreaIndex([left, right]);
  expect(index.codes).toEqual(['A', 'B']);
  const positions = locateAll(index, Int32Array.of(5, 15, 10, 99), Int32Array.of(5, 5, 5, 5));
  expect(positions).toEqual(Int32Array.of(1, 0, 0, -1));
  expect(() => locateAll(index, Int32Array.of(1), Int32Array.of())).toThrow(
    '1 longitudes do not pair with 0 latitudes.',
  );
});

it('gives way between chunks and answers the same', async () => {
  const index = buildAreaIndex([left, right]);
  const longitudes = Int32Array.from({ length: 2 * LOCATE_CHUNK + 1 }, (_, point) => point % 25);
  const latitudes = longitudes.map(() => 5);
  const breaths: number[] = [];
  const positions = await locateAllInTurns(index, longitudes, latitudes, async (placed) => {
    breaths.push(placed);
  });
  expect(breaths).toEqual([LOCATE_CHUNK, 2 * LOCATE_CHUNK]);
  expect(positions).toEqual(locateAll(index, longitudes, latitudes));
  await expect(locateAllInTurns(index, longitudes, latitudes.subarray(1), async () => {})).rejects.toThrow(
    'do not pair',
  );
});
