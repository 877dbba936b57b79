import { expect, test } from 'vitest';
import { decisionInView } from '../../../test/builders/decision-in-view.ts';
import { planInView } from '../../../test/builders/desk-views.ts';
import type { AdoptedPlan } from '../../allocation/index.ts';
import { decisionTables } from './decision-tables.ts';

function adopted(changed: Partial<AdoptedPlan> = {}): AdoptedPlan {
  const plan = planInView();
  return {
    ...{ id: '3', unit: plan.unit, inForceFrom: '2026-06-01', publishedAt: new Date('2026-05-20'), sequence: 1 },
    ...{ alone: false, boundaryVersion: plan.boundaryVersion, synthetic: true, withdrawn: null, plan },
    decision: decisionInView(),
    ...changed,
  };
}

const named = (tables: ReturnType<typeof decisionTables>, name: string) => {
  const table = tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  const columns = table.columns.map((column) => column.name);
  return { table, rows: [...table.rows].map((row) => Object.fromEntries(columns.map((key, at) => [key, row[at]]))) };
};

test('a plan of no review has none of them', () => {
  expect(decisionTables([adopted({ decision: null })], '3', '2026-06-01')).toEqual([]);
});

test('shares are those the decision kept, summing to 1 in every ward, and only of the plan in force', () => {
  const plan = planInView();
  const [first] = plan.wards;
  if (first === undefined) throw new Error('The plan has wards.');
  const { stability } = decisionInView();
  const own = { code: first.code, shares: { [first.dwo]: 0.75, 9: 0.25 }, ranks: {}, driver: null, direction: null };
  const decision = decisionInView({ stability: { ...stability, wards: [own] } });
  const { rows, table } = named(decisionTables([adopted({ decision })], '3', '2026-06-01'), 'plan-stability');
  expect(rows.map(({ area_name, dwo, share, in_plan }) => [area_name, dwo, share, in_plan])).toEqual([
    [first.name, first.dwo, 0.75, true],
    [first.name, 9, 0.25, false],
  ]);
  expect(table.notes[0]).toContain('Synthetic');
  expect(table.notes.join(' ')).toMatch(/off by at most 0\.\d{1,4} at 95%/);
  const of = (inForce: string | null) => decisionTables([adopted({ decision })], inForce, '2026-06-01');
  expect(of(null).map(({ name }) => name)).toEqual(['reviews', 'review-proposals']);
});

test('a driver and its direction are given where the number varies, and nowhere else', () => {
  const plan = planInView();
  const [first, second] = plan.wards;
  if (first === undefined || second === undefined) throw new Error('The plan has two wards.');
  const { stability } = decisionInView();
  const driven = { ranks: {}, driver: 'deprivation', direction: 'fewer' as const };
  const wards = [
    { ...driven, code: first.code, shares: { 3: 1 / 3, 4: 2 / 3 } },
    { ...driven, code: second.code, shares: { 3: 1 } },
  ];
  const decision = decisionInView({ stability: { ...stability, wards } });
  const { rows } = named(decisionTables([adopted({ decision })], '3', '2026-06-01'), 'plan-stability');
  expect(rows.map(({ share, driver, direction }) => [share, driver, direction])).toEqual([
    [0.333333, 'deprivation', 'fewer'],
    [0.666667, 'deprivation', 'fewer'],
    [1, null, null],
  ]);
});

test('weights that were reckoned are written to six decimals', () => {
  const { proposals } = decisionInView();
  const [own] = proposals;
  if (own === undefined) throw new Error('The decision has proposals.');
  const decision = decisionInView({ proposals: [{ ...own, weights: { residents: 0.35000000000000003 } }] });
  const { rows } = named(decisionTables([adopted({ decision })], '3', '2026-06-01'), 'review-proposals');
  expect(rows.map(({ weight }) => weight)).toEqual([0.35]);
});

test('every weight that was proposed has a row, with whose it was and whether the plan follows it, and no comment', () => {
  const tables = decisionTables([adopted()], '3', '2026-06-01');
  const { rows } = named(tables, 'review-proposals');
  const sums = new Map<unknown, number>();
  for (const { proposal, weight } of rows) sums.set(proposal, (sums.get(proposal) ?? 0) + Number(weight));
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1);
  expect(new Set(rows.filter(({ chosen }) => chosen).map(({ organisation }) => organisation))).toEqual(
    new Set(['Islington Council']),
  );
  expect(JSON.stringify(tables)).not.toContain('Need before numbers');
  expect(named(tables, 'reviews').rows).toMatchObject([{ plan: 3, review: '2026-1', proposals: 3, withdrawn: false }]);
});

test('columns and values are as many in every row', () => {
  for (const { columns, rows, name } of decisionTables([adopted()], '3', '2026-06-01'))
    for (const row of rows) expect([name, row.length]).toEqual([name, columns.length]);
});
