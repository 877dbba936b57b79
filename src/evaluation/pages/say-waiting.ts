import { andList } from '../../ui/and-list.ts';
import type { CharterShown } from '../model.ts';

/** What a charter waits for before it is in force, in a sentence; null where it waits for nothing. */
export function sayWaiting({ charter, standing, signatures, hash }: CharterShown): string | null {
  if (standing !== 'draft' && standing !== 'partly signed') return null;
  const signed = new Set(signatures.filter((each) => each.hash === hash).map(({ organisation }) => organisation));
  const missing = charter.signatories.map(({ organisation }) => organisation).filter((name) => !signed.has(name));
  return missing.length === 0 ? 'It names nobody who is to sign it.' : `It waits for ${andList(missing)} to sign.`;
}
