import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RosterAsked } from './roster-answer.ts';

/** A roster that waits for whoever sent it to confirm what it would change. It holds what was read, and not the file. */
export interface WaitingRoster {
  asked: RosterAsked;
  /** Who sent it, as the audit has them. */
  sentBy: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Hours that a roster waits. */
const KEPT_HOURS = 24;

const folderOf = (dataFolder: string) => join(dataFolder, 'rosters');
const pathOf = (dataFolder: string, id: string) => join(folderOf(dataFolder), `${id}.json`);

/** Lets a roster wait; those of more than a day ago are removed. @returns its name */
export async function keepWaiting(dataFolder: string, waiting: WaitingRoster, now: Date): Promise<string> {
  await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 });
  for (const name of await readdir(folderOf(dataFolder))) {
    const path = join(folderOf(dataFolder), name);
    const found = await stat(path).catch(() => null);
    if (found !== null && now.getTime() - found.mtimeMs > KEPT_HOURS * 3_600_000) await rm(path, { force: true });
  }
  const id = randomUUID();
  await writeFile(pathOf(dataFolder, id), JSON.stringify(waiting), { mode: 0o600, flag: 'wx' });
  return id;
}

const day = z.string().nullable();
const span = z.object({ from: z.coerce.date(), to: z.coerce.date() });
/** Written by Wardroom itself a moment ago: what is not text comes back as what it was. */
const row = z.looseObject({
  time: span.nullable(),
  order: z.looseObject({ at: z.coerce.date().nullable() }).nullable(),
});
const waitingShape = z.object({
  asked: z.object({
    unit: z.string().nullable(),
    whole: z.boolean(),
    file: z.object({
      name: z.string(),
      hash: z.string(),
      read: z.object({
        kind: z.literal('read'),
        format: z.enum(['csv', 'icalendar']),
        rows: z.array(row),
        held: z.array(z.object({ line: z.number(), written: z.string(), said: z.string(), officer: day, day })),
      }),
    }),
  }),
  sentBy: z.string(),
});

/** The roster that waits under a name for who sent it; null where none does, or none any more. */
export async function readWaiting(dataFolder: string, id: string, sentBy: string): Promise<WaitingRoster | null> {
  if (!ID.test(id)) return null;
  try {
    const found = waitingShape.parse(JSON.parse(await readFile(pathOf(dataFolder, id), 'utf8')));
    return found.sentBy === sentBy ? (found as unknown as WaitingRoster) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Lets a roster wait no longer. */
export async function removeWaiting(dataFolder: string, id: string): Promise<void> {
  if (ID.test(id)) await rm(pathOf(dataFolder, id), { force: true });
}
