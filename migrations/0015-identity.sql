-- Who works with Wardroom: people, how they prove who they are, their sessions, and the roles they hold.
-- See docs/decisions/0013-the-demonstration-keeps-to-itself.md and src/platform/identity/README.md.

create schema identity;
grant usage on schema identity to wardroom_app;

-- ---- The demonstration ----------------------------------------------------------------------------------------------

-- At most one row; none: not decided. Once off it is off for ever.
create table identity.demonstration (
  one boolean primary key default true check (one),
  state text not null check (state in ('on', 'off')),
  changed_at timestamptz not null default now(),
  changed_by text not null
);

-- Each operational record calls this before it is kept. While the demonstration is on it is refused; otherwise the
-- demonstration can never be switched on from here on.
create function platform.refuse_while_demonstration(what text) returns void language plpgsql
  security definer set search_path = pg_catalog as $$
declare
  found_state text;
begin
  -- Shared with other records, exclusive with switching on.
  perform pg_advisory_xact_lock_shared(20150, 1);
  select state into found_state from identity.demonstration;
  if found_state = 'on' then
    raise exception using errcode = 'WR001', message = format(
      'The demonstration is on, so %s cannot be kept here: end it first with "wardroom demonstration end".', what);
  end if;
  if found_state is null then
    insert into identity.demonstration (state, changed_by) values ('off', 'wardroom') on conflict do nothing;
  end if;
end $$;
revoke all on function platform.refuse_while_demonstration(text) from public;
grant execute on function platform.refuse_while_demonstration(text) to wardroom_app;

-- ---- People ---------------------------------------------------------------------------------------------------------

create table identity.person (
  id text primary key check (id ~ '^person:[0-9a-f]{16}$'),
  name text not null check (btrim(name) <> ''),
  -- Of ASCII only, so that capitals are folded alike wherever they are folded.
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and octet_length(email) = char_length(email)),
  organisation text,
  state text not null default 'invited' check (state in ('invited', 'active', 'disabled')),
  demonstration boolean not null default false,
  first_administrator boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint made_up_people_administer_nothing_real check (not (demonstration and first_administrator))
);
create unique index one_person_per_email on identity.person (lower(email collate "C"));
create unique index one_first_administrator on identity.person (first_administrator) where first_administrator;

-- A real person and the demonstration cannot be there together, whichever came first.
create function identity.keep_person_apart() returns trigger language plpgsql
  security definer set search_path = pg_catalog as $$
begin
  if not new.demonstration then
    perform platform.refuse_while_demonstration('a real person');
  elsif not exists (select from identity.demonstration where state = 'on') then
    raise exception using errcode = 'WR002', message = 'Made-up people are there only while the demonstration is on.';
  end if;
  return new;
end $$;
create trigger keep_person_apart before insert or update of demonstration on identity.person
  for each row execute function identity.keep_person_apart();

create function identity.keep_demonstration_apart() returns trigger language plpgsql
  security definer set search_path = pg_catalog as $$
begin
  if new.state <> 'on' then return new; end if;
  perform pg_advisory_xact_lock(20150, 1);
  if tg_op = 'UPDATE' and old.state = 'off' then
    raise exception using errcode = 'WR003', message = 'The demonstration was ended here, and cannot be switched on again.';
  end if;
  if exists (select from identity.person where not demonstration) then
    raise exception using errcode = 'WR004', message = 'Real people work here, so the demonstration cannot be switched on.';
  end if;
  return new;
end $$;
create trigger keep_demonstration_apart before insert or update on identity.demonstration
  for each row execute function identity.keep_demonstration_apart();

-- ---- How people prove who they are: nothing of it is ever readable by the role that Wardroom works as -------------

create table identity.credential (
  person text primary key references identity.person,
  hash text not null check (hash like '$argon2id$%'),
  changed_at timestamptz not null
);

create table identity.totp (
  person text primary key references identity.person,
  -- The secret, sealed with the key file of the data folder.
  sealed bytea not null,
  confirmed_at timestamptz,
  -- The last step whose code was used: neither it nor an earlier one is taken again.
  last_step bigint
);

create table identity.recovery_code (
  person text not null references identity.person,
  hash bytea not null,
  used_at timestamptz,
  primary key (person, hash)
);

create table identity.external_identity (
  issuer text not null,
  subject text not null,
  person text not null references identity.person,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  constraint one_subject_per_issuer_and_person unique (issuer, person)
);

create table identity.one_time_link (
  id text primary key check (id ~ '^link:[0-9a-f]{16}$'),
  hash bytea not null unique,
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'reset')),
  -- null: following the link makes the person.
  person text references identity.person,
  -- Where the first administrator's role is held.
  unit text,
  -- Whether it takes the second factor away too: only the owner of the data folder may make such a one.
  second_factor_too boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  check (person is not null or purpose = 'first-administrator'),
  check ((unit is not null) = (purpose = 'first-administrator'))
);

create table identity.session (
  id text primary key check (id ~ '^session:[0-9a-f]{16}$'),
  hash bytea not null unique,
  person text not null references identity.person,
  -- A half-signed-in session may only do what is still needed.
  stage text not null check (stage in ('full', 'second-factor', 'enrolment')),
  means text not null check (means in ('password', 'openid', 'demonstration')),
  browser text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  end_reason text
);
create index session_of_person on identity.session (person) where ended_at is null;

-- Failures counted by a keyed hash of the person, a browser of theirs, the network address, or an e-mail that nobody has;
-- shared by every process. Not whole numbers, where they are forgotten steadily.
create table identity.attempt (
  key bytea primary key,
  failures double precision not null,
  last_failed_at timestamptz not null,
  blocked_until timestamptz not null
);

-- What tells the key file that secrets are sealed with, so that a lost one is noticed before anybody signs in. One row.
create table identity.key_fingerprint (
  one boolean primary key default true check (one),
  fingerprint bytea not null,
  kept_at timestamptz not null
);

-- ---- Roles ----------------------------------------------------------------------------------------------------------

create table identity.role_grant (
  id text primary key check (id ~ '^grant:[0-9a-f]{16}$'),
  person text not null references identity.person,
  role text not null,
  unit text not null,
  borough text,
  ward text,
  organisation text,
  -- Whether the role may approve roles: as the permission matrix had it when it was proposed.
  may_approve boolean not null,
  from_date date not null,
  until_date date,
  proposed_by text not null,
  -- Who sat at the command line, "cli:NAME", in whoever's name they acted; null: a page.
  proposed_through text,
  proposed_at timestamptz not null,
  approved_by text,
  approved_through text,
  approved_at timestamptz,
  alone boolean not null default false,
  ended_by text,
  ended_at timestamptz,
  end_reason text,
  constraint a_ward_lies_in_a_borough check (ward is null or borough is not null),
  constraint until_after_from check (until_date >= from_date),
  constraint approved_by_somebody check ((approved_by is null) = (approved_at is null)),
  constraint ended_by_somebody check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
  constraint alone_is_approved check (not alone or approved_at is not null),
  constraint not_approved_by_its_proposer check (alone or approved_by is distinct from proposed_by),
  constraint not_approved_at_the_same_keyboard check (alone or coalesce(approved_through <> proposed_through, true)),
  constraint not_approved_by_its_holder check (alone or approved_by is distinct from person)
);
create index role_grant_of_person on identity.role_grant (person);

-- Whether a grant lets its holder approve roles on a day.
create function identity.approves_on(granted identity.role_grant, day date) returns boolean immutable language sql as $$
  select granted.may_approve and granted.approved_at is not null and granted.ended_at is null
    and granted.from_date <= day and (granted.until_date is null or granted.until_date >= day) $$;

-- Whether a real person was ever approved for a role, or for one that approves; leaving out one person.
create function identity.any_approved(approving boolean, but_for text) returns boolean stable language sql as $$
  select exists (
    select from identity.role_grant as g join identity.person as p on p.id = g.person
    where not p.demonstration and g.approved_at is not null and (g.may_approve or not approving)
      and g.person is distinct from but_for) $$;

-- Whether a person has signed in as nobody but themselves could: with a second factor of their own, or at a provider.
create function identity.is_proven(whom text) returns boolean stable language sql
  security definer set search_path = pg_catalog as $$
  select (platform.may('users', 'read') or coalesce(current_setting('wardroom.system', true), '') = 'on')
    and exists (select from identity.person where id = whom and state = 'active')
    and (exists (select from identity.totp where person = whom and confirmed_at is not null)
      or exists (select from identity.external_identity where person = whom)) $$;
revoke all on function identity.is_proven(text) from public;
grant execute on function identity.is_proven(text) to wardroom_app;

-- The two-person rule, whoever writes: services check it first and say it in words.
create function identity.check_role_grant() returns trigger language plpgsql as $$
declare
  day date;
  made_up boolean;
  -- Given by Wardroom itself: to the first administrator, or to made-up people.
  founding boolean;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.person, new.role, new.unit, new.borough, new.ward, new.organisation, new.may_approve, new.from_date,
        new.until_date, new.proposed_by, new.proposed_through, new.proposed_at)
      is distinct from (old.id, old.person, old.role, old.unit, old.borough, old.ward, old.organisation, old.may_approve,
        old.from_date, old.until_date, old.proposed_by, old.proposed_through, old.proposed_at) then
      raise exception using errcode = 'WR010', message = 'What was proposed stays as it was proposed.';
    end if;
    if old.approved_at is not null and (new.approved_at, new.approved_by, new.approved_through, new.alone)
      is distinct from (old.approved_at, old.approved_by, old.approved_through, old.alone) then
      raise exception using errcode = 'WR011', message = 'A role is approved once.';
    end if;
    if old.ended_at is not null and new is distinct from old then
      raise exception using errcode = 'WR012', message = 'A role that has ended stays as it ended.';
    end if;
  end if;
  if new.approved_at is null or (tg_op = 'UPDATE' and old.approved_at is not null) then return new; end if;
  -- One approval after another, or two could each find themselves alone.
  perform pg_advisory_xact_lock(20150, 2);
  day := (new.approved_at at time zone 'Europe/London')::date;
  select demonstration into made_up from identity.person where id = new.person;
  if not platform.is_wardroom() and platform.acting_person() is distinct from new.approved_by
    and not (new.alone and platform.acting_person() is null) then
    raise exception using errcode = 'WR013', message = 'A role is approved by who acts, in no other name.';
  end if;
  founding := new.alone and platform.is_wardroom() and new.proposed_by = 'wardroom';
  if not made_up and not founding and not identity.is_proven(new.person) then
    raise exception using errcode = 'WR018',
      message = 'A role is approved for somebody who has signed in with a second factor, or at their provider.';
  end if;
  if new.alone and not founding and (new.person = new.approved_by or new.role not in ('command', 'administrator')) then
    raise exception using errcode = 'WR019', message = 'Alone one lets in a second person only, who approves the rest.';
  end if;
  if not new.alone then
    if not exists (select from identity.role_grant as g where g.person = new.approved_by and identity.approves_on(g, day)) then
      raise exception using errcode = 'WR014', message = 'A role is approved by somebody who may approve roles.';
    end if;
  elsif founding then
    if not made_up and (
      identity.any_approved(false, null)
      or not exists (select from identity.person where id = new.person and first_administrator)) then
      raise exception using errcode = 'WR015', message = 'Wardroom itself gives a role to the first administrator only.';
    end if;
  elsif exists (select from identity.person where id = new.approved_by and first_administrator and state = 'active') then
    if identity.any_approved(true, new.approved_by) then
      raise exception using errcode = 'WR016', message = 'A second person may approve roles: ask them.';
    end if;
  elsif new.approved_by not like 'cli:%'
    or not identity.any_approved(true, null)
    or exists (select from identity.role_grant as g join identity.person as p on p.id = g.person
      where p.state = 'active' and identity.approves_on(g, day)) then
    raise exception using errcode = 'WR017', message = 'A role is approved by a second person.';
  end if;
  return new;
end $$;
create trigger check_role_grant before insert or update on identity.role_grant
  for each row execute function identity.check_role_grant();

-- ---- Who sees and changes what ------------------------------------------------------------------------------------

do $$
declare
  each regclass;
begin
  foreach each in array array[
    'identity.demonstration', 'identity.person', 'identity.credential', 'identity.totp', 'identity.recovery_code',
    'identity.external_identity', 'identity.key_fingerprint', 'identity.one_time_link', 'identity.session', 'identity.attempt', 'identity.role_grant'
  ]::regclass[] loop
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
end $$;

grant select, insert, update on identity.demonstration to wardroom_app;
create policy anyone_reads on identity.demonstration for select using (true);
create policy keepers_end on identity.demonstration for insert
  with check (state = 'off' and (select platform.may('users', 'approve')));
create policy keepers_end_it on identity.demonstration for update
  using ((select platform.may('users', 'approve'))) with check (state = 'off');

grant select, insert on identity.person to wardroom_app;
grant update (name, email, organisation, state, version) on identity.person to wardroom_app;
create policy oneself_and_keepers_read on identity.person for select
  using (id = (select platform.acting_person()) or (select platform.may('users', 'read')));
create policy keepers_add on identity.person for insert with check ((select platform.may('users', 'write')));
create policy keepers_change on identity.person for update using ((select platform.may('users', 'write')));

grant select, insert on identity.role_grant to wardroom_app;
grant update (approved_by, approved_through, approved_at, alone, ended_by, ended_at, end_reason) on identity.role_grant to wardroom_app;
create policy oneself_and_keepers_read on identity.role_grant for select
  using (person = (select platform.acting_person()) or (select platform.may('users', 'read')));
create policy keepers_propose on identity.role_grant for insert
  with check ((select platform.may('users', 'write')) and approved_at is null and ended_at is null);
create policy keepers_change on identity.role_grant for update
  using ((select platform.may('users', 'write')) or (select platform.may('users', 'approve')));

-- A session or a link is seen without its hash.
grant select (id, person, stage, means, browser, started_at, last_seen_at, expires_at, second_factor_at, ended_at, ended_by,
  end_reason), update (ended_at, ended_by, end_reason) on identity.session to wardroom_app;
create policy oneself_and_keepers_read on identity.session for select
  using (person = (select platform.acting_person()) or (select platform.may('users', 'read')));
create policy oneself_and_keepers_end on identity.session for update
  using (person = (select platform.acting_person()) or (select platform.may('users', 'write')));

grant insert, select (id, purpose, person, unit, second_factor_too, made_by, made_at, expires_at, used_at, ended_at), update (ended_at)
  on identity.one_time_link to wardroom_app;
create policy keepers_read on identity.one_time_link for select using ((select platform.may('users', 'read')));
create policy keepers_make on identity.one_time_link for insert with check ((select platform.may('users', 'write')));
create policy keepers_end on identity.one_time_link for update using ((select platform.may('users', 'write')));

-- Names of those whom records speak of, for anybody signed in; never their addresses.
create function identity.names_of(ids text[]) returns table (id text, name text) stable language sql
  security definer set search_path = pg_catalog as $$
  select person.id, person.name from identity.person
  where person.id = any (ids) and (platform.acting_person() is not null or platform.may('users', 'read')) $$;
revoke all on function identity.names_of(text[]) from public;
grant execute on function identity.names_of(text[]) to wardroom_app;

-- Whether a person has set a second factor up here: a link that leaves it in place is safe for them only.
create function identity.holds_second_factor(whom text) returns boolean stable language sql
  security definer set search_path = pg_catalog as $$
  select platform.may('users', 'write') and exists (
    select from identity.totp where totp.person = whom and confirmed_at is not null) $$;
revoke all on function identity.holds_second_factor(text) from public;
grant execute on function identity.holds_second_factor(text) to wardroom_app;
