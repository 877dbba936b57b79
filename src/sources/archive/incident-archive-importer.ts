import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from 'yauzl';
import type { Month } from '../../lib/calendar/month.ts';
import { INCIDENT_KINDS, type IncidentKindName, isIncidentKind } from '../incidents/incident-kinds.ts';
import { type ReasonCount, Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { HEAD_BYTES, recognise } from '../recognition/recognise.ts';
import { type Archive, openArchive, readHead, unpackEntry } from './archive-importer.ts';
import { type ArchiveLimits, LIMITS } from './archive-limits.ts';
import { archivePlace } from './archive-place.ts';

const MEGABYTE = 1024 ** 2;
/**
 * Unpacked bytes read at a time: large enough for DuckDB to be quick, small enough for memory to stay flat. Searches have
 * more columns and take on more; in batches of 48 MB they need 600 MB at their peak instead of 500, and the same time.
 */
const BATCH_BYTES: Record<IncidentKindName, number> = {
  street: 48 * MEGABYTE,
  'stop-and-search': 24 * MEGABYTE,
  outcomes: 24 * MEGABYTE,
};

/** A CSV of incidents that lies on the disk. */
export interface IncidentFile {
  id: number;
  path: string;
  /** As in the archive, its folder with it. */
  name: string;
  /** Month that its place in an archive says it holds; null when nothing says so. */
  month: Month | null;
  /** Lines it has, its header counted. */
  lines: number;
}

/** Files of one kind that are read together. */
export interface IncidentBatch {
  entries: IncidentFile[];
  /** Told when the files are read and may go. */
  done(): Promise<void>;
}

/** The files of incidents in an archive, unpacked batch by batch: while one is read, the next is unpacked. */
export interface IncidentArchive {
  /** Kinds that it holds: at least one. */
  kinds: readonly IncidentKindName[];
  /** The files of one kind, in the archive's order. */
  batches(kind: IncidentKindName): AsyncIterable<IncidentBatch>;
  /** Files of the archive that are not imported, by what they are. */
  leftOut: ReasonCount[];
  close(): void;
}

const LINE_FEED = 10;
const SPACE = 32;
/** Files left alone that are named for each reason; more are counted. */
const MOST_NAMED = 3;

type OnEntry = (done: number, total: number) => void;

/**
 * Opens an archive and looks at the beginning of every file in it, by which its kind is known.
 * @param folder where files are unpacked to
 * @throws Refusal when the archive is unsafe or damaged, or holds no file of incidents
 */
export async function openIncidentArchive(
  file: { path: string; name: string },
  folder: string,
  largestInflated: number | undefined,
  onEntry: OnEntry,
): Promise<IncidentArchive> {
  const limits: ArchiveLimits = {
    ...LIMITS,
    ...(largestInflated === undefined ? {} : { inflatedBytes: largestInflated }),
  };
  const archive = await openArchive(file.path, file.name, limits);
  try {
    const { byKind, leftOut } = await sortEntries(archive, file.name);
    const kinds = INCIDENT_KINDS.filter((kind) => byKind.has(kind));
    if (kinds.length === 0) throw new Refusal(`"${file.name}" ${whatItLacks(archive.entries)}.`);
    const total = [...byKind.values()].reduce((sum, entries) => sum + entries.length, 0);
    let done = 0;
    const onUnpacked = (): void => onEntry(++done, total);
    onEntry(0, total);
    return {
      kinds,
      leftOut,
      batches: (kind) =>
        ahead(
          unpackBatches(archive, byKind.get(kind) ?? [], {
            name: file.name,
            folder,
            most: BATCH_BYTES[kind],
            onUnpacked,
          }),
        ),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** One CSV as a batch of its own. */
export async function* singleBatch(file: { path: string; name: string; lines: number }): AsyncGenerator<IncidentBatch> {
  const { path, name, lines } = file;
  yield { entries: [{ id: 0, month: null, path, name, lines }], done: async () => {} };
}

type Numbered = { id: number; entry: Entry };

async function sortEntries(
  archive: Archive,
  name: string,
): Promise<{ byKind: Map<IncidentKindName, Numbered[]>; leftOut: ReasonCount[] }> {
  const byKind = new Map<IncidentKindName, Numbered[]>();
  const leftAlone = new Map<string, string[]>();
  for (const [id, entry] of archive.entries.entries()) {
    const head = await readHead(archive, entry, name);
    const recognised = recognise(firstLine(head), entry.uncompressedSize);
    const { kind } = recognised;
    if (kind === 'archive') {
      throw new Refusal(
        `"${name}" holds another archive (${entry.fileName}): unpack it and import the archive inside.`,
      );
    }
    if (isIncidentKind(kind)) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), { id, entry }]);
      continue;
    }
    const because = kind === 'refused' ? recognised.because : 'is not what its name says: download it again';
    if (archivePlace(entry.fileName) !== null) {
      throw new Refusal(`"${name}" holds ${entry.fileName}, a file of police.uk by its name, which ${because}.`);
    }
    const reason = kind === 'refused' ? withoutAdvice(because) : 'is of a kind that archives are not read for';
    leftAlone.set(reason, [...(leftAlone.get(reason) ?? []), entry.fileName]);
  }
  return { byKind, leftOut: [...leftAlone].map(sayLeftAlone) };
}

/** What is wrong with a file, without what to do about it. */
function withoutAdvice(because: string): string {
  return because.replace(/: [^:"]*$/, '');
}

function sayLeftAlone([because, names]: [string, string[]]): ReasonCount {
  const named = names.slice(0, MOST_NAMED).map(oneLine).join(', ');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const it = names.length === 1 ? 'it' : 'each';
  return { reason: `in the archive, left alone because ${it} ${because}: ${named}${more}`, count: names.length };
}

/** A file's first line with words in it; what is wrong further on is for the reading to tell. */
function firstLine(head: Uint8Array): Uint8Array {
  const start = head.findIndex((byte) => byte > SPACE);
  const end = head.indexOf(LINE_FEED, Math.max(start, 0));
  return head.subarray(0, end === -1 ? HEAD_BYTES : end + 1);
}

function whatItLacks(entries: readonly Entry[]): string {
  if (entries.some(({ fileName }) => fileName === '[Content_Types].xml')) {
    return 'is an Excel workbook or another office document: open it and save the sheet as CSV (UTF-8)';
  }
  return 'is an archive without a data.police.uk file of street-level crime, outcomes or stop and search: choose one of them when you download it';
}

async function* unpackBatches(
  archive: Archive,
  files: readonly Numbered[],
  { name, folder, most, onUnpacked }: { name: string; folder: string; most: number; onUnpacked: () => void },
): AsyncGenerator<IncidentBatch> {
  let entries: IncidentFile[] = [];
  let bytes = 0;
  const batchOf = (unpacked: IncidentFile[]): IncidentBatch => ({
    entries: unpacked,
    done: async () => void (await Promise.all(unpacked.map(({ path }) => rm(path)))),
  });
  for (const { id, entry } of files) {
    const path = join(folder, `${id}.csv`);
    const unpacked = await unpackEntry(archive, entry, path, name);
    const month = archivePlace(entry.fileName)?.month ?? null;
    entries.push({ id, path, month, name: entry.fileName, lines: unpacked.lines });
    bytes += unpacked.bytes;
    onUnpacked();
    if (bytes >= most) {
      yield batchOf(entries);
      [entries, bytes] = [[], 0];
    }
  }
  if (entries.length > 0) yield batchOf(entries);
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
