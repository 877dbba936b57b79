import { boundarySets } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { guarded, may } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { InvalidRequest, NotFound } from '../../platform/web/index.ts';
import type { PostBook } from '../post-book.ts';
import { readUnits } from '../store.ts';
import { readBook } from './book-store.ts';
import { chooseRealRows } from './choose-real-rows.ts';

/**
 * Everything a unit's book says, with its days, as far as the reader may see it: `whole` is false where they do not read
 * the whole unit, and absences are null where they may not read duties there. Once anything real is held of the unit,
 * made-up rows are put aside.
 * @param unit name of the command unit, whatever its capitals; null for the only one
 * @throws NotFound when there is no such unit; InvalidRequest when there are several and none is named
 */
export const postBook = guarded(
  { name: 'organisation.post-book', module: 'postings', act: 'read' },
  async (platform: Platform, unit: string | null): Promise<PostBook> => {
    const name = await unitCalled(platform.records, unit);
    const reads = (module: 'postings' | 'duties') =>
      may(platform.principal, { module, act: 'read', place: { unit: name } });
    const held = await platform.records.transaction().execute((trx) => readBook(trx, name));
    const rows = chooseRealRows(held);
    return {
      unit: name,
      boroughs: held.boroughs,
      wards: await wardsOf(
        platform.records,
        held.boroughs.map(({ code }) => code),
      ),
      ...rows,
      absences: reads('duties') ? rows.absences : null,
      whole: reads('postings'),
    };
  },
);

/** The unit of a name; of none, the only one. */
async function unitCalled(records: Records, asked: string | null): Promise<string> {
  const names = (await readUnits(records)).map(({ name }) => name);
  const known = `Known: ${names.map((name) => `"${name}"`).join(', ')}.`;
  const [only, ...others] = names;
  if (asked === null && only !== undefined && others.length === 0) return only;
  if (asked === null) throw new InvalidRequest(`Say which command unit. ${known}`);
  const found = names.find((name) => name.toLowerCase() === asked.trim().toLowerCase());
  if (found === undefined) throw new NotFound(`There is no command unit "${asked}". ${known}`);
  return found;
}

/** The wards of boroughs in every ward set, with the days of the set. */
async function wardsOf(records: Records, boroughCodes: readonly string[]): Promise<PostBook['wards']> {
  const sets = boundarySets().filter(({ kind }) => kind === 'ward');
  const wards: PostBook['wards'] = [];
  for (const { version, from, until } of sets)
    for (const { code, name, boroughCode } of await listAreas(records, { version, boroughCodes }))
      if (boroughCode !== null)
        wards.push({ code, name, boroughCode, boundaryVersion: version, during: { from, until } });
  return wards;
}
