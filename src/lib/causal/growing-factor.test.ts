import { expect, it } from 'vitest';
import { growingFactor } from './growing-factor.ts';

/** Positive definite, each entry told apart from every other. */
const MATRIX = [
  [9, 2, 1, 0.5],
  [2, 8, 3, 0.7],
  [1, 3, 7, 0.9],
  [0.5, 0.7, 0.9, 6],
];
const entry = (one: number, other: number) => MATRIX[one]?.[other] ?? Number.NaN;

/** Fails unless the factor solves the part of the matrix that it should hold. */
function mustSolve(factor: ReturnType<typeof growingFactor>, held: readonly number[]): void {
  const answer = held.map((_, place) => place - 1.5);
  const side = Float64Array.from(held, (one) =>
    held.reduce((sum, other, place) => sum + entry(one, other) * (answer[place] ?? 0), 0),
  );
  factor.solve(side);
  expect(factor.size()).toBe(held.length);
  answer.forEach((value, place) => {
    expect(side[place]).toBeCloseTo(value, 12);
  });
}

it('solves for the rows that have come and not gone, whichever went', () => {
  for (const gone of [0, 1, 2, 3]) {
    const factor = growingFactor();
    const held = [2, 0, 3, 1];
    held.forEach((unit, place) => {
      const column = Float64Array.from(held.slice(0, place), (other) => entry(unit, other));
      expect(factor.push(column, entry(unit, unit))).toBe(true);
    });
    mustSolve(factor, held);
    factor.drop(gone);
    const left = held.filter((_, place) => place !== gone);
    mustSolve(factor, left);
    const back = held[gone] as number;
    factor.push(
      Float64Array.from(left, (other) => entry(back, other)),
      entry(back, back),
    );
    mustSolve(factor, [...left, back]);
  }
});

it('does not take a row that repeats another', () => {
  const factor = growingFactor();
  expect(factor.push(new Float64Array(0), 4)).toBe(true);
  expect(factor.push(Float64Array.of(4), 4)).toBe(false);
  expect(factor.size()).toBe(1);
});
