import { type Area, type BoundaryVersion, findArea, referenceAreas } from '../geography/index.ts';

/** Where an area's name is looked for, in this order. */
const VERSIONS: BoundaryVersion[] = ['wards-2022', 'boroughs-2022', 'wards-2014'];
const OFFICIAL_CODE = /^E\d{8}$/;

/** Areas a person may have meant: with their official code and boundary version. */
export type MeantArea =
  | { kind: 'areas'; areas: Pick<Area, 'code' | 'name' | 'version'>[] }
  /** One plain sentence. */
  | { kind: 'refused'; because: string };

/**
 * The area meant by a code or a name, in the wards of now, then among the boroughs, then in earlier wards.
 * A code that Wardroom does not ship is given for every version, for series may be held of wards of other boroughs.
 */
export function meantArea(text: string): MeantArea {
  const suggestions: string[] = [];
  for (const version of VERSIONS) {
    const found = findArea(referenceAreas(version), text);
    if (found.kind === 'found') return { kind: 'areas', areas: [found.area] };
    if (found.kind === 'ambiguous') {
      const names = found.areas.map(({ name, boroughName, code }) => `${name}, ${boroughName} (${code})`).join(' or ');
      return { kind: 'refused', because: `"${text}" may be ${names}: give the code.` };
    }
    suggestions.push(...found.near.map(({ name }) => name));
  }
  const code = text.trim().toUpperCase();
  if (OFFICIAL_CODE.test(code)) {
    return { kind: 'areas', areas: VERSIONS.map((version) => ({ code, name: code, version })) };
  }
  const near = [...new Set(suggestions)].slice(0, 3).join(', ');
  return {
    kind: 'refused',
    because: near
      ? `There is no ward or borough "${text}": did you mean ${near}?`
      : `There is no ward or borough "${text}": give its name or its official code, such as E05013669.`,
  };
}
