import type { Lake } from '../../platform/lake/index.ts';
import type { IncidentFile } from '../archive/incident-archive-importer.ts';
import { type ReasonCounter, totalOf } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { countBreaks, countRows } from './read-entries-store.ts';
import type { RefusedRowsFile } from './refused-rows-store.ts';

/** Where the lines of files that are no rows are counted and kept. */
export interface LinesLeftOut {
  refused: ReasonCounter;
  refusedRows: RefusedRowsFile;
}

const BLANK = 'a blank line, or one inside quotation marks that do not close';

/**
 * Accounts for every line of the files read into `raw`: rows read, lines refused, the header, and breaks inside fields.
 * @param columns of `raw`, in the file's order
 * @param unread lines that could not be read, by reason
 * @returns the rows the files had, those left out among them
 */
export async function countLines(
  lake: Lake,
  { entries, columns, unread }: { entries: readonly IncidentFile[]; columns: readonly string[]; unread: ReasonCount[] },
  { refused, refusedRows }: LinesLeftOut,
): Promise<number> {
  for (const { reason, count } of unread) refused.add(reason, count);
  const rows = await countRows(lake);
  const lines = entries.reduce((sum, entry) => sum + Math.max(entry.lines - 1, 0), 0);
  const more = lines - rows - totalOf(unread);
  // Most batches have no line that is not accounted for, and need no look at each of their fields.
  const missing = more > 0 ? Math.max(more - (await countBreaks(lake, columns)), 0) : 0;
  refused.add(BLANK, missing);
  await refusedRows.addBlank(entries, BLANK, missing);
  return rows + totalOf(unread) + missing;
}
