import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;
/** In the folder keys/ of the data folder. Without it no second factor can be checked: keep a copy of it apart. */
export const KEY_FILE = 'identity.key';

/** What the key file gives: one key for each use, so that no use weakens another. */
export interface IdentityKeys {
  /** Seals the secrets of authenticators: 32 bytes. */
  seal: Uint8Array;
  /** A keyed hash of a short text, such as a mistyped e-mail or a recovery code: 32 bytes, useless without the key. */
  hashed(use: string, text: string): Uint8Array;
}

/**
 * Reads the key file of a data folder; makes it where there is none, readable by its owner only.
 * Safe when several processes begin at once: one makes it, all read the same.
 */
export async function identityKeys(dataFolder: string): Promise<IdentityKeys> {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, KEY_FILE);
  return keysOf((await readKey(file)) ?? (await makeKey(folder, file)));
}

/** The same where the key file is there; null where it is not, and none is made. */
export async function keysInPlace(dataFolder: string): Promise<IdentityKeys | null> {
  const key = await readKey(join(dataFolder, 'keys', KEY_FILE));
  return key === null ? null : keysOf(key);
}

/** Tells one key from another and gives neither away: 32 bytes. */
export const fingerprintOf = (keys: IdentityKeys): Uint8Array => keys.hashed('fingerprint', 'of this key');

function keysOf(key: Buffer): IdentityKeys {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `wardroom identity ${use}`, KEY_BYTES));
  return {
    seal: derived('seal'),
    hashed: (use, text) => createHmac('sha256', derived('hash')).update(`${use}\0${text}`).digest(),
  };
}

async function readKey(file: string): Promise<Buffer | null> {
  const key = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (key !== null && key.length !== KEY_BYTES)
    throw new Error(`The key file ${KEY_FILE} is damaged: put its copy back.`);
  return key;
}

/** A file that is there is whole: it is written under another name and linked to its own. */
async function makeKey(folder: string, file: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(unfinished);
  }
  const key = await readKey(file);
  if (key === null) throw new Error(`The key file ${KEY_FILE} was taken away while it was made.`);
  return key;
}
