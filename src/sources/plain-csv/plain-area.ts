import { boroughByName, referenceAreas } from '../../geography/index.ts';
import { forceArea } from '../incidents/force-area.ts';
import type { Figure } from '../series-of-figures.ts';

const METROPOLITAN = { ...forceArea('metropolitan'), boundaryVersion: 'police-forces' } as const;
const FORCE_NAMES = new Set(['e23000001', 'metropolitan police', 'metropolitan police service', 'mps']);

type PlainArea = Pick<Figure, 'areaCode' | 'boundaryVersion'>;

/** Which areas a plain CSV may name. */
export interface PlainAreas {
  /** null for any other. */
  read: (text: string) => PlainArea | null;
  /** Why a row of another area cannot be used. */
  otherwise: string;
}

/** A borough or the force, by name or code. */
export const BOROUGHS_AND_FORCE: PlainAreas = {
  read: boroughOrForce,
  otherwise: 'no London borough and no police force, by name or code',
};

/** The same, or a ward by its code in force since May 2022. */
export const BOROUGHS_FORCE_AND_WARDS: PlainAreas = {
  read(text) {
    const code = text.toUpperCase();
    const ward = referenceAreas('wards-2022').find((area) => area.code === code);
    return ward ? { areaCode: ward.code, boundaryVersion: ward.version } : boroughOrForce(text);
  },
  otherwise: 'no London borough, no police force and no ward, by name or (a ward) by its code since May 2022',
};

function boroughOrForce(text: string): PlainArea | null {
  if (FORCE_NAMES.has(text.toLowerCase())) return METROPOLITAN;
  const borough = boroughByName(text);
  return borough && { areaCode: borough.code, boundaryVersion: borough.version };
}
