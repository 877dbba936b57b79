import { expect, test } from 'vitest';
import { nowHas, termsFor, wardsIn } from '../../test/builders/plan-terms.ts';
import { WrongUsage } from '../demand/index.ts';
import { MemoryLimitReached, TimeLimitReached } from '../platform/workers/index.ts';
import type { FullPlanTask } from './plan-fully.ts';
import { type CallSolver, decideInWorker } from './solver-service.ts';

const demand = [0.1, 0.3, 0.3, 0.3];
const task: FullPlanTask = {
  terms: termsFor(
    { dwo: 12, pcso: 4 },
    {
      wards: wardsIn('CCCC').map((ward, place) => ({ ...ward, demandShare: demand[place] ?? 0 })),
      review: { side: { 'most-lost': { officers: 0 } }, current: nowHas(4, 2, 2, 2) },
    },
  ),
  handedOut: [2, 4, 3, 3],
  kept: false,
};
const officers = [4, 3, 3, 2];
const draft = { kind: 'decided', officers, pairs: [], stages: [], gap: 0 };
const unasked = {
  ...{ kind: 'decided', officers, pairs: [], gap: 0, binding: [] },
  remarks: ["What the rule 'most lost' costs was not found in time."],
};

/** A worker that drafts the plan in so many seconds of a clock, and then does with the side rules as told. */
function worker(seconds: number, settle: () => unknown, first: unknown = draft) {
  let now = 0;
  const calls: [string, number][] = [];
  const call: CallSolver = async (name, _args, limit) => {
    calls.push([name, limit]);
    if (name !== 'draftPlan') return settle();
    now += seconds * 1000;
    return first;
  };
  return { calls, decide: (hard: number | null) => decideInWorker(4, hard, call, () => now)(task) };
}
const fail = (error: Error) => () => {
  throw error;
};

test('a plan that was found stands when questions about its rules overrun, or need too much memory', async () => {
  for (const error of [new TimeLimitReached('late'), new MemoryLimitReached('much')])
    expect(await worker(3, fail(error)).decide(10)).toEqual(unasked);
  await expect(worker(3, fail(new Error('ours'))).decide(10)).rejects.toThrow('ours');
});

test('side questions have only what the plan leaves of the hard limit, and none where it leaves nothing', async () => {
  const some = worker(3, () => unasked);
  await some.decide(10);
  expect(some.calls).toEqual([
    ['draftPlan', 10],
    ['settleDraft', 7],
  ]);
  const late = worker(9, fail(new Error('asked all the same')));
  expect(await late.decide(10)).toEqual(unasked);
  expect(late.calls).toHaveLength(1);
});

test('a proof that there is no plan stands too, with every rule named', async () => {
  const { decide } = worker(3, fail(new TimeLimitReached('late')), { kind: 'infeasible' });
  expect(await decide(10)).toMatchObject({ kind: 'infeasible', because: [{ rule: 'most-lost' }] });
});

test('no plan in time is told as such, and too little memory in one sentence', async () => {
  const ending = (error: Error) => decideInWorker(4, 10, fail(error) as CallSolver)(task);
  expect(await ending(new TimeLimitReached('late'))).toEqual({ kind: 'no answer in time' });
  await expect(ending(new MemoryLimitReached('much'))).rejects.toThrow(WrongUsage);
});

test('the solver is ended at the hard limit, however long its own limits are', async () => {
  expect(await decideInWorker(3600, 0.001)(task)).toEqual({ kind: 'no answer in time' });
});

test('the two workers themselves come to a plan and its costs', async () => {
  expect(await decideInWorker(10)(task)).toMatchObject({
    ...{ kind: 'decided', officers, remarks: [] },
    binding: [{ rule: 'most-lost', of: 'officers' }],
  });
});
