import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FullPlanQuestion } from './full-plan.ts';
import { solveFullPlan } from './solve-full-plan.ts';
import { stageModels } from './stage-models.ts';
import { writeLp } from './write-lp.ts';

const folder = mkdtempSync(join(tmpdir(), 'wardroom-lp-'));
afterAll(() => rmSync(folder, { recursive: true }));

const installed = (command: string, version: string) => spawnSync(command, [version]).error === undefined;

/** Seven wards round a park, each touching the next; two of them small. */
const question: FullPlanQuestion = {
  demand: [4.1, 1.3, 2.2, 0.7, 3.6, 1.9, 0.6],
  floors: [2, 1, 1, 1, 2, 1, 1],
  ceilings: [7, 7, 7, 7, 7, 7, 7],
  officers: 19,
  groups: [{ name: 'north & east', wards: [0, 1, 2], least: 6.5, most: 8.5 }],
  moves: { current: [3, 3, 3, 3, 3, 2, 2], most: 3 },
  sergeants: {
    sergeants: 4,
    pairs: [0, 1, 2, 3, 4, 5, 6].map((ward): [number, number] => [ward, (ward + 1) % 7]),
    mustShare: [6],
    mustNotShare: [],
    span: null,
  },
};
const tied: FullPlanQuestion = {
  ...question,
  sergeants: question.sergeants && { ...question.sergeants, span: { most: 6, others: [1, 1, 0, 1, 0, 1, 0] } },
};

/** Solves an LP file with GLPK or CBC and reads the objective from what it prints. */
function objectiveOf(solver: 'glpsol' | 'cbc', text: string): number {
  const [file, out] = [join(folder, 'model.lp'), join(folder, 'answer.txt')];
  writeFileSync(file, text);
  const asked = solver === 'cbc' ? [file, 'solve', 'solution', out] : ['--lp', file, '-o', out];
  spawnSync(solver, asked);
  const answer = readFileSync(out, 'utf8');
  const found = answer.match(solver === 'cbc' ? /Optimal - objective value +(\S+)/ : /Objective: +objective = (\S+)/);
  return Number(found?.[1]);
}

describe.each([
  ['glpsol', '--version'],
  ['cbc', '-quit'],
] as const)('%s on the LP files of the stages', (solver, version) => {
  test.skipIf(!installed(solver, version)).each([
    ['officers and pairs apart', question],
    ['officers and pairs tied by a span', tied],
  ])('the same objectives as the full plan: %s', async (_, asked) => {
    const answer = await solveFullPlan(asked, { timeLimitSeconds: 20, gap: 0 });
    if (answer.kind !== 'planned') throw new Error('The question has an answer.');
    const models = stageModels(asked, answer);
    expect(models).toHaveLength(3);
    for (const [place, { name, model, scale }] of models.entries()) {
      const stage = answer.stages[place];
      expect(stage?.name).toBe(name);
      expect(objectiveOf(solver, writeLp(model)) / scale / (stage?.objective ?? 0), name).toBeCloseTo(1, 5);
    }
  });
});

test('the span makes a difference to what is compared', async () => {
  const [free, held] = await Promise.all(
    [question, tied].map((asked) => solveFullPlan(asked, { timeLimitSeconds: 20, gap: 0 })),
  );
  if (free?.kind !== 'planned' || held?.kind !== 'planned') throw new Error('Both have an answer.');
  expect(held.stages[0]?.objective).toBeGreaterThan((free.stages[0]?.objective ?? 0) * 1.001);
});
