import { expect, it } from 'vitest';
import {
  addCorner,
  canClose,
  closeArea,
  type Drawing,
  drawingText,
  EMPTY_DRAWING,
  readCorner,
  readDrawing,
  undo,
} from './drawing.ts';
import { readDrawnAreas } from './read-drawn-areas.ts';

const CORNERS = [
  [-0.12, 51.53],
  [-0.11, 51.53],
  [-0.11, 51.54],
] as const;
const triangle = (from: Drawing = EMPTY_DRAWING) => CORNERS.reduce(addCorner, from);

it('is written as GeoJSON that can be counted, from the third corner on', () => {
  const two = CORNERS.slice(0, 2).reduce(addCorner, EMPTY_DRAWING);
  expect([canClose(two), drawingText(two)]).toEqual([false, '']);
  const read = readDrawnAreas(drawingText(triangle()));
  expect(read).toEqual({
    kind: 'areas',
    areas: [{ name: 'Area 1', polygons: [[[...CORNERS, CORNERS[0]]]] }],
  });
  expect(drawingText(closeArea(triangle()))).toBe(drawingText(triangle()));
});

it('begins another area once one is closed, with a name of its own', () => {
  const read = readDrawnAreas(drawingText(triangle(closeArea(triangle()))));
  expect(read.kind === 'areas' && read.areas.map(({ name }) => name)).toEqual(['Area 1', 'Area 2']);
  const named = readDrawing(
    '{"type":"Feature","properties":{"name":"Area 2"},"geometry":{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}}',
  );
  expect(drawingText(triangle(named ?? EMPTY_DRAWING))).toContain('Area 3');
});

it('leaves an area open until it has three corners, and takes the same corner once', () => {
  const two = CORNERS.slice(0, 2).reduce(addCorner, EMPTY_DRAWING);
  expect(closeArea(two)).toBe(two);
  expect(addCorner(two, CORNERS[1])).toBe(two);
  expect(addCorner(EMPTY_DRAWING, [-0.12345678, 51.5]).corners).toEqual([[-0.123457, 51.5]]);
});

it('takes corners back, opens a closed area again, and takes back whole what has holes', () => {
  expect(undo(triangle()).corners).toEqual(CORNERS.slice(0, 2));
  expect(undo(closeArea(triangle()))).toEqual(triangle());
  expect(undo(EMPTY_DRAWING)).toEqual(EMPTY_DRAWING);
  const ring = '[[0,51],[1,51],[1,52],[0,51]]';
  const holed = readDrawing(`{"type":"Polygon","coordinates":[${ring},${ring}]}`);
  expect(undo(holed ?? triangle())).toEqual(EMPTY_DRAWING);
});

it('reads back what it wrote, and other GeoJSON of polygons, and nothing else', () => {
  const drawing = closeArea(triangle());
  expect(readDrawing(drawingText(drawing))).toEqual(drawing);
  expect(readDrawing(' ')).toEqual(EMPTY_DRAWING);
  expect(readDrawing('{"type":"MultiPolygon","coordinates":[[[[0,51],[1,51],[1,52],[0,51]]]]}')?.done).toHaveLength(1);
  for (const text of [
    '{',
    '[]',
    '{"type":"Point","coordinates":[0,51]}',
    '{"type":"Polygon","coordinates":[[["a","b"]]]}',
    '{"type":"Polygon","coordinates":[]}',
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}',
  ])
    expect(readDrawing(text)).toBeNull();
});

it.each([
  ['-0.105, 51.54', [-0.105, 51.54]],
  ['0 51', [0, 51]],
  ['51.54', null],
  ['200, 51', null],
  ['-0.1, 51, 3', null],
])('reads the corner "%s"', (text, corner) => {
  expect(readCorner(text)).toEqual(corner);
});
