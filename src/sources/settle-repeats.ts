import type { LeftOutRows } from './left-out-rows.ts';

/** A row that states something of a key; null where what it states cannot be read, and why then. */
export interface KeyedRow<T> {
  row: { line: number; raw: string };
  /** What it is about, such as an area and a month. */
  key: string;
  stated: T | { unreadable: string };
}

const AGAIN = 'given a second time, the same';
const DIFFERENTLY = 'given a second time with other figures: neither is used';

/**
 * Settles what several rows state of the same thing. A row that repeats another is left out. Where two rows differ, or
 * one of them cannot be read, nothing is known of the thing: the first is never taken for right.
 * @param leftOut gets every row that is not used
 * @returns what is known, by key; keys of which nothing is known are not in it
 */
export function settleRepeats<T>(rows: readonly KeyedRow<T>[], leftOut: LeftOutRows): Map<string, T> {
  const byKey = new Map<string, KeyedRow<T>[]>();
  for (const each of rows) {
    const same = byKey.get(each.key);
    if (same) same.push(each);
    else byKey.set(each.key, [each]);
  }
  const settled = new Map<string, T>();
  for (const [key, same] of byKey) {
    const read = same.flatMap(({ stated }) => (isUnreadable(stated) ? [] : [stated]));
    const differ = read.length < same.length || new Set(read.map((each) => JSON.stringify(each))).size > 1;
    const [first] = read;
    if (!differ && first !== undefined) settled.set(key, first);
    for (const [at, { row, stated }] of same.entries()) {
      if (isUnreadable(stated)) leftOut.add(row, stated.unreadable);
      else if (differ) leftOut.add(row, DIFFERENTLY);
      else if (at > 0) leftOut.add(row, AGAIN);
    }
  }
  return settled;
}

function isUnreadable(stated: unknown): stated is { unreadable: string } {
  return typeof stated === 'object' && stated !== null && 'unreadable' in stated;
}
