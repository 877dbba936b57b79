import { createHash } from 'node:crypto';
import type { AuditContent } from './model.ts';

/**
 * The hash of what an entry says, over its salt and each field after its length in bytes, so that no two contents have
 * the same bytes; a length of -1 stands for null. The same bytes as platform.audit_content_hash() in SQL.
 * @returns SHA-256 in hexadecimal
 */
export function hashContent(content: AuditContent): string {
  const { salt, actor, role, action, subject, whom, reason, detail } = content;
  const bytes = Buffer.from(salt, 'hex');
  const hash = createHash('sha256').update(wholeNumber(bytes.length)).update(bytes);
  for (const field of [actor, role, action, subject, whom, reason, detail]) addField(hash, field);
  return hash.digest('hex');
}

/**
 * The hash that links an entry to the one before it. The same bytes as platform.audit_hash() in SQL.
 * @param entry.at microseconds since 1970
 * @returns SHA-256 in hexadecimal
 */
export function hashEntry(entry: {
  prevHash: string;
  seq: number;
  at: number;
  module: string;
  contentHash: string;
}): string {
  const hash = createHash('sha256').update(Buffer.from(entry.prevHash, 'hex'));
  hash.update(wholeNumber(entry.seq)).update(wholeNumber(entry.at));
  addField(hash, entry.module);
  return hash.update(Buffer.from(entry.contentHash, 'hex')).digest('hex');
}

function addField(hash: ReturnType<typeof createHash>, field: string | null): void {
  if (field === null) {
    hash.update(wholeNumber(-1));
    return;
  }
  const bytes = Buffer.from(field, 'utf8');
  hash.update(wholeNumber(bytes.length)).update(bytes);
}

/** Eight bytes, the highest first. */
function wholeNumber(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
