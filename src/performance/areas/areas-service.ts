import { wardSetAsAt } from '../../geography/index.ts';
import { findKnownArea, listAreas } from '../../geography/service.ts';
import { boroughsOn, type CommandUnit } from '../../organisation/index.ts';
import { listUnits, postBook } from '../../organisation/service.ts';
import { may, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { FoundPerformanceArea, PerformanceArea } from '../model.ts';
import {
  AREA_ORDER,
  asPerformanceArea,
  clusterArea,
  eachPlaceOnce,
  nameInFull,
  sameName,
  unitArea,
} from './name-areas.ts';

/** Which day's units, clusters and wards are meant. */
export interface AreaAsked {
  /** A code or name of a force, borough, ward or LSOA, or the name of a command unit or cluster; null for the first unit. */
  word: string | null;
  /** "2026-11-22". */
  asAt: string;
}

/**
 * The area a person named: a command unit and its clusters by their names, anything official by its code or name. Clusters
 * are known to those who may read the unit's postings.
 */
export const findPerformanceArea = published(
  'performance.find-area',
  async (platform: Platform, { word, asAt }: AreaAsked): Promise<FoundPerformanceArea> => {
    const units = await listUnits(platform.records);
    const [first] = units;
    if (word === null || word.trim() === '') {
      return first === undefined
        ? { kind: 'refused', because: 'No command unit is held: name a borough or a ward.', near: [] }
        : { kind: 'area', area: unitArea(first, asAt) };
    }
    const unit = units.find(({ name }) => sameName(name, word));
    if (unit) return { kind: 'area', area: unitArea(unit, asAt) };
    const found = await findKnownArea(platform.records, word, AREA_ORDER);
    if (found.kind === 'found') return { kind: 'area', area: asPerformanceArea(found.area) };
    const cluster = (await clustersOn(platform, units, asAt)).find(({ name }) => sameName(name, word));
    if (cluster) return { kind: 'area', area: cluster };
    const near =
      found.kind === 'ambiguous'
        ? found.areas.map(asPerformanceArea)
        : eachPlaceOnce(found.near.map(asPerformanceArea));
    const named = near.map(nameInFull);
    const because =
      found.kind === 'ambiguous'
        ? `"${word}" may be ${named.join(' or ')}: give its borough too, or its code.`
        : `There is no area "${word}": ${named.length > 0 ? `did you mean ${named.slice(0, 3).join(' or ')}?` : 'give the name or code of a command unit, borough, cluster, ward or LSOA.'}`;
    return {
      kind: 'refused',
      because,
      near: near.map((area, at) => ({ word: area.word, name: named[at] ?? area.name })),
    };
  },
);

/** Areas to choose from on a day: each unit, its boroughs, the clusters the reader may know, and its wards. */
export const performanceAreas = published(
  'performance.areas',
  async (platform: Platform, { asAt }: Pick<AreaAsked, 'asAt'>): Promise<PerformanceArea[]> => {
    const units = await listUnits(platform.records);
    const codes = units.flatMap((unit) => boroughsOn(unit, asAt)).map(({ code }) => code);
    const areas = await listAreas(platform.records, { version: 'boroughs-2022', boroughCodes: codes });
    const wards = await listAreas(platform.records, { version: wardSetAsAt(asAt).version, boroughCodes: codes });
    return [
      ...units.map((unit) => unitArea(unit, asAt)),
      ...areas.map(asPerformanceArea),
      ...(await clustersOn(platform, units, asAt)),
      ...wards.map(asPerformanceArea).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ];
  },
);

async function clustersOn(platform: Platform, units: readonly CommandUnit[], asAt: string): Promise<PerformanceArea[]> {
  const areas: PerformanceArea[] = [];
  for (const { name } of units) {
    if (!may(platform.principal, { module: 'postings', act: 'read', place: { unit: name } })) continue;
    const { clusters } = await postBook(platform, name);
    areas.push(...clusters.flatMap((cluster) => clusterArea(cluster, asAt) ?? []));
  }
  return areas;
}

/** The wards of a command unit, borough or cluster on a day, by name; none of any other area. */
export const wardsOfArea = published(
  'performance.wards-of-area',
  async (platform: Platform, area: PerformanceArea, asAt: string): Promise<PerformanceArea[]> => {
    const isWhole = area.kind === 'unit' || area.kind === 'borough';
    if (!isWhole && area.kind !== 'cluster') return [];
    const scope = { version: wardSetAsAt(asAt).version, ...(isWhole ? { boroughCodes: area.areaCodes } : {}) };
    return (await listAreas(platform.records, scope))
      .filter(({ code }) => isWhole || area.areaCodes.includes(code))
      .map(asPerformanceArea)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  },
);
