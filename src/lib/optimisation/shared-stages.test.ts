import { expect, test } from 'vitest';
import type { SergeantQuestion } from './full-plan.ts';
import type { SolveStatus } from './linear-model.ts';
import { officersStage } from './officers-stage.ts';
import type { Pair } from './pairs-model.ts';
import { sharedStages } from './shared-stages.ts';
import type { StageSolver } from './stage-solver.ts';

/** A solver that ends so, without an answer, whatever it is asked. */
const ending =
  (status: SolveStatus): StageSolver =>
  async () => ({ status, gap: null, objective: null, bound: null, columns: [], seconds: 0 });

const PAIRS: Pair[] = [
  [0, 1],
  [1, 2],
];
/** Ward 1 touches both others, which both must share: no pairs, and nothing that a matching gives to begin with. */
const asked: SergeantQuestion = { sergeants: 2, pairs: PAIRS, mustShare: [0, 2], mustNotShare: [], span: null };
const shared = (status: SolveStatus) =>
  sharedStages([1, 2, 3], PAIRS, asked, 0, ending(status), { largest: 0.5, sum: 1 });

test('only the solver saying infeasible is a proof that no wards can share so', async () => {
  expect(await shared('infeasible')).toEqual({ kind: 'infeasible' });
  for (const status of ['time limit', 'failed', 'unbounded'] as const)
    expect(await shared(status), status).toEqual({ kind: 'no answer in time' });
});

test('only the solver saying infeasible is a proof that officers cannot be placed so', async () => {
  const question = { demand: [1, 1], floors: [1, 1], ceilings: [9, 9], officers: 4, groups: [], moves: null };
  const none = [{ name: 'none', wards: [0, 1], least: 9, most: 9 }];
  const placed = (status: SolveStatus) =>
    officersStage({ ...question, groups: none, sergeants: null }, undefined, ending(status), 1);
  expect(await placed('infeasible')).toEqual({ kind: 'infeasible' });
  for (const status of ['time limit', 'failed'] as const)
    expect(await placed(status), status).toEqual({ kind: 'no answer in time' });
});
