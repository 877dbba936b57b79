import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from 'yauzl';
import { type Archive, openArchive, unpackEntry } from '../archive/archive-importer.ts';
import { type ArchiveLimits, LIMITS } from '../archive/archive-limits.ts';
import { reasonCounter } from '../count-reasons.ts';
import { type ReasonCount, Refusal } from '../model.ts';
import { HEAD_BYTES, recognise } from '../recognition/recognise.ts';
import type { Recognised } from '../recognition/recognised.ts';
import { archiveMonth } from './file-months.ts';
import type { StreetBatch } from './street-importer.ts';

/** Unpacked bytes read at a time: large enough for DuckDB to be quick, small enough for memory to stay flat. */
const BATCH_BYTES = 48 * 1024 ** 2;

/** The street files of an archive, unpacked batch by batch: while one is read, the next is unpacked. */
export interface StreetArchive {
  batches: AsyncIterable<StreetBatch>;
  /** Files of the archive that are not imported, by what they are; complete once all batches were taken. */
  leftOut(): ReasonCount[];
  close(): void;
}

const LINE_FEED = 10;
const SPACE = 32;

type OnEntry = (done: number, total: number) => void;

/**
 * Opens an archive of street files.
 * @param folder where files are unpacked to
 * @throws Refusal when the archive is unsafe or damaged; while batches are taken, also when it holds no street file
 */
export async function openStreetArchive(
  file: { path: string; name: string },
  folder: string,
  largestInflated: number | undefined,
  onEntry: OnEntry,
): Promise<StreetArchive> {
  const limits: ArchiveLimits = {
    ...LIMITS,
    ...(largestInflated === undefined ? {} : { inflatedBytes: largestInflated }),
  };
  const archive = await openArchive(file.path, file.name, limits);
  const leftOut = reasonCounter();
  return {
    batches: ahead(unpackBatches(archive, file.name, folder, leftOut, onEntry)),
    leftOut: () => leftOut.counts(),
    close: () => archive.close(),
  };
}

/** One CSV as a batch of its own. */
export async function* singleBatch(file: { path: string; name: string; lines: number }): AsyncGenerator<StreetBatch> {
  yield { entries: [{ id: 0, month: null, ...file }], done: async () => {} };
}

async function* unpackBatches(
  archive: Archive,
  name: string,
  folder: string,
  leftOut: ReturnType<typeof reasonCounter>,
  onEntry: OnEntry,
): AsyncGenerator<StreetBatch> {
  let entries: StreetBatch['entries'] = [];
  let bytes = 0;
  let found = 0;
  const batchOf = (files: StreetBatch['entries']): StreetBatch => ({
    entries: files,
    done: async () => void (await Promise.all(files.map(({ path }) => rm(path)))),
  });
  for (const [id, entry] of archive.entries.entries()) {
    onEntry(id, archive.entries.length);
    const path = join(folder, `${id}.csv`);
    const unpacked = await unpackEntry(archive, entry, path, name, (head) => notStreet(head, entry, name));
    if (unpacked.kind === 'skipped') {
      leftOut.add(unpacked.as);
      await rm(path);
      continue;
    }
    if (unpacked.bytes === 0) {
      leftOut.add('empty files in the archive');
      await rm(path);
      continue;
    }
    found += 1;
    entries.push({ id, path, month: archiveMonth(entry.fileName), name: entry.fileName, lines: unpacked.lines });
    bytes += unpacked.bytes;
    if (bytes >= BATCH_BYTES) {
      yield batchOf(entries);
      [entries, bytes] = [[], 0];
    }
  }
  if (found === 0) throw new Refusal(`"${name}" ${noStreetFile(archive.entries, leftOut.counts())}.`);
  if (entries.length > 0) yield batchOf(entries);
  onEntry(archive.entries.length, archive.entries.length);
}

const NOT_YET = 'in the archive, not imported yet: ';

/** A file's first line with words in it; what is wrong further on is for the reading to tell. */
function firstLine(head: Uint8Array): Uint8Array {
  const start = head.findIndex((byte) => byte > SPACE);
  const end = head.indexOf(LINE_FEED, Math.max(start, 0));
  return head.subarray(0, end === -1 ? HEAD_BYTES : end + 1);
}

/** What an entry is when it is not a street file; null when it is one. */
function notStreet(head: Uint8Array, entry: Entry, name: string): string | null {
  const recognised: Recognised = recognise(firstLine(head), entry.uncompressedSize);
  if (recognised.kind === 'street') return null;
  if (recognised.kind === 'archive') {
    throw new Refusal(`"${name}" holds another archive (${entry.fileName}): unpack it and import the archive inside.`);
  }
  return recognised.kind === 'waiting'
    ? `${NOT_YET}${recognised.what}`
    : 'in the archive, left alone: a file that is no street file';
}

function noStreetFile(entries: readonly Entry[], leftOut: readonly ReasonCount[]): string {
  if (entries.some(({ fileName }) => fileName === '[Content_Types].xml')) {
    return 'is an Excel workbook or another office document: open it and save the sheet as CSV (UTF-8)';
  }
  const waiting = leftOut.find(({ reason }) => reason.startsWith(NOT_YET));
  const others = waiting ? ` but ${waiting.count} × ${waiting.reason.slice(NOT_YET.length)}, not imported yet` : '';
  return `is an archive without a data.police.uk street file${others}: choose street-level crime when you download it`;
}

/** Asks for the next item while the last one is worked on. */
async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // A failure is thrown when its turn comes, not while the item before it is worked on.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await items.return(undefined);
  }
}
