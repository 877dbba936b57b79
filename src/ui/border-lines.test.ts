import { expect, it } from 'vitest';
import { borderLines } from './border-lines.ts';
import type { Position } from './label-point.ts';

const square = (x: number): Position[] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0],
];

it('is the sides that shapes of different groups share, each once', () => {
  const shapes = [
    { group: 'Camden', polygons: [[square(0)]] },
    { group: 'Camden', polygons: [[square(1)]] },
    { group: 'Islington', polygons: [[square(2)]] },
  ];
  expect(borderLines(shapes)).toEqual([
    [
      [2, 0],
      [2, 1],
    ],
  ]);
});

it('is nothing where one group stands alone', () => {
  expect(borderLines([{ group: 'Camden', polygons: [[square(0)]] }])).toEqual([]);
});
