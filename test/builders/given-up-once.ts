import { sql } from 'kysely';
import type { Records } from '../../src/platform/database/index.ts';

const MADE = `create sequence ringfence.given_up;
  create function ringfence.give_up() returns trigger language plpgsql security definer as $$ begin
    if nextval('ringfence.given_up') = 1 then raise 'deadlock detected' using errcode = 'deadlock_detected'; end if;
    return new; end $$;
  create trigger give_up before insert or update on ringfence.duty for each row execute function ringfence.give_up()`;

/** Does something whose first transaction that writes a duty is given up, as PostgreSQL does for another's sake. */
export async function givenUpOnce<Result>(records: Records, run: () => Promise<Result>): Promise<Result> {
  await sql.raw(MADE).execute(records);
  try {
    return await run();
  } finally {
    await sql.raw('drop function ringfence.give_up cascade; drop sequence ringfence.given_up').execute(records);
  }
}
