import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Area, boundarySet, referenceAreas } from '../../../geography/index.ts';
import { listAreas, wardIndex } from '../../../geography/service.ts';
import { type Month, monthRange } from '../../../lib/calendar/month.ts';
import { locateAllInTurns } from '../../../lib/spatial/index.ts';
import { published } from '../../../platform/access/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import { openLake } from '../../../platform/lake/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { keptAnswers } from '../../../platform/workers/index.ts';
import { coverKey, readCoveredWards, readLakeFiles } from '../../area-count/lake-files-store.ts';
import type { LakeFile } from '../../area-count/model.ts';
import { openStaging } from '../../engine/folders-importer.ts';
import { liveImports } from '../../engine/keep-service.ts';
import { chooseFiles } from './choose-files.ts';
import type { SearchedSet, SearchesAnswer, SearchesAsked } from './model.ts';
import { type SearchedCells, searchesByFile, searchesIn } from './searched-cells.ts';
import {
  countSearches,
  FIRST_AREA,
  OUTSIDE,
  openSearches,
  placePoints,
  searchedPoints,
  UNLOCATED,
} from './searched-store.ts';

/** All searches of the lake, placed in one set of areas. */
interface Searched {
  files: readonly LakeFile[];
  cells: SearchedCells;
  /** Searches with a location, by file: anywhere, and outside every area of the set. */
  located: readonly number[];
  inAreas: readonly number[];
  /** Place of each area by its code. */
  places: ReadonlyMap<string, number>;
  areas: ReadonlyMap<string, Area>;
  /** Boroughs that each force's files cover; null for one of which nothing says so. */
  grounds: ReadonlyMap<string, ReadonlySet<string> | null>;
}

/** Files counted by one statement: their rows become values of this process at once, so there are few of them. */
const FILES_AT_ONCE = 6;
/** By the state of what is held and the set of areas; each reader has records of their own, so they are no key. */
const kept = keptAnswers<Searched>(4);

/**
 * Searches by ethnicity, object and outcome in some areas and months. The rows stay in DuckDB; their counts are made once
 * and kept in memory until another import is live, so that a question takes milliseconds.
 */
export const searchesByEthnicity = published(
  'sources.searches-by-ethnicity',
  async (platform: Platform, asked: SearchesAsked): Promise<SearchesAnswer> => {
    const held = chooseFiles(await readLakeFiles(platform.records, 'stop-and-search'));
    const [first, last] = [held[0]?.month, held.at(-1)?.month];
    if (first === undefined || last === undefined) {
      return {
        kind: 'refused',
        because: 'No stops and searches are held: import stop-and-search files of data.police.uk.',
      };
    }
    if (asked.from > last || asked.to < first) {
      return { kind: 'refused', because: `Searches are held from ${first} to ${last}: give a period within it.` };
    }
    const { version } = asked;
    const question = `${await stateOf(platform, held)} ${version}`;
    return answer(await kept(question, () => count(platform, version, held)), asked);
  },
);

/** The first and last month of which there are searches; null where none are held. */
export const searchedMonths = published(
  'sources.searched-months',
  async ({ records }: Platform): Promise<{ from: Month; to: Month } | null> => {
    const held = chooseFiles(await readLakeFiles(records, 'stop-and-search'));
    const [from, to] = [held[0]?.month, held.at(-1)?.month];
    return from === undefined || to === undefined ? null : { from, to };
  },
);

/** Changes whenever the searches, the areas or the residents they are set against may change; for remembering answers. */
export const searchesState = published('sources.searches-state', async (platform: Platform): Promise<string> => {
  return stateOf(platform, await readLakeFiles(platform.records, 'stop-and-search'));
});

/** The lake's folder is of one database, and an import never changes. */
async function stateOf({ records, dataFolder }: Platform, files: readonly LakeFile[]): Promise<string> {
  const imports = (await liveImports(records)).map(({ id }) => id);
  return JSON.stringify([dataFolder, files[0]?.path ?? null, imports]);
}

async function count(platform: Platform, version: SearchedSet, files: readonly LakeFile[]): Promise<Searched> {
  const { records, dataFolder } = platform;
  const areas = await listAreas(records, { version });
  const index = await wardIndex(records, version);
  const staging = await openStaging(dataFolder);
  try {
    const lake = await openLake(staging.path);
    try {
      await openSearches(
        lake,
        files.map(({ path }) => join(dataFolder, path)),
      );
      const points = await searchedPoints(lake);
      const positions = await locateAllInTurns(index, points.x, points.y, () => breathe());
      await placePoints(
        lake,
        points,
        positions.map((position) => (position < 0 ? OUTSIDE : position + FIRST_AREA)),
      );
      const lists = [];
      for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
        const { cell, searches } = await countSearches(lake, files.length, { first: at, last: at + FILES_AT_ONCE - 1 });
        lists.push({ cells: Float64Array.from(cell), searches: Int32Array.from(searches) });
      }
      const cells = { lists, files: files.length };
      return {
        files,
        cells,
        located: searchesByFile(cells, OUTSIDE),
        inAreas: searchesByFile(cells, FIRST_AREA),
        places: new Map(index.codes.map((code, at) => [code, at + FIRST_AREA])),
        areas: new Map(areas.map((area) => [area.code, area])),
        grounds: await groundsOf(records, files),
      };
    } finally {
      await lake.close();
    }
  } finally {
    await staging.remove();
  }
}

/** Boroughs in which each force's files have figures: those of its own ground, by the import's own judgement. */
async function groundsOf(records: Records, files: readonly LakeFile[]): Promise<Map<string, Set<string> | null>> {
  const covered = await readCoveredWards(records, 'stop-and-search');
  const boroughOf = new Map(
    (['wards-2014', 'wards-2022'] as const).flatMap((version) =>
      referenceAreas(version).map(({ code, boroughCode }) => [code, boroughCode] as const),
    ),
  );
  const grounds = new Map<string, Set<string> | null>();
  for (const file of files) {
    const wards = [...(covered.get(coverKey(file))?.values() ?? [])].flatMap((codes) => [...codes]);
    const boroughs = wards.flatMap((code) => boroughOf.get(code) ?? []);
    const before = grounds.get(file.force) ?? null;
    grounds.set(file.force, wards.length === 0 ? before : new Set([...(before ?? []), ...boroughs]));
  }
  return grounds;
}

function answer(all: Searched, { version, areaCodes, from, to }: SearchesAsked): SearchesAnswer {
  const lacking = areaCodes.filter((code) => !all.places.has(code));
  if (areaCodes.length === 0 || lacking.length > 0) {
    return {
      kind: 'refused',
      because: `Import the boundaries of the ${boundarySet(version).title} first: searches are placed in them.`,
    };
  }
  const boroughs = new Set(areaCodes.map((code) => all.areas.get(code)?.boroughCode ?? null));
  const counts = (force: string): boolean => {
    const ground = all.grounds.get(force) ?? null;
    return ground === null || [...boroughs].some((borough) => borough === null || ground.has(borough));
  };
  const uses = all.files.map(({ month, force }) => month >= from && month <= to && counts(force));
  const used = all.files.filter((_, at) => uses[at] === true);
  const months = [...new Set(used.map(({ month }) => month))];
  const sumUsed = (byFile: readonly number[]): number =>
    byFile.reduce((sum, searches, at) => sum + (uses[at] === true ? searches : 0), 0);
  const located = sumUsed(all.located);
  return {
    kind: 'found',
    areas: areaCodes.map((areaCode) => ({
      areaCode,
      counts: searchesIn(all.cells, all.places.get(areaCode) ?? UNLOCATED, uses),
    })),
    unlocated: searchesIn(all.cells, UNLOCATED, uses),
    located,
    outsideEveryArea: located - sumUsed(all.inAreas),
    forces: [...new Set(used.map(({ force }) => force))],
    months,
    missing: monthRange(from, to).filter((month) => !months.includes(month)),
    vintages: [...new Set(used.map(({ vintage }) => vintage))],
    files: [...new Set(used.map(({ file }) => file))],
  };
}
