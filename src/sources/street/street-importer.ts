import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { type AreaIndex, locateAllInTurns } from '../../lib/spatial/index.ts';
import { type Lake, LakeError, openLake } from '../../platform/lake/index.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { type RefusedRowsFile, refusedRowsFile } from '../incidents/refused-rows-store.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { type ReasonCount, Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { countLimits, markFaults } from './faults-store.ts';
import { fileMonths } from './file-months.ts';
import { judgeKinds } from './kinds-store.ts';
import { COLUMNS, countBreaks, countRows, loadBatch, type StreetEntry } from './load-store.ts';
import {
  addPoints,
  countOutside,
  createPoints,
  newPoints,
  placePoints,
  tallyWards,
  usableMonths,
  writeMonth,
} from './place-store.ts';
import type { StreetCounts } from './street-counts.ts';
import { type Tally, type WardSet, wardTally } from './tally.ts';

/** Wards of one version, ready for finding points in them. */
export interface IndexedWards extends WardSet {
  index: AreaIndex;
}

/** Street files that were unpacked together. */
export interface StreetBatch {
  /** Each with the number of lines it has, its header counted. */
  entries: (StreetEntry & { lines: number })[];
  /** Told when the files are read and may go. */
  done(): Promise<void>;
}

/** What the files of one import are read by. */
export interface StreetInput {
  /** Name of the file that is imported. */
  name: string;
  /** Staging folder of this file. */
  folder: string;
  /** The ward versions points are assigned to. */
  wards: readonly IndexedWards[];
  /** The present month: later ones are refused. */
  now: Month;
  ofArchive: boolean;
}

export interface StagedStreet {
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  counts: StreetCounts;
  /** CSV of the rows left out, repeats among them; null when there are none. */
  refusedRows: string | null;
  /** Folder to be moved into the lake, and its files. */
  lakeFolder: string;
  lakeFiles: { path: string; rows: number }[];
}

const NOTICE = {
  withoutId: 'no crime ID: kept, though a repeat could not be told',
  unproved: 'identical to another row, without a crime ID: kept, since it may be another crime',
  sharedIds: 'a crime ID that other rows have with other details: kept',
  unlocated: 'no location (repeats counted too): kept, not counted in any ward',
  outside: 'outside every ward held (repeats counted too): kept, not counted in any ward',
} as const;
const BLANK = 'a blank line, or one inside quotation marks that do not close';
/**
 * Threads of a statement beside others: in batches of this size, sharing one among two takes a third more processor time
 * and saves hardly any time, while the next batch is unpacked on the other core.
 */
const THREADS = 1;
/** Writing a month uses one core, so two are written at a time. */
const MONTHS_AT_ONCE = 2;

/**
 * Checks street files batch by batch, finds the ward of every point, and writes the incidents as Parquet, a file for
 * each force and month. Rows never enter this process's own memory; it holds distinct points and ward counts only.
 */
export async function stageStreet(input: StreetInput, batches: AsyncIterable<StreetBatch>): Promise<StagedStreet> {
  const lakeFolder = join(input.folder, 'lake');
  await mkdir(lakeFolder, { recursive: true });
  const lake = await openLake(input.folder, { threads: THREADS });
  try {
    const versions = input.wards.map(({ version }) => version);
    await createPoints(lake, versions);
    const staging = newStaging(input, lakeFolder);
    for await (const batch of batches) {
      await stageBatch(lake, staging, batch, versions);
      await batch.done();
    }
    return finish(staging);
  } finally {
    await lake.close();
  }
}

interface Staging extends StreetInput {
  lakeFolder: string;
  refusedRows: RefusedRowsFile;
  tallies: Tally[];
  rowsRead: number;
  refused: ReturnType<typeof reasonCounter>;
  notices: ReturnType<typeof reasonCounter>;
  months: Map<string, Set<Month>>;
  types: Set<string>;
  lakeFiles: { path: string; rows: number }[];
}

function newStaging(input: StreetInput, lakeFolder: string): Staging {
  return {
    ...input,
    lakeFolder,
    refusedRows: refusedRowsFile(input.folder, input),
    tallies: input.wards.map((wardSet) => wardTally(wardSet)),
    rowsRead: 0,
    refused: reasonCounter(),
    notices: reasonCounter(),
    months: new Map(),
    types: new Set(),
    lakeFiles: [],
  };
}

async function stageBatch(
  lake: Lake,
  staging: Staging,
  batch: StreetBatch,
  versions: BoundaryVersion[],
): Promise<void> {
  const unread = await loadBatch(lake, batch.entries).catch((error) => {
    if (!(error instanceof LakeError) || isDiskFull(error)) throw error;
    throw new Refusal(
      `"${staging.name}" cannot be read as a street file: download it again (${oneLine(error.message)}).`,
    );
  });
  await countLines(lake, staging, batch, unread);
  const months = fileMonths(batch.entries.map(({ month }, id) => ({ id, month })));
  for (const type of await judgeKinds(lake, months, staging.now)) staging.types.add(type);
  for (const { reason, count } of await markFaults(lake)) staging.refused.add(reason, count);
  await staging.refusedRows.add(lake, COLUMNS);
  const limits = await countLimits(lake);
  staging.notices.add(NOTICE.withoutId, limits.withoutId);
  staging.notices.add(NOTICE.unproved, limits.unproved);
  staging.notices.add(NOTICE.sharedIds, limits.sharedIds);
  staging.notices.add(NOTICE.unlocated, limits.unlocated);
  await locatePoints(lake, staging);
  await placePoints(lake, versions);
  for (const tally of staging.tallies) {
    const { version } = tally.wardSet;
    tally.add(await tallyWards(lake, version));
    staging.notices.add(`${version}: ${NOTICE.outside}`, await countOutside(lake, version));
  }
  await writeMonths(lake, staging, batch, versions);
}

/** Every line is accounted for: rows read, lines refused, the header, and breaks inside fields. */
async function countLines(
  lake: Lake,
  staging: Staging,
  batch: StreetBatch,
  unread: readonly ReasonCount[],
): Promise<void> {
  const rows = await countRows(lake);
  for (const { reason, count } of unread) staging.refused.add(reason, count);
  const lines = batch.entries.reduce((sum, entry) => sum + Math.max(entry.lines - 1, 0), 0);
  const more = lines - rows - totalOf(unread);
  const missing = more > 0 ? Math.max(more - (await countBreaks(lake)), 0) : 0;
  staging.refused.add(BLANK, missing);
  await staging.refusedRows.addBlank(batch.entries, BLANK, missing);
  staging.rowsRead += rows + totalOf(unread) + missing;
}

async function locatePoints(lake: Lake, staging: Staging): Promise<void> {
  const points = await newPoints(lake);
  if (points.x.length === 0) return;
  const wards: (string | null)[][] = [];
  for (const { index } of staging.wards) {
    const positions = await locateAllInTurns(index, points.x, points.y, () => breathe());
    wards.push(Array.from(positions, (position) => index.codes[position] ?? null));
  }
  await addPoints(lake, points, wards);
}

async function writeMonths(
  lake: Lake,
  staging: Staging,
  batch: StreetBatch,
  versions: BoundaryVersion[],
): Promise<void> {
  const waiting = await usableMonths(lake);
  for (const { entry, force, month } of waiting) {
    const months = staging.months.get(force) ?? new Set<Month>();
    staging.months.set(force, months);
    if (months.has(month)) {
      const name = batch.entries[entry]?.name;
      throw new Refusal(
        `"${staging.name}" holds ${month} of ${force} more than once (again in ${name}): keep one of them.`,
      );
    }
    months.add(month);
  }
  const write = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const path = `${next.force}-${next.month}.parquet`;
      await writeMonth(lake, next, versions, join(staging.lakeFolder, path));
      staging.lakeFiles.push({ path, rows: next.rows });
    }
  };
  await Promise.all(Array.from({ length: MONTHS_AT_ONCE }, write));
}

function finish(staging: Staging): StagedStreet {
  const refused = staging.refused.counts();
  if (staging.rowsRead === 0) throw new Refusal(`"${staging.name}" has column names but no rows: download it again.`);
  const rowsUsed = staging.rowsRead - totalOf(refused);
  if (rowsUsed === 0) {
    throw new Refusal(`"${staging.name}" has no row that can be used (${refused[0]?.reason}): download it again.`);
  }
  return {
    rowsRead: staging.rowsRead,
    rowsUsed,
    refused,
    notices: staging.notices.counts(),
    refusedRows: staging.refusedRows.path(),
    counts: {
      months: new Map([...staging.months].sort().map(([force, months]) => [force, [...months].sort()])),
      types: staging.types,
      tallies: staging.tallies,
    },
    lakeFolder: staging.lakeFolder,
    lakeFiles: staging.lakeFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
