import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { MeasureSet } from '../model.ts';
import { type FoundSet, findSet } from './find-set.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

/** Every version of every set of measures: those that come with Wardroom, and those added to the records. */
export const measureSets = published('performance.measure-sets', async (_records: Records): Promise<MeasureSet[]> => {
  return [...SHIPPED_SETS];
});

/** The version of a set in force on a day, its name matched forgivingly. */
export const findMeasureSet = published(
  'performance.find-measure-set',
  async (records: Records, { name, asAt }: { name: string; asAt: string }): Promise<FoundSet> => {
    return findSet(await measureSets(records), name, asAt);
  },
);
