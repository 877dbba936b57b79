-- Claims made in public about crime and policing, what each is bound to, and how it stood whenever that changed.
-- Nothing of them is deleted, and every earlier wording is kept.

create table performance.claim (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- As it was said, or in our own short words where its source is quoted too long.
  words text not null check (words <> ''),
  said_by text not null check (said_by <> ''),
  -- Empty where its document bears no date.
  said_on date,
  -- Where it was said: document, page, meeting.
  document text not null check (document <> ''),
  kind text not null check (kind in ('percentage change', 'count', 'lower than a baseline', 'higher than a baseline', 'share',
    'narrative')),
  -- { measure, of, area, period, against, printed, counts }: what it is bound to; null of a narrative.
  binding jsonb,
  -- The vintage it was made on; null where it does not say.
  vintage text,
  synthetic boolean not null,
  entered_by text not null,
  entered_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because <> ''),
  version integer not null default 1 check (version >= 1),
  check ((kind = 'narrative') = (binding is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
-- A file of claims that is read twice enters each once.
create unique index one_standing_claim on performance.claim (unit, md5(document), md5(words)) where withdrawn_at is null;

create table performance.claim_revision (
  claim bigint not null references performance.claim,
  version integer not null,
  -- The claim's own columns as they then stood.
  content jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (claim, version)
);

-- How a claim stood by the figures then held, one row whenever that changed.
create table performance.claim_standing (
  id bigint generated always as identity primary key,
  claim bigint not null references performance.claim,
  -- The wording that was checked.
  version integer not null,
  state text not null check (state in ('supported', 'supported when made', 'supported today only', 'not supported',
    'cannot be checked')),
  -- { made, today, because }: the figures it was checked against, each with its vintage, and the sentence shown.
  found jsonb not null,
  noted_by text not null,
  noted_at timestamptz not null
);
create index claim_standing_of_claim on performance.claim_standing (claim, id);

create function performance.claim_changed_in_order() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if new.version <> old.version + 1 then
    raise exception using errcode = 'check_violation', constraint = 'changed_in_order', schema = 'performance',
      table = tg_table_name, message = 'A change makes the next version.';
  end if;
  if old.withdrawn_at is not null or (new.withdrawn_at is not null and (
      (new.words, new.said_by, new.said_on, new.document, new.kind, new.binding, new.vintage)
        is distinct from (old.words, old.said_by, old.said_on, old.document, old.kind, old.binding, old.vintage)
      or not allocation.acts_as(new.withdrawn_by))) then
    raise exception using errcode = 'check_violation', constraint = 'over_stays_over', schema = 'performance',
      table = tg_table_name, message = 'A claim is withdrawn once, in the name of who withdraws it, and stays as it was.';
  end if;
  if not allocation.acts_as(new.changed_by) then
    raise exception using errcode = 'check_violation', constraint = 'written_in_turn', schema = 'performance',
      table = tg_table_name, message = 'A claim is changed by who acts.';
  end if;
  new.changed_at := greatest(performance.moment(), old.changed_at);
  if new.withdrawn_at is not null then new.withdrawn_at := new.changed_at; end if;
  return new;
end $$;
create trigger claim_changed_in_order before update on performance.claim
  for each row execute function performance.claim_changed_in_order();

-- What is kept of a version is what the row says, by who acts and when; and no version goes without.
create function performance.claim_kept_as_it_stands() returns trigger language plpgsql as $$
declare
  kept_of performance.claim;
begin
  if platform.is_wardroom() then return new; end if;
  select * into kept_of from performance.claim where id = new.claim;
  if (new.version, new.changed_by, new.changed_at) is distinct from (kept_of.version, kept_of.changed_by, kept_of.changed_at)
    or new.content is distinct from jsonb_build_object('words', kept_of.words, 'saidBy', kept_of.said_by,
      'saidOn', to_char(kept_of.said_on, 'YYYY-MM-DD'), 'document', kept_of.document, 'kind', kept_of.kind, 'binding', kept_of.binding,
      'vintage', kept_of.vintage, 'withdrawnBecause', kept_of.withdrawn_because)
    or not allocation.acts_as(new.changed_by) then
    raise exception using errcode = 'check_violation', constraint = 'kept_as_it_stands', schema = 'performance',
      table = tg_table_name, message = 'What is kept is the version that stands, by who acts, and when it was written.';
  end if;
  return new;
end $$;
create trigger claim_kept_as_it_stands before insert on performance.claim_revision
  for each row execute function performance.claim_kept_as_it_stands();

create function performance.every_claim_version_is_kept() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() or exists (select from performance.claim_revision as kept
    where kept.claim = new.id and kept.version = new.version) then return new; end if;
  raise exception using errcode = 'check_violation', constraint = 'every_version_is_kept', schema = 'performance',
    table = tg_table_name, message = 'Every version is kept.';
end $$;
create constraint trigger every_claim_version_is_kept after insert or update on performance.claim
  deferrable initially deferred for each row execute function performance.every_claim_version_is_kept();

-- Figures of one vintage, as a claim is set against them: the days of both periods, and their counts.
create function performance.are_figures(found jsonb) returns boolean immutable language sql as $$
  select coalesce(jsonb_typeof(found) = 'object' and jsonb_typeof(found -> 'vintage') = 'string'
    and jsonb_typeof(found -> 'current') = 'number' and jsonb_typeof(found -> 'previous') in ('number', 'null')
    and jsonb_typeof(found -> 'days') = 'array' and jsonb_path_query_array(found, '$.days.type()') = '["array"]'
    and jsonb_path_query_array(found, '$.days[*].type()') = '["number", "number"]'
    and coalesce(found -> 'shares', 'true') = 'true', false) $$;

-- A standing is noted of the wording that stands, by who acts, after what was noted before. A state other than that it
-- cannot be checked was told by figures.
create function performance.standing_of_what_stands() returns trigger language plpgsql as $$
declare
  stands performance.claim;
begin
  if platform.is_wardroom() then return new; end if;
  select * into stands from performance.claim where id = new.claim and version = new.version and withdrawn_at is null;
  if stands.id is null or not allocation.acts_as(new.noted_by) then
    raise exception using errcode = 'check_violation', constraint = 'standing_of_what_stands', schema = 'performance',
      table = tg_table_name, message = 'A standing is noted of the claim as it is worded now, by who acts.';
  end if;
  select greatest(performance.moment(), stands.changed_at, max(noted_at)) into new.noted_at
    from performance.claim_standing where claim = new.claim;
  return new;
end $$;
create trigger standing_of_what_stands before insert on performance.claim_standing
  for each row execute function performance.standing_of_what_stands();
alter table performance.claim_standing add constraint found_by_figures check (
  coalesce(jsonb_typeof(found) = 'object' and jsonb_typeof(found -> 'because') = 'string'
    and (found -> 'made' = 'null' or performance.are_figures(found -> 'made'))
    and (performance.are_figures(found -> 'today') or (found -> 'today' = 'null' and state = 'cannot be checked')), false));

-- A claim begins as its first wording, in the name of who enters it.
create function performance.claim_is_operational() returns trigger language plpgsql as $$
begin
  perform performance.keep_made_up_apart(new.synthetic, 'a real claim');
  if platform.is_wardroom() then return new; end if;
  if new.version <> 1 or new.withdrawn_at is not null or not allocation.acts_as(new.entered_by)
    or new.changed_by is distinct from new.entered_by then
    raise exception using errcode = 'check_violation', constraint = 'entered_as_its_first', schema = 'performance',
      table = tg_table_name, message = 'A claim is entered as its first wording, in the name of who enters it.';
  end if;
  new.entered_at := performance.moment();
  new.changed_at := new.entered_at;
  return new;
end $$;
create trigger claim_is_operational before insert on performance.claim
  for each row execute function performance.claim_is_operational();

do $$
declare
  each regclass;
begin
  foreach each in array array['performance.claim', 'performance.claim_revision', 'performance.claim_standing']::regclass[] loop
    execute format('grant select, insert on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
end $$;
-- Whose it is, and whether it is made up, stay as they were laid down.
grant update (words, said_by, said_on, document, kind, binding, vintage, changed_by, changed_at, withdrawn_by, withdrawn_at,
  withdrawn_because, version) on performance.claim to wardroom_app;
grant usage on all sequences in schema performance to wardroom_app;

create policy seen_in_the_unit on performance.claim for select
  using (unit = any ((select organisation.units_for('performance', 'read'))::text[]));
create policy entered_by_the_unit on performance.claim for insert
  with check (unit = any ((select organisation.whole_units_for('performance', 'write'))::text[]));
create policy changed_by_the_unit on performance.claim for update
  using (unit = any ((select organisation.whole_units_for('performance', 'write'))::text[]));

create policy seen_with_the_claim on performance.claim_revision for select
  using (exists (select from performance.claim where id = claim_revision.claim));
create policy kept_with_a_change on performance.claim_revision for insert
  with check (exists (select from performance.claim where id = claim_revision.claim
    and unit = any ((select organisation.whole_units_for('performance', 'write'))::text[])));

create policy seen_with_the_claim on performance.claim_standing for select
  using (exists (select from performance.claim where id = claim_standing.claim));

-- How a published claim stood, and since when: to everybody. The figures it was checked against stay with who may read the
-- claim, since those that staff see are not all given out. The system setting lets its owner read through the policies, for
-- this one question.
create function performance.standings_in_public(asked bigint[]) returns table (claim bigint, state text, noted_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select standing.claim, standing.state, standing.noted_at from performance.claim_standing as standing
    where standing.claim = any (asked) and exists (select from publication.snapshot
      where kind = 'performance.claim' and withdrawn_at is null and facets ->> 'claim' = standing.claim::text
        and snapshot.in_force_from <= (now() at time zone 'Europe/London')::date)
    order by standing.id;
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function performance.standings_in_public(bigint[]) from public;
grant execute on function performance.standings_in_public(bigint[]) to wardroom_app;

create policy noted_by_the_unit on performance.claim_standing for insert
  with check (exists (select from performance.claim where id = claim_standing.claim
    and unit = any ((select organisation.whole_units_for('performance', 'write'))::text[])));
