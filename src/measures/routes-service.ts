import { type Area, type BoundaryVersion, referenceAreas } from '../geography/index.ts';
import { type LookupHead, listAreas, lookupPairs, lookupsHeld } from '../geography/service.ts';
import type { Records } from '../platform/database/index.ts';
import type { NamedLookup, Route } from './conversion/model.ts';
import { joinRoutes, routesToWards, routeToBoroughs } from './conversion/route-to.ts';

const WARD_SETS = ['wards-2022', 'wards-2014'] as const;

/**
 * The ways to make figures of a set of areas from those of other sets, the preferred first: wards from LSOAs, boroughs
 * from wards, boroughs from the LSOAs of wards. Other sets have none.
 */
export async function routesTo(records: Records, version: BoundaryVersion): Promise<Route[]> {
  if (version === 'wards-2022' || version === 'wards-2014') {
    return wardRoutes(records, await lookupsHeld(records), version);
  }
  if (version !== 'boroughs-2022') return [];
  const heads = await lookupsHeld(records);
  const ways: { direct: Route; viaLsoas: Route[] }[] = [];
  for (const wards of WARD_SETS) {
    const direct = routeToBoroughs(await wardsKnown(records, wards), wards);
    const toWards = await wardRoutes(records, heads, wards);
    ways.push({ direct, viaLsoas: toWards.map((route) => joinRoutes(route, direct)) });
  }
  return [...ways.map(({ direct }) => direct), ...ways.flatMap(({ viaLsoas }) => viaLsoas)];
}

/** The wards of a set: those shipped with Wardroom for their boroughs, and for others those of imported boundaries. */
export async function wardsKnown(records: Records, version: (typeof WARD_SETS)[number]): Promise<Area[]> {
  const shipped = new Map(referenceAreas(version).map(({ code, boroughCode }) => [code, boroughCode]));
  const boroughs = new Set(shipped.values());
  const held = await listAreas(records, { version });
  return held.filter(({ code, boroughCode }) => shipped.has(code) || !boroughs.has(boroughCode));
}

/** Ways as found, by the content of the lookups' files: an import never changes, and following 35,000 pairs takes time. */
const FOUND = new Map<string, Route[]>();
const MOST_KEPT = 12;

async function wardRoutes(records: Records, heads: LookupHead[], to: (typeof WARD_SETS)[number]): Promise<Route[]> {
  const key = [to, ...heads.map(({ sha256, file }) => `${sha256} ${file}`)].join('\n');
  const before = FOUND.get(key);
  if (before !== undefined) return before;
  const named: NamedLookup[] = [];
  for (const { importId, file, fromSet, toSet } of heads) {
    named.push({ file, fromSet, toSet, ...(await lookupPairs(records, importId)) });
  }
  const routes = routesToWards(named, to);
  if (FOUND.size >= MOST_KEPT) FOUND.clear();
  FOUND.set(key, routes);
  return routes;
}
