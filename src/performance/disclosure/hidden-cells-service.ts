import type { Area, BoundaryVersion } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { findMeasure, type Series } from '../../measures/index.ts';
import { heldVintages, partsHeld } from '../../measures/service.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { alreadyPublic } from './already-public.ts';
import { decideCells } from './decide-cells.ts';
import { type Family, familiesOfFewPeople } from './families.ts';
import { isOnlyFewPeople } from './few-people.ts';
import type { DecidedSeries, HiddenCells } from './model.ts';
import { CRIME_RULES } from './rules/index.ts';

/** Sets of areas that are decided; of what is about few people no other set is given out. */
const DECIDED = ['wards-2022', 'boroughs-2022', 'police-forces'] as const satisfies readonly BoundaryVersion[];
const LEVELS = { 'wards-2022': 'ward', 'boroughs-2022': 'borough', 'police-forces': 'force' } as const;

/** Whether figures about few people are decided for a set of areas. */
const isDecided = (version: BoundaryVersion): version is (typeof DECIDED)[number] =>
  DECIDED.some((each) => each === version);

const KNOWN = new WeakMap<Records, { key: string; hidden: Promise<HiddenCells> }>();

/**
 * What of all figures about few people is not given out on a day, over every vintage held: what is hidden in one is hidden
 * in all. Remembered until an import changes what is held, or the day does.
 */
export const hiddenCells = published(
  'performance.hidden-cells',
  async (records: Records, on: string): Promise<HiddenCells> => {
    const parts = await partsHeld(records);
    const key = JSON.stringify([
      on,
      parts.map(({ importId, boundaryVersion, publisher }) => [importId, boundaryVersion, publisher]),
    ]);
    const known = KNOWN.get(records);
    if (known?.key === key) return known.hidden;
    const hidden = decide(records, on);
    KNOWN.set(records, { key, hidden });
    hidden.catch(() => KNOWN.delete(records));
    return hidden;
  },
);

const NOTHING_HIDDEN: HiddenCells = { months: new Map(), years: new Map(), decided: new Set(), unprotected: 0 };

async function decide(records: Records, on: string): Promise<HiddenCells> {
  const areas = new Map<BoundaryVersion, Map<string, Area>>();
  const boroughCodes = (await listUnits(records)).flatMap((unit) => boroughsOn(unit, on)).map(({ code }) => code);
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
  return [...byVintage.values()]
    .flatMap((series) => families.map((family) => decideFamily(series, family, on)))
    .reduce(together, NOTHING_HIDDEN);
}

function decideFamily(series: readonly DecidedSeries[], { measures, partitions }: Family, on: string): HiddenCells {
  const own = series.filter(({ measure }) => measures.includes(measure));
  // Where all of it is public already there is nothing to decide.
  if (own.every((each) => !each.fewPeople || each.alreadyPublic !== null)) return NOTHING_HIDDEN;
  return decideCells(own, partitions, { on, rules: CRIME_RULES });
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

function together(a: HiddenCells, b: HiddenCells): HiddenCells {
  return {
    months: union(a.months, b.months),
    years: union(a.years, b.years),
    decided: new Set([...a.decided, ...b.decided]),
    unprotected: a.unprotected + b.unprotected,
  };
}

function union<Value>(
  a: ReadonlyMap<string, ReadonlySet<Value>>,
  b: ReadonlyMap<string, ReadonlySet<Value>>,
): Map<string, ReadonlySet<Value>> {
  const both = new Map(a);
  for (const [key, values] of b) both.set(key, new Set([...(both.get(key) ?? []), ...values]));
  return both;
}
