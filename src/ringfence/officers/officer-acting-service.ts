import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readActingOfficer } from './account-store.ts';
import type { ActingOfficer } from './model.ts';

/** The officer that whoever is signed in was linked with; null for a visitor, and where nobody has said who they are. */
export const officerActing = published(
  'ringfence.officer-acting',
  (platform: Platform): Promise<ActingOfficer | null> =>
    platform.principal.kind === 'person'
      ? platform.records.transaction().execute((trx) => readActingOfficer(trx))
      : Promise.resolve(null),
);
