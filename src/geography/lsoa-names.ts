import type { Area } from './model.ts';
import { referenceAreas } from './reference-areas.ts';

const BOROUGHS: ReadonlyMap<string, Area> = new Map(
  referenceAreas('boroughs-2022').map((borough) => [borough.name, borough]),
);

/**
 * The London borough of an LSOA by its name, which begins with that of its district; null elsewhere.
 * @example boroughOfLsoa('Camden 001A')?.code // 'E09000007'
 */
export function boroughOfLsoa(name: string): Area | null {
  return BOROUGHS.get(name.replace(/ \d{3}[A-Z]$/, '')) ?? null;
}

/** The last codes given to LSOAs of the census of 2011; those that follow are of 2021. */
const LAST_OF_2011 = { E01: 'E01033768', W01: 'W01001958' };

/** Whether a code was given to an LSOA for the census of 2021, when some were split or merged. */
export function isNewIn2021(code: string): boolean {
  const kind = code.slice(0, 3);
  return (kind === 'E01' || kind === 'W01') && code > LAST_OF_2011[kind];
}
