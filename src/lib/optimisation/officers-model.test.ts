import { expect, test } from 'vitest';
import type { FullPlanQuestion } from './full-plan.ts';
import { officersModel, officersStart, readOfficers } from './officers-model.ts';

const question: FullPlanQuestion = {
  demand: [3, 1],
  floors: [1, 2],
  ceilings: [3, 4],
  officers: 5,
  groups: [{ name: 'North', wards: [1], least: 1.5, most: 3.5 }],
  moves: { current: [2, 1], most: 2 },
  sergeants: null,
};

test('officers above the floors, groups and arrivals as rows over the steps', () => {
  const { model, wards } = officersModel(question);
  expect(wards).toEqual([0, 0, 1, 1]);
  const all = [0, 1, 2, 3].map((column) => ({ column, value: 1 }));
  expect(model.rows).toEqual([
    { name: 'budget', lower: 2, upper: 2, entries: all },
    { name: 'North', lower: 0, upper: 1, entries: all.slice(2) },
    // Ward 1's floor is one arrival already; ward 0's step to 2 is none.
    { name: 'most moves', lower: Number.NEGATIVE_INFINITY, upper: 1, entries: all.slice(1) },
  ]);
});

test('the objective with the offset is Σ d²/x, scaled so that nothing is below 1,000', () => {
  const { model, wards, scale } = officersModel(question);
  const start = officersStart(question.floors, wards, [3, 2]);
  const value = start.reduce(
    (sum, { column, value }) => sum + value * (model.columns[column]?.cost ?? 0),
    model.offset ?? 0,
  );
  expect(value / scale).toBeCloseTo(9 / 3 + 1 / 2, 12);
  expect(scale * ((3 + 1) ** 2 / 5)).toBeCloseTo(1000, 9);
});

test('officers are read as they are written, steps in order', () => {
  const { wards } = officersModel(question);
  const start = officersStart(question.floors, wards, [2, 3]);
  expect(start.map(({ value }) => value)).toEqual([1, 0, 1, 0]);
  const columns = start.map(({ value }) => value - 1e-7);
  expect(readOfficers(question.floors, wards, columns)).toEqual([2, 3]);
});
