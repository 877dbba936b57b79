import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strengthIn, withRemarks } from '../../../src/allocation/current-officers.ts';
import { decideFullPlan } from '../../../src/allocation/decide-full-plan.ts';
import { explainWard } from '../../../src/allocation/index.ts';
import type { PlannedNumbers, PlanOptions } from '../../../src/allocation/model.ts';
import { planFully } from '../../../src/allocation/plan-fully.ts';
import { resolveRules } from '../../../src/allocation/resolve-rules.ts';
import type { ReviewRules, RulesFile } from '../../../src/allocation/review.ts';
import { parseRulesFile } from '../../../src/allocation/rules-file.ts';
import { NO_REVIEW } from '../../../src/allocation/rules-in-force.ts';
import { sergeantsAsked } from '../../../src/allocation/sergeants-asked.ts';
import type { DemandIndex } from '../../../src/demand/index.ts';
import { type DemandQuestion, indexDemand } from '../../../src/demand/index-demand.ts';
import type { PostBook } from '../../../src/organisation/index.ts';
import { ALWAYS, bookOf, officerOf, postingOf, postOf } from '../../builders/post-book.ts';

interface Case {
  /** A borough's name, or all. */
  wards: string;
  asked: PlannedNumbers;
  sergeants: PlanOptions['sergeants'] | null;
  /** A rules file, as it would be written. */
  rules: object | null;
  /** Ward by name → the part of full time of each officer posted there; left out where no rule asks, or the file says. */
  posted?: Record<string, number[]>;
  /** Constables posted with their ward undecided. */
  withoutWard?: number;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as unknown;
const BOROUGHS = [
  { code: 'E09000007', name: 'Camden' },
  { code: 'E09000019', name: 'Islington' },
];

/** A post book with these officers in these wards, and nobody else. */
function bookWith({ posted = {}, withoutWard = 0 }: Case, { wards }: DemandIndex): PostBook {
  const boroughOf = (name: string) => BOROUGHS.find((each) => each.name === name)?.code ?? '';
  const inWards = wards.flatMap(({ code, name, borough }) =>
    (posted[name] ?? []).map((fraction, place) => {
      const post = postOf(`${code}-${place}`, {
        wards: [code],
        shares: [{ boroughCode: boroughOf(borough), fraction: 1 }],
      });
      return { post, fraction };
    }),
  );
  const undecided = Array.from({ length: withoutWard }, (_, place) => postOf(`undecided-${place}`, { wards: [] }));
  const seats = [...inWards, ...undecided.map((post) => ({ post, fraction: 1 }))];
  return bookOf({
    wards: wards.map(({ code, name, borough }) => ({
      ...{ code, name, boroughCode: boroughOf(borough), boundaryVersion: 'wards-2022', during: ALWAYS },
    })),
    posts: seats.map(({ post }) => post),
    officers: seats.map(({ post }) => officerOf(`of ${post.reference}`)),
    postings: seats.map(({ post, fraction }) => postingOf(`of ${post.reference}`, post.reference, { fraction })),
  });
}

/** What a rules file asks, with the officers now of the post book where the case has one. */
function reviewOf(given: Case, demand: DemandIndex, file: RulesFile | undefined): ReviewRules {
  if (file === undefined) return NO_REVIEW;
  const known = { unit: demand.unit, boundaryVersion: demand.boundaryVersion, wards: demand.wards, boroughs: BOROUGHS };
  const posted = strengthIn(given.posted === undefined ? null : bookWith(given, demand), demand);
  const review = resolveRules(file, { ...known, clusters: [], current: posted.current });
  const current = review.current === null ? null : withRemarks(review.current, given.asked.dwo, posted);
  return { ...review, current };
}

/** Figures to shares, names to codes, and the whole plan with the solver itself. */
async function replay(given: Case): Promise<string> {
  const { wards, asked, sergeants, rules } = given;
  const { question } = read('../allocation/inputs.json') as { question: DemandQuestion };
  const own = wards === 'all' ? question.wards : question.wards.filter(({ boroughName }) => boroughName === wards);
  const demand = indexDemand({ ...question, wards: own });
  if (demand.kind !== 'index') throw new Error('The stored case has demand.');
  const file = rules === null ? undefined : parseRulesFile(JSON.stringify(rules), 'rules.json');
  const adjacency = read('adjacency.json') as { pairs: [string, string][]; source: string };
  const led = sergeantsAsked({ sergeants: sergeants ?? undefined, rules: file }, demand.wards.length, adjacency);
  const review = reviewOf(given, demand, file);
  const remarks = [...(led?.remarks ?? []), ...(review.current?.remarks ?? [])];
  const side = { review, sergeants: led?.asked ?? null, remarks };
  const plan = await planFully(demand, asked, side, (task) => decideFullPlan(task, 30));
  if (plan.kind !== 'optimal') return `${JSON.stringify(plan)}\n`;
  const { wards: planned, ...rest } = plan;
  const lines = [rest, ...planned.map((ward) => ({ ward, explanation: explainWard(plan, ward) }))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

// A change here is a change of published numbers or words: say so, and why, in the changelog, then store the new
// answer with `npx vitest run test/replay/full-plan -u`.
test.each([
  ...['no-side-rule', 'binding-rules', 'infeasible', 'islington-16.5'],
  ...['sergeant-span', 'officers-posted', 'binding-together'],
])('%s is answered as it was: inputs to plan, plan to explanation', async (name) => {
  await expect(await replay(read(`${name}.json`) as Case)).toMatchFileSnapshot(`./${name}.jsonl`);
});
