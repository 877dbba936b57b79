import { join } from 'node:path';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import { LakeError, openLake } from '../../platform/lake/index.ts';
import { type IncidentFigures, incidentFigures } from '../incidents/incident-figures.ts';
import type { IncidentKind } from '../incidents/incident-kind.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import { joinRefusedRows } from '../incidents/refused-rows-store.ts';
import type { StagedIncidents } from '../incidents/stage-incidents-importer.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { type ReasonCount, Refusal } from '../model.ts';
import { matchCrimes, OUTCOMES } from '../outcomes/outcomes-store.ts';
import { STOP_AND_SEARCH } from '../stop-and-search/stop-and-search-store.ts';
import { type HeldWards, placeInWards } from '../street/place-in-wards.ts';
import type { StagedIncidentFile } from './stage-incident-file-importer.ts';
import { type StagedFile, type StagedPart, stagedIncidents } from './staged-file.ts';

/** What the files of incidents of a command are judged by besides themselves. */
export interface HeldIncidents {
  /** Wards that the vintage's territorial street files cover already. */
  heldWards: HeldWards;
  /** Paths of the Parquet files of street crime in the lake. */
  streetFiles: readonly string[];
}

/**
 * Makes the figures of the files of incidents of a command, each judged together with the others.
 * @param command all of them, in order
 */
export async function stageParts(command: readonly StagedIncidentFile[], held: HeldIncidents): Promise<StagedFile[]> {
  const streets = command.flatMap(({ street }) => street?.counts ?? []);
  const searches = command.flatMap(({ stopAndSearch }) => stopAndSearch?.counts ?? []);
  const outcomes = command.flatMap((file) => file.outcomes?.counts ?? []);
  const streetFiles = [
    ...held.streetFiles,
    ...command.flatMap(({ street }) => street?.lakeFiles.map(({ path }) => join(street.lakeFolder, path)) ?? []),
  ];
  const staged: StagedFile[] = [];
  for (const file of command) {
    const parts: StagedPart[] = [];
    if (file.street) {
      parts.push(partOf('street', file.street, placeInWards(file.street.counts, streets, held.heldWards)));
    }
    if (file.stopAndSearch) {
      parts.push(kindPart(STOP_AND_SEARCH, file.stopAndSearch, searches));
    }
    if (file.outcomes) {
      const part = kindPart(OUTCOMES, file.outcomes, outcomes);
      parts.push({ ...part, notices: [...part.notices, ...(await crimesMatched(file, file.outcomes, streetFiles))] });
    }
    const rows = [file.street, file.stopAndSearch, file.outcomes].flatMap((each) => each?.refusedRows ?? []);
    const refusedRows = await joinRefusedRows(rows, join(file.folder, 'left-out.csv'));
    staged.push(stagedIncidents(parts, { ...file, refusedRows }));
  }
  return staged;
}

function kindPart(
  kind: IncidentKind,
  read: StagedIncidents,
  command: readonly StagedIncidents['counts'][],
): StagedPart {
  return partOf(kind.kind, read, incidentFigures(kind, read.counts, command));
}

type Read = Pick<StagedPart, 'rowsRead' | 'rowsUsed' | 'refused' | 'notices' | 'lakeFolder' | 'lakeFiles'> & {
  counts: Pick<StagedIncidents['counts'], 'months' | 'tallies'>;
};

function partOf(
  kind: IncidentKindName,
  read: Read,
  {
    series,
    coverage,
    notices,
  }: { series: Iterable<CategorySeries>; coverage: MonthCoverage[]; notices: ReasonCount[] } | IncidentFigures,
): StagedPart {
  const { rowsRead, rowsUsed, refused, lakeFolder, lakeFiles, counts } = read;
  return {
    kind,
    rowsRead,
    rowsUsed,
    refused,
    notices: [...read.notices, ...notices],
    months: [...counts.months.values()].flat(),
    boundaryVersions: counts.tallies.map(({ wardSet }) => wardSet.version),
    series,
    coverage,
    lakeFolder,
    lakeFiles,
  };
}

/** How many crime IDs of the outcomes stand in street files of their forces, by the type of crime those say. */
async function crimesMatched(
  { folder }: StagedIncidentFile,
  { counts, lakeFolder }: StagedIncidents,
  streetFiles: readonly string[],
): Promise<ReasonCount[]> {
  const names = [...counts.months.keys()].map((force) => new RegExp(`[/\\\\]${force}-\\d{4}-\\d{2}[.]parquet$`));
  const ofForces = streetFiles.filter((path) => names.some((name) => name.test(path)));
  if (ofForces.length === 0) return [];
  const lake = await openLake(folder);
  try {
    const { ids, matched } = await matchCrimes(lake, lakeFolder, ofForces);
    const found = matched.reduce((sum, each) => sum + each.ids, 0);
    return [
      ...matched.map((each) => ({
        reason: `different crime IDs that street files held say are of the type ${each.type}`,
        count: each.ids,
      })),
      {
        reason: 'different crime IDs that no street file held has, so that their crime is not known',
        count: ids - found,
      },
    ].filter(({ count }) => count > 0);
  } catch (error) {
    if (!(error instanceof LakeError) || isDiskFull(error)) throw error;
    throw new Refusal(
      'Street files in the lake could not be read, perhaps because they were taken back meanwhile, so nothing was changed: import again.',
    );
  } finally {
    await lake.close();
  }
}
