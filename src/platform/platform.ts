import type { Records } from './database/index.ts';

/** What every service function is handed: the records, the folder of the lake, who acts, and the clock. */
export interface Platform {
  records: Records;
  /** Folder that holds the lake and uploads; absolute. */
  dataFolder: string;
  /** Who acts, for the audit: "cli:anna" or "local operator". */
  actor: string;
  now: () => Date;
}
