import { sql } from 'kysely';
import type { Records } from '../../src/platform/database/index.ts';

/** Who people with a role in test/builders/each-principal.ts are. */
export const WRITER = 'person:0000000000000001';

/** Keeps every proposal of a review as it stands among its versions, past the services, as they do. */
export async function keepAsItStands(trx: Records, review: number, by: string = WRITER): Promise<void> {
  await sql`insert into allocation.weight_proposal_revision (proposal, version, content, changed_by, changed_at)
    select id, version, jsonb_build_object('given', given, 'weights', weights, 'bounds', bounds, 'comment', comment,
      'publishComment', publish_comment, 'withdrawnBecause', withdrawn_because), ${by}, written_at
    from allocation.weight_proposal where review = ${review}
      and (id, version) not in (select proposal, version from allocation.weight_proposal_revision)`.execute(trx);
}
