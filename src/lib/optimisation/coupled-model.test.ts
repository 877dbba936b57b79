import { expect, test } from 'vitest';
import { coupledModel } from './coupled-model.ts';
import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';

const asked: SergeantQuestion = {
  sergeants: 2,
  pairs: [],
  mustShare: [],
  mustNotShare: [],
  span: { most: 6, others: [1, 1, 0] },
};
const question: FullPlanQuestion = {
  demand: [3, 2, 1],
  floors: [1, 1, 1],
  ceilings: [4, 4, 4],
  officers: 8,
  groups: [],
  moves: null,
  sergeants: asked,
};

test('a span is a row for each pair it can bind, tightened by the other pairs of its wards', () => {
  const { model } = coupledModel(question, asked, [
    [0, 1],
    [1, 2],
  ]);
  const spans = model.rows.filter((row) => row.name.startsWith('span'));
  expect(spans.map(({ name, upper }) => ({ name, upper }))).toEqual([
    { name: 'span of 0 and 1', upper: 6 },
    { name: 'span of 1 and 2', upper: 6 },
  ]);
  // Columns 0 to 8 are steps, 9 and 10 the pairs. Shared with ward 1, ward 0 has room for 6 − 2 − 1 = 3: one fewer than 4.
  const pairsOf = (row: (typeof spans)[number] | undefined) => row?.entries.filter(({ column }) => column >= 9);
  expect(pairsOf(spans[0])).toEqual([{ column: 9, value: 4 }]);
  expect(pairsOf(spans[1])).toEqual([
    { column: 10, value: 3 },
    { column: 9, value: 1 },
  ]);
});

test('a span that ceilings keep anyway has no row', () => {
  const wide = { ...asked, span: { most: 10, others: [1, 1, 0] } };
  const { model } = coupledModel({ ...question, sergeants: wide }, wide, [[0, 1]]);
  expect(model.rows.some((row) => row.name.startsWith('span'))).toBe(false);
});
