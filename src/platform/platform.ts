import type { Principal } from './access/model.ts';
import type { Records } from './database/index.ts';

/** What every service function is handed: the records, the folder of the lake, who acts, and the clock. */
export interface Platform {
  /** Acts for the principal inside transactions; outside one it sees what is published, and changes nothing. */
  records: Records;
  /** Folder that holds the lake and uploads; absolute. */
  dataFolder: string;
  /** Who acts, for the audit: "cli:anna", "person:3f9c", "wardroom". */
  actor: string;
  /** Who acts, and what they may do. */
  principal: Principal;
  now: () => Date;
}
