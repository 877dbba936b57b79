import type { ChartEntry, ChartSettings } from './model.ts';

/** What stands of the entries about one chart, in the order of time; made-up entries for made-up figures only. */
export function settingsFrom(
  entries: readonly ChartEntry[],
  { measure, area, synthetic }: { measure: string; area: string; synthetic: boolean },
  span: Pick<ChartSettings, 'from' | 'to'>,
): ChartSettings {
  const standing = entries.filter(
    (each) => each.measure === measure && each.area === area && each.synthetic === synthetic && each.withdrawn === null,
  );
  return {
    ...span,
    stepChanges: standing
      .flatMap(({ kind, from, reason }) => (kind === 'step change' ? [{ month: from, reason }] : []))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    heldLimits: standing.flatMap(({ from, to, reason }) => (to === null ? [] : [{ from, to, reason }])),
    target: null,
  };
}
