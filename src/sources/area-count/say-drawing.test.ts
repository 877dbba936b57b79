import { expect, it } from 'vitest';
import { addCorner, closeArea, EMPTY_DRAWING } from './drawing.ts';
import { sayDrawing } from './say-drawing.ts';

it('says how far a drawing is', () => {
  const one = addCorner(EMPTY_DRAWING, [0, 51]);
  const three = addCorner(addCorner(one, [0, 52]), [1, 52]);
  expect([EMPTY_DRAWING, one, three, closeArea(three), addCorner(closeArea(three), [0, 51])].map(sayDrawing)).toEqual([
    'No corner yet.',
    'One corner: an area needs three.',
    '3 corners: close the area to draw another, or count.',
    'One area drawn. A further corner begins another area.',
    'One area drawn. One corner: an area needs three.',
  ]);
});

it('says when an outline crosses itself, and not when edges only meet', () => {
  const corners = (...all: [number, number][]) => all.reduce(addCorner, EMPTY_DRAWING);
  const crossing = 'the outline crosses itself';
  expect(sayDrawing(corners([0, 51], [1, 52], [1, 51], [0, 52]))).toContain(crossing);
  expect(sayDrawing(corners([0, 51], [1, 51], [1, 52], [0, 52]))).not.toContain(crossing);
});
