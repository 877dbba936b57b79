import { boroughByName, boundarySets } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import type { Records } from '../../platform/database/index.ts';
import { InvalidRequest, NotFound } from '../../platform/web/index.ts';
import type { PostBook } from '../post-book.ts';
import { readUnits } from '../store.ts';
import type { BoroughOfUnit } from './book-rows.ts';
import type { Places } from './places.ts';

/**
 * The unit of a name; of none, the only one.
 * @param laid names of units that are about to be laid out
 * @throws NotFound when there is no such unit; InvalidRequest when there are several and none is named
 */
export async function unitCalled(
  records: Records,
  asked: string | null,
  laid: readonly string[] = [],
): Promise<string> {
  const held = (await readUnits(records)).map(({ name }) => name);
  const names = [...new Set([...held, ...laid])];
  const known = `Known: ${names.map((name) => `"${name}"`).join(', ')}.`;
  const [only, ...others] = names;
  if (asked === null && only !== undefined && others.length === 0) return only;
  if (asked === null) throw new InvalidRequest(`Say which command unit. ${known}`);
  const found = names.find((name) => name.toLowerCase() === asked.trim().toLowerCase());
  if (found === undefined) throw new NotFound(`There is no command unit "${asked}". ${known}`);
  return found;
}

/** The wards of boroughs in every ward set, with the days of the set. */
export async function wardsOf(records: Records, boroughCodes: readonly string[]): Promise<PostBook['wards']> {
  const sets = boundarySets().filter(({ kind }) => kind === 'ward');
  const wards: PostBook['wards'] = [];
  for (const { version, from, until } of sets)
    for (const { code, name, boroughCode } of await listAreas(records, { version, boroughCodes }))
      if (boroughCode !== null)
        wards.push({ code, name, boroughCode, boundaryVersion: version, during: { from, until } });
  return wards;
}

/**
 * The boroughs and wards that a unit's book may speak of.
 * @param laid boroughs of units that are about to be laid out
 */
export async function placesOf(records: Records, unit: string, laid: readonly BoroughOfUnit[] = []): Promise<Places> {
  const found = (await readUnits(records)).find(({ name }) => name === unit);
  const held = found?.boroughs.map(({ code }) => code) ?? [];
  const added = laid.filter((row) => row.unit === unit).map(({ boroughCode }) => boroughCode);
  const boroughCodes = [...new Set([...held, ...added])].sort();
  const boroughs = boroughCodes.map((code) => ({ code, name: boroughByName(code)?.name ?? code }));
  const sets = boundarySets().filter(({ kind }) => kind === 'ward');
  const wards: Places['wards'][number][] = [];
  for (const { version } of sets) wards.push(...(await listAreas(records, { version, boroughCodes })));
  return { unit, boroughs, wards };
}
