import { hash } from 'node:crypto';
import type { AuditContent } from './model.ts';

/**
 * The hash of what an entry says, over its salt and each field after its length in bytes, so that no two contents have
 * the same bytes; a length of -1 stands for null. The same bytes as platform.audit_content_hash() in SQL.
 * @returns SHA-256 in hexadecimal
 */
export function hashContent(content: AuditContent): string {
  const { salt, actor, role, action, subject, whom, reason, detail } = content;
  const fields = [actor, role, action, subject, whom, reason, detail];
  const saltLength = salt.length / 2;
  const lengths = fields.map((field) => (field === null ? -1 : Buffer.byteLength(field)));
  const bytes = Buffer.allocUnsafe(8 + saltLength + lengths.reduce((sum, length) => sum + 8 + Math.max(length, 0), 0));
  writeLength(bytes, saltLength, 0);
  bytes.write(salt, 8, 'hex');
  let end = 8 + saltLength;
  fields.forEach((field, index) => {
    end = writeField(bytes, field, lengths[index] ?? -1, end);
  });
  return hash('sha256', bytes, 'hex');
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
  const length = Buffer.byteLength(entry.module);
  const bytes = Buffer.alloc(88 + length);
  bytes.write(entry.prevHash, 0, 'hex');
  writeLength(bytes, entry.seq, 32);
  writeLength(bytes, entry.at, 40);
  const end = writeField(bytes, entry.module, length, 48);
  bytes.write(entry.contentHash, end, 'hex');
  return hash('sha256', bytes, 'hex');
}

/** @returns where the next field begins */
function writeField(bytes: Buffer, field: string | null, length: number, start: number): number {
  writeLength(bytes, length, start);
  return field === null ? start + 8 : start + 8 + bytes.write(field, start + 8);
}

/** Eight bytes, the highest first, as PostgreSQL's int8send() writes them; quicker than by way of a bigint. */
function writeLength(bytes: Buffer, value: number, start: number): void {
  bytes.writeInt32BE(Math.floor(value / 2 ** 32), start);
  bytes.writeUInt32BE(value < 0 ? value + 2 ** 32 : value % 2 ** 32, start + 4);
}
