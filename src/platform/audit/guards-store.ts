import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';

/** SHA-256, its first half, of each function, trigger and table right of the audit as the migrations make them. */
export const GUARDS: Readonly<Record<string, string>> = {
  'function append_audit(module text, actor text, role text, action text, subject text, whom text, reason text, detail text)':
    '95da0491b1877ae5e847452c3e01e427',
  'function audit_accounts(action text)': '8eb0a450f569ddb22af402ba570a1885',
  'function audit_content_hash(salt bytea, actor text, role text, action text, subject text, whom text, reason text, detail text)':
    '6c312dfc71f5aa1c692fbf50d04f7a5e',
  'function audit_field(field text)': 'c6ae9ebf0bc4bba7f98b8b7d45007dc0',
  'function audit_hash(prev_hash bytea, seq bigint, at timestamp with time zone, module text, content_hash bytea)':
    '70d979aa73668af40590f3a2d253f5bb',
  'function audited(module text)': '224bba6730a8d021a488b4e9c50a33d1',
  'function erase_audit(module text, months integer, source text, actor text)': '94e2a942d148d85148a47f962ebb871d',
  'function link_audit(at timestamp with time zone, module text, actor text, role text, action text, subject text, whom text, reason text, detail text)':
    '0922b55e2234b00437769b4f52d95132',
  'function prove_audit_reason(entry bigint)': '5f910f544a6fb2c1173ec2055e38a8ef',
  'function refuse_audit_change()': '4e09b454b7ca4eace7323485b9f23a25',
  'policy anyone_reads on audit_chain': '22902f00c3f3e8e202bf85d6a28c8a7e',
  'policy auditors_read on audit': '22902f00c3f3e8e202bf85d6a28c8a7e',
  'policy wardroom_itself on audit': 'ca07296b9403635f83a75de1bd73d365',
  'policy wardroom_itself on audit_chain': 'ca07296b9403635f83a75de1bd73d365',
  'table audit': '506753d4cb66d62add75487b0ff26c9d',
  'table audit_chain': '506753d4cb66d62add75487b0ff26c9d',
  'trigger never_emptied on audit': '1092b11b973d2ba1f2c3bd0c4979c813',
  'trigger never_emptied on audit_chain': 'b262a6ed379a805fff111fc916457c3f',
  'trigger only_grows on audit': '42a79cc442665b5ef0d57656fc9cd403',
};

/**
 * What writes and guards the audit in the records: its functions, the triggers and rules on its tables, and what the role
 * of the app may do there. Whoever owns the tables can put others in their place.
 * @returns a hash by name
 */
export async function readGuards(system: Records): Promise<Record<string, string>> {
  const { rows } = await sql`
    select 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
      concat_ws('|', p.prosrc, p.prosecdef, p.provolatile, p.proconfig::text, l.lanname, pg_get_function_result(p.oid),
        has_function_privilege('wardroom_app', p.oid, 'EXECUTE')) as made
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'platform'::regnamespace and p.proname like '%audit%'
    union all
    select 'trigger ' || t.tgname || ' on ' || c.relname,
      concat_ws('|', t.tgenabled, t.tgtype, t.tgfoid::regproc::text, t.tgattr::text, t.tgqual is null)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgrelid in ('platform.audit'::regclass, 'platform.audit_chain'::regclass) and not t.tgisinternal
    union all
    select 'rule ' || r.rulename || ' on ' || r.ev_class::regclass::text, r.ev_enabled::text
    from pg_rewrite r where r.ev_class in ('platform.audit'::regclass, 'platform.audit_chain'::regclass)
    union all
    select 'policy ' || p.polname || ' on ' || c.relname,
      concat_ws('|', p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid) is null)
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polrelid in ('platform.audit'::regclass, 'platform.audit_chain'::regclass)
    union all
    select 'table ' || c.relname,
      concat_ws('|', c.relrowsecurity, c.relforcerowsecurity,
        (select string_agg(each, ',' order by each) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) each
          where has_table_privilege('wardroom_app', c.oid, each)))
    from pg_class c where c.oid in ('platform.audit'::regclass, 'platform.audit_chain'::regclass)`.execute(system);
  const made = z.array(z.object({ name: z.string(), made: z.string() })).parse(rows);
  return Object.fromEntries(
    made
      .map(({ name, made: text }) => [name, createHash('sha256').update(text).digest('hex').slice(0, 32)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** One sentence for each guard that is missing, changed, switched off or was added. */
export function faultsOfGuards(found: Readonly<Record<string, string>>): string[] {
  const names = [...new Set([...Object.keys(GUARDS), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    if (GUARDS[name] === found[name]) return [];
    if (found[name] === undefined) return [`The ${name}, which guards the audit, is missing in the records.`];
    if (GUARDS[name] === undefined) return [`The ${name} was put beside the audit in the records by somebody else.`];
    return [`The ${name}, which guards the audit, was changed or switched off in the records.`];
  });
}
