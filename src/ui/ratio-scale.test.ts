import { expect, it } from 'vitest';
import { ratioScale } from './ratio-scale.ts';

it('puts twice as often as far from equal as half as often', () => {
  const { x } = ratioScale([[0.4, 3]], 0, 100);
  expect(x(2) - x(1)).toBeCloseTo(x(1) - x(0.5), 9);
});

it('shows every end and an equal rate between two lines', () => {
  const { lines, x } = ratioScale([[2.9, 6]], 50, 150);
  expect(lines.map(({ ratio }) => ratio)).toEqual([0.5, 1, 2, 5, 10]);
  expect([x(0.5), x(10)]).toEqual([50, 150]);
});

it('keeps what lies beyond at its edge, and an end without limit aside', () => {
  const { x } = ratioScale(
    [
      [1.2, null],
      [0, 80],
    ],
    0,
    100,
  );
  expect([x(0), x(900)]).toEqual([0, 100]);
});

it('has a scale without any range', () => {
  expect(ratioScale([], 0, 100).lines.map(({ label }) => label)).toEqual(['0.5', '1', '2']);
});
