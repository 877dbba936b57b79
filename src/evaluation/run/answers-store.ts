import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Answers that are kept; the one asked for longest ago goes first. One of three groups of boroughs takes 300 kB. */
const MOST = 60;

const folderOf = (dataFolder: string): string => join(dataFolder, 'answers');

/**
 * The answer kept of a question, so that a restart does not work it out anew; null where there is none. Numbers come back as
 * they went in, those that JSON has no way of writing too.
 * @param key as {@link keepAnswer} had it; 64 hexadecimal digits
 */
export async function keptAnswer(dataFolder: string, key: string, now: Date): Promise<unknown> {
  const file = join(folderOf(dataFolder), key);
  try {
    const answer: unknown = deserialize(await readFile(file));
    await utimes(file, now, now);
    return answer;
  } catch {
    // One that is gone, or was damaged, is worked out again.
    return null;
  }
}

/**
 * Keeps an answer as a file of the data folder, which all processes of one Wardroom share whatever database they use. A file
 * that is there is whole.
 * @param key tells the question from any other: all that was given out to who asked, and so nothing of it is found by whom
 *   less is given out to
 */
export async function keepAnswer(dataFolder: string, key: string, answer: unknown, now: Date): Promise<void> {
  const folder = folderOf(dataFolder);
  const unfinished = join(folder, `${key}.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(folder, { mode: 0o700 }).catch(refuseUnlessThere);
    await writeFile(unfinished, serialize(answer), { mode: 0o600, flag: 'wx' });
    await utimes(unfinished, now, now);
    await rename(unfinished, join(folder, key));
    await forgetOldest(folder);
  } catch {
    // A full disk keeps nobody from an answer that is there.
    await rm(unfinished, { force: true }).catch(() => {});
  }
}

/** A data folder that is not there is not made either. */
function refuseUnlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MOST) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  const gone = dated.toSorted((a, b) => a.at - b.at).slice(0, names.length - MOST);
  for (const { name } of gone) await rm(join(folder, name), { force: true });
}
