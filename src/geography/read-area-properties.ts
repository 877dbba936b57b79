import type { BoundaryVersion } from './model.ts';

/** The property names by which a file of boundaries is known. */
export interface PropertyNames {
  version: BoundaryVersion;
  code: string;
  name: string;
  /** null for a set of boroughs. */
  boroughCode: string | null;
  boroughName: string | null;
}

/** The sets that are read, by the property that holds their code. */
const KNOWN = {
  WD22CD: { version: 'wards-2022', name: 'WD22NM', boroughCode: /^LAD22CD$/i, boroughName: /^LAD22NM$/i },
  LSOA21CD: { version: 'lsoas-2021', name: 'LSOA21NM', boroughCode: /^LAD\d\dCD$/i, boroughName: /^LAD\d\dNM$/i },
  LSOA11CD: { version: 'lsoas-2011', name: 'LSOA11NM', boroughCode: /^LAD\d\dCD$/i, boroughName: /^LAD\d\dNM$/i },
  GSS_CODE: { version: 'wards-2014', name: 'NAME', boroughCode: /^LB_GSS_CD$/i, boroughName: /^BOROUGH$/i },
  LAD22CD: { version: 'boroughs-2022', name: 'LAD22NM', boroughCode: null, boroughName: null },
} as const;

/** Which files can be imported, for a refusal. */
export const KNOWN_FILES =
  'Wardroom reads the ONS wards of May 2022 (WD22CD), the GLA wards of 2014 to 2018 (GSS_CODE with LB_GSS_CD), ' +
  'the LSOAs of the censuses of 2011 (LSOA11CD) and 2021 (LSOA21CD) ' +
  'and the ONS local authority districts of May 2022 (LAD22CD)';

/** Code of an official area and its year, such as WD24CD or lsoa21cd. */
const AREA_CODE = /^(oa|lsoa|msoa|wd|lad|ctyua|cauth)\d\dcd$/i;

/**
 * Which boundary set a feature's properties belong to, by their names; capitals do not matter. The smallest area that is
 * coded decides, since codes of larger ones stand beside it.
 * @returns the names as written in this file, or the first code of an unknown set, or null when there is none
 */
export function recogniseProperties(
  properties: Record<string, unknown>,
): { kind: 'known'; names: PropertyNames } | { kind: 'unknown'; code: string | null } {
  const keys = Object.keys(properties);
  const written = new Map(keys.map((key) => [key.toUpperCase(), key]));
  const coded = keys.filter((key) => AREA_CODE.test(key));
  const code = codeOfSet(coded, written);
  if (code === null) return { kind: 'unknown', code: coded[0] ?? null };
  const known = KNOWN[code];
  const asWritten = (spelling: RegExp | null) => keys.find((key) => spelling?.test(key)) ?? null;
  return {
    kind: 'known',
    names: {
      version: known.version,
      code: written.get(code) ?? code,
      name: written.get(known.name) ?? known.name,
      boroughCode: asWritten(known.boroughCode),
      boroughName: asWritten(known.boroughName),
    },
  };
}

/** The code property of the set that the smallest areas coded are of; null when it is none that is read. */
function codeOfSet(coded: readonly string[], written: ReadonlyMap<string, string>): keyof typeof KNOWN | null {
  const of = (kind: string): string[] =>
    coded.map((key) => key.toUpperCase()).filter((key) => key.startsWith(kind) && /\d/.test(key.charAt(kind.length)));
  if (of('OA').length > 0) return null;
  const lsoas = of('LSOA');
  if (lsoas.length > 0)
    return lsoas.length > 1 ? null : ((['LSOA21CD', 'LSOA11CD'] as const).find((key) => key === lsoas[0]) ?? null);
  if (written.has('WD22CD')) return 'WD22CD';
  if (coded.length === 0) return written.has('GSS_CODE') && written.has('LB_GSS_CD') ? 'GSS_CODE' : null;
  return coded.length === 1 && written.has('LAD22CD') ? 'LAD22CD' : null;
}

/** A feature's area, or why it has none. */
export type AreaProperties =
  | { code: string; name: string; boroughCode: string | null; boroughName: string | null }
  | { reason: string };

const CODE_OF = { ward: /^([EWS]\d{8}|N08\d{6})$/, lsoa: /^[EW]01\d{6}$/, londonBorough: /^E09\d{6}$/ };

/** Reads the code, name and borough of one feature. */
export function readAreaProperties(properties: Record<string, unknown>, names: PropertyNames): AreaProperties {
  const text = (key: string | null) => {
    const value = key === null ? null : properties[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const [code, name] = [text(names.code), text(names.name)];
  const isLsoa = names.version === 'lsoas-2011' || names.version === 'lsoas-2021';
  if (code === null || !(isLsoa ? CODE_OF.lsoa : CODE_OF.ward).test(code))
    return { reason: 'without an official code' };
  if (name === null) return { reason: 'without a name' };
  if (names.version === 'boroughs-2022' && !CODE_OF.londonBorough.test(code)) return { reason: 'not a London borough' };
  return { code, name, boroughCode: text(names.boroughCode), boroughName: text(names.boroughName) };
}
