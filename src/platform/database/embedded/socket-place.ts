import { chmod, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const mostPathBytes = 100;

/** Only the owner of the files may reach the socket: its folder is private before the socket is there. */
const privateFolder = 0o700;

/**
 * Chooses where the owner of a data folder listens: DATA/socket/records, or, where that path is too long for a socket,
 * a private folder under the system's temporary one, noted in DATA/socket/place. Call only while holding the folder's
 * lock: it clears away what a killed owner left.
 */
export async function prepareSocketPlace(dataFolder: string): Promise<string> {
  const folder = socketFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: privateFolder });
  await chmod(folder, privateFolder);
  const note = join(folder, 'place');
  const left = await readFile(note, 'utf8').catch(() => null);
  if (left !== null && (await isOurs(dataFolder, left))) await rm(dirname(left), { recursive: true, force: true });
  await rm(note, { force: true });

  const usual = join(folder, 'records');
  await rm(usual, { force: true });
  if (Buffer.byteLength(usual) < mostPathBytes) return usual;
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'wardroom-')), 'records');
  await writeFile(note, elsewhere);
  return elsewhere;
}

/** Takes away the folder that was made for a long path; the socket itself goes when it is closed. */
export async function clearSocketPlace(dataFolder: string, place: string): Promise<void> {
  if (dirname(place) === socketFolder(dataFolder)) return;
  await rm(join(socketFolder(dataFolder), 'place'), { force: true });
  await rm(dirname(place), { recursive: true, force: true });
}

/** Where the owner of a data folder would be listening; null when nothing is there, or someone else's. */
export async function findSocketPlace(dataFolder: string): Promise<string | null> {
  const folder = socketFolder(dataFolder);
  const usual = join(folder, 'records');
  const place = (await readFile(join(folder, 'place'), 'utf8').catch(() => null)) ?? usual;
  return (await isOurs(dataFolder, place)) ? place : null;
}

/** Under the temporary folder anyone may make a name that was ours once: the user of the data folder must own it. */
async function isOurs(dataFolder: string, place: string): Promise<boolean> {
  const [there, here] = await Promise.all(
    [dirname(place), socketFolder(dataFolder)].map((path) => lstat(path).catch(() => null)),
  );
  return there?.isDirectory() === true && there.uid === here?.uid;
}

function socketFolder(dataFolder: string): string {
  return join(dataFolder, 'socket');
}
