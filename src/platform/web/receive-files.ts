import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FORM_TOKEN } from '../../ui/page-visit.ts';
import { InvalidRequest, TooLarge } from './named-errors.ts';

export interface ReceivedFile {
  /** The name the sender gave it: for showing only, never used as a path. */
  name: string;
  path: string;
  bytes: number;
}

export interface ReceivedForm {
  files: ReceivedFile[];
  fields: Record<string, string>;
}

/** Most bytes of a form's short fields together. */
const SHORT_FIELDS_BYTES = 200_000;

/** Counts the bytes of a request; nothing beyond the limit is kept. */
function meter(limit: number): { count: (bytes: number) => boolean; over: () => boolean } {
  let total = 0;
  return {
    count: (bytes) => {
      total += bytes;
      return total <= limit;
    },
    over: () => total > limit,
  };
}

/**
 * Writes the files of a form to a folder as 1, 2, 3, … and returns them with the names their sender gave.
 * The form's token is its first field and is checked before anything is kept. Beyond the limit the rest is read and thrown away, so that the browser gets the answer instead of a broken line.
 * @param folder an existing, empty folder
 * @param maxBytes most bytes of all files together
 * @param maxFieldBytes most bytes of all fields that are no files, for forms with long text; 200 kB otherwise
 * @throws TooLarge when there is more, InvalidRequest when they do not arrive whole, ForeignRequest without the token; what was written stays in the folder
 *   for the caller to remove
 */
export async function receiveFiles(
  request: FastifyRequest,
  folder: string,
  maxBytes: number,
  maxFieldBytes?: number,
): Promise<ReceivedForm> {
  try {
    return await writeParts(request, folder, { maxBytes, maxFieldBytes });
  } catch (error) {
    const wentAway = !request.raw.complete && request.raw.destroyed;
    if (wentAway || isFromParser(error)) throw new InvalidRequest('The files did not arrive whole: send them again.');
    throw error;
  }
}

/** The parser of forms throws bare errors; those of the disk have a code, and those of our own a class. */
function isFromParser(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error && !('code' in error);
}

/** A sender's name for a file without control characters, which cannot be shown, nor (NUL) kept in records. */
const printable = (name: string | undefined): string => (name ?? '').replaceAll(/\p{Cc}/gu, '');

async function writeParts(
  request: FastifyRequest,
  folder: string,
  { maxBytes, maxFieldBytes }: { maxBytes: number; maxFieldBytes: number | undefined },
): Promise<ReceivedForm> {
  const files: ReceivedFile[] = [];
  const fields: [string, string][] = [];
  const ofFiles = meter(maxBytes);
  const ofText = meter(maxFieldBytes ?? SHORT_FIELDS_BYTES);
  let tied = false;
  for await (const part of request.parts(maxFieldBytes === undefined ? {} : { limits: { fieldSize: maxFieldBytes } })) {
    if (!tied) {
      request.checkFormToken(tokenOf(part));
      tied = true;
    } else if (part.type === 'field') {
      if (ofText.count(bytesOf(part, maxFieldBytes))) fields.push([part.fieldname, String(part.value)]);
    } else {
      const file = await keepFile(part, join(folder, String(files.length + 1)), ofFiles.count);
      if (file !== null) files.push(file);
    }
  }
  if (!tied) request.checkFormToken(undefined);
  if (ofFiles.over() || ofText.over())
    throw new TooLarge(`The files are larger than ${Math.floor(maxBytes / 1_000_000)} MB together.`);
  return { files, fields: Object.fromEntries(fields) };
}

/** Writes a file that may be as large as is still allowed; null for a file field left empty. */
async function keepFile(
  part: MultipartFile,
  path: string,
  count: (bytes: number) => boolean,
): Promise<ReceivedFile | null> {
  // A file field left empty arrives as a file without a name: there is nothing of it to keep.
  const name = printable(part.filename);
  if (name === '') {
    part.file.resume();
    return null;
  }
  let bytes = 0;
  await pipeline(
    part.file,
    async function* keepWithinLimit(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (count(chunk.length)) yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  );
  return { name, path, bytes };
}

/** Bytes of a field; one that was cut off is longer than any limit. */
const bytesOf = ({ value, valueTruncated }: MultipartValue, most: number | undefined): number =>
  most !== undefined && valueTruncated ? Number.POSITIVE_INFINITY : Buffer.byteLength(String(value));

const tokenOf = (part: MultipartFile | MultipartValue): string | undefined =>
  part.type === 'field' && part.fieldname === FORM_TOKEN ? String(part.value) : undefined;
