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
  if new.changed_at < old.changed_at or not allocation.acts_as(new.changed_by) then
    raise exception using errcode = 'check_violation', constraint = 'written_in_turn', schema = 'performance',
      table = tg_table_name, message = 'A claim is changed by who acts, after what was written before.';
  end if;
  return new;
end $$;
create trigger claim_changed_in_order before update on performance.claim
  for each row execute function performance.claim_changed_in_order();

-- What is kept of a version is what the row says, kept by who acts; and no version goes without.
create function performance.claim_kept_as_it_stands() returns trigger language plpgsql as $$
declare
  version integer;
  content jsonb;
begin
  if platform.is_wardroom() then return new; end if;
  select claim.version, jsonb_build_object('words', words, 'saidBy', said_by, 'saidOn', to_char(said_on, 'YYYY-MM-DD'),
      'document', document, 'kind', kind, 'binding', binding, 'vintage', vintage, 'withdrawnBecause', withdrawn_because)
    into version, content from performance.claim where id = new.claim;
  if new.version is distinct from version or new.content is distinct from content
    or not allocation.acts_as(new.changed_by) then
    raise exception using errcode = 'check_violation', constraint = 'kept_as_it_stands', schema = 'performance',
      table = tg_table_name, message = 'What is kept is the version that stands, by who acts.';
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

-- A standing is noted of the wording that stands, by who acts.
create function performance.standing_of_what_stands() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if not exists (select from performance.claim where id = new.claim and version = new.version)
    or not allocation.acts_as(new.noted_by) then
    raise exception using errcode = 'check_violation', constraint = 'standing_of_what_stands', schema = 'performance',
      table = tg_table_name, message = 'A standing is noted of the claim as it is worded now, by who acts.';
  end if;
  return new;
end $$;
create trigger standing_of_what_stands before insert on performance.claim_standing
  for each row execute function performance.standing_of_what_stands();

create function performance.claim_is_operational() returns trigger language plpgsql as $$
begin
  if not new.synthetic then perform platform.refuse_while_demonstration('a real claim'); end if;
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
create function performance.standings_in_public(asked bigint) returns table (state text, noted_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select claim_standing.state, claim_standing.noted_at from performance.claim_standing
    where claim_standing.claim = asked and exists (select from publication.snapshot
      where kind = 'performance.claim' and withdrawn_at is null and facets ->> 'claim' = asked::text
        and snapshot.in_force_from <= (now() at time zone 'Europe/London')::date)
    order by claim_standing.id;
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function performance.standings_in_public(bigint) from public;
grant execute on function performance.standings_in_public(bigint) to wardroom_app;

create policy noted_by_the_unit on performance.claim_standing for insert
  with check (exists (select from performance.claim where id = claim_standing.claim
    and unit = any ((select organisation.whole_units_for('performance', 'write'))::text[])));
