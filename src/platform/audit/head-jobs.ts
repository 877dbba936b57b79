import { join } from 'node:path';
import { type BackgroundWork, backgroundWork, type Repeat } from '../background/index.ts';
import type { Platform } from '../platform.ts';
import { readChainHead } from './chain-store.ts';
import { headName, signedHead } from './heads-service.ts';
import { findHeads, keepHead, readStanding, removeOldHourlyHeads } from './heads-store.ts';
import type { Safekeeping } from './safekeeping.ts';
import { ownHeadsFolder } from './verify-service.ts';

/**
 * Exports a signed head every hour and every day (UTC) to the data folder and the folders that councils take them from.
 * Looks every minute which are due, so that a folder that could not be reached gets its head later in the hour. Of
 * several servers on one folder the first writes it, since no file is ever written over; what stands there is read back.
 * @param given.platform Wardroom's own
 * @param given.repeat   the timer
 * @param given.failed   is told in one sentence when a head is not in a folder as it should be
 */
export function auditHeadJobs(given: {
  platform: Pick<Platform, 'records' | 'dataFolder' | 'now' | 'actor'>;
  safekeeping: Pick<Safekeeping, 'headFolders'>;
  repeat: Repeat;
  failed: (sentence: string) => void;
}): BackgroundWork {
  const { platform, safekeeping, repeat, failed } = given;
  const folders = [ownHeadsFolder(platform.dataFolder), ...safekeeping.headFolders];
  const pieces = folders.flatMap((folder) =>
    (['hourly', 'daily'] as const).map((kind) => ({
      otherwise: `The ${kind} head of the audit could not be written to ${folder}`,
      onceADay: false,
      work: () => writeDue(platform, folder, kind),
    })),
  );
  return backgroundWork({ pieces, every: 'minute', now: platform.now, repeat, failed });
}

async function writeDue(
  platform: Pick<Platform, 'records' | 'dataFolder' | 'now' | 'actor'>,
  folder: string,
  kind: 'hourly' | 'daily',
): Promise<void> {
  const now = platform.now();
  const latest = await readChainHead(platform.records);
  if (latest === null) return;
  const name = headName(kind, now, latest);
  if ((await readStanding(folder, name)) === null) {
    const head = await signedHead(platform, kind);
    if (head === null) return;
    await keepHead(folder, name, head.content);
  }
  // Another server may have written it first; or somebody something else, so that no head would ever be kept.
  const { heads } = await findHeads(platform.dataFolder, { folders: [], files: [join(folder, name)], keyFile: null });
  if (!heads.some((head) => headName(kind, new Date(head.at), head) === name)) {
    throw new Error(`something else stands there as ${name}: take it away`);
  }
  await removeOldHourlyHeads(folder, latest.instance, now);
}
