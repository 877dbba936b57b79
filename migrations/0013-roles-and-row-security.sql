-- Everything Wardroom does for somebody runs as a role that owns no table; row security decides what it sees.
-- See docs/decisions/0011-nobody-outside-a-transaction.md.

-- A role belongs to the whole server, so it may be there already, from another database or the server's administrator.
do $$
begin
  if not exists (select from pg_roles where rolname = 'wardroom_app') then
    create role wardroom_app nologin;
  end if;
  -- From version 16 on, whoever made a role may give it, but not take it on, until they give it to themselves.
  if not (case when current_setting('server_version_num')::int >= 160000
      then pg_has_role(current_user, 'wardroom_app', 'SET') else pg_has_role(current_user, 'wardroom_app', 'MEMBER') end) then
    execute format('grant wardroom_app to %I', current_user);
  end if;
exception
  when duplicate_object or unique_violation then null; -- made by another database's migration at this very moment
  when insufficient_privilege then
    raise exception 'the server''s administrator must first run: create role wardroom_app nologin; grant wardroom_app to %', current_user;
end $$;

-- Work of Wardroom itself says so in its transaction; the owner of the tables sees nothing by accident either. A function
-- that runs as its definer is Wardroom's own too: there the user is the owner, though the session's role is not. (Such
-- functions cannot say so by a setting of their own: only a superuser may define one.)
create function platform.is_wardroom() returns boolean stable language sql as $$
  select current_user = (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'platform')
    and (coalesce(current_setting('wardroom.system', true), '') = 'on' or current_setting('role') = 'wardroom_app') $$;

-- What the principal of this transaction was allowed, as claimOf() of platform/access writes it.
create function platform.access() returns jsonb stable language sql as $$
  select coalesce(nullif(current_setting('wardroom.access', true), ''), '{"may": []}')::jsonb $$;

-- The identity of who acts; null for nobody.
create function platform.acting_person() returns text stable language sql as $$
  select platform.access() ->> 'person' $$;

-- Whether the principal may do something anywhere at all.
create function platform.may(module text, act text) returns boolean stable language sql as $$
  select exists (
    select from jsonb_array_elements(platform.access() -> 'may') as p where p ->> 0 = module and p ->> 1 = act) $$;

-- Whether the principal may do it there: the same rule as reaches() of platform/access, kept equal by a test.
create function platform.may_at(
  module text, act text, unit text, borough text default null, ward text default null, owner text default null,
  team text[] default null, shared_with text[] default null
) returns boolean stable language sql as $$
  select exists (
    select from jsonb_array_elements(platform.access() -> 'may') as p
    where p ->> 0 = module and p ->> 1 = act and case p ->> 2
      when 'everywhere' then true
      when 'own' then owner = platform.acting_person()
      when 'team' then owner = platform.acting_person() or platform.acting_person() = any (team)
      when 'shared' then p ->> 6 = any (shared_with)
      else p ->> 3 = unit
        and (p ->> 4 is null or p ->> 4 = borough)
        and (p ->> 5 is null or p ->> 5 = ward)
    end) $$;

-- Every place where the principal may do it by their role, as keys of module, unit, borough and ward: asked for once in a
-- statement, as `(select platform.places_for('read')) && platform.place_keys(…)`, it says the same as may_at() row by row.
create function platform.places_for(act text) returns text[] stable language sql as $$
  select coalesce(array_agg(case p ->> 2 when 'everywhere' then p ->> 0
      else concat(p ->> 0, E'\x1f', p ->> 3, E'\x1f', coalesce(p ->> 4, '*'), E'\x1f', coalesce(p ->> 5, '*')) end), '{}')
  from jsonb_array_elements(platform.access() -> 'may') as p
  where p ->> 1 = act and (p ->> 2 = 'everywhere' or (p ->> 2 not in ('own', 'team', 'shared') and p ->> 3 is not null)) $$;

-- The keys by which a place is reached; null where it leaves something unsaid, which overlaps nothing.
create function platform.place_keys(module text, unit text, borough text, ward text) returns text[] immutable language sql as $$
  select array[module, module || E'\x1f' || unit || E'\x1f*\x1f*', module || E'\x1f' || unit || E'\x1f' || borough || E'\x1f*',
    module || E'\x1f' || unit || E'\x1f*\x1f' || ward, module || E'\x1f' || unit || E'\x1f' || borough || E'\x1f' || ward] $$;

-- Public statistics: anyone reads them, who may import writes them.
do $$
declare
  each regclass;
begin
  grant usage on schema platform, geography, organisation, sources, measures, allocation to wardroom_app;
  grant usage on all sequences in schema sources, allocation to wardroom_app;
  foreach each in array array[
    'geography.boundary', 'geography.area_lookup', 'geography.police_neighbourhood',
    'sources.import', 'sources.lake_file', 'sources.lake_identity',
    'measures.series', 'measures.coverage', 'measures.given_up', 'measures.holding', 'measures.finding',
    'measures.harm_weight'
  ]::regclass[] loop
    execute format('grant select, insert, update, delete on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy anyone_reads on %s for select using (true)', each);
    execute format(
      'create policy importers_add on %s for insert with check ((select platform.may(''imports'', ''write'')))', each);
    execute format(
      'create policy importers_change on %s for update using ((select platform.may(''imports'', ''write'')))', each);
    execute format(
      'create policy importers_remove on %s for delete using ((select platform.may(''imports'', ''write'')))', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
  -- What Wardroom lays out by itself: reference areas, units, the published workforce.
  foreach each in array array[
    'geography.boundary_set', 'geography.area',
    'organisation.command_unit', 'organisation.unit_borough', 'organisation.budgeted_workforce', 'organisation.named_post'
  ]::regclass[] loop
    execute format('grant select on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy anyone_reads on %s for select using (true)', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
end $$;

-- When a migration ran says by which rules the rows before it were kept.
grant select on public.migration to wardroom_app;

-- Plans.
grant select, insert on allocation.plan to wardroom_app;
alter table allocation.plan enable row level security;
alter table allocation.plan force row level security;
create policy anyone_reads on allocation.plan for select using (true);
create policy planners_add on allocation.plan for insert
  with check (platform.may_at('allocation', 'approve', unit) or platform.is_wardroom());
create policy wardroom_itself on allocation.plan using ((select platform.is_wardroom()));

-- The audit is written by everyone who writes anything, and read by its auditors only.
grant insert on platform.audit to wardroom_app;
grant usage on all sequences in schema platform to wardroom_app;
alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy everyone_adds on platform.audit for insert with check (true);
create policy wardroom_itself on platform.audit using ((select platform.is_wardroom()));
