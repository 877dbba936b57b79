import type { Config } from '../config.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { openDatabase } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';

/** The records, opened, with the reference areas and unit in place. */
export interface Wardroom {
  platform: Platform;
  close(): Promise<void>;
}

/**
 * Opens the records for one actor: in this process, through the process that owns the folder, or on a server.
 * Adds the reference areas (both ward sets) and the reference unit when they are missing.
 */
export async function openWardroom(config: Config, actor: string): Promise<Wardroom> {
  const database = await openDatabase(config);
  const platform: Platform = {
    records: database.records,
    dataFolder: config.dataFolder,
    actor,
    now: () => new Date(),
  };
  try {
    await ensureReferenceAreas(platform);
    await ensureReferenceUnit(platform);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { platform, close: () => database.close() };
}
