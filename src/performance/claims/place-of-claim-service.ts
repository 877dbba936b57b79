import type { Place } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readUnitOfClaim } from './claim-store.ts';

/** The unit that a claim is of; nowhere, where there is none or it is kept from who asks. */
export async function placeOfClaim(platform: Platform, { id }: { id: number }): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readUnitOfClaim(trx, id));
  return unit === null ? {} : { unit };
}
