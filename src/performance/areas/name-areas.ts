import type { Area, AreaKind, BoundaryVersion } from '../../geography/index.ts';
import { boroughsOn, type Cluster, type CommandUnit } from '../../organisation/index.ts';
import type { PerformanceArea, PerformanceAreaKind } from '../model.ts';

/** Where a name is looked for, in this order: a name that a borough and a ward share is the borough's. */
export const AREA_ORDER: readonly BoundaryVersion[] = [
  'boroughs-2022',
  'wards-2022',
  'wards-2014',
  'lsoas-2021',
  'lsoas-2011',
  'police-forces',
];

const KINDS: Record<AreaKind, PerformanceAreaKind> = { ward: 'ward', borough: 'borough', lsoa: 'lsoa', force: 'force' };

/** An official area as one whose performance is shown. */
export function asPerformanceArea({ code, name, kind, version, boroughCode, boroughName }: Area): PerformanceArea {
  const within = kind === 'borough' ? { boroughCode: null, boroughName: null } : { boroughCode, boroughName };
  return { word: code, name, kind: KINDS[kind], boundaryVersion: version, areaCodes: [code], ...within };
}

/** A command unit: its boroughs on a day, whose counts are summed. */
export function unitArea(unit: CommandUnit, asAt: string): PerformanceArea {
  const areaCodes = boroughsOn(unit, asAt).map(({ code }) => code);
  const whole = { boundaryVersion: 'boroughs-2022', boroughCode: null, boroughName: null } as const;
  return { word: unit.name, name: unit.name, kind: 'unit', areaCodes, ...whole };
}

/** A cluster: its wards, whose counts are summed; null on a day it is not in force. */
export function clusterArea(cluster: Cluster, asAt: string): PerformanceArea | null {
  const { name, boroughCode, boundaryVersion, wards, during } = cluster;
  if (asAt < during.from || (during.until !== null && asAt >= during.until)) return null;
  return { word: name, name, kind: 'cluster', boundaryVersion, areaCodes: wards, boroughCode, boroughName: null };
}

/** Whether two names are one, whatever the capitals and the spaces around. */
export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** A name that tells a place from others of its name: "St Mary's, Islington". */
export function nameInFull({ name, boroughName }: Pick<PerformanceArea, 'name' | 'boroughName'>): string {
  return boroughName === null ? name : `${name}, ${boroughName}`;
}

/** Each name in full once: a ward that two sets of wards have under one name is the first of them, which is the newer. */
export function eachPlaceOnce(areas: readonly PerformanceArea[]): PerformanceArea[] {
  const names = areas.map(nameInFull);
  return areas.filter((_, at) => names.indexOf(names[at] ?? '') === at);
}
