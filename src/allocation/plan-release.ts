import type { PlanSnapshot } from './adopted-plan.ts';
import type { OptimalPlan } from './model.ts';

interface Cell {
  key: string;
  dimensions: Record<string, { level: string; value: string }>;
  count: number;
}
interface Tables {
  cells: Cell[];
  relations: { total: string; parts: string[] }[];
}

/**
 * Every number of officers and PCSOs that is published of a plan, and their sums over its wards; with a decision, the
 * officers under every proposal too, as figures of their own.
 */
export function releaseOfPlan({ unit, wards, decision }: PlanSnapshot): Tables {
  const tables = (['dwo', 'pcso'] as const).map((post) => tableOf(unit, post, numbersOf(wards, post)));
  for (const { id, officers } of decision?.proposals ?? [])
    if (officers !== null) tables.push(tableOf(unit, `dwo under proposal ${id}`, Object.entries(officers)));
  return {
    cells: tables.flatMap(({ cells }) => cells),
    relations: tables.flatMap(({ relations }) => relations),
  };
}

const numbersOf = (wards: OptimalPlan['wards'], post: 'dwo' | 'pcso') =>
  wards.map((ward): [string, number] => [ward.code, ward[post]]);

function tableOf(unit: string, post: string, numbers: readonly [ward: string, count: number][]): Tables {
  const cell = (level: string, area: string, count: number): Cell => ({
    key: `${area} ${post}`,
    dimensions: { area: { level, value: area }, post: { level: 'post', value: post } },
    count,
  });
  const total = numbers.reduce((sum, [, count]) => sum + count, 0);
  return {
    cells: [cell('unit', unit, total), ...numbers.map(([ward, count]) => cell('ward', ward, count))],
    relations: [{ total: `${unit} ${post}`, parts: numbers.map(([ward]) => `${ward} ${post}`) }],
  };
}
