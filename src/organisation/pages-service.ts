import { wardSetAsAt } from '../geography/index.ts';
import { listAreas } from '../geography/service.ts';
import { guarded, type Place } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { NotFound } from '../platform/web/index.ts';
import { postBook } from './book/book-service.ts';
import type { PostBook } from './post-book.ts';
import { listUnits } from './service.ts';

/** A borough or a ward of a page, by code, on a day. */
interface Asked {
  code: string;
  asAt: string;
}

/**
 * The book for a borough's page: for those who may read the postings of all of it.
 * @throws NotFound when no unit has such a borough on the day
 */
export const bookOfBorough = guarded(
  {
    name: 'organisation.book-of-borough',
    module: 'postings',
    act: 'read',
    place: ({ records }: Platform, { code, asAt }: Asked) => placeOfBorough(records, code, asAt),
  },
  async (platform: Platform, { code, asAt }: Asked): Promise<PostBook> =>
    postBook(platform, (await placeOfBorough(platform.records, code, asAt)).unit),
);

/**
 * The book for a ward's page, which may be all that its reader sees.
 * @throws NotFound when there is no such ward on the day
 */
export const bookOfWard = guarded(
  {
    name: 'organisation.book-of-ward',
    module: 'postings',
    act: 'read',
    place: ({ records }: Platform, { code, asAt }: Asked): Promise<Place> => placeOfWard(records, code, asAt),
  },
  async (platform: Platform, { code, asAt }: Asked): Promise<PostBook> =>
    postBook(platform, (await placeOfWard(platform.records, code, asAt)).unit),
);

const EVERY_WARD = [{ href: '/organisation', text: 'Every ward and borough' }];

async function placeOfBorough(
  records: Records,
  code: string,
  asAt: string,
): Promise<{ unit: string; borough: string }> {
  const units = await listUnits(records);
  const unit = units.find(({ boroughs }) =>
    boroughs.some(
      (borough) => borough.code === code && borough.from <= asAt && (borough.until === null || asAt < borough.until),
    ),
  );
  if (unit === undefined) throw new NotFound(`No command unit here has a borough “${code}” on this day.`, EVERY_WARD);
  return { unit: unit.name, borough: code };
}

async function placeOfWard(
  records: Records,
  code: string,
  asAt: string,
): Promise<{ unit: string; borough: string; ward: string }> {
  const wards = await listAreas(records, { version: wardSetAsAt(asAt).version });
  const ward = wards.find((each) => each.code === code);
  if (ward === undefined || ward.boroughCode === null)
    throw new NotFound(`No ward here has the code “${code}” on this day.`, EVERY_WARD);
  return { ...(await placeOfBorough(records, ward.boroughCode, asAt)), ward: code };
}
