import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { inARow } from '../../test/builders/plan-terms.ts';
import { decideFullPlan } from './decide-full-plan.ts';
import { explainWard } from './explain-ward.ts';
import type { OptimalPlan, PlannedNumbers } from './model.ts';
import { type Decision, type FullPlanTask, planFully } from './plan-fully.ts';
import { planNotes, planRows } from './plan-lines.ts';
import type { ReviewRules } from './review.ts';
import { NO_REVIEW } from './rules-in-force.ts';

/** Wards E01 on, all of one borough, in a row. */
function rowOf(shares: readonly number[]) {
  const demand = demandOf(shares);
  const wards = demand.wards.map((ward, place) => ({ ...ward, code: `E0${place + 1}`, borough: 'Camden' }));
  return { ...demand, wards };
}
const SHARES = [0.3, 0.25, 0.2, 0.15, 0.1];
const asked = { dwo: 15, pcso: 5 };
interface Also {
  review?: Partial<ReviewRules>;
  sergeants?: number;
  elsewhere?: number;
  numbers?: PlannedNumbers;
  decide?: (task: FullPlanTask) => Promise<Decision>;
}
const plan = ({ review = {}, sergeants, elsewhere = 0, numbers = asked, decide }: Also) =>
  planFully(
    rowOf(SHARES),
    numbers,
    {
      review: { ...NO_REVIEW, name: 'Spring', ...review },
      sergeants: sergeants === undefined ? null : inARow(sergeants, SHARES.length, elsewhere),
    },
    decide ?? ((task) => decideFullPlan(task, 10)),
  );
async function planned(also: Also): Promise<OptimalPlan> {
  const answer = await plan(also);
  if (answer.kind !== 'optimal') throw new Error(`ended with ${JSON.stringify(answer)}`);
  return answer;
}
const refused = () => Promise.reject(new Error('nobody is asked'));
const officers = ({ wards }: OptimalPlan) => wards.map(({ dwo }) => dwo);

test('sergeants alone leave the hand-out its officers, reasons and margins', async () => {
  const plain = await planned({ decide: refused });
  const led = await planned({ sergeants: 4.5, elsewhere: 0.5 });
  expect(led.wards).toEqual(plain.wards);
  expect(led).toMatchObject({ decidedBy: 'hand-out', gap: 0, binding: [] });
  expect(led.sergeants.map(({ wards, tier }) => [wards.join('+'), tier])).toEqual([
    ['E01', 'High'],
    ['E02', 'High'],
    ['E03', 'Medium'],
    ['E04+E05', 'Standard'],
  ]);
  expect(led.sergeants[3]?.demandShare).toBeCloseTo(0.25, 12);
});

test('a sergeant for each ward asks no solver', async () => {
  const led = await planned({ sergeants: 5, decide: refused });
  expect(led.sergeants.map(({ wards }) => wards.length)).toEqual([1, 1, 1, 1, 1]);
});

test('a fixed tier costs shared demand, and a span of control binds what two wards have', async () => {
  const fixed = await planned({ sergeants: 4, review: { tiers: { E01: 'Standard' } } });
  expect(fixed.binding).toMatchObject([{ rule: 'fixed-tiers', wards: [] }]);
  expect(fixed.binding[0]?.cost).toBeCloseTo(0.55 - 0.25, 9);
  const span = await planned({ sergeants: 3, review: { side: { 'sergeant-span': { people: 6 } } } });
  const people = new Map(span.wards.map(({ code, dwo, pcso }) => [code, dwo + pcso]));
  for (const { wards } of span.sergeants.filter((each) => each.wards.length === 2))
    expect(wards.reduce((sum, code) => sum + (people.get(code) ?? 0), 0)).toBeLessThanOrEqual(6);
  expect(span.decidedBy).toBe('solver');
  expect(span.binding).toMatchObject([{ rule: 'sergeant-span', of: 'officers' }]);
  const { cost = 0, without = 0, sentence } = span.binding[0] ?? {};
  expect(cost + without).toBeCloseTo(span.objective, 12);
  expect(sentence).toContain(`costs ${((cost / span.objective) * 100).toFixed(1)}%`);
});

test('an officer who is there for a rule says so, and the ward says what it would have without', async () => {
  const plain = await planned({ decide: refused });
  const side = { 'protected-wards': [{ ward: 'E05', atLeast: 4, because: '' }] };
  const kept = await planned({ review: { side } });
  expect([officers(plain), officers(kept)]).toEqual([
    [4, 4, 3, 2, 2],
    [4, 3, 2, 2, 4],
  ]);
  const last = kept.wards[4];
  if (last === undefined) throw new Error('there are five wards');
  expect(last.awards.map(({ reason }) => reason)).toEqual([
    "Ward 5 has its 3rd officer because of the rule 'protected wards': by demand alone it would go to Ward 3, and Ward 5 would have 2.",
    "Ward 5 has its 4th officer because of the rule 'protected wards': by demand alone it would go to Ward 2, and Ward 5 would have 2.",
  ]);
  expect(last.awards.map(({ rank }) => rank)).toEqual([null, null]);
  const turns = ({ wards }: OptimalPlan, ward: number) => wards[ward]?.awards.map(({ rank }) => rank);
  expect(turns(kept, 0)).toEqual(turns(plain, 0));
  expect(planRows(kept).map((row) => row[5])).toEqual(['3rd', '2nd', 'floor', 'floor', 'rule']);
  expect(kept.wards[0]?.awards[0]?.reason).toMatch(/^By demand alone, Ward 1 got the 1st of 5 extra officers:/);
  expect(kept.binding).toMatchObject([{ rule: 'protected-wards' }]);
  expect(kept.binding[0]?.cost).toBeCloseTo(kept.objective - plain.objective, 12);
  const { paragraphs } = explainWard(kept, last);
  expect(paragraphs).toContain("Without the rule 'protected wards' it would have 2 officers.");
  expect(kept.nextInLine).toEqual([]);
});

test('under a rule about officers nobody is next and no margin is told, though the hand-out keeps it', async () => {
  const now = { source: 'the rules file', officers: { E01: 5, E02: 3, E03: 3, E04: 2, E05: 2 } };
  const review = { side: { 'most-lost': { officers: 1 } }, current: now };
  const plain = await planned({ decide: refused });
  const kept = await planned({ review, decide: refused });
  expect(officers(kept)).toEqual(officers(plain));
  expect(plain.nextInLine).not.toEqual([]);
  expect(kept).toMatchObject({ decidedBy: 'hand-out', nextInLine: [] });
  for (const ward of kept.wards) {
    expect(ward.margin).toEqual({ gain: null, lose: null });
    const said = explainWard(kept, ward).paragraphs.join(' ');
    expect(said).toContain('for another number of officers is not reckoned under side rules.');
    expect(said).not.toMatch(/officers? if its demand were|next in line for an officer/);
  }
  expect(planNotes(kept)).toContain('Next in line: not reckoned, because side rules decide who has more.');
  expect(planNotes(kept)).toContain('No side rule costs anything: the plan is as good without any of them.');
  const unsure = { ...kept, remarks: ["What the rule 'most lost' costs was not found in time."] };
  expect(planNotes(unsure).join(' ')).not.toContain('No side rule costs anything');
  expect(kept.wards.map(({ awards }) => awards)).toEqual(plain.wards.map(({ awards }) => awards));
});

test('rules that cannot be kept together are named, and no others', async () => {
  const answer = await plan({
    review: {
      side: {
        'most-moves': { officers: 1 },
        'protected-wards': [{ ward: 'E05', atLeast: 5, because: '' }],
        'most-lost': { officers: 3 },
      },
      current: { source: 'the rules file', officers: { E01: 4, E02: 4, E03: 3, E04: 2, E05: 2 } },
    },
  });
  expect(answer).toMatchObject({
    kind: 'infeasible',
    because: [
      {
        rule: 'most-moves',
        sentence:
          "No plan keeps the rules 'most moves' and 'protected wards' together. At most 1 officer changes ward, against the rules file.",
      },
      {
        rule: 'protected-wards',
        sentence: 'Ward 5 keeps at least 5 officers. There are 15 officers for 5 wards. Loosen one or leave it out.',
      },
    ],
  });
});

test('no answer in time is neither a plan nor a proof that there is none', async () => {
  const answer = await plan({ sergeants: 4, decide: () => Promise.resolve({ kind: 'no answer in time' }) });
  expect(answer).toEqual({ kind: 'no answer in time', unit: 'Central North', asAt: '2026-03-01' });
});

test('a decision that breaks a rule is never made a plan', async () => {
  const decide = () =>
    Promise.resolve({
      ...{ kind: 'decided' as const, officers: [4, 4, 3, 2, 2], gap: 0, binding: [], remarks: [] },
      pairs: [[0, 2] as const],
    });
  await expect(plan({ sergeants: 4, decide })).rejects.toThrow('The plan breaks a rule: Ward 1, Ward 3 share');
});

test('a floor of no officers leaves nothing to weigh', async () => {
  const numbers = { ...asked, floors: { dwo: 0 } };
  expect(await plan({ sergeants: 4, numbers, decide: refused })).toMatchObject({
    kind: 'infeasible',
    because: [{ rule: 'ward-floor' }],
  });
});
