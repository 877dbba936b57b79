import type { Platform } from '../platform.ts';
import { headName, signedHead } from './heads-service.ts';
import { hasHead, keepHead, removeOldHourlyHeads } from './heads-store.ts';
import type { Safekeeping } from './safekeeping.ts';
import { ownHeadsFolder } from './verify-service.ts';

/** Calls a function again and again until it is told to stop. */
export type Repeat = (everyMilliseconds: number, work: () => Promise<void>) => { stop(): void };

const LOOKS_EVERY_MILLISECONDS = 60_000;

export interface HeadJobs {
  /** Writes the heads that are due, once; throws nothing. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Exports a signed head every hour and every day (UTC) to the data folder and the folders that councils take them from.
 * Looks every minute which are due, so that a folder that could not be reached gets its head later in the hour. Of
 * several servers on one folder the first writes it, since no file is ever written over.
 * @param given.platform Wardroom's own
 * @param given.repeat   the timer
 * @param given.failed   is told in one sentence when a folder cannot be written
 */
export function auditHeadJobs(given: {
  platform: Pick<Platform, 'records' | 'dataFolder' | 'now'>;
  safekeeping: Pick<Safekeeping, 'headFolders'>;
  repeat: Repeat;
  failed: (sentence: string) => void;
}): HeadJobs {
  const { platform, safekeeping, repeat, failed } = given;
  const folders = [ownHeadsFolder(platform.dataFolder), ...safekeeping.headFolders];
  const look = async () => {
    for (const folder of folders) {
      for (const kind of ['hourly', 'daily'] as const) {
        await writeDue(platform, folder, kind).catch((error: unknown) => {
          const because = error instanceof Error ? error.message : String(error);
          failed(`The ${kind} head of the audit could not be written to ${folder} (${because}): it is tried again.`);
        });
      }
    }
  };
  const timer = repeat(LOOKS_EVERY_MILLISECONDS, look);
  return { look, stop: () => timer.stop() };
}

async function writeDue(
  platform: Pick<Platform, 'records' | 'dataFolder' | 'now'>,
  folder: string,
  kind: 'hourly' | 'daily',
): Promise<void> {
  const now = platform.now();
  if (await hasHead(folder, headName(kind, now, 0))) return;
  const head = await signedHead(platform, kind);
  if (head === null) return;
  await keepHead(folder, head.name, head.content);
  await removeOldHourlyHeads(folder, now);
}
