import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoundaryVersion } from '../../geography/index.ts';
import { type Lake, openLake } from '../../platform/lake/index.ts';
import type { IncidentBatch } from '../archive/incident-archive-importer.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { countLines } from '../incidents/count-lines-importer.ts';
import { fileMonths } from '../incidents/file-months.ts';
import { locatePoints } from '../incidents/locate-points-importer.ts';
import { createPoints } from '../incidents/points-store.ts';
import { refuseUnread } from '../incidents/refuse-unread-importer.ts';
import { type RefusedRowsFile, refusedRowsFile } from '../incidents/refused-rows-store.ts';
import type { StagedRows, StageSettings } from '../incidents/staged-rows.ts';
import { type MonthsWriter, monthsWriter } from '../incidents/write-months-importer.ts';
import { Refusal } from '../model.ts';
import { countLimits, markFaults } from './faults-store.ts';
import { judgeKinds } from './kinds-store.ts';
import { COLUMNS, loadBatch } from './load-store.ts';
import { countOutside, newPoints, placePoints, tallyWards, usableMonths, writeMonth } from './place-store.ts';
import type { StreetCounts } from './street-counts.ts';
import { type Tally, wardTally } from './tally.ts';

/** What the street files of one import came to. */
export interface StagedStreet extends StagedRows {
  counts: StreetCounts;
}

const NOTICE = {
  withoutId: 'no crime ID: kept, though a repeat could not be told',
  unproved: 'identical to another row, without a crime ID: kept, since it may be another crime',
  sharedIds: 'a crime ID that other rows have with other details: kept',
  unlocated: 'no location (repeats counted too): kept, not counted in any ward',
  outside: 'outside every ward held (repeats counted too): kept, not counted in any ward',
} as const;
/**
 * Threads of a statement beside others: in batches of this size, sharing one among two takes a third more processor time
 * and saves hardly any time, while the next batch is unpacked on the other core.
 */
const THREADS = 1;

/**
 * Checks street files batch by batch, finds the ward of every point, and writes the incidents as Parquet, a file for
 * each force and month. Rows never enter this process's own memory; it holds distinct points and ward counts only.
 */
export async function stageStreet(input: StageSettings, batches: AsyncIterable<IncidentBatch>): Promise<StagedStreet> {
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

interface Staging extends StageSettings {
  lakeFolder: string;
  refusedRows: RefusedRowsFile;
  tallies: Tally[];
  rowsRead: number;
  refused: ReturnType<typeof reasonCounter>;
  notices: ReturnType<typeof reasonCounter>;
  months: MonthsWriter;
  types: Set<string>;
}

function newStaging(input: StageSettings, lakeFolder: string): Staging {
  return {
    ...input,
    lakeFolder,
    refusedRows: refusedRowsFile(input.folder, input),
    tallies: input.wards.map((wardSet) => wardTally(wardSet)),
    rowsRead: 0,
    refused: reasonCounter(),
    notices: reasonCounter(),
    months: monthsWriter(input.name, lakeFolder),
    types: new Set(),
  };
}

async function stageBatch(
  lake: Lake,
  staging: Staging,
  batch: IncidentBatch,
  versions: BoundaryVersion[],
): Promise<void> {
  const { entries } = batch;
  const unread = await loadBatch(lake, entries).catch(refuseUnread(staging.name, 'street file'));
  staging.rowsRead += await countLines(lake, { entries, columns: COLUMNS, unread }, staging);
  const months = fileMonths(entries.map(({ month }, id) => ({ id, month })));
  for (const type of await judgeKinds(lake, months, staging.now)) staging.types.add(type);
  for (const { reason, count } of await markFaults(lake)) staging.refused.add(reason, count);
  await staging.refusedRows.add(lake, COLUMNS);
  const limits = await countLimits(lake);
  staging.notices.add(NOTICE.withoutId, limits.withoutId);
  staging.notices.add(NOTICE.unproved, limits.unproved);
  staging.notices.add(NOTICE.sharedIds, limits.sharedIds);
  staging.notices.add(NOTICE.unlocated, limits.unlocated);
  await locatePoints(lake, await newPoints(lake), staging.wards);
  await placePoints(lake, versions);
  for (const tally of staging.tallies) {
    const { version } = tally.wardSet;
    tally.add(await tallyWards(lake, version));
    staging.notices.add(`${version}: ${NOTICE.outside}`, await countOutside(lake, version));
  }
  await staging.months.add(
    await usableMonths(lake),
    (place) => entries[place]?.name,
    (month, path) => writeMonth(lake, month, versions, path),
  );
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
      months: staging.months.months(),
      types: staging.types,
      tallies: staging.tallies,
    },
    lakeFolder: staging.lakeFolder,
    lakeFiles: staging.months.files(),
  };
}
