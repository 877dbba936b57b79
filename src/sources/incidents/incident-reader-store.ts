import type { Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { ReasonCount } from '../model.ts';
import type { IncidentKind } from './incident-kind.ts';

/** What the reading of one kind of incident differs in from that of another. */
export interface IncidentReader extends IncidentKind {
  /** What one file is called, such as "stop-and-search file". */
  called: string;
  /** Names in the lake for the columns of the file, all of them in its order. */
  columns: readonly string[];
  /** Columns of the table `named` that are written beside the file's own: what they mean in Wardroom's words. */
  meant: readonly string[];
  /** SQL of the list of categories a row counts in, over the columns that are written of it. */
  categories: string;
  /**
   * Checks the batch in the table `raw`: makes the tables `fault` (row_at, reason) of rows that cannot be used, and
   * `named` (row_at, entry, force, month, categories, and what is meant) of all others.
   * @returns rows that are used but with a limit, by reason
   */
  check(lake: Lake, batch: CheckedBatch): Promise<ReasonCount[]>;
}

/** What is known of a batch besides its rows. */
export interface CheckedBatch {
  /** Month and force that each entry's place in the archive, or who gave the file, says; null when nothing says so. */
  entries: readonly { id: number; month: Month | null; force: string | null }[];
  /** The present month: later ones are refused. */
  now: Month;
}
