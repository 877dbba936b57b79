-- The audit becomes a chain: each entry holds the hash of the one before it, and only one function adds to it.
-- See docs/decisions/0012-an-audit-in-a-chain.md. The same hashes are computed in src/platform/audit/hash-entry.ts.

alter table platform.audit rename to audit_before;
alter table platform.audit_before rename constraint audit_pkey to audit_before_pkey;

create table platform.audit (
  -- Contiguous from 1.
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  -- Of the permission matrix: decides how long what was written is kept.
  module text not null check (module <> ''),
  -- What was written. All of it goes when its time is over; the chain stays whole.
  actor text,
  role text,
  action text,
  subject text,
  whom text,
  reason text,
  detail text,
  salt bytea,
  erased_at timestamptz,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  constraint all_or_erased check (
    case when erased_at is null then num_nulls(actor, action, subject, detail, salt) = 0
      else num_nonnulls(actor, role, action, subject, whom, reason, detail, salt) = 0 end)
);
create index audit_by_module on platform.audit (module, seq);
create index audit_by_actor on platform.audit (actor, seq);
create index audit_by_whom on platform.audit (whom, seq) where whom is not null;

-- Where the chain stands, and the name of these records, made with their first entry. An entry that is missing at the
-- end shows, because the next one goes on from here.
create table platform.audit_chain (
  only_one boolean primary key default true check (only_one),
  instance uuid not null default gen_random_uuid(),
  seq bigint not null,
  at timestamptz not null,
  hash bytea not null
);

-- Text after its length, so that no two contents have the same bytes; a length of -1 is null.
create function platform.audit_field(field text) returns bytea immutable language sql
set search_path = pg_catalog as $$
  select case when field is null then int8send(-1)
    else int8send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8') end $$;

create function platform.audit_content_hash(
  salt bytea, actor text, role text, action text, subject text, whom text, reason text, detail text
) returns bytea immutable language sql set search_path = pg_catalog as $$
  select sha256(int8send(octet_length(salt)) || salt || platform.audit_field(actor) || platform.audit_field(role)
    || platform.audit_field(action) || platform.audit_field(subject) || platform.audit_field(whom)
    || platform.audit_field(reason) || platform.audit_field(detail)) $$;

create function platform.audit_hash(prev_hash bytea, seq bigint, at timestamptz, module text, content_hash bytea)
returns bytea immutable language sql set search_path = pg_catalog as $$
  select sha256(prev_hash || int8send(seq) || int8send((extract(epoch from at) * 1000000)::bigint)
    || platform.audit_field(module) || content_hash) $$;

-- Entries that account for what is missing, or decide what may be: they are never erased, and only Wardroom's own
-- functions write them. The same actions as ACCOUNTING in src/platform/audit/account-for.ts.
create function platform.audit_accounts(action text) returns boolean immutable language sql
set search_path = pg_catalog as $$
  select action in ('audit.erase', 'audit.adopt-rules', 'audit.restored') $$;

-- Adds an entry at the end of the chain; waits for whoever is adding one, until their transaction is over. The clock says
-- when. Where the entry before is from up to a minute later, its time holds; where it is from later still, the clock's time
-- is written as it is, so that one wrong time stops neither the service nor time: checking the audit tells of it.
create function platform.link_audit(
  at timestamptz, module text, actor text, role text, action text, subject text, whom text, reason text, detail text
) returns bigint language plpgsql set search_path = pg_catalog as $$
declare
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  content bytea := platform.audit_content_hash(salt, actor, role, action, subject, whom, reason, detail);
  chain platform.audit_chain;
  linked bytea;
begin
  perform pg_advisory_xact_lock(hashtext('wardroom.platform.audit'));
  select * into chain from platform.audit_chain;
  if not found then
    insert into platform.audit_chain (seq, at, hash) values (0, '-infinity', decode(repeat('00', 32), 'hex'))
    returning * into chain;
  end if;
  if at is null and chain.at > clock_timestamp() + interval '1 minute' then
    at := clock_timestamp();
  else
    at := greatest(coalesce(at, clock_timestamp()), chain.at);
  end if;
  chain.seq := chain.seq + 1;
  linked := platform.audit_hash(chain.hash, chain.seq, at, module, content);
  insert into platform.audit values
    (chain.seq, at, module, actor, role, action, subject, whom, reason, detail, salt, null, content, chain.hash, linked);
  update platform.audit_chain set seq = chain.seq, at = link_audit.at, hash = linked;
  return chain.seq;
end $$;

-- The only way in. It tells the transaction which modules were audited in it: see platform.audited().
create function platform.append_audit(
  module text, actor text, role text, action text, subject text, whom text, reason text, detail text
) returns bigint security definer language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare
  entry bigint;
begin
  if platform.audit_accounts(action) then
    raise exception 'What accounts for entries that are gone is written by Wardroom itself alone.';
  end if;
  entry := platform.link_audit(null, module, actor, role, action, subject, whom, reason, detail);
  -- The audit itself is read only by who said why.
  if not platform.audited(module) and (module <> 'audit' or btrim(coalesce(reason, '')) <> '') then
    perform set_config('wardroom.audited', coalesce(current_setting('wardroom.audited', true), '') || ',' || module, true);
  end if;
  return entry;
end $$;

-- Whether this transaction has an entry about a module: for policies of records that nobody reads unnoticed.
create function platform.audited(module text) returns boolean stable language sql as $$
  select module = any (string_to_array(coalesce(current_setting('wardroom.audited', true), ''), ',')) $$;

-- Takes away what is older than a rule's months in a module, and writes by which rule it did, but never what it was. The
-- clock of the records says how old; checking the audit tells whether the rule was in force.
create function platform.erase_audit(module text, months int, source text, actor text)
returns bigint language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare
  until timestamptz;
  erased bigint;
begin
  perform pg_advisory_xact_lock(hashtext('wardroom.platform.audit'));
  until := ((clock_timestamp() at time zone 'UTC') - make_interval(months => months)) at time zone 'UTC';
  perform set_config('wardroom.erasing', 'on', true);
  update platform.audit set actor = null, role = null, action = null, subject = null, whom = null, reason = null,
    detail = null, salt = null, erased_at = clock_timestamp()
  where audit.module = erase_audit.module and audit.at < until and audit.erased_at is null
    and not platform.audit_accounts(audit.action);
  get diagnostics erased = row_count;
  perform set_config('wardroom.erasing', '', true);
  if erased > 0 then
    perform platform.link_audit(null, 'audit', actor, null, 'audit.erase', module, null, null,
      format('{"entries":%s,"module":%s,"months":%s,"source":%s,"until":"%s"}', erased, to_json(module), months,
        to_json(source), to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
  end if;
  return erased;
end $$;

create function platform.refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('wardroom.erasing', true) = 'on' then
    return new;
  end if;
  raise exception 'The audit only grows: what was written in it is never changed or taken away.';
end $$;
create trigger only_grows before update or delete on platform.audit
  for each row execute function platform.refuse_audit_change();
create trigger never_emptied before truncate on platform.audit
  for each statement execute function platform.refuse_audit_change();
create trigger never_emptied before delete or truncate on platform.audit_chain
  for each statement execute function platform.refuse_audit_change();

alter table platform.audit enable row level security;
alter table platform.audit force row level security;
alter table platform.audit_chain enable row level security;
alter table platform.audit_chain force row level security;
create policy wardroom_itself on platform.audit using ((select platform.is_wardroom()));
create policy auditors_read on platform.audit for select
  using ((select platform.may('audit', 'read')) and (select platform.audited('audit')));
create policy wardroom_itself on platform.audit_chain using ((select platform.is_wardroom()));
create policy anyone_reads on platform.audit_chain for select using (true);
revoke all on platform.audit, platform.audit_chain from public, wardroom_app;
grant select on platform.audit, platform.audit_chain to wardroom_app;

revoke all on function
  platform.link_audit(timestamptz, text, text, text, text, text, text, text, text),
  platform.append_audit(text, text, text, text, text, text, text, text),
  platform.erase_audit(text, int, text, text) from public;
grant execute on function platform.append_audit(text, text, text, text, text, text, text, text) to wardroom_app;

-- What was written before goes into the chain in its order.
do $$
declare
  old record;
begin
  for old in select * from platform.audit_before order by id loop
    perform platform.link_audit(old.at,
      case split_part(old.action, '.', 1)
        when 'allocation' then 'allocation' when 'organisation' then 'postings' else 'imports' end,
      old.actor, null, old.action, old.subject, null, null, old.detail::text);
  end loop;
end $$;
drop table platform.audit_before;
