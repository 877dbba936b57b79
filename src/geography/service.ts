import { type AreaIndex, buildAreaIndex } from '../lib/spatial/index.ts';
import { ownWork, published, within } from '../platform/access/index.ts';
import { recordAudit } from '../platform/audit/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { boundarySets } from './boundary-set.ts';
import { type FoundArea, findArea } from './find-area.ts';
import { type LookupHead, readLookupHeads, readLookupPairs } from './lookup-store.ts';
import type { Area, AreaLookup, Boundary, BoundaryVersion, PoliceNeighbourhood } from './model.ts';
import { readNeighbourhoodParts } from './neighbourhood-store.ts';
import { referenceAreas } from './reference-areas.ts';
import {
  deleteImported,
  insertBoundaries,
  insertLookup,
  insertNeighbourhood,
  readAreas,
  readBoundaries,
  readBoundaryCounts,
  readBoundarySets,
  readReferenceAreas,
  writeBoundarySets,
  writeReferenceAreas,
} from './store.ts';

export { wardAdjacency } from './adjacency-service.ts';
export type { LookupHead } from './lookup-store.ts';

/** What a force publishes of a neighbourhood, by part; null when nothing of it is held. */
export const neighbourhoodParts = published('geography.neighbourhood-parts', readNeighbourhoodParts);

/** Which areas are asked for: a boundary version, and the boroughs to keep to. */
export interface AreaScope {
  version: BoundaryVersion;
  /** Borough codes; all boroughs when left out. */
  boroughCodes?: readonly string[];
}

/**
 * Adds the boundary sets and reference areas that are missing or out of date; otherwise two small reads.
 * Every command calls it first. Safe to call from several processes at once.
 */
export const ensureReferenceAreas = ownWork(
  'geography.ensure-reference-areas',
  async (platform: Platform): Promise<void> => {
    const { records, actor } = platform;
    const [heldSets, heldAreas] = [await readBoundarySets(records), await readReferenceAreas(records)];
    const sets = missing(boundarySets(), heldSets, (set) => JSON.stringify(Object.entries(set).toSorted()));
    const shipped = boundarySets().flatMap((set) => referenceAreas(set.version));
    const areas = missing(shipped, heldAreas, (area) => JSON.stringify(Object.entries(area).toSorted()));
    if (sets.length === 0 && areas.length === 0) return;
    await records.transaction().execute(async (trx) => {
      await writeBoundarySets(trx, sets);
      await writeReferenceAreas(trx, areas);
      await recordAudit(trx, {
        actor,
        action: 'geography.ensure-reference-areas',
        subject: sets.map((set) => set.version).join(', ') || 'areas',
        detail: { areas: areas.length },
      });
    });
  },
);

function missing<T>(wanted: readonly T[], held: readonly T[], keyOf: (item: T) => string): T[] {
  const keys = new Set(held.map(keyOf));
  return wanted.filter((item) => !keys.has(keyOf(item)));
}

/** Areas of a boundary version by code: the reference areas, and those that imported boundaries add. */
export const listAreas = published(
  'geography.list-areas',
  async (records: Records, { version, boroughCodes }: AreaScope): Promise<Area[]> => {
    const areas = await readAreas(records, version);
    return areas.filter((area) => boroughCodes?.includes(area.boroughCode ?? area.code) ?? true);
  },
);

/** Names of the areas of a boundary version, by code. */
export const areaNames = published(
  'geography.area-names',
  async (records: Records, version: BoundaryVersion): Promise<Map<string, string>> => {
    return new Map((await readAreas(records, version)).map((area) => [area.code, area.name]));
  },
);

/**
 * Finds an area by code or name in the first of several boundary versions that has it.
 * When none has it, the suggestions are those of all of them.
 */
export const findKnownArea = published(
  'geography.find-known-area',
  async (records: Records, text: string, versions: readonly BoundaryVersion[]): Promise<FoundArea> => {
    const near: Area[] = [];
    for (const version of versions) {
      const found = findArea(await listAreas(records, { version }), text);
      if (found.kind !== 'none') return found;
      near.push(...found.near);
    }
    return { kind: 'none', near };
  },
);

/** Writes the boundaries of one file under its import, in the transaction (and the audit) of that import. */
export const storeBoundaries = within(
  'geography.store-boundaries',
  async (trx: Records, importId: string | number, parsed: { boundaries: readonly Boundary[] }): Promise<void> => {
    await insertBoundaries(trx, importId, parsed.boundaries);
  },
);

/** Writes a lookup under its import, in the transaction (and the audit) of that import. */
export const storeLookup = within(
  'geography.store-lookup',
  async (trx: Records, importId: string, lookup: AreaLookup): Promise<void> => {
    await insertLookup(trx, importId, lookup);
  },
);

/** Lookups that live imports hold, the newest first; see {@link lookupPairs} for what they say. */
export const lookupsHeld = published('geography.lookups-held', async (records: Records): Promise<LookupHead[]> => {
  return readLookupHeads(records);
});

/** The areas and targets of a lookup that a live import holds. */
export const lookupPairs = published(
  'geography.lookup-pairs',
  async (records: Records, importId: string): Promise<Pick<AreaLookup, 'codes' | 'targets'>> => {
    return readLookupPairs(records, importId);
  },
);

/** Writes what a force publishes of its neighbourhoods under its import, in the transaction of that import. */
export const storeNeighbourhood = within(
  'geography.store-neighbourhood',
  async (trx: Records, importId: string, parts: readonly PoliceNeighbourhood[]): Promise<void> => {
    await insertNeighbourhood(trx, importId, parts);
  },
);

/** Takes out what an import brought of areas: boundaries, lookups, and neighbourhoods with the names of their officers. */
export const deleteAreasOf = within(
  'geography.delete-areas-of',
  async (trx: Records, importId: string): Promise<void> => {
    await deleteImported(trx, importId);
  },
);

/** Boundaries of a version by code, each from the newest live import that holds it; empty when none is held. */
export const boundariesOf = published(
  'geography.boundaries-of',
  async (
    records: Records,
    version: BoundaryVersion,
    { boroughCodes }: Omit<AreaScope, 'version'> = {},
  ): Promise<Boundary[]> => {
    return readBoundaries(records, version, boroughCodes ?? null);
  },
);

/** Boundaries of a version as they will be when some imports are taken back. */
export const boundariesWithout = published(
  'geography.boundaries-without',
  async (records: Records, version: BoundaryVersion, importIds: readonly string[]): Promise<Boundary[]> => {
    return readBoundaries(records, version, null, importIds);
  },
);

/** Boundary versions that live imports hold boundaries of. */
export const boundaryVersionsHeld = published(
  'geography.boundary-versions-held',
  async (records: Records): Promise<BoundaryVersion[]> => {
    return (await readBoundaryCounts(records)).map((held) => held.version);
  },
);

/** The boundaries of a version, ready for finding points in; holds no areas when none were imported. */
export const wardIndex = published(
  'geography.ward-index',
  async (records: Records, version: BoundaryVersion): Promise<AreaIndex> => {
    return buildAreaIndex(await boundariesOf(records, version));
  },
);
