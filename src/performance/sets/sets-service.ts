import { listUnits } from '../../organisation/service.ts';
import { guarded, type Place, published } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sameName } from '../areas/name-areas.ts';
import type { MeasureSet } from '../model.ts';
import { type FoundSet, findSet } from './find-set.ts';
import { readSetFile } from './set-file.ts';
import { insertMeasureSet, readMeasureSets } from './sets-store.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

/** Every version of every set of measures: those that come with Wardroom, and those added to the records. */
export const measureSets = published('performance.measure-sets', async (records: Records): Promise<MeasureSet[]> => {
  return [...SHIPPED_SETS, ...(await readMeasureSets(records))];
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

/** Adds a set, or the next version of one, from its own first day on; the versions before it stay as they are. */
export const addMeasureSet = guarded(
  { name: 'performance.add-measure-set', module: 'performance', act: 'write', place: atUnit },
  async ({ records, actor, now }: Platform, { unit: asked, source }: SetToAdd): Promise<SetAdded> => {
    const unit = await unitMeant(records, asked);
    if (unit === null) return refused(`There is no command unit "${asked ?? ''}": "wardroom unit list" names them.`);
    const read = readSetFile(source);
    if (read.kind === 'refused') return read;
    return records.transaction().execute(async (trx): Promise<SetAdded> => {
      const before = (await measureSets(trx)).filter(({ name }) => name === read.set.name);
      const latest = before.toSorted((a, b) => a.version - b.version).at(-1);
      if (latest !== undefined && read.set.from <= latest.from) {
        return refused(
          `Version ${latest.version} of "${latest.name}" is in force from ${latest.from}: give the new one a later first day.`,
        );
      }
      const set: MeasureSet = { ...read.set, version: (latest?.version ?? 0) + 1 };
      if (!(await insertMeasureSet(trx, set, { unit, by: actor, at: now() }))) {
        return refused(`Another version of "${set.name}" was added just now: look at it, and add yours again.`);
      }
      await recordAudit(trx, {
        actor,
        action: 'performance.add-measure-set',
        subject: `${set.name}, version ${set.version}`,
        detail: { unit, from: set.from, rows: set.groups.reduce((rows, group) => rows + group.rows.length, 0) },
      });
      return { kind: 'added', set };
    });
  },
);

const refused = (because: string): SetAdded => ({ kind: 'refused', because });
