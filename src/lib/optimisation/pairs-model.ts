import type { SergeantQuestion } from './full-plan.ts';
import type { LinearModel, Row } from './linear-model.ts';

export type Pair = readonly [number, number];

/** Pairs that are allowed at all, lower place first: none with a ward that must not share. */
export function allowedPairs({ pairs, mustNotShare }: SergeantQuestion): Pair[] {
  const alone = new Set(mustNotShare);
  return pairs.filter(([a, b]) => !alone.has(a) && !alone.has(b)).map(([a, b]): Pair => (a < b ? [a, b] : [b, a]));
}

/** Demand of the two wards of a pair together. */
export const sharedDemand = (demand: readonly number[], [a, b]: Pair): number => (demand[a] ?? 0) + (demand[b] ?? 0);

/**
 * The rows of "so many pairs, every ward in at most one, wards that must share in exactly one", one column a pair.
 * @param firstColumn where the columns of the pairs begin in the model
 */
export function pairRows(wards: number, pairs: readonly Pair[], asked: SergeantQuestion, firstColumn: number): Row[] {
  const must = new Set(asked.mustShare);
  const sharing: number[][] = Array.from({ length: wards }, () => []);
  pairs.forEach((pair, place) => {
    for (const ward of pair) sharing[ward]?.push(firstColumn + place);
  });
  const number = wards - asked.sergeants;
  const count: Row = {
    name: 'pairs',
    lower: number,
    upper: number,
    entries: pairs.map((_, place) => ({ column: firstColumn + place, value: 1 })),
  };
  const perWard = sharing.map(
    (columns, ward): Row => ({
      name: `ward ${ward} shares`,
      lower: must.has(ward) ? 1 : 0,
      upper: 1,
      entries: columns.map((column) => ({ column, value: 1 })),
    }),
  );
  return [count, ...perWard.filter((row) => row.entries.length > 0 || row.lower > 0)];
}

/**
 * Writes "choose so many pairs at least cost" as a mixed-integer model, one 0–1 column a pair.
 * @param costs of each pair; all 0 to ask only whether there is an answer
 */
export function pairsModel(
  wards: number,
  pairs: readonly Pair[],
  costs: readonly number[],
  asked: SergeantQuestion,
): LinearModel {
  return {
    columns: pairs.map((_, place) => ({ cost: costs[place] ?? 0, lower: 0, upper: 1, whole: true })),
    rows: pairRows(wards, pairs, asked, 0),
  };
}

/** The pairs chosen in a solution, in order of their places. */
export function readPairs(pairs: readonly Pair[], columns: readonly number[]): Pair[] {
  return pairs.filter((_, place) => Math.round(columns[place] ?? 0) === 1).toSorted(([a], [b]) => a - b);
}
