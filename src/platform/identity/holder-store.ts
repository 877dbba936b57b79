import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { Holder, PersonId } from './model.ts';

const holderRow = z.object({
  id: z.string(),
  email: z.string(),
  proven: z.boolean(),
  firstSignedInAt: z.date().nullable(),
  linkMadeBy: z.string().nullable(),
});

/** What is known of people who would hold a role, as far as the transaction may see. */
export async function readHolders(trx: Records, people: readonly PersonId[]): Promise<Holder[]> {
  const found = await sql`select id, email, demonstration or identity.is_proven(id) as proven,
      (select min(started_at) from identity.session where session.person = person.id and stage = 'full')
        as "firstSignedInAt",
      (select made_by from identity.one_time_link as link where link.person = person.id and used_at is not null
        order by used_at desc limit 1) as "linkMadeBy"
    from identity.person where id = any (${[...people]}::text[])`.execute(trx);
  return z.array(holderRow).parse(found.rows);
}
