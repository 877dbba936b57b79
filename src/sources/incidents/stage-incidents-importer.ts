import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { type AreaIndex, locateAllInTurns } from '../../lib/spatial/index.ts';
import { type Lake, LakeError, openLake } from '../../platform/lake/index.ts';
import type { IncidentBatch } from '../archive/incident-archive-importer.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { type ReasonCount, Refusal } from '../model.ts';
import { oneLine } from '../one-line.ts';
import { type Tally, type WardSet, wardTally } from '../street/tally.ts';
import type { IncidentCounts } from './incident-counts.ts';
import type { CheckedBatch, IncidentReader } from './incident-reader-store.ts';
import {
  addPoints,
  countUnplaced,
  createPoints,
  newPoints,
  placeRows,
  tallyForces,
  tallyWards,
  usableMonths,
  writeMonth,
} from './points-store.ts';
import { type RefusedRowsFile, refusedRowsFile } from './refused-rows-store.ts';
import { countFaults, countLoaded, loadEntries } from './rows-store.ts';

/** Wards of one version, ready for finding points in them. */
export interface IndexedWards extends WardSet {
  index: AreaIndex;
}

/** What the files of one kind came to. */
export interface StagedIncidents {
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  counts: IncidentCounts;
  /** CSV of the rows left out; null when there are none. */
  refusedRows: string | null;
  /** Folder to be moved into the lake, and its files. */
  lakeFolder: string;
  lakeFiles: { path: string; rows: number }[];
}

export interface IncidentSettings {
  /** Name of the file that is imported. */
  name: string;
  /** Staging folder of these files alone. */
  folder: string;
  /** Ward versions points are assigned to. */
  wards: readonly IndexedWards[];
  /** The present month: later ones are refused. */
  now: Month;
  ofArchive: boolean;
  /** The force of a file that does not name it, from its name; null when that does not say either. */
  forceOfEntry(name: string): string | null;
}

const NOTICE = {
  unlocated: 'no location: kept, counted for the force, not in any ward',
  outside: 'outside every ward held: kept, counted for the force, not in any ward',
} as const;
const BLANK = 'a blank line, or one inside quotation marks that do not close';
/** Writing a month uses one core, so two are written at a time. */
const MONTHS_AT_ONCE = 2;
/**
 * DuckDB's own limit. The batches of an archive need no more; a file apart is one batch, however large: at 300 MB of
 * memory 500,000 searches can be read, at 150 MB not.
 */
const LAKE_MEGABYTES = { archive: 150, file: 600 };
/** The place of all rows of a force in a tally of forces. */
const ANYWHERE = { version: 'police-forces', wards: [{ code: '', boroughCode: null }] } as const;

/**
 * Checks files of one kind batch by batch, finds the ward of every point, and writes the incidents as Parquet, a file for
 * each force and month. Rows never enter this process's own memory; it holds distinct points and counts only.
 * @throws Refusal when a file cannot be read, or one month of a force comes twice
 */
export async function stageIncidents(
  kind: IncidentReader,
  settings: IncidentSettings,
  batches: AsyncIterable<IncidentBatch>,
): Promise<StagedIncidents> {
  const lakeFolder = join(settings.folder, 'lake');
  await mkdir(lakeFolder, { recursive: true });
  const lake = await openLake(settings.folder, {
    memoryMegabytes: LAKE_MEGABYTES[settings.ofArchive ? 'archive' : 'file'],
  });
  try {
    await createPoints(
      lake,
      settings.wards.map(({ version }) => version),
    );
    const staging = newStaging(kind, settings, lakeFolder);
    for await (const batch of batches) {
      await stageBatch(lake, staging, batch).catch((error) => refuseTooLarge(error, settings));
      await batch.done();
    }
    return finished(staging);
  } finally {
    await lake.close();
  }
}

interface Staging extends IncidentSettings {
  kind: IncidentReader;
  lakeFolder: string;
  versions: BoundaryVersion[];
  tallies: { whole: Tally; byCategory: Tally }[];
  forces: Tally;
  rowsRead: number;
  refused: ReturnType<typeof reasonCounter>;
  notices: ReturnType<typeof reasonCounter>;
  refusedRows: RefusedRowsFile;
  months: Map<string, Set<Month>>;
  lakeFiles: { path: string; rows: number }[];
}

function newStaging(kind: IncidentReader, settings: IncidentSettings, lakeFolder: string): Staging {
  return {
    ...settings,
    kind,
    lakeFolder,
    versions: settings.wards.map(({ version }) => version),
    tallies: settings.wards.map((wardSet) => ({ whole: wardTally(wardSet), byCategory: wardTally(wardSet) })),
    forces: wardTally({ ...ANYWHERE, wards: [...ANYWHERE.wards] }),
    rowsRead: 0,
    refused: reasonCounter(),
    notices: reasonCounter(),
    refusedRows: refusedRowsFile(settings.folder, settings),
    months: new Map(),
    lakeFiles: [],
  };
}

function refuseTooLarge(error: unknown, { name }: IncidentSettings): never {
  if (!(error instanceof LakeError) || !error.message.includes('Out of Memory')) throw error;
  throw new Refusal(
    `"${name}" holds too much to be read at once: give it as a file for each month, or as an archive of them.`,
  );
}

async function stageBatch(lake: Lake, staging: Staging, batch: IncidentBatch): Promise<void> {
  const { kind, now, name, versions } = staging;
  const unread = await loadEntries(lake, batch.entries, kind.columns).catch((error) => {
    if (!(error instanceof LakeError) || isDiskFull(error)) throw error;
    throw new Refusal(`"${name}" cannot be read as a ${kind.called}: download it again (${oneLine(error.message)}).`);
  });
  await countLines(lake, staging, batch, unread);
  const entries: CheckedBatch['entries'] = batch.entries.map((entry) => ({
    id: entry.id,
    month: entry.month,
    force: staging.forceOfEntry(entry.name),
  }));
  for (const { reason, count } of await kind.check(lake, { entries, now })) staging.notices.add(reason, count);
  for (const { reason, count } of await countFaults(lake)) staging.refused.add(reason, count);
  await staging.refusedRows.add(lake, kind.columns);
  await locatePoints(lake, staging);
  await placeRows(lake, versions);
  await countRows(lake, staging);
  await writeMonths(lake, staging, batch);
}

/** Every line is accounted for: rows read, lines refused, the header, and breaks inside fields. */
async function countLines(
  lake: Lake,
  staging: Staging,
  batch: IncidentBatch,
  unread: readonly ReasonCount[],
): Promise<void> {
  const { rows, breaks } = await countLoaded(lake, staging.kind.columns);
  for (const { reason, count } of unread) staging.refused.add(reason, count);
  const lines = batch.entries.reduce((sum, entry) => sum + Math.max(entry.lines - 1, 0), 0);
  const missing = Math.max(lines - rows - breaks - totalOf(unread), 0);
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

async function countRows(lake: Lake, staging: Staging): Promise<void> {
  const { versions, notices, kind } = staging;
  for (const { whole, byCategory } of staging.tallies) {
    const rows = await tallyWards(lake, whole.wardSet.version);
    byCategory.add(rows);
    whole.add(rows.filter(({ type }) => type === kind.whole));
  }
  staging.forces.add(await tallyForces(lake));
  const { unlocated, outside } = await countUnplaced(lake, versions);
  notices.add(NOTICE.unlocated, unlocated);
  versions.forEach((version, at) => {
    notices.add(`${version}: ${NOTICE.outside}`, outside[at] ?? 0);
  });
}

async function writeMonths(lake: Lake, staging: Staging, batch: IncidentBatch): Promise<void> {
  const { kind, versions, lakeFolder } = staging;
  const waiting = await usableMonths(lake);
  for (const { entry, force, month } of waiting) {
    const months = staging.months.get(force) ?? new Set<Month>();
    staging.months.set(force, months);
    if (months.has(month)) {
      const again = batch.entries.find(({ id }) => id === entry)?.name;
      throw new Refusal(
        `"${staging.name}" holds ${month} of ${force} more than once (again in ${again}): keep one of them.`,
      );
    }
    months.add(month);
  }
  const write = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const path = `${next.force}-${next.month}.parquet`;
      await writeMonth(lake, next, { columns: kind.columns, meant: kind.meant, versions }, join(lakeFolder, path));
      staging.lakeFiles.push({ path, rows: next.rows });
    }
  };
  await Promise.all(Array.from({ length: MONTHS_AT_ONCE }, write));
}

function finished(staging: Staging): StagedIncidents {
  const refused = staging.refused.counts();
  return {
    rowsRead: staging.rowsRead,
    rowsUsed: staging.rowsRead - totalOf(refused),
    refused,
    notices: staging.notices.counts(),
    counts: {
      months: new Map([...staging.months].sort().map(([force, months]) => [force, [...months].sort()])),
      tallies: staging.tallies.map(({ whole }) => whole),
      byCategory: staging.tallies.map(({ byCategory }) => byCategory),
      forces: staging.forces,
    },
    refusedRows: staging.refusedRows.path(),
    lakeFolder: staging.lakeFolder,
    lakeFiles: staging.lakeFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
