import { reasonCounter } from './count-reasons.ts';
import type { ReasonCount } from './model.ts';

/** A row that was left out: where it stands, why, and what it says. */
export interface RefusedRow {
  /** Line of the file on which it begins; the first line is 1. */
  line: number;
  reason: string;
  /** As it stands in the file. */
  text: string;
}

/** Rows of a file that are left out: counted by reason, and kept. */
export interface LeftOutRows {
  add(row: { line: number; raw: string }, reason: string): void;
  counts(): ReasonCount[];
  /** In the order of their lines. */
  rows(): readonly RefusedRow[];
}

export function leftOutRows(): LeftOutRows {
  const counter = reasonCounter();
  const rows: RefusedRow[] = [];
  return {
    add({ line, raw }, reason) {
      counter.add(reason);
      rows.push({ line, reason, text: raw });
    },
    counts: () => counter.counts(),
    rows: () => rows.toSorted((a, b) => a.line - b.line),
  };
}
