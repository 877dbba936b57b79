import type { Place } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readCharter, readPlaceOfCharter } from './charter-store.ts';

/** The unit that a charter is of; nowhere, where there is none or it is kept from who asks. */
export async function placeOfCharter(platform: Platform, { name }: { name: string }): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readPlaceOfCharter(trx, name));
  return unit === null ? {} : { unit };
}

/**
 * Where a signature is: for the police the charter's unit, for a council what is shared with it by name, so that nobody
 * signs for another's organisation.
 */
export async function placeOfSignature(
  platform: Platform,
  { name, organisation }: { name: string; organisation: string },
): Promise<Place> {
  const kept = await inTransaction(platform, (trx) => readCharter(trx, name));
  const signatory = kept?.wordings.at(-1)?.charter.signatories.find((each) => each.organisation === organisation);
  // One that who asks may not see is answered as one that is not there.
  if (kept === null || signatory?.body === 'council') return { sharedWith: [organisation] };
  return signatory === undefined ? { unit: kept.unit, sharedWith: [organisation] } : { unit: kept.unit };
}
