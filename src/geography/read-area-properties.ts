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

const KNOWN: readonly PropertyNames[] = [
  { version: 'wards-2022', code: 'WD22CD', name: 'WD22NM', boroughCode: 'LAD22CD', boroughName: 'LAD22NM' },
  { version: 'wards-2014', code: 'GSS_CODE', name: 'NAME', boroughCode: 'LB_GSS_CD', boroughName: 'BOROUGH' },
  { version: 'boroughs-2022', code: 'LAD22CD', name: 'LAD22NM', boroughCode: null, boroughName: null },
];

/** Which files can be imported, for a refusal. */
export const KNOWN_FILES =
  'Wardroom reads the ONS wards of May 2022 (WD22CD), the GLA wards of 2014 to 2018 (GSS_CODE with LB_GSS_CD) ' +
  'and the ONS local authority districts of May 2022 (LAD22CD)';

/** Code of an area of another kind or year, such as WD24CD or lsoa21cd: the borough beside it is not its own. */
const OTHER_AREA = /^(oa|lsoa|msoa|wd|lad|ctyua|cauth)\d\dcd$/i;

/**
 * Which boundary set a feature's properties belong to, by their names; capitals do not matter.
 * @returns the names as written in this file, or the first code of an unknown set, or null when there is none
 */
export function recogniseProperties(
  properties: Record<string, unknown>,
): { kind: 'known'; names: PropertyNames } | { kind: 'unknown'; code: string | null } {
  const written = new Map(Object.keys(properties).map((key) => [key.toUpperCase(), key]));
  const known = KNOWN.find(({ code, boroughCode, version }) => {
    const needed = version === 'wards-2014' ? [code, boroughCode] : [code];
    return needed.every((key) => key === null || written.has(key));
  });
  const other = Object.keys(properties).find(
    (key) => OTHER_AREA.test(key) && !['WD22CD', 'LAD22CD'].includes(key.toUpperCase()),
  );
  const isAnotherArea = other !== undefined && known?.version !== 'wards-2022';
  if (known === undefined || isAnotherArea) return { kind: 'unknown', code: other ?? null };
  const asWritten = (key: string | null) => (key === null ? null : (written.get(key) ?? null));
  return {
    kind: 'known',
    names: {
      version: known.version,
      code: asWritten(known.code) ?? known.code,
      name: asWritten(known.name) ?? known.name,
      boroughCode: asWritten(known.boroughCode),
      boroughName: asWritten(known.boroughName),
    },
  };
}

/** A feature's area, or why it has none. */
export type AreaProperties =
  | { code: string; name: string; boroughCode: string | null; boroughName: string | null }
  | { reason: string };

const CODE_OF = { ward: /^([EWS]\d{8}|N08\d{6})$/, londonBorough: /^E09\d{6}$/ };

/** Reads the code, name and borough of one feature. */
export function readAreaProperties(properties: Record<string, unknown>, names: PropertyNames): AreaProperties {
  const text = (key: string | null) => {
    const value = key === null ? null : properties[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const [code, name] = [text(names.code), text(names.name)];
  if (code === null || !CODE_OF.ward.test(code)) return { reason: 'without an official code' };
  if (name === null) return { reason: 'without a name' };
  if (names.version === 'boroughs-2022' && !CODE_OF.londonBorough.test(code)) return { reason: 'not a London borough' };
  return { code, name, boroughCode: text(names.boroughCode), boroughName: text(names.boroughName) };
}
