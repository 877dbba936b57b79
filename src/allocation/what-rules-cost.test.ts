import { expect, test } from 'vitest';
import { inARow, nowHas, termsFor, wardsIn } from '../../test/builders/plan-terms.ts';
import { decideFullPlan, settleDraft } from './decide-full-plan.ts';
import type { ReviewRules, SergeantsAsked } from './review.ts';
import { type AskSideQuestion, solvedPlan, whatRulesCost } from './what-rules-cost.ts';

interface Case {
  demand: readonly number[];
  dwo: number;
  handedOut: readonly number[];
  review: Partial<ReviewRules>;
  sergeants?: SergeantsAsked | null;
  kept?: boolean;
}

function taskOf({ demand, dwo, handedOut, review, sergeants = null, kept = false }: Case) {
  const wards = wardsIn('C'.repeat(demand.length)).map((ward, place) => ({ ...ward, demandShare: demand[place] ?? 0 }));
  const pcsos = demand.map(() => 1);
  const terms = termsFor({ dwo, pcso: demand.length }, { wards, pcsos, review, sergeants });
  return { terms, handedOut: [...handedOut], kept };
}

async function decided(asked: Case) {
  const decision = await decideFullPlan(taskOf(asked), 10);
  if (decision.kind !== 'decided') throw new Error(`ended with ${decision.kind}`);
  return decision;
}

const keeps = (...codes: string[]) => codes.map((ward) => ({ ward, atLeast: null, because: '' }));
/** Both rules keep four officers in the ward with a tenth of demand: without either the other does. */
const twice: Case = {
  ...{ demand: [0.1, 0.3, 0.3, 0.3], dwo: 12, handedOut: [2, 4, 3, 3] },
  review: {
    side: { 'most-lost': { officers: 0 }, 'protected-wards': keeps('E01') },
    current: nowHas(4, 2, 2, 2),
  },
};

test('rules that ask the same cost something only together, and are named together', async () => {
  const { officers, binding, remarks } = await decided(twice);
  expect(officers).toEqual([4, 3, 3, 2]);
  expect(binding).toMatchObject([{ rule: 'most-lost + protected-wards', of: 'officers' }]);
  expect(binding[0]?.cost).toBeCloseTo(0.1075 - 0.0875, 12);
  expect(binding[0]?.without).toBeCloseTo(0.0875, 12);
  expect(binding[0]?.sentence).toMatch(
    /^The rules 'most lost' and 'protected wards' together cost 18\.6%, though none of them costs anything alone: without them demand/,
  );
  expect(remarks).toEqual([]);
});

test('the set is as small as can be: a rule that adds nothing is not in it', async () => {
  const idle = { 'borough-floors': [{ borough: 'Camden', atLeast: 3 }], 'cluster-balance': { within: 9 } };
  const clusters = [{ name: 'All', wards: ['E01', 'E02', 'E03', 'E04'] }];
  const side = { ...twice.review.side, ...idle };
  const { binding } = await decided({ ...twice, review: { ...twice.review, side, clusters } });
  expect(binding.map(({ rule }) => rule)).toEqual(['most-lost + protected-wards']);
});

test('a fixed tier costs the sum of shared demand where the largest stays', async () => {
  const touching = [
    ['E01', 'E02'],
    ['E03', 'E04'],
    ['E05', 'E06'],
  ] as const;
  const { binding, pairs } = await decided({
    ...{ demand: [0.05, 0.05, 0.225, 0.225, 0.225, 0.225], dwo: 20, handedOut: [2, 2, 4, 4, 4, 4], kept: true },
    review: { tiers: { E01: 'High' } },
    sergeants: { ...inARow(4, 6), adjacent: [...touching] },
  });
  expect(pairs).toEqual([
    [2, 3],
    [4, 5],
  ]);
  expect(binding).toMatchObject([{ rule: 'fixed-tiers', of: 'sum of shared demand', wards: [] }]);
  expect([binding[0]?.cost, binding[0]?.without]).toEqual([expect.closeTo(0.35, 12), expect.closeTo(0.55, 12)]);
  expect(binding[0]?.sentence).toBe(
    "The rule 'fixed tiers' costs 35.00% of demand: without it the wards that share a sergeant would together have 55.00% instead of 90.00%.",
  );
});

test('with a span every cost is above 0 and of the stage it names', async () => {
  const { binding } = await decided({
    ...{ demand: [0.3, 0.25, 0.2, 0.15, 0.1], dwo: 15, handedOut: [4, 4, 3, 2, 2] },
    review: { side: { 'sergeant-span': { people: 6 } }, tiers: { E01: 'Standard' } },
    sergeants: inARow(3, 5),
  });
  expect(binding.map(({ rule }) => rule)).toContain('sergeant-span');
  for (const { of, cost, without, sentence } of binding) {
    expect(cost).toBeGreaterThan(0);
    expect(without).toBeGreaterThan(0);
    expect(sentence.includes('of demand:')).toBe(of !== 'officers');
  }
});

/** The plan of the first test, with gaps, and without some answers. */
function asked(planGap: number, answer: { gap: number } | null) {
  const { terms, handedOut } = taskOf({
    ...twice,
    review: { ...twice.review, side: { 'most-lost': { officers: 0 } } },
  });
  const stage = { name: 'officers' as const, status: 'time limit' as const, objective: 0.1075 };
  const plan = solvedPlan({ officers: [4, 3, 3, 2], pairs: [], stages: [{ ...stage, gap: planGap }] });
  const second = {
    ...terms,
    review: { ...terms.review, side: { ...terms.review.side, 'most-moves': { officers: 9 } } },
  };
  const ask: AskSideQuestion = async ({ floors }) =>
    answer === null
      ? null
      : {
          ...{ kind: 'planned' as const, pairs: [], gap: answer.gap, stages: [{ ...stage, gap: answer.gap }] },
          officers: floors[0] === 4 ? [4, 3, 3, 2] : [...handedOut],
        };
  return whatRulesCost(second, plan, handedOut, ask);
}

test('a cost is exact, at least, at most or about, by what is proven of the very stage', async () => {
  const said = async (planGap: number, gap: number) => (await asked(planGap, { gap })).binding[0]?.sentence;
  expect(await said(0, 0)).toContain("'most lost' costs 18.6%");
  expect(await said(0, 0.01)).toContain("'most lost' costs at least 18.6%");
  expect(await said(0.01, 0)).toContain("'most lost' costs at most 18.6%");
  expect(await said(0.01, 0.01)).toContain("'most lost' costs about 18.6%");
});

test('rules that may bind unseen are named, and so are those that nobody asked about', async () => {
  expect((await asked(0, { gap: 0 })).remarks).toEqual([]);
  expect((await asked(0.01, { gap: 0 })).remarks).toEqual([
    "The plan is not proven best, so that the rule 'most moves' may cost something that is not seen.",
  ]);
  expect(await asked(0, null)).toEqual({
    binding: [],
    remarks: ["What the rules 'most moves' and 'most lost' cost was not found in time."],
  });
});

test('only as many questions are asked as their time allows, and the plan stands', async () => {
  const task = taskOf(twice);
  const stages = [{ name: 'officers' as const, status: 'optimal' as const, gap: 0, objective: 0.1075 }];
  const draft = { kind: 'decided' as const, officers: [4, 3, 3, 2], pairs: [], stages, gap: 0 };
  let time = 0;
  const clock = () => {
    time += 600;
    return time;
  };
  const settled = await settleDraft(task, draft, { eachSeconds: 1, allSeconds: 1 }, clock);
  expect(settled).toMatchObject({
    ...{ kind: 'decided', officers: [4, 3, 3, 2], binding: [] },
    remarks: ["What the rule 'protected wards' costs was not found in time."],
  });
});
