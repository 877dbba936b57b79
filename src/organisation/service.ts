import { ownWork, published } from '../platform/access/index.ts';
import { recordAudit } from '../platform/audit/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { boroughsOn } from './boroughs-on.ts';
import type { CommandUnit, PublishedWorkforce, UnitBorough } from './model.ts';
import { CENTRAL_NORTH, ISLINGTON_BUDGETED_WORKFORCE, ISLINGTON_NAMED_POSTS } from './reference/central-north.ts';
import { insertUnit, insertWorkforce, readUnits, readWorkforce } from './store.ts';

/**
 * Every command unit with its boroughs through time, in the order in which they were laid out: pages that show one unit show
 * the first.
 */
export const listUnits = published('organisation.list-units', async (records: Records): Promise<CommandUnit[]> => {
  return readUnits(records);
});

/** The unit of a name, whatever its capitals; null when there is none. */
export const findUnit = published(
  'organisation.find-unit',
  async (records: Records, name: string): Promise<CommandUnit | null> => {
    const wanted = name.trim().toLowerCase();
    const units = await readUnits(records);
    return units.find((unit) => unit.name.toLowerCase() === wanted) ?? null;
  },
);

/**
 * The boroughs of a unit on a date, by code.
 * @throws RangeError naming the known units when there is no such unit
 */
export const unitBoroughs = published(
  'organisation.unit-boroughs',
  async (records: Records, unitName: string, asAt: string): Promise<UnitBorough[]> => {
    const unit = await findUnit(records, unitName);
    if (!unit) {
      const known = (await readUnits(records)).map((each) => `"${each.name}"`).join(', ');
      throw new RangeError(`There is no command unit "${unitName}". Known: ${known}.`);
    }
    return boroughsOn(unit, asAt);
  },
);

/** The published establishment of each borough of a unit that has one. */
export const publishedWorkforces = published(
  'organisation.published-workforces',
  async (records: Records, boroughs: UnitBorough[]): Promise<PublishedWorkforce[]> => {
    const held = await Promise.all(
      boroughs.map(async (borough) => {
        const { ranks, posts } = await readWorkforce(records, borough.code);
        return { boroughCode: borough.code, boroughName: borough.name, year: ranks[0]?.year ?? '', ranks, posts };
      }),
    );
    return held.filter((workforce) => workforce.ranks.length > 0 || workforce.posts.length > 0);
  },
);

/** Adds the reference unit with its published workforce when missing. Needs the reference areas. */
export const ensureReferenceUnit = ownWork(
  'organisation.ensure-reference-unit',
  async (platform: Platform): Promise<void> => {
    if ((await readUnits(platform.records)).some((unit) => unit.name === CENTRAL_NORTH.name)) return;
    await platform.records.transaction().execute(async (trx) => {
      await insertUnit(trx, CENTRAL_NORTH);
      await insertWorkforce(trx, ISLINGTON_BUDGETED_WORKFORCE, ISLINGTON_NAMED_POSTS);
      await recordAudit(trx, {
        actor: platform.actor,
        action: 'organisation.ensure-reference-unit',
        subject: CENTRAL_NORTH.name,
      });
    });
  },
);

export { postBook } from './book/book-service.ts';
export { bookImports } from './book/export-service.ts';
export { layMadeUpBook } from './book/made-up-service.ts';
