import { type BoundaryVersion, wardSetAsAt } from '../../geography/index.ts';
import { boundaryVersionsHeld, listAreas } from '../../geography/service.ts';
import { heldFigures } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { SearchedSet } from '../../sources/index.ts';
import type { PerformanceArea } from '../model.ts';
import { ETHNIC_GROUPS, type EthnicGroup, GROUP_WORDS } from './ethnic-groups.ts';
import type { ComparedWithin } from './model.ts';

/** A small area with its residents by group. */
export interface PeopledArea {
  areaCode: string;
  name: string;
  cluster: string;
  residents: Record<EthnicGroup, number>;
}

/** The small areas of an area, with who lives there. */
export type SmallAreas =
  | {
      kind: 'found';
      version: SearchedSet;
      within: ComparedWithin;
      areas: PeopledArea[];
      synthetic: boolean;
      vintage: string;
    }
  | { kind: 'refused'; because: string };

/** Codes and clusters of small areas, before their residents are read. */
type Placed = Omit<PeopledArea, 'residents'>[];

/**
 * The small areas that an area is made of, LSOAs or wards, with their residents by ethnic group at the census of 2021.
 * @param within null: LSOAs where their boundaries are held, else wards; a ward or cluster has its wards
 */
export const smallAreasOf = published(
  'performance.small-areas-of',
  async (records: Records, area: PerformanceArea, within: ComparedWithin | null, asAt: string): Promise<SmallAreas> => {
    const lsoasHeld = (await boundaryVersionsHeld(records)).includes('lsoas-2021');
    const byWard = area.kind === 'ward' || area.kind === 'cluster';
    if (within === 'lsoas' && byWard) {
      return {
        kind: 'refused',
        because: 'LSOAs are compared within a borough or command unit: name one, or compare wards.',
      };
    }
    if (within === 'lsoas' && !lsoasHeld) {
      return {
        kind: 'refused',
        because: 'No boundaries of LSOAs are held: import those of 2021, or compare within wards.',
      };
    }
    const ofLsoas = within === null ? lsoasHeld && !byWard : within === 'lsoas';
    if (ofLsoas) {
      const found = await peopled(records, 'lsoas-2021', await lsoasOf(records, area));
      // A borough whose LSOAs are not all held is compared within its wards, unless LSOAs were asked for.
      if (found.kind === 'found' || within === 'lsoas') return found;
    }
    const version = byWard ? wardVersion(area.boundaryVersion) : wardVersion(wardSetAsAt(asAt).version);
    return peopled(records, version, await wardsOf(records, area, version));
  },
);

function wardVersion(version: BoundaryVersion): 'wards-2014' | 'wards-2022' {
  return version === 'wards-2014' ? version : 'wards-2022';
}

/** LSOAs hang together in their middle-layer area, which their names begin with: "Islington 011B" lies in "Islington 011". */
async function lsoasOf(records: Records, { areaCodes }: PerformanceArea): Promise<Placed> {
  const lsoas = await listAreas(records, { version: 'lsoas-2021', boroughCodes: areaCodes });
  return lsoas.map(({ code, name }) => ({ areaCode: code, name, cluster: name.replace(/[A-Z]$/, '') }));
}

async function wardsOf(
  records: Records,
  { kind, areaCodes }: PerformanceArea,
  version: 'wards-2014' | 'wards-2022',
): Promise<Placed> {
  const isWhole = kind === 'borough' || kind === 'unit';
  const wards = await listAreas(records, { version, ...(isWhole ? { boroughCodes: areaCodes } : {}) });
  return wards
    .filter(({ code }) => isWhole || areaCodes.includes(code))
    .map(({ code, name }) => ({ areaCode: code, name, cluster: code }));
}

async function peopled(records: Records, version: SearchedSet, places: Placed): Promise<SmallAreas> {
  const measures = ETHNIC_GROUPS.map((group) => GROUP_WORDS[group].residents);
  const areaCodes = places.map(({ areaCode }) => areaCode);
  const lacking: SmallAreas = {
    kind: 'refused',
    because:
      'Residents by ethnic group are not held for every small area here: import the table of the census of 2021 by LSOA.',
  };
  if (areaCodes.length === 0) return lacking;
  const held = await heldFigures(records, { areaCodes, boundaryVersion: version });
  const series = await held.choose(measures, null);
  const found = new Map(
    series.map((each) => [`${each.measure} ${each.areaCode}`, each.values.findLast((value) => value !== null)]),
  );
  const areas: PeopledArea[] = [];
  for (const place of places) {
    const counts = measures.map((measure) => found.get(`${measure} ${place.areaCode}`) ?? null);
    const [black, asian, mixed, other, white] = counts;
    if (black == null || asian == null || mixed == null || other == null || white == null) return lacking;
    areas.push({ ...place, residents: { black, asian, mixed, other, white } });
  }
  return {
    ...{ kind: 'found', version, within: version.startsWith('lsoas') ? 'lsoas' : 'wards', areas },
    ...{ synthetic: series.some((each) => each.synthetic), vintage: series[0]?.vintage ?? '' },
  };
}
