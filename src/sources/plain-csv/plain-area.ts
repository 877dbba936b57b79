import { type Area, boroughByName, referenceAreas } from '../../geography/index.ts';

/** The Metropolitan Police's area as the Office for National Statistics codes it. */
const METROPOLITAN = 'E23000001';
const FORCE_NAMES = new Set(['e23000001', 'metropolitan police', 'metropolitan police service', 'mps']);

/** An official area that a plain CSV has figures of. */
export type PlainArea = { areaCode: string } & Pick<Area, 'version'>;

/** The borough or force of a name or code; null for anything else. */
export function boroughOrForce(text: string): PlainArea | null {
  if (FORCE_NAMES.has(text.toLowerCase())) return { areaCode: METROPOLITAN, version: 'police-forces' };
  const borough = boroughByName(text);
  return borough && { areaCode: borough.code, version: borough.version };
}

/** The same, or the ward of a code in force since May 2022. */
export function boroughForceOrWard(text: string): PlainArea | null {
  const code = text.toUpperCase();
  const ward = referenceAreas('wards-2022').find((area) => area.code === code);
  return ward ? { areaCode: ward.code, version: ward.version } : boroughOrForce(text);
}
