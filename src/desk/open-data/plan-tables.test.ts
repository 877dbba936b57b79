import { expect, test } from 'vitest';
import { fullPlanInView, planInView } from '../../../test/builders/desk-views.ts';
import type { AdoptedPlan, OptimalPlan } from '../../allocation/index.ts';
import type { OpenTable } from '../../lib/tables/index.ts';
import { planTables } from './plan-tables.ts';

function tableOf(name: string, plan: OptimalPlan): OpenTable {
  const adopted: AdoptedPlan = {
    ...{
      id: '3',
      unit: plan.unit,
      inForceFrom: plan.asAt,
      publishedAt: new Date(plan.asAt),
      sequence: 1,
      alone: false,
    },
    ...{ boundaryVersion: plan.boundaryVersion, synthetic: plan.synthetic, withdrawn: null, plan, decision: null },
  };
  const table = planTables(adopted, plan.asAt).find((each) => each.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
}

/** Values of some columns of the row in which one of them has a value. */
function valuesOf({ columns, rows }: OpenTable, where: [string, string], names: string[]): unknown[] {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const row = [...rows].find((each) => each[at(where[0])] === where[1]);
  return names.map((name) => row?.[at(name)]);
}

test('a ward has its tier, and the number of its sergeant, which those who share have in common', () => {
  const table = tableOf('plan', fullPlanInView());
  const of = (ward: string) => valuesOf(table, ['area_name', ward], ['tier', 'sergeant']);
  expect(of('Arsenal')).toEqual(['Standard', 2]);
  expect(of('Barnsbury')).toEqual(['Standard', 2]);
  expect(of('Kilburn')[0]).toBe('Medium');
  expect(valuesOf(tableOf('plan', planInView()), ['area_name', 'Arsenal'], ['tier', 'sergeant'])).toEqual([null, null]);
});

test('a side rule has what it costs: 0 where it does not bind, nothing where that is not known', () => {
  const plan = fullPlanInView();
  const of = (rule: string, table = tableOf('plan-rules', plan)) =>
    valuesOf(table, ['rule', rule], ['kind', 'binds', 'cost']);
  expect(of('most-moves')).toEqual(['side', true, 0.0001]);
  expect(of('most-lost')).toEqual(['side', false, 0]);
  expect(of('ward-floor')).toEqual(['always', null, null]);
  expect(of('cluster-balance')).toEqual([undefined, undefined, undefined]);
  const remarks = ["What the rule 'most lost' costs was not found in time."];
  expect(of('most-lost', tableOf('plan-rules', { ...plan, remarks }))).toEqual(['side', null, null]);
});

test('columns and values are as many in every row', () => {
  for (const name of ['plan', 'plan-reasons', 'plan-rules']) {
    const { columns, rows } = tableOf(name, fullPlanInView());
    for (const row of rows) expect([name, row.length]).toEqual([name, columns.length]);
  }
});
