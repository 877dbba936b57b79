import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainWard, planFromDemand } from '../../../src/allocation/index.ts';
import type { PlannedNumbers } from '../../../src/allocation/model.ts';
import { type DemandQuestion, indexDemand } from '../../../src/demand/index-demand.ts';

interface Inputs {
  question: DemandQuestion;
  asked: PlannedNumbers;
}

// A change here is a change of published numbers or words: say so, and why, in the changelog, then store the new
// answer with `npx vitest run test/replay/allocation -u`.
test('the stored case is answered as it was: figures to shares, shares to officers, officers to reasons', async () => {
  const { question, asked } = JSON.parse(readFileSync(new URL('./inputs.json', import.meta.url), 'utf8')) as Inputs;
  const demand = indexDemand(question);
  if (demand.kind !== 'index') throw new Error('The stored case has demand.');
  const plan = planFromDemand(demand, asked);
  if (plan.kind !== 'optimal') throw new Error('The stored case has a plan.');
  const { wards, ...rest } = plan;
  const lines = [rest, ...wards.map((ward) => ({ ward, explanation: explainWard(plan, ward) }))];
  await expect(lines.map((line) => `${JSON.stringify(line)}\n`).join('')).toMatchFileSnapshot('./answer.jsonl');
});
