import { generateKeyPairSync } from 'node:crypto';
import { hashContent, hashEntry } from '../../src/platform/audit/hash-entry.ts';
import { writeHead } from '../../src/platform/audit/head-text.ts';
import { type AuditContent, type ChainedEntry, type ChainHead, NO_HASH } from '../../src/platform/audit/model.ts';

export const INSTANCE = '6f1c3d52-9a4e-4b7d-8a10-2f5e7c9b1d33';
const START = Date.parse('2026-03-10T09:00:00Z') * 1000;
const MODULES = ['imports', 'panels', 'high-harm', 'users'];

/** An audit as it lies in the records and in the folders of heads, to be damaged. */
export interface MadeAudit {
  entries: ChainedEntry[];
  latest: ChainHead;
  /** Head files by name. */
  heads: Map<string, string>;
  publicKey: string;
  privateKey: string;
}

/** An audit of some entries, one a minute, with a signed head after each of the numbers given. */
export function madeAudit(count: number, headsAfter: readonly number[]): MadeAudit {
  const { privateKey, publicKey } = madeKeys();
  const entries = linked(
    Array.from({ length: count }, (_, index) => ({
      at: START + index * 60_000_000,
      module: MODULES[index % MODULES.length] ?? '',
      content: madeContent(index),
    })),
  );
  const heads = headsAfter.map((seq): [string, string] => [
    `head-${seq}`,
    writeHead({ instance: INSTANCE, seq, hash: entries[seq - 1]?.hash ?? NO_HASH, at: instant(seq) }, privateKey),
  ]);
  return { entries, latest: latestOf(entries), heads: new Map(heads), publicKey, privateKey };
}

export function madeKeys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export function madeContent(index: number): AuditContent {
  return {
    actor: `person:${index % 7}`,
    role: index % 3 === 0 ? null : 'sergeant, Central North',
    action: 'panels.agree',
    subject: `priority ${index}`,
    whom: index % 5 === 0 ? `person:9${index}` : null,
    reason: index % 4 === 0 ? 'panel meeting' : null,
    detail: `{"turn":${index}}`,
    salt: index.toString(16).padStart(64, '0'),
  };
}

type Unlinked = Pick<ChainedEntry, 'at' | 'module' | 'content'> & Partial<Pick<ChainedEntry, 'contentHash'>>;

/** Numbers and hashes entries anew, as somebody would who can write to the table but holds no key. */
export function linked(entries: readonly Unlinked[]): ChainedEntry[] {
  let prevHash = NO_HASH;
  return entries.map(({ at, module, content, contentHash: kept = NO_HASH }, index) => {
    const contentHash = content === null ? kept : hashContent(content);
    const entry = { seq: index + 1, at, module, content, contentHash, prevHash };
    const hash = hashEntry(entry);
    prevHash = hash;
    return { ...entry, hash };
  });
}

export function latestOf(entries: readonly ChainedEntry[]): ChainHead {
  return { instance: INSTANCE, seq: entries.length, hash: entries.at(-1)?.hash ?? NO_HASH };
}

const instant = (seq: number): string => new Date(START / 1000 + seq * 60_000).toISOString();
