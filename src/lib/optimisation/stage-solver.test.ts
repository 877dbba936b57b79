import { expect, test } from 'vitest';
import type { LinearModel } from './linear-model.ts';
import { stageSolver } from './stage-solver.ts';

const one: LinearModel = { columns: [{ cost: 2, lower: 0, upper: 3, whole: true }], rows: [], offset: 5 };
const row = (lower: number, upper: number) => ({ name: 'limit', lower, upper, entries: [] });

test('the offset counts in the objective and the bound', async () => {
  const solve = stageSolver({ timeLimitSeconds: 10, gap: 0 });
  expect(await solve(one, 1)).toMatchObject({ status: 'optimal', objective: 5, bound: 5, columns: [0] });
});

test('nothing left to choose is an answer, and limits that contradict each other are none', async () => {
  const solve = stageSolver({ timeLimitSeconds: 10, gap: 0 });
  expect(await solve({ columns: [], rows: [row(0, 1)], offset: 5 }, 1)).toMatchObject({
    status: 'optimal',
    objective: 5,
  });
  expect(await solve({ columns: [], rows: [row(1, 2)] }, 1)).toMatchObject({ status: 'infeasible', objective: null });
  expect(await solve({ ...one, rows: [row(2, 1)] }, 1)).toMatchObject({ status: 'infeasible', objective: null });
});

test('a part of the time that is spent solves nothing more', async () => {
  const solve = stageSolver({ timeLimitSeconds: 10, gap: 0 });
  expect(await solve(one, 0)).toMatchObject({ status: 'time limit', objective: null, bound: null });
});
