import type { Config } from '../config.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { actorOf, claimOf, type Principal } from '../platform/access/index.ts';
import { type Database, type DatabaseSettings, openDatabase } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { rootImports } from '../sources/service.ts';

/** The records, opened, with the reference areas and unit in place. */
export interface Wardroom {
  database: Database;
  /** What the service functions are handed when somebody acts. */
  actingAs(principal: Principal): Platform;
  /** The same for work that no reader waits for, which may take as long as it needs. */
  inBackground(principal: Principal): Platform;
  /** The same for work of Wardroom's own, past row security. */
  system: Platform;
  close(): Promise<void>;
}

/**
 * Opens the records: in this process, through the process that owns the folder, or on a server.
 * Adds the reference areas (both ward sets) and the reference unit when they are missing, and writes down what is held of
 * imports from before the audit did.
 * @param limits how long a statement may take that a reader waits for; no end when left out
 */
export async function openWardroom(
  config: Config,
  limits: Pick<DatabaseSettings, 'statementMilliseconds'> = {},
): Promise<Wardroom> {
  const database = await openDatabase({ ...config, ...limits });
  const { dataFolder } = config;
  const now = () => new Date();
  const platformOf = (principal: Principal, records: Platform['records']): Platform => ({
    records,
    dataFolder,
    principal,
    actor: actorOf(principal),
    now,
  });
  const system = platformOf({ kind: 'wardroom' }, database.system);
  try {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await rootImports(system);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    system,
    actingAs: (principal) => platformOf(principal, database.actingAs(claimOf(principal))),
    inBackground: (principal) => platformOf(principal, database.actingAs(claimOf(principal), true)),
    close: () => database.close(),
  };
}
