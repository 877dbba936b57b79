import { type Area, BOUNDARY_VERSIONS, type BoundaryVersion, boroughByName, findArea } from '../../geography/index.ts';
import { quoted } from './quoted.ts';

/** The boroughs and wards that a unit's book may speak of. */
export interface Places {
  unit: string;
  boroughs: readonly { code: string; name: string }[];
  /** Wards of the unit's boroughs, of every ward set. */
  wards: readonly Area[];
}

export type Read<Value> = { value: Value } | { because: string };

/** The unit's borough of a name or code. */
export function readBorough(text: string, { unit, boroughs }: Places): Read<string> {
  const code = boroughByName(text)?.code;
  const found = boroughs.find((borough) => borough.code === code);
  if (found !== undefined) return { value: found.code };
  const known = boroughs.map(({ name }) => name).join(' or ');
  return { because: `${quoted(text)} is no borough of ${unit}: write ${known}.` };
}

export const writeBorough = (code: string, { boroughs }: Places): string =>
  boroughs.find((borough) => borough.code === code)?.name ?? code;

/** Letters above which nothing is the name of a ward, with its borough: looking for one alike takes time by its length. */
const LONGEST_NAME = 120;

/** The unit's ward of a name or code in a ward set. */
export function readWard(text: string, version: BoundaryVersion, { unit, wards }: Places): Read<Area> {
  if (text.length > LONGEST_NAME) return { because: `${quoted(text)} is no ward of ${unit} in ${version}.` };
  const found = findArea(
    wards.filter((ward) => ward.version === version),
    text,
  );
  if (found.kind === 'found') return { value: found.area };
  if (found.kind === 'ambiguous')
    return { because: `${quoted(text)} is a ward of several boroughs: write it with its borough, or its code.` };
  const elsewhere = wards.find((ward) => findArea([ward], text).kind === 'found');
  if (elsewhere !== undefined)
    return {
      because: `${quoted(text)} is a ward of ${elsewhere.version}, not of ${version}: give the days of one ward set, or its boundary_version.`,
    };
  const near = found.near.map(({ name }) => name).join(' or ');
  return {
    because: `${quoted(text)} is no ward of ${unit} in ${version}${near === '' ? '' : `: did you mean ${near}`}.`,
  };
}

/** The name of a ward where it says which, else its code. */
export function writeWard(code: string, version: BoundaryVersion | null, { wards }: Places): string {
  const set = wards.filter((ward) => ward.version === version);
  const ward = set.find((each) => each.code === code);
  if (ward === undefined) return code;
  const found = findArea(set, ward.name);
  return found.kind === 'found' && found.area.code === code ? ward.name : code;
}

/** Whether a text names a ward set. */
export const isWardSet = (text: string): text is BoundaryVersion =>
  text.startsWith('wards-') && (BOUNDARY_VERSIONS as readonly string[]).includes(text);
