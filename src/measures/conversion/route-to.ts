import { type Area, type BoundaryVersion, wardCounts } from '../../geography/index.ts';
import { followLookups } from './follow-lookups.ts';
import type { NamedLookup, Route } from './model.ts';

type WardVersion = 'wards-2014' | 'wards-2022';
type LsoaVersion = 'lsoas-2011' | 'lsoas-2021';

/**
 * The sets to follow from LSOAs to wards, the preferred first. The wards of 2014 are those of lookups to December 2017;
 * those of 2022 are named in lookups to 2022 and 2024, between which the wards of Camden and Islington did not change.
 */
const WAYS: { to: WardVersion; from: LsoaVersion; sets: string[] }[] = [
  { to: 'wards-2022', from: 'lsoas-2021', sets: ['LSOA21', 'WD22'] },
  { to: 'wards-2022', from: 'lsoas-2021', sets: ['LSOA21', 'WD24'] },
  { to: 'wards-2022', from: 'lsoas-2011', sets: ['LSOA11', 'LSOA21', 'WD22'] },
  { to: 'wards-2022', from: 'lsoas-2011', sets: ['LSOA11', 'LSOA21', 'WD24'] },
  { to: 'wards-2014', from: 'lsoas-2011', sets: ['LSOA11', 'WD17'] },
  { to: 'wards-2014', from: 'lsoas-2021', sets: ['LSOA21', 'LSOA11', 'WD17'] },
];

/** Sets whose figures can stand in for those of a set, the preferred first. */
export const SETS_BEHIND: Partial<Record<BoundaryVersion, readonly BoundaryVersion[]>> = {
  'wards-2022': ['lsoas-2021', 'lsoas-2011'],
  'wards-2014': ['lsoas-2011', 'lsoas-2021'],
  'boroughs-2022': ['wards-2022', 'wards-2014', 'lsoas-2021', 'lsoas-2011'],
};

/** The ways from LSOAs to a set of wards along the lookups held, at most one from each set of LSOAs. */
export function routesToWards(lookups: readonly NamedLookup[], to: WardVersion): Route[] {
  const routes: Route[] = [];
  for (const way of WAYS) {
    if (way.to !== to || routes.some(({ from }) => from === way.from)) continue;
    const followed = followLookups(lookups, way.sets);
    if (followed !== null) routes.push({ origin: 'LSOA best fit', from: way.from, ...followed });
  }
  return routes;
}

/**
 * The way from the wards of one set to boroughs: a borough is the sum of all its wards. One of which not all wards are
 * known cannot be made, since a sum of some would pass for the whole; those known stand in the way.
 * @param counts how many wards each borough has in all
 */
export function routeToBoroughs(
  wards: readonly Area[],
  from: WardVersion,
  counts: ReadonlyMap<string, number> = wardCounts(from),
): Route {
  const known = new Map<string, string[]>();
  for (const { code, boroughCode } of wards) {
    if (boroughCode !== null) known.set(boroughCode, [...(known.get(boroughCode) ?? []), code]);
  }
  const isWhole = ([borough, codes]: [string, string[]]): boolean => counts.get(borough) === codes.length;
  const [whole, hindered] = [[...known].filter(isWhole), [...known].filter((each) => !isWhole(each))];
  return { origin: 'summed over wards', from, parts: new Map(whole), hindered: new Map(hindered), files: [] };
}

/** One way after another: a borough from the LSOAs of its wards, where every ward can be made. */
export function joinRoutes(toWards: Route, toBoroughs: Route): Route {
  const parts = new Map<string, string[]>();
  const hindered = new Map<string, readonly string[]>(toBoroughs.hindered);
  for (const [borough, wards] of toBoroughs.parts) {
    const without = wards.filter((ward) => !toWards.parts.has(ward));
    if (without.length === 0)
      parts.set(
        borough,
        wards.flatMap((ward) => toWards.parts.get(ward) ?? []),
      );
    else hindered.set(borough, without);
  }
  return {
    ...toBoroughs,
    origin: toWards.origin,
    from: toWards.from,
    parts,
    hindered,
    files: [...toWards.files, ...toBoroughs.files],
  };
}
