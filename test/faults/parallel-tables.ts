import { sql } from 'kysely';
import type { Principal } from '../../src/platform/access/index.ts';
import { noDoubleBooking, sumNeverAbove } from '../../src/platform/concurrency/index.ts';
import type { Records } from '../../src/platform/database/index.ts';

/** Role that owns the tables of a test on a server where it is to be no superuser, as a council's database has it. */
const PLAIN_OWNER = 'wardroom_test_plain_owner';

export const DUTIES_NEVER_OVERLAP = 'duties_never_overlap';
export const NO_POSTING_ABOVE_ONE = 'no_officer_is_posted_above_one';

const officer = { column: 'officer', table: 'parallel.officer', key: 'id' };

/**
 * Tables as a domain's migration would make them, with row security as in migration 0013: a note that people edit, and
 * officers with their duties and postings. Nobody may change an officer, so that a lock on one needs more than the
 * writer's own rights.
 */
export async function makeTables(records: Records): Promise<void> {
  await sql
    .raw(`
    create schema parallel;
    create table parallel.note (
      id bigint primary key, title text not null, action text not null, changed_by text not null,
      version integer not null default 1
    );
    create table parallel.officer (id bigint primary key, unit text not null);
    create table parallel.duty (
      id bigint generated always as identity primary key,
      officer bigint not null references parallel.officer, unit text not null, during tstzrange not null
    );
    create table parallel.posting (
      id bigint generated always as identity primary key,
      officer bigint not null references parallel.officer, unit text not null, during daterange not null,
      fraction numeric not null
    );
    ${noDoubleBooking({ table: 'parallel.duty', name: DUTIES_NEVER_OVERLAP, booked: officer, during: 'during' })}
    ${sumNeverAbove({
      table: 'parallel.posting',
      name: NO_POSTING_ABOVE_ONE,
      of: officer,
      amount: 'fraction',
      during: 'during',
      most: '1.0',
    })}
    grant usage on schema parallel to wardroom_app;
    grant usage on all sequences in schema parallel to wardroom_app;
    grant select, insert, update, delete on parallel.note, parallel.duty, parallel.posting to wardroom_app;
    grant select on parallel.officer to wardroom_app;
    ${['note', 'officer', 'duty', 'posting']
      .map(
        (name) => `alter table parallel.${name} enable row level security;
          alter table parallel.${name} force row level security;
          create policy wardroom_itself on parallel.${name} using ((select platform.is_wardroom()));`,
      )
      .join('\n')}
    create policy readers on parallel.note for select using ((select platform.may('panels', 'read')));
    create policy writers on parallel.note for update using ((select platform.may('panels', 'write')));
    create policy readers on parallel.officer for select using ((select platform.may('postings', 'read')));
    create policy readers on parallel.duty for select using (platform.may_at('postings', 'read', unit));
    create policy writers on parallel.duty using (platform.may_at('postings', 'write', unit));
    create policy readers on parallel.posting for select using (platform.may_at('postings', 'read', unit));
    create policy writers on parallel.posting using (platform.may_at('postings', 'write', unit));
  `)
    .execute(records);
}

/** Gives the tables and their trigger functions to an owner who is no superuser, so that row security binds it too. */
export async function giveToPlainOwner(records: Records): Promise<void> {
  await sql
    .raw(`
    do $$ begin
      create role ${PLAIN_OWNER} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$;
    grant usage on schema platform, parallel to ${PLAIN_OWNER};
    -- Whoever owns the tables owns the rest, too.
    alter schema platform owner to ${PLAIN_OWNER};
    alter table parallel.officer owner to ${PLAIN_OWNER};
    alter table parallel.duty owner to ${PLAIN_OWNER};
    alter table parallel.posting owner to ${PLAIN_OWNER};
    alter function parallel.${DUTIES_NEVER_OVERLAP}_queue owner to ${PLAIN_OWNER};
    alter function parallel.${NO_POSTING_ABOVE_ONE} owner to ${PLAIN_OWNER};
  `)
    .execute(records);
}

/** Takes the tables away again; the next test gets its records without them. */
export async function dropTables(records: Records): Promise<void> {
  await sql.raw('drop schema if exists parallel cascade').execute(records);
}

export async function addOfficers(records: Records, ...ids: number[]): Promise<void> {
  await sql`insert into parallel.officer (id, unit) select id, 'Central North' from unnest(${ids}::bigint[]) as id`.execute(
    records,
  );
}

/** The commander of a unit: writes postings there, and sees none of another unit. */
export const commanderOf = (unit: string): Principal => ({
  kind: 'person',
  person: 'person:1a2b',
  grants: [{ role: 'command', scope: { unit, borough: null, ward: null }, organisation: null }],
  demonstration: false,
  steppedUp: false,
});

/** A gate that opens once: what waits for it goes on together. */
export function gate(): { open: () => void; opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Waits until a statement on a server waits for another transaction's lock; fails after ten seconds without one. */
export async function someoneWaits(records: Records): Promise<void> {
  for (let asked = 0; asked < 1000; asked += 1) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(records);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('No statement waits for a lock.');
}
