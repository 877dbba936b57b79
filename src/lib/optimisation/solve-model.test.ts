import { expect, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import type { Column, LinearModel } from './linear-model.ts';
import { solveModel } from './solve-model.ts';

const NONE = Number.POSITIVE_INFINITY;
const column = (cost: number, upper = NONE, whole = true): Column => ({ cost, lower: 0, upper, whole });

// 30 a chair and 50 a table; a chair takes 1 and 2 hours, a table 2 and 1; 40 and 50 hours there are.
const workshop: LinearModel = {
  columns: [column(-30), column(-50)],
  rows: [
    {
      name: 'carpentry',
      lower: 0,
      upper: 40,
      entries: [
        { column: 0, value: 1 },
        { column: 1, value: 2 },
      ],
    },
    {
      name: 'finishing',
      lower: 0,
      upper: 50,
      entries: [
        { column: 0, value: 2 },
        { column: 1, value: 1 },
      ],
    },
  ],
};

test('a small workshop: 20 chairs and 10 tables earn 1,100, as in the documentation of the solver', async () => {
  const solution = await solveModel(workshop, 10);
  expect(solution).toMatchObject({ status: 'optimal', gap: 0, objective: -1100 });
  expect(solution.columns).toEqual([20, 10]);
});

test('whole numbers make a difference', async () => {
  const half = (whole: boolean): LinearModel => ({
    columns: [column(-1, NONE, whole)],
    rows: [{ name: 'room', lower: 0, upper: 3, entries: [{ column: 0, value: 2 }] }],
  });
  expect((await solveModel(half(false), 10)).columns).toEqual([1.5]);
  expect((await solveModel(half(true), 10)).columns).toEqual([1]);
});

test('no answer and no end are outcomes, not exceptions', async () => {
  const asked: LinearModel = {
    columns: [column(1, 1)],
    rows: [{ name: 'two of one', lower: 2, upper: 2, entries: [{ column: 0, value: 1 }] }],
  };
  const nothing = { gap: null, objective: null, bound: null, columns: [] };
  expect(await solveModel(asked, 10)).toMatchObject({ status: 'infeasible', ...nothing });
  expect((await solveModel({ columns: [column(-1)], rows: [] }, 10)).status).toBe('unbounded');
  expect((await solveModel({ columns: [], rows: [] }, 10)).status).toBe('empty');
});

test("a model that does not hang together is the caller's mistake", async () => {
  const row = { name: 'lost', lower: 0, upper: 1, entries: [{ column: 7, value: 1 }] };
  await expect(solveModel({ columns: [column(1)], rows: [row] }, 10)).rejects.toThrow(InvalidArgument);
  await expect(solveModel({ columns: [column(Number.NaN)], rows: [] }, 10)).rejects.toThrow(InvalidArgument);
  await expect(solveModel({ columns: [column(1)], rows: [{ ...row, entries: [], lower: 2 }] }, 10)).rejects.toThrow(
    InvalidArgument,
  );
  await expect(solveModel(workshop, 0)).rejects.toThrow(InvalidArgument);
});
