import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CROWDED, countLines } from '../archive/archive-importer.ts';
import { rowWatch } from '../archive/crowded-rows.ts';
import { isIncidentKind } from '../incidents/incident-kinds.ts';
import { type FileToImport, Refusal } from '../model.ts';
import { HEAD_BYTES, recognise } from '../recognition/recognise.ts';
import type { Recognised } from '../recognition/recognised.ts';

/** A file whose bytes were all seen once: what it is, its hash, and how many lines it has. */
export interface InspectedFile extends FileToImport {
  recognised: Exclude<Recognised, { kind: 'refused' }>;
  sha256: string;
  bytes: number;
  /** A last line without a line feed counts; 0 for archives. */
  lines: number;
}

const LARGEST_FILE = 4 * 1024 ** 3;
const CHUNK_BYTES = 1024 ** 2;
const LINE_FEED = 10;

/**
 * Recognises a file by its first bytes and reads the rest once.
 * @throws Refusal when it is no file, is not there, or is of no kind Wardroom imports
 */
export async function inspectFile(
  file: FileToImport,
  onBytes: (done: number, total: number) => void,
): Promise<InspectedFile> {
  const refuse = (because: string): Refusal => new Refusal(`"${file.name}" ${because}.`);
  const found = await stat(file.path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(
      error.code === 'ENOENT' || error.code === 'ENOTDIR'
        ? 'is not there: check the path'
        : `cannot be read (${error.code})`,
    );
  });
  if (found.isDirectory()) throw refuse('is a folder: name the files in it');
  if (!found.isFile()) throw refuse('is not an ordinary file: copy what it gives into one');
  if (found.size > LARGEST_FILE) throw refuse('is larger than 4 GB: split it');
  const recognised = recognise(await readHead(file.path, refuse), found.size);
  if (recognised.kind === 'refused') throw refuse(recognised.because);
  const read = await readWhole(file.path, recognised.kind === 'archive', (done) => onBytes(done, found.size));
  if (read.nulLine !== null)
    throw refuse(`holds NUL bytes (line ${read.nulLine}), so it is damaged: download it again`);
  if (read.isCrowded && isIncidentKind(recognised.kind)) throw refuse(CROWDED);
  return { ...file, recognised, sha256: read.sha256, bytes: found.size, lines: read.lines };
}

async function readHead(path: string, refuse: (because: string) => Refusal): Promise<Uint8Array> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(`cannot be read (${error.code}): check who may read it`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readWhole(
  path: string,
  isArchive: boolean,
  onBytes: (done: number) => void,
): Promise<{ sha256: string; lines: number; nulLine: number | null; isCrowded: boolean }> {
  const hash = createHash('sha256');
  const rows = rowWatch();
  let [bytes, lines, last] = [0, 0, LINE_FEED];
  let nulLine: number | null = null;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (!isArchive) {
      const nul: number = nulLine === null ? chunk.indexOf(0) : -1;
      if (nul !== -1) nulLine = lines + countLines(chunk.subarray(0, nul)) + 1;
      lines += rows.see(chunk);
      last = chunk.at(-1) ?? last;
    }
    bytes += chunk.length;
    onBytes(bytes);
  }
  rows.endFile();
  return {
    sha256: hash.digest('hex'),
    lines: isArchive ? 0 : lines + (last === LINE_FEED ? 0 : 1),
    nulLine,
    isCrowded: rows.isCrowded(),
  };
}
