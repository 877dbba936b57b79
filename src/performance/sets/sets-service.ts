import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { listUnits } from '../../organisation/service.ts';
import { guarded, type Place, published, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { tryWrite } from '../../platform/concurrency/index.ts';
import { inTransaction, type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sameName } from '../areas/name-areas.ts';
import type { MeasureSet } from '../model.ts';
import { type FoundSet, findSet } from './find-set.ts';
import { nameTaken } from './name-taken.ts';
import { readSetFile, type SetGiven } from './set-file.ts';
import { insertMeasureSet, readLastVersion, readMeasureSets, saveWithdrawnSet } from './sets-store.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

/** Every version of every set of measures: those that come with Wardroom, and those added to the records. */
export const measureSets = published('performance.measure-sets', async (records: Records): Promise<MeasureSet[]> => {
  const added = await readMeasureSets(records);
  return [...SHIPPED_SETS, ...added.map(({ unit: _unit, synthetic: _synthetic, ...set }) => set)];
});

/** The version of a set in force on a day, its name matched forgivingly. */
export const findMeasureSet = published(
  'performance.find-measure-set',
  async (records: Records, { name, asAt }: { name: string; asAt: string }): Promise<FoundSet> => {
    return findSet(await measureSets(records), name, asAt);
  },
);

/** A set to be added. */
export interface SetToAdd {
  /** Name of the command unit whose it is; null for the first. */
  unit: string | null;
  /** Its file, as readSetFile reads it. */
  source: string;
}

export type SetAdded = { kind: 'added'; set: MeasureSet } | { kind: 'refused'; because: string };

const unitMeant = async (records: Records, name: string | null): Promise<string | null> => {
  const units = await listUnits(records);
  return (name === null ? units[0] : units.find((unit) => sameName(unit.name, name)))?.name ?? null;
};

const atUnit = async ({ records }: Platform, { unit }: SetToAdd): Promise<Place> => ({
  unit: (await unitMeant(records, unit)) ?? unit ?? undefined,
});

/**
 * Adds a set, or the next version of one of the unit's, from its own first day on; the versions before it stay as they are.
 * A unit that changes what all compare by the sets of Wardroom would change them for every other: those have no further versions.
 */
export const addMeasureSet = guarded(
  { name: 'performance.add-measure-set', module: 'performance', act: 'write', place: atUnit },
  async (platform: Platform, { unit: asked, source }: SetToAdd): Promise<SetAdded> => {
    const unit = await unitMeant(platform.records, asked);
    if (unit === null) return refused(`There is no command unit "${asked ?? ''}": "wardroom unit list" names them.`);
    const read = readSetFile(source);
    if (read.kind === 'refused') return read;
    try {
      return await inTransaction(platform, (trx) => add(platform, trx, { ...read.set, unit }));
    } catch (error) {
      if (!(error instanceof StatementError) || error.code !== 'WR001') throw error;
      return refused(error.message);
    }
  },
);

async function add(platform: Platform, trx: Records, given: SetGiven & { unit: string }): Promise<SetAdded> {
  const { actor, now } = platform;
  const { unit, ...rest } = given;
  const added = await readMeasureSets(trx);
  const taken = nameTaken(given, SHIPPED_SETS, added);
  if (taken !== null) return refused(taken);
  const latest = added.findLast(({ name }) => name === given.name);
  const because = latest === undefined ? null : tooEarly(given.from, latest, todayInLondon(now()));
  if (because !== null) return refused(because);
  const set: MeasureSet = { ...rest, version: (await readLastVersion(trx, given.name)) + 1 };
  const written = { unit, synthetic: worksWithMadeUp(platform), by: actor, at: now() };
  const attempt = await tryWrite(trx, 'added_in_order', () => insertMeasureSet(trx, set, written));
  if (attempt.kind !== 'written' || !attempt.result)
    return refused(`Another version of "${set.name}" was added just now: look at it, and add yours again.`);
  await recordAudit(trx, {
    actor,
    action: 'performance.add-measure-set',
    subject: subjectOf(set),
    detail: { unit, from: set.from, rows: set.groups.reduce((rows, group) => rows + group.rows.length, 0) },
  });
  return { kind: 'added', set };
}

function tooEarly(from: string, latest: MeasureSet, today: string): string | null {
  if (from <= latest.from)
    return `Version ${latest.version} of "${latest.name}" is in force from ${latest.from}: give the new one a later first day.`;
  return from < today
    ? `Days before today were compared by version ${latest.version}: begin on ${today} or later.`
    : null;
}

const subjectOf = ({ name, version }: MeasureSet): string => `${name}, version ${version}`;
const refused = (because: string): SetAdded => ({ kind: 'refused', because });

/** Withdraws every set that was added in the demonstration: nothing is compared by it from now on. */
export const withdrawMadeUpSets = guarded(
  { name: 'performance.withdraw-made-up-sets', module: 'performance', act: 'write' },
  (platform: Platform, because: string): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const { actor, now } = platform;
      for (const set of (await readMeasureSets(trx)).filter(({ synthetic }) => synthetic)) {
        await saveWithdrawnSet(trx, set, { by: actor, at: now(), because });
        const action = 'performance.withdraw-measure-set';
        await recordAudit(trx, { actor, action, subject: subjectOf(set), detail: { unit: set.unit }, reason: because });
      }
    }),
);
