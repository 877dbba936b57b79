import type { Records } from '../database/index.ts';
import { isAsPublished, readSnapshotsToCheck } from './earlier-store.ts';

/** What a look at everything published found. */
export interface CheckedSnapshots {
  checked: number;
  /** One sentence for each that is not what was approved. */
  faults: string[];
}

/**
 * Compares everything that was ever published with the hash of what was approved: what readers see, what is kept of what
 * they were shown, and its place, day and state.
 * @param system Wardroom's own records
 */
export async function checkSnapshots(system: Records): Promise<CheckedSnapshots> {
  const rows = await readSnapshotsToCheck(system);
  const faults = rows.flatMap((row) => {
    const { id, kind, missing, same, content, withdrawn, shown } = row;
    const about = `Number ${id} of ${kind}`;
    if (missing) return [`${about} was published, and is not there for readers.`];
    if (!same) return [`${about} is shown otherwise than it was approved: its place, day, state or hash differs.`];
    if ((content === null && !withdrawn) || !isAsPublished(row)) return [`${about} is not what was approved.`];
    if (shown === null || !isAsPublished({ ...row, content: shown, text_hash: row.shown_text_hash }))
      return [`What is kept of what readers of number ${id} of ${kind} were shown is not what was approved.`];
    return [];
  });
  return { checked: rows.length, faults };
}
