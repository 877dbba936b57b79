import type { LeftOutRows } from './left-out-rows.ts';

/** A row that states something of a key; where what it states cannot be read, why. */
export interface KeyedRow<T> {
  row: { line: number; raw: string };
  /** What it is about, such as an area and a month. */
  key: string;
  stated: T | { unreadable: string };
}

export const AGAIN = 'given a second time';
export const DIFFERENTLY = 'given again with other figures, so none of them is used';

/**
 * Settles what several rows state of the same thing, for every source alike. A row that repeats another is left out.
 * Where two rows differ, or one of them cannot be read, nothing is known of the thing: all of them are left out, and the
 * first is never taken for right.
 * @param leftOut gets every row that is not used
 * @returns what is known, by key in the order of the rows; keys of which nothing is known are not in it
 */
export function settleRepeats<T>(rows: readonly KeyedRow<T>[], leftOut: LeftOutRows): Map<string, T> {
  const first = new Map<string, KeyedRow<T>>();
  const repeated = new Map<string, KeyedRow<T>[]>();
  for (const each of rows) {
    const before = first.get(each.key);
    if (before === undefined) {
      first.set(each.key, each);
      continue;
    }
    const same = repeated.get(each.key) ?? [before];
    same.push(each);
    repeated.set(each.key, same);
  }
  const settled = new Map<string, T>();
  for (const [key, only] of first) {
    const same = repeated.get(key) ?? [only];
    const differ = same.length > 1 && new Set(same.map(({ stated }) => JSON.stringify(stated))).size > 1;
    for (const [at, { row, stated }] of same.entries()) {
      if (isUnreadable(stated)) leftOut.add(row, stated.unreadable);
      else if (differ) leftOut.add(row, DIFFERENTLY);
      else if (at > 0) leftOut.add(row, AGAIN);
      else settled.set(key, stated);
    }
  }
  return settled;
}

function isUnreadable(stated: unknown): stated is { unreadable: string } {
  return typeof stated === 'object' && stated !== null && 'unreadable' in stated;
}
