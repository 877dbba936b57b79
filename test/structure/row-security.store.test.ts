import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Records } from '../../src/platform/database/index.ts';
import { describeStores } from '../builders/records.ts';

const tables = async (records: Records) =>
  (
    await sql<{ name: string; enabled: boolean; forced: boolean; owner: string; policies: number; rights: string[] }>`
      select format('%I.%I', nspname, relname) as name, relrowsecurity as enabled, relforcerowsecurity as forced,
        pg_get_userbyid(relowner) as owner,
        (select count(*) from pg_policy where polrelid = pg_class.oid) as policies,
        array(select privilege_type from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER'])
          as privilege_type where has_table_privilege('wardroom_app', pg_class.oid, privilege_type)) as rights
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`.execute(records)
  ).rows;

/** The tables of the migrations themselves: the app may see which have run, and no more. */
const OF_MIGRATIONS = ['public.migration', 'public.migration_lock'];

const faultsOf = (found: Awaited<ReturnType<typeof tables>>): string[] =>
  found
    .filter(({ name }) => !OF_MIGRATIONS.includes(name))
    .flatMap(({ name, enabled, forced, owner, policies, rights }) => [
      ...(enabled && forced ? [] : [`${name}: row security is not forced`]),
      ...(owner === 'wardroom_app' ? [`${name}: belongs to the app`] : []),
      ...(policies === 0 ? [`${name}: no policy, so nobody sees it`] : []),
      ...rights
        .filter((right) => ['TRUNCATE', 'REFERENCES', 'TRIGGER'].includes(right))
        .map((right) => `${name}: the app may ${right.toLowerCase()}`),
    ]);

describeStores('the tables', (open) => {
  it('all have row security, forced, and none belongs to the role that Wardroom works as', async () => {
    const { records, close } = await open();
    const found = await tables(records);
    expect(found.length).toBeGreaterThan(20);
    expect(faultsOf(found)).toEqual([]);
    expect(found.filter(({ name }) => OF_MIGRATIONS.includes(name)).flatMap(({ rights }) => rights)).toEqual([
      'SELECT',
    ]);
    await close();
  });

  it('would be found wanting: a planted table without row security, and a view that would get round it', async () => {
    const { records, close } = await open();
    await sql`create table public.planted (a int)`.execute(records);
    await sql`grant truncate on public.planted to wardroom_app`.execute(records);
    await sql`create view public.planted_view as select * from platform.audit`.execute(records);
    const faults = faultsOf(await tables(records));
    expect(faults).toContain('public.planted: row security is not forced');
    expect(faults).toContain('public.planted: the app may truncate');
    expect(faults).toContain('public.planted_view: row security is not forced');
    await sql`drop view public.planted_view`.execute(records);
    await sql`drop table public.planted`.execute(records);
    await close();
  });
});
