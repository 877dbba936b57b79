import { contentHash } from '../../platform/publication/index.ts';
import type { Charter } from '../model.ts';

/**
 * What tells a charter from any other: SHA-256 of its canonical JSON (RFC 8785), so that two files that say the same have
 * the same, however they are laid out. It is what is signed.
 * @returns 64 hexadecimal digits
 */
export const charterHash = (charter: Charter): string => contentHash(charter);
