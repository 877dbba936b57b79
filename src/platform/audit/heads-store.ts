import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeadFile, isHeadKey, readHead, type SignedHead } from './head-text.ts';
import { formerPublicKeys, isSigningKeyLost, publicKeyPath, readOrNull, writeOnce } from './keys-store.ts';

/** A head's file: audit-head-hourly-2026-03-10T12-INSTANCE.json, audit-head-daily-2026-03-10-INSTANCE.json */
const HEAD_FILE = /^audit-head-(hourly|daily|asked)-.+\.json$/;
const HOURLY = /^audit-head-hourly-(\d{4}-\d\d-\d\dT\d\d)-([0-9a-f-]{36})\.json$/;
const INSTANCE = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

/** What reading the heads found: those whose signature fits, and a sentence for each that cannot be trusted. */
export interface FoundHeads {
  heads: SignedHead[];
  faults: string[];
  /** One sentence where heads of other records lie in the folders: they were left aside. */
  notes: string[];
}

/**
 * Reads the heads in folders and files, and checks each one's signature.
 * @param asked.keyFile  public key, PEM; null: that of the data folder
 * @param asked.instance whose heads are looked for in the folders, since several records may share one; null: anyone's
 */
export async function findHeads(
  dataFolder: string,
  asked: { folders: readonly string[]; files: readonly string[]; keyFile: string | null; instance?: string | null },
): Promise<FoundHeads> {
  const listed = await Promise.all(
    asked.folders.map(async (folder) => (await headsIn(folder)).map((name) => join(folder, name))),
  );
  const isOther = (path: string) =>
    asked.instance != null && (INSTANCE.exec(path)?.[1] ?? asked.instance) !== asked.instance;
  const others = listed.flat().filter(isOther).length;
  const notes = others === 0 ? [] : [`In the folders for heads are ${others} of other records, which were left aside.`];
  const paths = [...new Set([...listed.flat().filter((path) => !isOther(path)), ...asked.files])];
  if (paths.length === 0) return { heads: [], faults: [], notes };
  const keyFile = asked.keyFile ?? publicKeyPath(dataFolder);
  const key = await readOrNull(keyFile);
  if (key === null) {
    return {
      heads: [],
      faults: [`The key ${keyFile} is not there, so no head can be checked: name it with --key.`],
      notes,
    };
  }
  // A key that was named is the only one trusted; of the data folder's own, those before a loss count too.
  const keys = asked.keyFile === null ? [key, ...(await formerPublicKeys(dataFolder))] : [key];
  const lost = asked.keyFile === null && (await isSigningKeyLost(dataFolder));
  const found: FoundHeads = { heads: [], faults: lost ? [SIGNING_KEY_LOST] : [], notes };
  for (const path of paths) {
    const content = await readIfFile(path);
    const read =
      content === null ? { head: null, because: `There is no head ${path}.` } : readWithAny(content, path, keys);
    if (read.head === null) found.faults.push(read.because);
    else found.heads.push(read.head);
  }
  found.heads.sort((one, other) => one.seq - other.seq || one.at.localeCompare(other.at));
  return found;
}

const SIGNING_KEY_LOST =
  'The key that heads are signed with is lost: put keys/audit-signing.pem back from the backup of the data folder, or the next head is signed with a new one, which the audit will say.';

/**
 * What is wrong with files that somebody named, before anything is checked against them: one that is not there, or is
 * something else, was mistyped and says nothing of the audit. A head with another text or signature is no such file.
 * @returns one sentence; null when every file may be what it is named for
 */
export async function wrongFileNamed(files: readonly string[], keyFile: string | null): Promise<string | null> {
  const key = keyFile === null ? null : await readIfFile(keyFile);
  if (keyFile !== null && key === null)
    return `There is no key ${keyFile}: name the file of the public key with --key.`;
  if (key !== null && !isHeadKey(key))
    return `${keyFile} is not an Ed25519 public key in PEM: name the file of the public key with --key.`;
  for (const file of files) {
    const content = await readIfFile(file);
    if (content === null) return `There is no head ${file}: name a file that Wardroom exported with --head.`;
    if (!isHeadFile(content)) return `${file} is not a signed head as Wardroom writes it: name one with --head.`;
  }
  return null;
}

/** Reads a head that one of several keys signed; why not, by the first. */
function readWithAny(content: string, path: string, keys: readonly string[]): ReturnType<typeof readHead> {
  const read = keys.map((key) => readHead(content, path, key));
  return read.find(({ head }) => head !== null) ?? read[0] ?? { head: null, because: `There is no key for ${path}.` };
}

/**
 * The files of heads in folders, each name once, the latest first as their names tell it.
 * @example names audit-head-hourly-2026-03-10T12.json before audit-head-daily-2026-03-10.json
 */
export async function headFiles(folders: readonly string[]): Promise<{ name: string; path: string }[]> {
  const listed = await Promise.all(
    folders.map(async (folder) => (await headsIn(folder)).map((name) => [name, join(folder, name)] as const)),
  );
  // Of a name in several folders the first folder's counts: Wardroom's own.
  const pathOf = new Map(listed.toReversed().flat());
  const when = (name: string) => name.replace(/^audit-head-[a-z]+-/, '');
  return [...pathOf]
    .map(([name, path]) => ({ name, path }))
    .toSorted((one, other) => (when(one.name) < when(other.name) ? 1 : -1));
}

async function headsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter((name) => HEAD_FILE.test(name)).sort();
}

/**
 * Writes a head's file in a folder, which is made when missing; never over another.
 * @returns whether it was written; false when a file of that name was there
 */
export async function keepHead(folder: string, name: string, content: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  return writeOnce(join(folder, name), content);
}

/** Removes an instance's hourly heads of more than a week ago; daily ones and those that were asked for stay for ever. */
export async function removeOldHourlyHeads(folder: string, instance: string, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - 7 * 24 * 3_600_000).toISOString().slice(0, 13);
  const old = (await headsIn(folder)).filter((name) => {
    const [, hour = oldest, of] = HOURLY.exec(name) ?? [];
    return of === instance && hour < oldest;
  });
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** What stands in a folder under a head's name; null where there is nothing or no file that can be read. */
export async function readStanding(folder: string, name: string): Promise<string | null> {
  return readIfFile(join(folder, name));
}

/** A file's text; null where there is none, or something else stands there. */
async function readIfFile(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
