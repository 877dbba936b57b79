import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const keysFolder = (dataFolder: string) => join(dataFolder, 'keys');
const privatePath = (dataFolder: string) => join(keysFolder(dataFolder), 'audit-signing.pem');

/** Where the key is that heads are checked with; councils are given a copy of it. */
export const publicKeyPath = (dataFolder: string): string => join(keysFolder(dataFolder), 'audit-signing.public.pem');

/**
 * The key that heads are signed with, made when it is first needed, with the public key beside it. Only the owner of the
 * data folder can read it.
 * @returns PEM
 */
export async function signingKey(dataFolder: string): Promise<string> {
  const path = privatePath(dataFolder);
  const held = await readOrNull(path);
  if (held !== null) return held;
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
