import type { Records } from '../platform/database/index.ts';
import { type HeldFinding, readFindings } from './completeness/completeness-store.ts';
import type { HeldSeries, UnusedMonths } from './compose-series.ts';
import { type RunsWanted, readRuns, readUnusedMonths } from './reading-store.ts';

/** Runs as read, with what is known of their months. */
export interface HeldRows extends RunsWanted {
  rows: HeldSeries[];
  unused: UnusedMonths[];
  findings: HeldFinding[];
}

/** Reads the runs of several sets of areas at once: a statement costs more than the rows of a ward. */
export async function readHeldRows(records: Records, wanted: readonly RunsWanted[]): Promise<HeldRows[]> {
  if (wanted.length === 0) return [];
  const rows = await readRuns(records, wanted);
  const unused = await readUnusedMonths(records, wanted);
  const held: HeldRows[] = [];
  for (const [set, each] of wanted.entries()) {
    held.push({
      ...each,
      rows: rows[set] ?? [],
      unused: unused.filter(({ boundaryVersion }) => boundaryVersion === each.boundaryVersion),
      findings: await readFindings(records, each),
    });
  }
  return held;
}

/** Whether all that is wanted is among what was read. */
export function coversAll(held: HeldRows, wanted: RunsWanted): boolean {
  const among = (all: readonly string[], some: readonly string[]): boolean => {
    const known = new Set(all);
    return some.every((each) => known.has(each));
  };
  return (
    held.boundaryVersion === wanted.boundaryVersion &&
    among(held.areaCodes, wanted.areaCodes) &&
    among(held.importIds, wanted.importIds) &&
    among(held.categories, wanted.categories)
  );
}
