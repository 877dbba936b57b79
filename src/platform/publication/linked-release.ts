import type { Release, ReleaseCell } from '../../lib/disclosure/index.ts';

type Tables = Pick<Release, 'cells' | 'relations'>;

/** Something of the same key that came out before: the figures it was made of, and those that readers saw. */
export interface EarlierRelease {
  /** Its number, such as "7". */
  id: string;
  tables: Tables;
  visible: readonly { key: string; count: number }[];
}

/**
 * Puts a release together with every earlier one, as somebody does who kept them all: one set of figures, all the sums,
 * and what is known of it. The same count under the same key is one figure; a count that was revised is another one, and
 * so is one that is not given.
 * @returns tables in which the cells of the release keep their keys, and the figures that are out
 * @throws Error when readers are said to have seen a figure that the earlier release does not have
 */
export function linkedRelease(
  release: Tables,
  earlier: readonly EarlierRelease[],
): Tables & Required<Pick<Release, 'earlier'>> {
  const cells = new Map<string, ReleaseCell>(release.cells.map((cell) => [cell.key, cell]));
  const keyOf = new Map(release.cells.flatMap(({ key, count }) => (count === null ? [] : [[named(key, count), key]])));
  const relations = [...release.relations];
  const out = new Map<string, { key: string; count: number; release: string }>();
  for (const { id, tables, visible } of earlier) {
    const here = new Map<string, string>();
    for (const cell of tables.cells) {
      const known = cell.count === null ? undefined : keyOf.get(named(cell.key, cell.count));
      const key = known ?? `${cell.key} (number ${id})`;
      here.set(cell.key, key);
      if (cell.count !== null) keyOf.set(named(cell.key, cell.count), key);
      cells.set(key, { ...cell, ...cells.get(key), key });
    }
    const keyHere = (key: string) => here.get(key) ?? key;
    relations.push(
      ...tables.relations.map(({ total, parts }) => ({ total: keyHere(total), parts: parts.map(keyHere) })),
    );
    for (const { key, count } of visible) {
      const cell = cells.get(keyHere(key));
      if (!here.has(key) || cell?.count !== count)
        throw new Error(`Readers of number ${id} are said to see ${count} as "${key}", which it does not have.`);
      out.set(cell.key, { key: cell.key, count, release: id });
    }
  }
  return { cells: [...cells.values()], relations, earlier: [...out.values()] };
}

const named = (key: string, count: number) => JSON.stringify([key, count]);
