import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { jsonOrNull } from './json-or-null.ts';
import type { ChainHead } from './model.ts';

/** A head that leaves Wardroom: what the chain was when it was signed. */
export interface ExportedHead extends ChainHead {
  /** Instant of signing, ISO. */
  at: string;
}

/** A head as it came back, and the file it stands in. */
export interface SignedHead extends ExportedHead {
  file: string;
}

const headFile = z.object({ text: z.string(), signature: z.base64() });
const TEXT =
  /^wardroom audit head 1, instance ([0-9a-f-]{36}), entry (\d{1,15}), hash ([0-9a-f]{64}), signed (\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

/**
 * A head as a file: the text that is signed, on one line so that any tool can cut it out, and its Ed25519 signature.
 * @param privateKey PEM
 * @returns JSON of two lines, `text` and `signature` in base64
 */
export function writeHead(head: ExportedHead, privateKey: string): string {
  const { instance, seq, hash, at } = head;
  const text = `wardroom audit head 1, instance ${instance}, entry ${seq}, hash ${hash}, signed ${at}`;
  const signature = sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64');
  return `${JSON.stringify({ text, signature }, null, 2)}\n`;
}

/**
 * Reads a head and checks its signature.
 * @param publicKey PEM
 * @returns the head, or in one sentence why it cannot be trusted
 */
export function readHead(
  content: string,
  file: string,
  publicKey: string,
): { head: SignedHead; because: null } | { head: null; because: string } {
  const unreadable = { head: null, because: `${file} is not a signed head as Wardroom writes it.` };
  const parsed = headFile.safeParse(jsonOrNull(content));
  if (!parsed.success) return unreadable;
  const { text, signature } = parsed.data;
  const key = keyOrNull(publicKey);
  if (key === null)
    return { head: null, because: `The key to check ${file} with is not an Ed25519 public key in PEM.` };
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))) {
    return {
      head: null,
      because: `The signature of ${file} does not fit: it was changed, or signed with another key.`,
    };
  }
  const [, instance = '', seq = '', hash = '', at = ''] = TEXT.exec(text) ?? [];
  return instance === '' ? unreadable : { head: { instance, seq: Number(seq), hash, at, file }, because: null };
}

/** Whether a file's content is laid out as a head, whoever signed it. */
export const isHeadFile = (content: string): boolean => headFile.safeParse(jsonOrNull(content)).success;

/** Whether a text is a public key that heads can be checked with. */
export const isHeadKey = (pem: string): boolean => keyOrNull(pem) !== null;

function keyOrNull(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
