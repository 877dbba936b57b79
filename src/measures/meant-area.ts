import type { Area, BoundaryVersion, FoundArea } from '../geography/index.ts';

/** Where an area's name is looked for, in this order. */
export const AREA_VERSIONS: BoundaryVersion[] = [
  'wards-2022',
  'boroughs-2022',
  'wards-2014',
  'lsoas-2021',
  'lsoas-2011',
  'police-forces',
];
const OFFICIAL_CODE = /^E\d{8}$/;
const MOST_SUGGESTIONS = 3;

/** Areas a person may have meant: with their official code and boundary version. */
export type MeantArea =
  | { kind: 'areas'; areas: Pick<Area, 'code' | 'name' | 'version'>[] }
  /** One plain sentence. */
  | { kind: 'refused'; because: string };

/**
 * The areas meant by what a person typed, from what a search for it found. A code is given for every version, that of
 * the area found first: series may be held of areas whose boundaries were never imported, and a code can be in two sets.
 */
export function meantArea(text: string, found: FoundArea): MeantArea {
  const code = text.trim().toUpperCase();
  if (found.kind === 'found') {
    const others = code === found.area.code ? inEveryVersion(code, found.area.name) : [];
    return { kind: 'areas', areas: [found.area, ...others.filter(({ version }) => version !== found.area.version)] };
  }
  if (found.kind === 'ambiguous') {
    const names = found.areas.map(({ name, boroughName, code }) => `${name}, ${boroughName} (${code})`).join(' or ');
    return { kind: 'refused', because: `"${text}" may be ${names}: give the code.` };
  }
  if (OFFICIAL_CODE.test(code)) return { kind: 'areas', areas: inEveryVersion(code, code) };
  const near = [...new Set(found.near.map(({ name }) => name))].slice(0, MOST_SUGGESTIONS).join(', ');
  return {
    kind: 'refused',
    because: near
      ? `There is no ward or borough "${text}": did you mean ${near}?`
      : `There is no ward or borough "${text}": give its name or its official code, such as E05013669.`,
  };
}

function inEveryVersion(code: string, name: string): Pick<Area, 'code' | 'name' | 'version'>[] {
  return AREA_VERSIONS.map((version) => ({ code, name, version }));
}
