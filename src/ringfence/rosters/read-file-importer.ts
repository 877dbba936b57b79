import { createHash } from 'node:crypto';
import type { FileRead } from './model.ts';
import { readRoster } from './read-roster.ts';

/** Letters of a name that are kept. */
const LONGEST_NAME = 120;

/** Reads a roster file; nothing is thrown for what it holds. */
export function readFile(name: string, bytes: Uint8Array): FileRead {
  const plain = name
    .replaceAll(/\p{Surrogate}/gu, '')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, LONGEST_NAME);
  return { name: plain, hash: createHash('sha256').update(bytes).digest('hex'), read: readRoster(bytes) };
}
