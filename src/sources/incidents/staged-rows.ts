import type { Month } from '../../lib/calendar/month.ts';
import type { ReasonCount } from '../model.ts';
import type { IndexedWards } from './indexed-wards.ts';

/** What the files of one kind are read by. */
export interface StageSettings {
  /** Name of the file that is imported. */
  name: string;
  /** Staging folder of these files alone. */
  folder: string;
  /** Ward versions points are assigned to. */
  wards: readonly IndexedWards[];
  /** The present month: later ones are refused. */
  now: Month;
  ofArchive: boolean;
}

/** What the rows of the files of one kind came to. */
export interface StagedRows {
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  /** CSV of the rows left out, repeats among them; null when there are none. */
  refusedRows: string | null;
  /** Folder to be moved into the lake, and its files. */
  lakeFolder: string;
  lakeFiles: { path: string; rows: number }[];
}
