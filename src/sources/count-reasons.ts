import type { ReasonCount } from './model.ts';

/** Counts by reason while a file is read; read out the largest first. */
export interface ReasonCounter {
  add(reason: string, count?: number): void;
  counts(): ReasonCount[];
}

export function reasonCounter(): ReasonCounter {
  const byReason = new Map<string, number>();
  return {
    add(reason, count = 1) {
      if (count > 0) byReason.set(reason, (byReason.get(reason) ?? 0) + count);
    },
    counts: () =>
      [...byReason]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

/** Reasons of several kinds as one list, the largest first; the same reason once. */
export function reasonsTogether(...lists: readonly ReasonCount[][]): ReasonCount[] {
  const counter = reasonCounter();
  for (const { reason, count } of lists.flat()) counter.add(reason, count);
  return counter.counts();
}

/** How many rows or events there are over all reasons. */
export function totalOf(counts: readonly ReasonCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
