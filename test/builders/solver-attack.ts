import type { Relation } from '../../src/lib/disclosure/index.ts';
import type { LinearModel } from '../../src/lib/optimisation/linear-model.ts';
import { solveModel } from '../../src/lib/optimisation/solve-model.ts';

/** What an attacker sees: a count, or null and what is known of it otherwise. */
export interface Seen {
  count: number | null;
  least: number;
  most: number;
}

/**
 * A second attacker, who shares no line with the first: HiGHS finds the least and the most a hidden count may be, in
 * whole numbers, given all that is seen.
 * @param enough once the least lies this far below the true count, the most is not looked for and is the true count
 * @throws Error when the solver proves neither an end nor that there is none
 */
export async function solverInterval(
  seen: ReadonlyMap<string, Seen>,
  relations: readonly Relation[],
  key: string,
  enough?: { count: number; width: number },
): Promise<{ least: number; most: number }> {
  const { columns, rows } = attackersModel(seen, relations);
  const end = async (sign: 1 | -1) => {
    const costed = columns.map(({ name, ...column }) => ({ ...column, cost: name === key ? sign : 0 }));
    const { status, objective } = await solveModel({ columns: costed, rows }, 30);
    if (status === 'unbounded') return Number.POSITIVE_INFINITY;
    if (status !== 'optimal' || objective === null) throw new Error(`The attack ended "${status}".`);
    return sign * objective + 0;
  };
  const least = await end(1);
  if (enough !== undefined && enough.count - least >= enough.width) return { least, most: enough.count };
  return { least, most: await end(-1) };
}

function attackersModel(seen: ReadonlyMap<string, Seen>, relations: readonly Relation[]) {
  const hidden = [...seen].filter(([, { count }]) => count === null);
  const columnOf = new Map(hidden.map(([name], column) => [name, column]));
  const columns = hidden.map(([name, { least, most }]) => ({ name, lower: least, upper: most, whole: true }));
  const rows = relations.map(({ total, parts }): LinearModel['rows'][number] => {
    const terms = [{ name: total, value: -1 }, ...parts.map((name) => ({ name, value: 1 }))];
    const known = terms.reduce((sum, { name, value }) => sum + value * (seen.get(name)?.count ?? 0), 0);
    const entries = terms.flatMap(({ name, value }) => {
      const column = columnOf.get(name);
      return column === undefined ? [] : [{ column, value }];
    });
    return { name: total, lower: -known, upper: -known, entries };
  });
  return { columns, rows: rows.filter(({ entries }) => entries.length > 0) };
}
