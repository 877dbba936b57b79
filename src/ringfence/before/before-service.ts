import { heldVintages } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { RecordedBefore } from './model.ts';
import { ALL_BEFORE, MEASURES_BEFORE, recordedBefore } from './recorded-before.ts';

/**
 * What the force's own tables recorded of the boroughs of a unit before the ledger, of every publication held; null where
 * none is imported.
 */
export const readRecordedBefore = published(
  'ringfence.recorded-before',
  async (records: Records, boroughs: readonly { code: string; name: string }[]): Promise<RecordedBefore | null> => {
    const areaCodes = boroughs.map(({ code }) => code);
    const held = await heldVintages(records, { areaCodes, boundaryVersion: 'boroughs-2022' });
    const own = held.filter(({ hasOwn }) => hasOwn(ALL_BEFORE));
    const series = [];
    for (const { read } of own) series.push(await read(MEASURES_BEFORE));
    return recordedBefore(boroughs, series);
  },
);
