import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideFullPlan } from '../../../src/allocation/decide-full-plan.ts';
import { explainWard } from '../../../src/allocation/index.ts';
import type { PlannedNumbers, PlanOptions } from '../../../src/allocation/model.ts';
import { planFully } from '../../../src/allocation/plan-fully.ts';
import { resolveRules } from '../../../src/allocation/resolve-rules.ts';
import { parseRulesFile } from '../../../src/allocation/rules-file.ts';
import { NO_REVIEW } from '../../../src/allocation/rules-in-force.ts';
import { sergeantsAsked } from '../../../src/allocation/sergeants-asked.ts';
import { type DemandQuestion, indexDemand } from '../../../src/demand/index-demand.ts';

interface Case {
  /** A borough's name, or all. */
  wards: string;
  asked: PlannedNumbers;
  sergeants: PlanOptions['sergeants'] | null;
  /** A rules file, as it would be written. */
  rules: object | null;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as unknown;
const BOROUGHS = [
  { code: 'E09000007', name: 'Camden' },
  { code: 'E09000019', name: 'Islington' },
];

/** Figures to shares, names to codes, and the whole plan with the solver itself. */
async function replay({ wards, asked, sergeants, rules }: Case): Promise<string> {
  const { question } = read('../allocation/inputs.json') as { question: DemandQuestion };
  const own = wards === 'all' ? question.wards : question.wards.filter(({ boroughName }) => boroughName === wards);
  const demand = indexDemand({ ...question, wards: own });
  if (demand.kind !== 'index') throw new Error('The stored case has demand.');
  const file = rules === null ? undefined : parseRulesFile(JSON.stringify(rules), 'rules.json');
  const adjacency = read('adjacency.json') as { pairs: [string, string][]; source: string };
  const led = sergeantsAsked({ sergeants: sergeants ?? undefined, rules: file }, demand.wards.length, adjacency);
  const known = { unit: demand.unit, boundaryVersion: demand.boundaryVersion, wards: demand.wards, boroughs: BOROUGHS };
  const review = file === undefined ? NO_REVIEW : resolveRules(file, { ...known, clusters: [], current: null });
  const side = { review, sergeants: led?.asked ?? null, remarks: led?.remarks ?? [] };
  const plan = await planFully(demand, asked, side, (task) => decideFullPlan(task, 30));
  if (plan.kind !== 'optimal') return `${JSON.stringify(plan)}\n`;
  const { wards: planned, ...rest } = plan;
  const lines = [rest, ...planned.map((ward) => ({ ward, explanation: explainWard(plan, ward) }))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

// A change here is a change of published numbers or words: say so, and why, in the changelog, then store the new
// answer with `npx vitest run test/replay/full-plan -u`.
test.each(['no-side-rule', 'binding-rules', 'infeasible', 'islington-16.5'])(
  '%s is answered as it was: inputs to plan, plan to explanation',
  async (name) => {
    await expect(await replay(read(`${name}.json`) as Case)).toMatchFileSnapshot(`./${name}.jsonl`);
  },
);
