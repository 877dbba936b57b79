import { Refused } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Absence } from '../model.ts';
import { OWN_ORDER } from './say-absence.ts';
import { wasOrderedBy } from './step-store.ts';
import type { Acting } from './take-step-service.ts';

/** Refuses whoever ordered an absence, and everybody where it was withdrawn. @throws Refused */
export const mayBeChanged = within(
  'ringfence.may-be-changed',
  async (trx: Records, { person }: Acting, { id, standing }: Absence): Promise<void> => {
    const refuse = (sentence: string) => new Refused([{ field: null, sentence }]);
    if (standing === 'withdrawn') throw refuse('This absence was withdrawn: record it again if it took place.');
    if (person !== null && (await wasOrderedBy(trx, id, person))) throw refuse(OWN_ORDER);
  },
);
