import type { Area, BoundaryVersion, FoundArea } from '../geography/index.ts';

/** Where an area's name is looked for, in this order. */
export const AREA_VERSIONS: BoundaryVersion[] = ['wards-2022', 'boroughs-2022', 'wards-2014'];
const OFFICIAL_CODE = /^E\d{8}$/;
const MOST_SUGGESTIONS = 3;

/** Areas a person may have meant: with their official code and boundary version. */
export type MeantArea =
  | { kind: 'areas'; areas: Pick<Area, 'code' | 'name' | 'version'>[] }
  /** One plain sentence. */
  | { kind: 'refused'; because: string };

/**
 * The areas meant by what a person typed, from what a search for it found. The code of an area that is not known is
 * given for every version, for series may be held of wards whose boundaries were never imported.
 */
export function meantArea(text: string, found: FoundArea): MeantArea {
  if (found.kind === 'found') return { kind: 'areas', areas: [found.area] };
  if (found.kind === 'ambiguous') {
    const names = found.areas.map(({ name, boroughName, code }) => `${name}, ${boroughName} (${code})`).join(' or ');
    return { kind: 'refused', because: `"${text}" may be ${names}: give the code.` };
  }
  const code = text.trim().toUpperCase();
  if (OFFICIAL_CODE.test(code)) {
    return { kind: 'areas', areas: AREA_VERSIONS.map((version) => ({ code, name: code, version })) };
  }
  const near = [...new Set(found.near.map(({ name }) => name))].slice(0, MOST_SUGGESTIONS).join(', ');
  return {
    kind: 'refused',
    because: near
      ? `There is no ward or borough "${text}": did you mean ${near}?`
      : `There is no ward or borough "${text}": give its name or its official code, such as E05013669.`,
  };
}
