import { expect, it } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { describePlanChange } from './describe-plan-change.ts';
import type { OptimalPlan, PlannedNumbers } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';

function planOf(shares: number[], numbers: PlannedNumbers, change: Partial<OptimalPlan> = {}): OptimalPlan {
  const plan = planFromDemand(demandOf(shares), numbers);
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  return { ...plan, ...change };
}
// 0.6 and 0.4 of demand: 7 officers go 4 and 3, 8 go 5 and 3.
const seven = planOf([0.6, 0.4], { dwo: 7, pcso: 2 });
const eight = planOf([0.6, 0.4], { dwo: 8, pcso: 2 }, { asAt: '2026-04-01' });

it('says which wards gain and lose, before and after', () => {
  expect(describePlanChange(seven, eight)).toEqual({
    sentences: [
      '8 officers and 2 PCSOs for 2 wards, in force from 1 April 2026.',
      'Readers see 7 officers and 2 PCSOs now, in the plan of 1 March 2026.',
      '1 ward gains, 0 lose, 1 stays as now.',
    ],
    table: {
      caption: 'Wards that gain or lose',
      columns: ['Ward', 'Borough', 'Officers now', 'Officers then', 'PCSOs now', 'PCSOs then', 'What changes'],
      rows: [['Ward 1', 'Camden', '4', '5', '1', '1', 'gains 1 officer']],
    },
  });
  expect(describePlanChange(eight, seven).table?.rows).toEqual([
    ['Ward 1', 'Camden', '5', '4', '1', '1', 'loses 1 officer'],
  ]);
});

it('counts a ward that exchanges an officer for a PCSO by itself', () => {
  const exchanged = {
    ...seven,
    wards: seven.wards.map((ward, place) => (place === 0 ? { ...ward, dwo: 3, pcso: 2 } : ward)),
  };
  const { sentences, table } = describePlanChange(seven, exchanged);
  expect(sentences).toContain('No ward gains, 0 lose, 1 exchanges one for the other, 1 stays as now, counting PCSOs.');
  expect(table?.rows[0]?.at(-1)).toBe('loses 1 officer, gains 1 PCSO');
});

it('counts wards that only one of the plans has as having none in the other', () => {
  const other = { ...seven, wards: seven.wards.map((ward) => ({ ...ward, code: `N${ward.code}` })) };
  const { table } = describePlanChange(seven, other);
  expect(table?.rows.map((row) => row.at(-1))).toEqual([
    ...['loses 4 officers, loses 1 PCSO', 'gains 4 officers, gains 1 PCSO'],
    ...['loses 3 officers, loses 1 PCSO', 'gains 3 officers, gains 1 PCSO'],
  ]);
});

it('says what else is different: weights, limits, figures', () => {
  const [used] = seven.used;
  if (used === undefined) throw new Error('the example counts a component');
  const other: OptimalPlan = {
    ...seven,
    weights: { name: 'mine', version: '2', weights: { 'recorded-crime': 2 } },
    limits: { ...seven.limits, floors: { dwo: 1, pcso: 1 } },
    used: [{ ...used, vintage: 'summer' }],
  };
  expect(describePlanChange(seven, other)).toMatchObject({
    sentences: expect.arrayContaining([
      'No ward gains or loses.',
      'The weights are “mine”, version 2; now they are “test”.',
      'The fewest or the most that a ward may have are different.',
      'The figures behind it are different.',
    ]),
    table: null,
  });
  expect(describePlanChange(seven, seven).sentences).toHaveLength(3);
});

it('says which part no longer counts, or counts as well, and that figures differ only of parts that both weigh', () => {
  const [used] = seven.used;
  if (used === undefined) throw new Error('the example counts a component');
  const more = { ...seven, used: [used, { ...used, component: 'asb', title: 'Anti-social behaviour', vintage: 'b' }] };
  expect(describePlanChange(more, seven).sentences.slice(3)).toEqual(['Anti-social behaviour no longer counts.']);
  expect(describePlanChange(seven, more).sentences.slice(3)).toEqual(['Anti-social behaviour counts as well.']);
  expect(describePlanChange(more, seven, 'past').sentences.slice(3)).toEqual([
    'Anti-social behaviour no longer counted.',
  ]);
  const people = { ...seven, used: [used, { ...used, component: 'residents', title: 'Residents' }] };
  expect(describePlanChange(people, seven).sentences.slice(3)).toEqual(['Residents no longer count.']);
  const later = { ...seven, window: { from: '2026-01', to: '2026-12', months: 12 } as const };
  expect(describePlanChange(seven, later).sentences.slice(3)).toEqual(['The figures behind it are different.']);
});

it('says so where no plan is published', () => {
  expect(describePlanChange(null, seven)).toEqual({
    sentences: [
      '7 officers and 2 PCSOs for 2 wards, in force from 1 March 2026.',
      'No plan is published for these wards now.',
    ],
    table: null,
  });
});

it('tells of the past as past, and of what is to come as to come', () => {
  const past = describePlanChange(seven, eight, 'past');
  expect(past.sentences).toEqual([
    '8 officers and 2 PCSOs for 2 wards, from 1 April 2026.',
    'Readers saw 7 officers and 2 PCSOs before it, in the plan of 1 March 2026.',
    '1 ward gained, 0 lost, 1 stayed as before.',
  ]);
  expect(past.table?.columns.slice(2)).toEqual([
    ...['Officers before', 'Officers after', 'PCSOs before', 'PCSOs after', 'What changed'],
  ]);
  expect(past.table?.rows[0]?.at(-1)).toBe('gained 1 officer');
  expect(describePlanChange(seven, eight, 'coming').sentences.slice(1)).toEqual([
    'Readers would see 7 officers and 2 PCSOs without it, in the plan of 1 March 2026.',
    '1 ward gains, 0 lose, 1 stays as without it.',
  ]);
});

it.each([
  ['proposed', 'No plan is published for these wards now.'],
  ['coming', 'Without it no plan would be in force for these wards.'],
  ['past', 'No plan was in force for these wards before it.'],
  ['first', 'It was the first plan published for these wards.'],
] as const)('says what there was before a plan that is %s, where there was none', (tense, sentence) => {
  expect(describePlanChange(null, seven, tense)).toMatchObject({
    sentences: [expect.anything(), sentence],
    table: null,
  });
});
