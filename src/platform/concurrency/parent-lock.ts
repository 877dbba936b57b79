import { InvalidArgument } from '../../lib/invalid-argument.ts';

/** What dated rows belong to, such as the officer of a posting: locked while rows of it are written. */
export interface Parent {
  /** Column of the dated rows, a `bigint not null` with a foreign key. */
  column: string;
  /** The parent's table with its schema. */
  table: string;
  /** The parent's primary key. */
  key: string;
}

/** A name of a table, column or constraint in SQL that we write: nothing that would need quotes. */
export function checkName(name: string, parts: 1 | 2 = 1): string {
  const pattern = parts === 1 ? /^[a-z_][a-z0-9_]{0,62}$/ : /^[a-z_][a-z0-9_]{0,62}[.][a-z_][a-z0-9_]{0,62}$/;
  if (pattern.test(name)) return name;
  throw new InvalidArgument(`"${name}" is no name ${parts === 1 ? 'of ours' : 'of a table with its schema'}.`);
}

/** The schema of a table that is named with it. */
export const schemaOf = (table: string): string => checkName(table, 2).split('.')[0] ?? '';

/**
 * The beginning and end of a trigger function that works past row security. It must: a sum over the rows that one
 * inspector may see is not the officer's sum, and whoever books an officer may not be allowed to change the officer.
 * It runs as the owner of the tables, sees what Wardroom itself sees, and puts the setting back.
 * @param declarations with their semicolons
 * @param body         PL/pgSQL that neither returns nor changes a row
 */
export function triggerFunction(name: string, declarations: readonly string[], body: string): string {
  return `create function ${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');${declarations.map((line) => `\n  ${line}`).join('')}
begin
  -- Another isolation level would keep showing what was there before the lock was waited for.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'feature_not_supported',
      message = format('%I is written in read committed transactions only', tg_table_name);
  end if;
  perform set_config('wardroom.system', 'on', true);
${body}
  perform set_config('wardroom.system', before, true);
  return new;
end $$;`;
}

/** The statement that waits for the parent's lock. */
export function lockParent({ column, table, key }: Parent): string {
  return `perform 1 from ${checkName(table, 2)} where ${checkName(key)} = new.${checkName(column)} for no key update;`;
}
