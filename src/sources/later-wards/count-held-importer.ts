import { join } from 'node:path';
import type { Month } from '../../lib/calendar/month.ts';
import { slug } from '../../measures/index.ts';
import { type Lake, LakeError, openLake } from '../../platform/lake/index.ts';
import { INCIDENT_KINDS, type IncidentKindName } from '../incidents/incident-kinds.ts';
import type { IncidentReader } from '../incidents/incident-reader-store.ts';
import type { IndexedWards } from '../incidents/indexed-wards.ts';
import { locatePoints } from '../incidents/locate-points-importer.ts';
import { createPoints } from '../incidents/points-store.ts';
import { createKeys } from '../incidents/rows-store.ts';
import { type OnProgress, Refusal } from '../model.ts';
import { OUTCOMES } from '../outcomes/outcomes-store.ts';
import { STOP_AND_SEARCH } from '../stop-and-search/stop-and-search-store.ts';
import type { StreetCounts } from '../street/street-counts.ts';
import { type Tally, wardTally } from '../street/tally.ts';
import { distinctHeld, newHeldPoints, openHeld, tallyHeld } from './lake-rows-store.ts';
import { type HeldCounts, type KindCounts, laterFigures } from './later-figures.ts';
import type { HeldImport, LaterFigures } from './model.ts';

export interface LaterSettings {
  /** Staging folder, for what does not fit in memory. */
  folder: string;
  /** The lake lies below it. */
  dataFolder: string;
  /** The wards as they will be, of each set that changes. */
  wards: readonly IndexedWards[];
}

/** Incidents are read file by file: DuckDB needs no more for it. */
const LAKE_MEGABYTES = 200;
const READERS: Record<Exclude<IncidentKindName, 'street'>, IncidentReader> = {
  'stop-and-search': STOP_AND_SEARCH,
  outcomes: OUTCOMES,
};

/**
 * Counts the incidents that imports hold in the lake in the wards of some sets, by the same exact rule and with the same
 * figures as if the wards had been there when they were imported. Points come from the lake; its own ward columns stay
 * as they were written and are not read. Rows never enter this process's memory; it holds distinct points and counts.
 * @throws Refusal when files of the lake cannot be read, as when they are taken back meanwhile
 */
export async function countHeld(
  imports: readonly HeldImport[],
  settings: LaterSettings,
  onProgress: OnProgress,
): Promise<LaterFigures[]> {
  if (imports.length === 0 || settings.wards.length === 0) return [];
  const lake = await openLake(settings.folder, { memoryMegabytes: LAKE_MEGABYTES });
  try {
    await createPoints(
      lake,
      settings.wards.map(({ version }) => version),
    );
    const counts: HeldCounts[] = [];
    for (const [done, held] of imports.entries()) {
      onProgress({ file: held.file, step: 'counting in the new wards', done, total: imports.length });
      counts.push(await readCounts(lake, held, settings));
    }
    return laterFigures(counts, settings.wards);
  } finally {
    await lake.close();
  }
}

async function readCounts(lake: Lake, held: HeldImport, settings: LaterSettings): Promise<HeldCounts> {
  const counts: HeldCounts = { held, street: null, 'stop-and-search': null, outcomes: null };
  for (const kind of INCIDENT_KINDS) {
    const files = held.lakeFiles.filter((file) => file.kind === kind);
    if (files.length === 0) continue;
    await openHeld(
      lake,
      files.map(({ path }) => join(settings.dataFolder, path)),
    ).catch(refuseUnread);
    await locatePoints(lake, await newHeldPoints(lake), settings.wards);
    const months = monthsByForce(files);
    if (kind === 'street') counts.street = await streetCounts(lake, settings, months);
    else counts[kind] = await incidentCounts(lake, settings, months, READERS[kind]);
  }
  return counts;
}

function refuseUnread(error: unknown): never {
  if (!(error instanceof LakeError)) throw error;
  throw new Refusal(
    'Incidents in the lake could not be read, perhaps because they were taken back meanwhile, so nothing was changed: try again.',
  );
}

function monthsByForce(files: HeldImport['lakeFiles']): Map<string, Month[]> {
  const months = new Map<string, Month[]>();
  for (const { force, month } of files) months.set(force, [...(months.get(force) ?? []), month]);
  return new Map([...months].sort().map(([force, held]) => [force, held.toSorted()]));
}

async function streetCounts(lake: Lake, { wards }: LaterSettings, months: Map<string, Month[]>): Promise<StreetCounts> {
  const names = await distinctHeld(lake, 'crime_type');
  await createKeys(lake, 'type_name', names, slug);
  const tallies = [];
  for (const { version, wards: places } of wards) {
    const tally = wardTally({ version, wards: places });
    tally.add(
      await tallyHeld(lake, version, '[type_name.key]', 'held join type_name on type_name.name = held.crime_type'),
    );
    tallies.push(tally);
  }
  return { months, types: new Set(names.map(slug)), tallies };
}

async function incidentCounts(
  lake: Lake,
  { wards }: LaterSettings,
  months: Map<string, Month[]>,
  kind: IncidentReader,
): Promise<KindCounts> {
  const counts: KindCounts & { tallies: Tally[]; byCategory: Tally[] } = { kind, months, tallies: [], byCategory: [] };
  for (const { version, wards: places } of wards) {
    const [whole, each] = [wardTally({ version, wards: places }), wardTally({ version, wards: places })];
    const rows = await tallyHeld(lake, version, kind.categories);
    each.add(rows);
    whole.add(rows.filter(({ type }) => type === kind.whole));
    counts.tallies.push(whole);
    counts.byCategory.push(each);
  }
  return counts;
}
