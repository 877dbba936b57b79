import { guarded, may } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PostBook } from '../post-book.ts';
import { readBook } from './book-store.ts';
import { chooseRealRows } from './choose-real-rows.ts';
import { unitCalled, wardsOf } from './unit-service.ts';

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
