import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const note = z.object({ address: z.url(), pid: z.number().int().positive() });
const fileIn = (dataFolder: string): string => join(dataFolder, 'server.json');

/**
 * Notes in the data folder where its server is reached, so that commands can print links that lead there.
 * @returns takes the note away again
 */
export async function noteAddress(dataFolder: string, address: string): Promise<() => Promise<void>> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(fileIn(dataFolder), `${JSON.stringify({ address, pid: process.pid })}\n`);
  return () => rm(fileIn(dataFolder), { force: true });
}

/** Where the server of a data folder is reached; null when none is running, or it did not say. */
export function runningAddress(dataFolder: string): string | null {
  const noted = note.safeParse(readOrNull(fileIn(dataFolder)));
  // A server that was killed leaves its note behind.
  return noted.success && isRunning(noted.data.pid) ? noted.data.address : null;
}

function readOrNull(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
