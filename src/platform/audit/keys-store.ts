import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const keysFolder = (dataFolder: string) => join(dataFolder, 'keys');
const privatePath = (dataFolder: string) => join(keysFolder(dataFolder), 'audit-signing.pem');

/** Where the key is that heads are checked with; councils are given a copy of it. */
export const publicKeyPath = (dataFolder: string): string => join(keysFolder(dataFolder), 'audit-signing.public.pem');

/** The key that heads are signed with, PEM; null where there is none. */
export const heldSigningKey = (dataFolder: string): Promise<string | null> => readOrNull(privatePath(dataFolder));

/** Tells one public key from another: the first 16 hexadecimal digits of its SHA-256. */
const fingerprintOf = (publicKey: string): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16);

/** Whether heads were signed with a key that is not here any more: its public key still is. */
export async function isSigningKeyLost(dataFolder: string): Promise<boolean> {
  return (await heldSigningKey(dataFolder)) === null && (await readOrNull(publicKeyPath(dataFolder))) !== null;
}

/**
 * Sets the public key of a lost signing key aside, so that heads it signed can still be checked and a new one can be made.
 * @returns its fingerprint; null where there is none
 */
export async function setPublicKeyAside(dataFolder: string): Promise<string | null> {
  const publicKey = await readOrNull(publicKeyPath(dataFolder));
  if (publicKey === null) return null;
  const fingerprint = fingerprintOf(publicKey);
  await rename(publicKeyPath(dataFolder), join(keysFolder(dataFolder), `audit-signing.${fingerprint}.public.pem`));
  return fingerprint;
}

/** Public keys of signing keys that were lost, PEM. */
export async function formerPublicKeys(dataFolder: string): Promise<string[]> {
  const names = await readdir(keysFolder(dataFolder)).catch(() => [] as string[]);
  const former = names.filter((name) => /^audit-signing\.[0-9a-f]{16}\.public\.pem$/.test(name)).toSorted();
  return Promise.all(former.map((name) => readFile(join(keysFolder(dataFolder), name), 'utf8')));
}

/**
 * Makes the key that heads are signed with, with the public key beside it. Only the owner of the data folder can read it.
 * @returns PEM
 */
export async function makeSigningKey(dataFolder: string): Promise<string> {
  const path = privatePath(dataFolder);
  await mkdir(keysFolder(dataFolder), { recursive: true, mode: 0o700 });
  await chmod(keysFolder(dataFolder), 0o700);
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  // Of two processes that make one at once, the first one's stands.
  const kept = await readFile(path, 'utf8');
  const publicKey = createPublicKey(kept).export({ type: 'spki', format: 'pem' }).toString();
  await writeOnce(publicKeyPath(dataFolder), publicKey, 0o644);
  return kept;
}

/** A file's text; null when there is none. */
export async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes a file whole or not at all, and never over another.
 * @returns whether it was written; false when there was one
 */
export async function writeOnce(path: string, content: string, mode = 0o644): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  const file = await open(draft, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Folders of other systems may know no links.
    return await copyOnce(content, path, mode);
  } finally {
    await rm(draft, { force: true });
  }
}

async function copyOnce(content: string, path: string, mode: number): Promise<boolean> {
  try {
    const file = await open(path, 'wx', mode);
    await file.writeFile(content).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
