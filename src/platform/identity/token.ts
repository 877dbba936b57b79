import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses it, so its hash needs no salt and no slowness. */
const TOKEN_BYTES = 32;

/** A new secret for a cookie or a link: 43 letters, digits, hyphens and underscores. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token: whoever reads the records cannot sign in with it. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Whether a text can be a token at all; anything else is not worth a look at the records. */
export function isToken(text: string | null): text is string {
  return text !== null && /^[\w-]{43}$/.test(text);
}

/** A new opaque identity: what it names, and 16 hexadecimal digits. */
export function newId(kind: 'person' | 'session' | 'link' | 'grant'): string {
  return `${kind}:${randomBytes(8).toString('hex')}`;
}
