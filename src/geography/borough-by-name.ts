import type { Area } from './model.ts';
import { plainName } from './plain-name.ts';
import { referenceAreas } from './reference-areas.ts';

/** Other names in use. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['city of london corporation', 'City of London'],
  ['kingston', 'Kingston upon Thames'],
  ['richmond', 'Richmond upon Thames'],
]);

const TITLE = /^(the )?((london |royal )?borough|city) of /;

/**
 * The London borough of a name or code, however it is written; null for anything else, such as the rows
 * "Unknown" and "London Heathrow and London City Airports" of the MPS files.
 * @example boroughByName('Royal Borough of Kensington & Chelsea')?.code // 'E09000020'
 */
export function boroughByName(text: string): Area | null {
  const boroughs = referenceAreas('boroughs-2022');
  const byCode = boroughs.find((borough) => borough.code === text.trim().toUpperCase());
  if (byCode) return byCode;
  const written = plainName(text);
  const bare = written.replace(TITLE, '');
  const wanted = [written, bare, plainName(OTHER_NAMES.get(bare) ?? OTHER_NAMES.get(written) ?? '')];
  return boroughs.find((borough) => wanted.includes(plainName(borough.name))) ?? null;
}
