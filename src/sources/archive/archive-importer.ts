import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { type ArchiveLimits, LIMITS, refuseArchive } from './archive-limits.ts';
import { type RowWatch, rowWatch } from './crowded-rows.ts';

/** An archive whose list of files was read and found harmless. */
export interface Archive {
  /** Files in it, folders left out. */
  entries: Entry[];
  zip: ZipFile;
  /** Over all that is unpacked of it. */
  rows: RowWatch;
  close(): void;
}

/** What came of unpacking one file. */
export interface Unpacked {
  bytes: number;
  /** A last line without a line feed counts. */
  lines: number;
}

const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 512 * 1024;
const LINE_FEED = 10;

/**
 * Reads the list of files of a zip archive and checks it against the limits before any is unpacked.
 * @throws Refusal when the archive is cut short, damaged, locked, a bomb, or names files outside itself
 */
export async function openArchive(path: string, name: string, limits: ArchiveLimits = LIMITS): Promise<Archive> {
  const refuse = (because: string, cause?: unknown): Refusal => new Refusal(`"${name}" ${because}.`, { cause });
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch((error) => {
    throw refuse(
      unsafeName(error) ??
        `cannot be opened as a zip archive, probably because ${whatIsWrong(error)}: download it again`,
      error,
    );
  });
  try {
    if (zip.entryCount > limits.entries) {
      throw refuse(
        `holds ${zip.entryCount.toLocaleString('en-GB')} files, more than the ${limits.entries.toLocaleString('en-GB')} that are unpacked: split it`,
      );
    }
    const entries = await listEntries(zip).catch((error) => {
      throw refuse(unsafeName(error) ?? `is damaged (${whatIsWrong(error)}): download it again`, error);
    });
    const { size } = await stat(path);
    const because =
      unsayableName(entries) ?? refuseArchive(entries.map(listed), size, limits) ?? unknownMethod(entries);
    if (because !== null) throw refuse(because);
    return { entries, zip, rows: rowWatch(), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  return entries;
}

function listed(entry: Entry) {
  return {
    name: entry.fileName,
    compressedBytes: entry.compressedSize,
    inflatedBytes: entry.uncompressedSize,
    encrypted: entry.isEncrypted(),
  };
}

function unknownMethod(entries: Entry[]): string | null {
  const other = entries.find(({ compressionMethod: method }) => method !== STORED && method !== DEFLATED);
  return other ? `packs ${other.fileName} in a way Wardroom cannot unpack: pack it again as an ordinary zip` : null;
}

function unsafeName(error: unknown): string | null {
  const reason = reasonOf(error);
  if (!/relative path|absolute path|invalid characters/.test(reason)) return null;
  const [, named = ''] = /: (.*)$/.exec(reason) ?? [];
  return `names a file outside itself${named === '' ? '' : ` (${named})`}, which a harmless archive does not: it was not unpacked`;
}

/** What the libraries say of an archive that they cannot read, in our words. */
const WRONG: [said: RegExp, words: string][] = [
  [
    /end of central directory|unexpected end|unexpected EOF|too small|past the end|offset out of bounds|truncated/i,
    'it was cut short',
  ],
  [/compression method/i, 'it is packed in a way Wardroom cannot unpack'],
  [/encrypted|password/i, 'it is locked with a password'],
  [/multi-disk|multiple disks/i, 'it is one part of several'],
  [/zip64/i, 'its list of files is damaged'],
  [/central directory|local file header|signature|extra field/i, 'its list of files is damaged'],
  [
    /incorrect data check|incorrect header|invalid (block|stored|distance|code|bit|literal|window)|too many bytes|not enough bytes|crc/i,
    'its packed content is damaged',
  ],
];

/** Half a sentence; what the library said itself is the cause of the refusal, for the log. */
function whatIsWrong(error: unknown): string {
  const said = reasonOf(error);
  return WRONG.find(([pattern]) => pattern.test(said))?.[1] ?? 'its content cannot be read';
}

const LONGEST_ENTRY_NAME = 300;

/** A name that no file can have must reach neither a statement nor a sentence. */
function unsayableName(entries: readonly Entry[]): string | null {
  const found = entries.find(({ fileName }) => fileName.length > LONGEST_ENTRY_NAME || /\p{Cc}/u.test(fileName));
  return found ? `holds a file whose name no file can have (${oneLine(found.fileName)}): it was not unpacked` : null;
}

function reasonOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}

/**
 * Reads the beginning of one file of an archive.
 * @returns its first bytes, in number as they come; none when it is empty
 * @throws Refusal when it cannot be unpacked
 */
export async function readHead(archive: Archive, entry: Entry, name: string): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  await inflate(archive, entry, name, async (chunk) => {
    head = chunk;
    return false;
  });
  return head;
}

/**
 * Unpacks one file of an archive to a path, checking its length and checksum as it goes.
 * @throws Refusal when the file is longer than the archive says, damaged, or holds NUL bytes or rows of thousands of fields
 */
export async function unpackEntry(archive: Archive, entry: Entry, target: string, name: string): Promise<Unpacked> {
  const refuse = (because: string): Refusal => new Refusal(`"${name}" ${because}.`);
  const check = { bytes: 0, lines: 0, crc: 0, last: LINE_FEED };
  const out = await open(target, 'w', 0o600);
  try {
    await inflate(archive, entry, name, async (chunk) => {
      check.bytes += chunk.length;
      if (check.bytes > entry.uncompressedSize) {
        throw refuse(`is damaged or a zip bomb: ${entry.fileName} is longer than its list says`);
      }
      if (chunk.includes(0)) throw refuse(`is damaged: ${entry.fileName} holds NUL bytes`);
      check.crc = crc32(chunk, check.crc);
      check.lines += archive.rows.see(chunk);
      check.last = chunk.at(-1) ?? check.last;
      await out.writeFile(chunk);
      return true;
    });
  } finally {
    await out.close();
  }
  archive.rows.endFile();
  if (archive.rows.isCrowded()) throw refuse(`is damaged: ${entry.fileName} ${CROWDED}`);
  if (check.bytes !== entry.uncompressedSize || check.crc !== entry.crc32) {
    throw refuse(`is damaged: ${entry.fileName} does not match its checksum, so download it again`);
  }
  return { bytes: check.bytes, lines: check.lines + (check.last === LINE_FEED ? 0 : 1) };
}

/** Hands over one file's bytes until it ends or no more are wanted; what is thrown there is thrown here. */
async function inflate(
  archive: Archive,
  entry: Entry,
  name: string,
  take: (chunk: Buffer) => Promise<boolean>,
): Promise<void> {
  // A sink that stops early makes the pipeline fail; why it stopped is known better here.
  let stopped: { by: unknown } | null = null;
  const sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      try {
        if (await take(chunk)) continue;
        stopped = { by: null };
      } catch (error) {
        stopped = { by: error };
      }
      return;
    }
  };
  try {
    const packed = await archive.zip.openReadStreamPromise(entry, { decodeFileData: false });
    if (entry.compressionMethod === STORED) await pipeline(packed, sink);
    else await pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), sink);
  } catch (error) {
    if (stopped === null) {
      throw new Refusal(
        `"${name}" is damaged: ${entry.fileName} cannot be unpacked (${whatIsWrong(error)}), so download it again.`,
        { cause: error },
      );
    }
  }
  const because: unknown = (stopped as { by: unknown } | null)?.by ?? null;
  if (because !== null) throw because;
}

/** Said of a file whose rows the lake could not read without taking all memory. */
export const CROWDED = 'has rows of thousands of fields, so download it again';

/** Line feeds in a chunk. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
