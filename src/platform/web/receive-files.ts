import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
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

/** A stream step that counts every byte of the request and stops keeping them beyond the limit. */
function meter(limit: number): { count: (bytes: number) => boolean } {
  let total = 0;
  return {
    count: (bytes) => {
      total += bytes;
      return total <= limit;
    },
  };
}

/**
 * Writes the files of a form to a folder as 1, 2, 3, … and returns them with the names their sender gave.
 * Beyond the limit the rest is read and thrown away, so that the browser gets the answer instead of a broken line.
 * @param folder an existing, empty folder
 * @param maxBytes most bytes of all files together
 * @param maxFieldBytes most bytes of a field that is no file, for forms with long text; otherwise the server's own limit
 * @throws TooLarge when there is more, InvalidRequest when they do not arrive whole; what was written stays in the folder
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
  const { count } = meter(maxBytes);
  let over = false;
  const limits = maxFieldBytes === undefined ? {} : { limits: { fieldSize: maxFieldBytes } };
  for await (const part of request.parts(limits)) {
    if (part.type === 'field') {
      if (maxFieldBytes !== undefined && part.valueTruncated) over = true;
      fields.push([part.fieldname, String(part.value)]);
      continue;
    }
    // A file field left empty arrives as a file without a name: there is nothing of it to keep.
    const name = printable(part.filename);
    if (name === '') {
      part.file.resume();
      continue;
    }
    const path = join(folder, String(files.length + 1));
    let bytes = 0;
    await pipeline(
      part.file,
      async function* keepWithinLimit(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (count(chunk.length)) yield chunk;
          else over = true;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    files.push({ name, path, bytes });
  }
  if (over) throw new TooLarge(`The files are larger than ${Math.floor(maxBytes / 1_000_000)} MB together.`);
  return { files, fields: Object.fromEntries(fields) };
}
