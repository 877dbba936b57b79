import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Area, BoundaryVersion } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { findMeasure, type Series } from '../../measures/index.ts';
import { heldVintages } from '../../measures/service.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { keptAnswers, runInWorker } from '../../platform/workers/index.ts';
import { listImports } from '../../sources/service.ts';
import { alreadyPublic } from './already-public.ts';
import { type FamilyHeld, NOTHING_HIDDEN } from './decide-families.ts';
import { familiesOfFewPeople } from './families.ts';
import { isOnlyFewPeople } from './few-people.ts';
import type { DecidedSeries, HiddenCells } from './model.ts';

/** Sets of areas that are decided; of what is about few people no other set is given out. */
const DECIDED = ['wards-2022', 'boroughs-2022', 'police-forces'] as const satisfies readonly BoundaryVersion[];
const LEVELS = { 'wards-2022': 'ward', 'boroughs-2022': 'borough', 'police-forces': 'force' } as const;

/** Whether figures about few people are decided for a set of areas. */
const isDecided = (version: BoundaryVersion): version is (typeof DECIDED)[number] =>
  DECIDED.some((each) => each === version);

/** The answer comes from this very release: its outline is checked. */
const answerShape = z.object({
  months: z.map(z.string(), z.set(z.custom<Month>((value) => typeof value === 'string'))),
  years: z.map(z.string(), z.set(z.custom<Month>((value) => typeof value === 'string'))),
  decided: z.set(z.string()),
  unprotected: z.number(),
});
const WORKER = new URL('./decide-families.ts', import.meta.url);
const LIMITS = { timeLimitMilliseconds: 600_000, memoryLimitMegabytes: 1024 };
/** What those wait at most who ask while it is being decided. */
const LONGEST_WAIT_MILLISECONDS = 10_000;
/** By the state of what is held; each reader has records of their own, so they are no key. */
const kept = keptAnswers<HiddenCells>(4);

/**
 * What of all figures about few people is not given out today, over every vintage held. Decided beside the server's own work
 * and remembered until an import, a unit's boroughs or the day changes. Who asks before it is decided waits a little; then
 * nothing counts as decided, and of what is about few people nothing is given out.
 */
export const hiddenCells = published(
  'performance.hidden-cells',
  async ({ records, now }: Pick<Platform, 'records' | 'now'>): Promise<HiddenCells> => {
    const on = todayInLondon(now());
    const live = (await listImports(records)).filter(({ revertedAt }) => revertedAt === null);
    const boroughs = (await listUnits(records)).flatMap((unit) => boroughsOn(unit, on)).map(({ code }) => code);
    const imports = live.map(({ id, sha256, boundaryVersions, importedAt }) => [
      ...[id, sha256, importedAt],
      boundaryVersions,
    ]);
    const state = JSON.stringify([on, boroughs, imports]);
    const decided = kept(state, async () => decideInWorker(await readFamilies(records, boroughs), on));
    return soon(decided);
  },
);

async function decideInWorker(families: readonly FamilyHeld[], on: string): Promise<HiddenCells> {
  if (families.length === 0) return NOTHING_HIDDEN;
  return answerShape.parse(await runInWorker(WORKER, 'decideFamilies', [families, on], LIMITS));
}

/** What was decided, or what holds as long as nothing is. */
async function soon(decided: Promise<HiddenCells>): Promise<HiddenCells> {
  const ended = new AbortController();
  const late = setTimeout(LONGEST_WAIT_MILLISECONDS, NOTHING_HIDDEN, { signal: ended.signal, ref: false });
  try {
    return await Promise.race([decided, late.catch(() => NOTHING_HIDDEN)]);
  } finally {
    ended.abort();
  }
}

/** The families of each vintage in which something is to be decided. */
async function readFamilies(records: Records, boroughCodes: readonly string[]): Promise<FamilyHeld[]> {
  const areas = new Map<BoundaryVersion, Map<string, Area>>();
  for (const version of DECIDED) {
    // Wards elsewhere are not decided, and so not given out.
    const found = await listAreas(records, version === 'wards-2022' ? { version, boroughCodes } : { version });
    areas.set(version, new Map(found.map((area) => [area.code, area])));
  }
  const families = familiesOfFewPeople();
  const measures = [...new Set(families.flatMap((family) => family.measures))].filter(
    (name) => findMeasure(name) !== null,
  );
  const byVintage = new Map<string, DecidedSeries[]>();
  for (const version of DECIDED) {
    const areaCodes = [...(areas.get(version)?.keys() ?? [])];
    for (const held of await heldVintages(records, { areaCodes, boundaryVersion: version }))
      for (const series of await held.read(measures)) {
        const asked = asDecided(series, areas.get(version)?.get(series.areaCode)?.boroughCode ?? null);
        if (asked !== null) byVintage.set(held.vintage, [...(byVintage.get(held.vintage) ?? []), asked]);
      }
  }
  return [...byVintage.values()].flatMap((series) =>
    families.flatMap(({ measures: names, partitions }): FamilyHeld[] => {
      const own = series.filter(({ measure }) => names.includes(measure));
      // Where all of it is public already there is nothing to decide.
      const isOpen = own.every((each) => !each.fewPeople || each.alreadyPublic !== null);
      return isOpen ? [] : [{ series: own, partitions }];
    }),
  );
}

/** A series as it is decided; null for made-up figures, which are about nobody, and for what is no count. */
function asDecided(series: Series, boroughCode: string | null): DecidedSeries | null {
  const { measure, areaCode, boundaryVersion, firstMonth, values, synthetic } = series;
  const found = findMeasure(measure);
  if (synthetic || found === null || !isDecided(boundaryVersion)) return null;
  if (values.some((value) => value !== null && !(Number.isSafeInteger(value) && value >= 0))) return null;
  return {
    ...{ measure, areaCode, boroughCode, firstMonth, values },
    level: LEVELS[boundaryVersion],
    fewPeople: isOnlyFewPeople(found.categories),
    alreadyPublic: alreadyPublic(found.categories, boundaryVersion),
  };
}
