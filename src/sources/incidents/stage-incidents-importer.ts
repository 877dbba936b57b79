import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoundaryVersion } from '../../geography/index.ts';
import { type Lake, LakeError, openLake } from '../../platform/lake/index.ts';
import type { IncidentBatch } from '../archive/incident-archive-importer.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { Refusal } from '../model.ts';
import { type Tally, wardTally } from '../street/tally.ts';
import { countLines } from './count-lines-importer.ts';
import type { IncidentCounts } from './incident-counts.ts';
import type { CheckedBatch, IncidentReader } from './incident-reader-store.ts';
import { locatePoints } from './locate-points-importer.ts';
import {
  countUnplaced,
  newPoints,
  placeRows,
  tallyForces,
  tallyWards,
  usableMonths,
  writeMonth,
} from './place-store.ts';
import { createPoints } from './points-store.ts';
import { loadEntries } from './read-entries-store.ts';
import { refuseUnread } from './refuse-unread-importer.ts';
import { type RefusedRowsFile, refusedRowsFile } from './refused-rows-store.ts';
import { countFaults } from './rows-store.ts';
import type { StagedRows, StageSettings } from './staged-rows.ts';
import { type MonthsWriter, monthsWriter } from './write-months-importer.ts';

/** What the files of one kind came to. */
export interface StagedIncidents extends StagedRows {
  counts: IncidentCounts;
}

export interface IncidentSettings extends StageSettings {
  /** The force of a file that does not name it, from its name; null when that does not say either. */
  forceOfEntry(name: string): string | null;
}

const NOTICE = {
  unlocated: 'no location: kept, counted for the force, not in any ward',
  outside: 'outside every ward held: kept, counted for the force, not in any ward',
} as const;
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
  months: MonthsWriter;
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
    months: monthsWriter(settings.name, lakeFolder),
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
  const { columns, called } = kind;
  const unread = await loadEntries(lake, batch.entries, columns).catch(refuseUnread(name, called));
  staging.rowsRead += await countLines(lake, { entries: batch.entries, columns, unread }, staging);
  const entries: CheckedBatch['entries'] = batch.entries.map((entry) => ({
    id: entry.id,
    month: entry.month,
    force: staging.forceOfEntry(entry.name),
  }));
  for (const { reason, count } of await kind.check(lake, { entries, now })) staging.notices.add(reason, count);
  for (const { reason, count } of await countFaults(lake)) staging.refused.add(reason, count);
  await staging.refusedRows.add(lake, columns);
  await locatePoints(lake, await newPoints(lake), staging.wards);
  await placeRows(lake, versions);
  await countRows(lake, staging);
  await staging.months.add(
    await usableMonths(lake),
    (id) => batch.entries.find((entry) => entry.id === id)?.name,
    (month, path) => writeMonth(lake, month, { columns, meant: kind.meant, versions }, path),
  );
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

function finished(staging: Staging): StagedIncidents {
  const refused = staging.refused.counts();
  return {
    rowsRead: staging.rowsRead,
    rowsUsed: staging.rowsRead - totalOf(refused),
    refused,
    notices: staging.notices.counts(),
    counts: {
      months: staging.months.months(),
      tallies: staging.tallies.map(({ whole }) => whole),
      byCategory: staging.tallies.map(({ byCategory }) => byCategory),
      forces: staging.forces,
    },
    refusedRows: staging.refusedRows.path(),
    lakeFolder: staging.lakeFolder,
    lakeFiles: staging.months.files(),
  };
}
