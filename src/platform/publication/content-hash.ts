import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.ts';

/**
 * Tells a content from any other: SHA-256 of its JSON with its keys in order, so that what comes back from the records
 * has the hash it went in with. What JSON cannot hold counts as what it is written as: Infinity as null.
 * @returns 64 hexadecimal digits
 */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(content))))
    .digest('hex');
}
