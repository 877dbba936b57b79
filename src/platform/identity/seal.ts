import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text with AES-256-GCM for one owner: moved to another's row it does not open.
 * @param key 32 bytes
 * @returns nonce, tag and sealed text in one
 */
export function seal(key: Uint8Array, owner: string, text: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/**
 * Opens what seal() made.
 * @throws Error when the key or the owner is another, or anything was changed
 */
export function unseal(key: Uint8Array, owner: string, sealed: Uint8Array): string {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString('utf8');
}

/** The same; null where it does not open: the key was lost, or somebody changed the records. */
export function unsealOrNull(key: Uint8Array, owner: string, sealed: Uint8Array): string | null {
  try {
    return unseal(key, owner, sealed);
  } catch {
    return null;
  }
}
