import { change, readRow, type Sealed } from './database.ts';

const ALGORITHM = 'AES-GCM';
/** Bytes of the number that is new for each sealing: NIST SP 800-38D, 5.2.1.1. */
const IV_BYTES = 12;

/** Who records are of, as this phone writes it: says nothing of the person, and is another on every phone. */
export async function ownerOf(salt: string, officer: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${officer}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The UUID by which the server knows this phone in the hands of its owner. */
export const deviceOf = (owner: string): string =>
  owner.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The key of an owner on this phone, made when there is none. Nothing can read it out of the browser. */
export async function keyOf(db: IDBDatabase, owner: string): Promise<CryptoKey> {
  const found = await readRow(db, 'keys', owner);
  if (found !== undefined) return found;
  const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may make one at once: the first stands.
  if ((await readRow(db, 'keys', owner)) === undefined) await change(db, ['keys'], (of) => of.put('keys', owner, made));
  return (await readRow(db, 'keys', owner)) ?? made;
}

/** Seals something under a key, tied to its owner. */
export async function seal(key: CryptoKey, owner: string, open: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(open));
  return { iv, sealed: await crypto.subtle.encrypt(wayOf(iv, owner), key, text) };
}

/** Opens what was sealed by the same owner; fails for anybody else's. */
export async function unseal<Open>(key: CryptoKey, owner: string, { iv, sealed }: Sealed): Promise<Open> {
  const text = await crypto.subtle.decrypt(wayOf(iv, owner), key, sealed);
  return JSON.parse(new TextDecoder().decode(text)) as Open;
}

const wayOf = (iv: Uint8Array<ArrayBuffer>, owner: string) => ({
  name: ALGORITHM,
  iv,
  additionalData: new TextEncoder().encode(owner),
});
