import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { recordAudit } from '../platform/audit/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Readiness, ReadyPart } from '../platform/web/index.ts';

/** Ends the trial entry's transaction without keeping it. */
class NotToBeKept extends Error {}

/** Tries whether the records answer, an audit entry can be added (none is kept), and the data folder can be written to. */
export function readinessOf(system: Platform): Readiness {
  const parts: readonly [ReadyPart, () => Promise<unknown>][] = [
    ['records', () => sql`select 1`.execute(system.records)],
    ['audit', () => addAndTakeBack(system)],
    ['disk', () => writeAndRemove(join(system.dataFolder, `ready-${process.pid}`))],
  ];
  return async () => {
    for (const [part, works] of parts) {
      try {
        await works();
      } catch (error) {
        return { part, error };
      }
    }
    return null;
  };
}

async function addAndTakeBack({ records, actor }: Platform): Promise<void> {
  try {
    await records.transaction().execute(async (trx) => {
      await recordAudit(trx, { actor, action: 'audit.try', subject: 'readiness' });
      throw new NotToBeKept();
    });
  } catch (error) {
    if (!(error instanceof NotToBeKept)) throw error;
  }
}

async function writeAndRemove(path: string): Promise<void> {
  await writeFile(path, 'ready');
  await rm(path, { force: true });
}
