import { type Area, BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { CATALOGUE, type GivenUpMonth, type Measure, type Series, sumsCategory } from '../../measures/index.ts';
import { readSeries, supersededMonths } from '../../measures/service.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import type { Records } from '../../platform/database/index.ts';
import type { StagedFile } from '../engine/staged-file.ts';
import {
  readCategories,
  readHarmWeightFile,
  readImports,
  readLookupFile,
  returnToSavepoint,
  setSavepoint,
} from '../store.ts';
import { compareSeries } from './compare-series.ts';
import type { ImportChanges } from './import-changes.ts';

/** Areas of the command units in one set: what changes are told of, so that telling them takes a second and no more. */
export interface UnitAreas {
  boundaryVersion: BoundaryVersion;
  areas: Area[];
}

/** An import of a dry run, as written and about to be undone. */
export interface BroughtFile {
  importId: string;
  staged: Pick<StagedFile, 'kind' | 'recognisedAs' | 'boundaries' | 'boundaryVersions' | 'lookup' | 'harmWeights'>;
}

const SAVEPOINT = 'before_import';

/** Marks the point in a transaction to which {@link changesBy} goes back; call it before anything is written. */
export async function markBefore(trx: Records): Promise<void> {
  await setSavepoint(trx, SAVEPOINT);
}

/**
 * What the imports written since {@link markBefore} would change. Reads the figures as they would be shown, undoes
 * everything written since the mark, and reads them again: so both readings are of the same moment.
 * @param changed imports that were there before and whose figures the command changes
 * @param today in London, such as "2026-03-10": the boroughs of the units are those of the day
 */
export async function changesBy(
  trx: Records,
  brought: readonly BroughtFile[],
  changed: readonly string[],
  today: string,
): Promise<Omit<ImportChanges, 'heldAlready'>> {
  const units = await unitAreas(trx, today);
  const fed = await measuresFed(trx, units, [...brought.map(({ importId }) => importId), ...changed]);
  const after = await readShown(trx, fed);
  const [imports, givenAfter] = [await readImports(trx), await supersededMonths(trx)];
  await returnToSavepoint(trx, SAVEPOINT);
  const before = await readShown(trx, fed);
  const givenBefore = await supersededMonths(trx);
  const names = new Map(imports.map(({ id, file }) => [id, file]));
  return {
    measures: fed.flatMap(({ boundaryVersion, areas, measures }, at) =>
      compareSeries(measures, {
        boundaryVersion,
        areas,
        // Made-up figures stop counting as a whole, which is said apart: every real month is new.
        before: (before[at] ?? []).filter(({ synthetic }) => !synthetic),
        after: after[at] ?? [],
      }),
    ),
    givenUp: newlyGivenUp(givenBefore, givenAfter, names),
    replaced: await replacedBy(trx, brought),
  };
}

/** The boroughs of the command units and their wards in every set, and the forces. */
export async function unitAreas(records: Records, today: string): Promise<UnitAreas[]> {
  const units = await listUnits(records);
  const boroughCodes = units.flatMap((unit) => boroughsOn(unit, today).map(({ code }) => code));
  const found: UnitAreas[] = [];
  for (const boundaryVersion of BOUNDARY_VERSIONS.filter((version) => !version.startsWith('lsoas'))) {
    const scope = boundaryVersion === 'police-forces' ? {} : { boroughCodes };
    found.push({ boundaryVersion, areas: await listAreas(records, { version: boundaryVersion, ...scope }) });
  }
  return found.filter(({ areas }) => areas.length > 0);
}

/** What is compared: measures that some imports hold figures of, in every set, as figures may be converted between them. */
async function measuresFed(
  records: Records,
  units: readonly UnitAreas[],
  importIds: readonly string[],
): Promise<(UnitAreas & { measures: Measure[] })[]> {
  const categories = await readCategories(records, importIds);
  const measures = CATALOGUE.filter((measure) => categories.some((category) => sumsCategory(measure, category)));
  return measures.length === 0 ? [] : units.map((unit) => ({ ...unit, measures }));
}

async function readShown(records: Records, fed: readonly (UnitAreas & { measures: Measure[] })[]): Promise<Series[][]> {
  const shown: Series[][] = [];
  for (const { boundaryVersion, areas, measures } of fed) {
    shown.push(
      await readSeries(records, {
        boundaryVersion,
        areaCodes: areas.map(({ code }) => code),
        measures: measures.map(({ name }) => name),
      }),
    );
  }
  return shown;
}

function newlyGivenUp(
  before: readonly GivenUpMonth[],
  after: readonly GivenUpMonth[],
  names: ReadonlyMap<string, string>,
): ImportChanges['givenUp'] {
  const keyOf = ({ importId, month, by }: GivenUpMonth): string => `${importId} ${month} ${by}`;
  const known = new Set(before.map(keyOf));
  const pairs = new Map<string, ImportChanges['givenUp'][number]>();
  for (const each of after) {
    // What lies in no area, such as Heathrow, is no figure of a borough or ward.
    if (known.has(keyOf(each)) || each.boundaryVersion === 'unplaced') continue;
    const file = names.get(each.importId) ?? each.importId;
    const pair = pairs.get(`${file}\n${each.by}`) ?? { file, by: each.by, months: [] };
    pairs.set(`${file}\n${each.by}`, { ...pair, months: [...new Set([...pair.months, each.month])].sort() });
  }
  return [...pairs.values()];
}

async function replacedBy(records: Records, brought: readonly BroughtFile[]): Promise<ImportChanges['replaced']> {
  const live = (await readImports(records)).filter(({ revertedAt }) => revertedAt === null);
  const replaced: ImportChanges['replaced'] = [];
  for (const { staged } of brought) {
    const { kind, recognisedAs, boundaries, boundaryVersions, lookup, harmWeights } = staged;
    if (boundaries.length > 0) {
      const held = live.find(
        (each) => each.kind === kind && each.boundaryVersions.some((version) => boundaryVersions.includes(version)),
      );
      replaced.push({ what: recognisedAs, before: held?.file ?? null });
    }
    if (lookup !== null) {
      const { fromSet, toSet } = lookup;
      replaced.push({
        what: `lookup from ${fromSet} to ${toSet}`,
        before: await readLookupFile(records, fromSet, toSet),
      });
    }
    if (harmWeights !== null) {
      const { version, source } = harmWeights;
      const before = await readHarmWeightFile(records);
      replaced.push({ what: `harm weights of ${source}, version ${version}`, before });
    }
  }
  return replaced;
}
