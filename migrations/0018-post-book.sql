-- The post book: posts, officers, postings, and what is shared, on any date. Days are ranges [first, day after the last).
-- See docs/decisions/0016-a-book-of-dated-rows.md.

-- The keys of every place that something touches which may lie in several boroughs and wards.
create function organisation.keys_of(module text, unit text, boroughs text[], wards text[]) returns text[] immutable language sql as $$
  select array_agg(distinct key) from unnest(coalesce(nullif(boroughs, '{}'), array[null::text])) as borough
  cross join unnest(coalesce(nullif(wards, '{}'), array[null::text])) as ward
  cross join unnest(platform.place_keys(module, unit, borough, ward)) as key $$;

-- The units that the principal may do it in all of: what platform.may_at() says of each, asked once in a statement.
create function organisation.whole_units_for(module text, act text) returns text[] stable language sql as $$
  select coalesce(array_agg(name), '{}') from organisation.command_unit where platform.may_at(module, act, name) $$;

-- The units in which the principal may do it anywhere at all: all of them for who may do it everywhere.
create function organisation.units_for(module text, act text) returns text[] stable language sql as $$
  select coalesce(array_agg(name), '{}') from organisation.command_unit
  where exists (
    select from jsonb_array_elements(platform.access() -> 'may') as p
    where p ->> 0 = module and p ->> 1 = act and (p ->> 2 = 'everywhere' or p ->> 3 = name)) $$;

-- ---- Units ------------------------------------------------------------------------------------------------------------

-- The order in which they were laid out: pages that show one unit show the first, whatever others are called.
alter table organisation.command_unit add column laid_out bigint generated always as identity;

-- Where it is known of each borough apart; else the unit's source is its boroughs'.
alter table organisation.unit_borough add column source text;

-- A borough belongs to one unit on a day: with two, roles of both would reach it. A range of one text, since a text alone
-- cannot be excluded without an extension.
create type organisation.code_range as range (subtype = text, collation = "C");
alter table organisation.unit_borough
  add constraint unit_borough_has_time check (in_force_until > in_force_from),
  add constraint borough_in_one_unit exclude using gist (
    organisation.code_range(borough_code, borough_code, '[]') with &&, daterange(in_force_from, in_force_until) with &&);

-- Who may write postings everywhere lays units out: a borough more widens what every role in its unit reaches.
grant insert, update on organisation.command_unit, organisation.unit_borough to wardroom_app;
create policy laid_out_by_who_writes_everywhere on organisation.command_unit for insert
  with check ((select platform.may_at('postings', 'write', null)));
create policy changed_by_who_writes_everywhere on organisation.command_unit for update
  using ((select platform.may_at('postings', 'write', null)));
create policy laid_out_by_who_writes_everywhere on organisation.unit_borough for insert
  with check ((select platform.may_at('postings', 'write', null)));
create policy changed_by_who_writes_everywhere on organisation.unit_borough for update
  using ((select platform.may_at('postings', 'write', null)));

-- ---- Establishment: what there should be ----------------------------------------------------------------------------

create table organisation.cluster (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  borough_code text not null,
  name text not null,
  boundary_version text not null,
  ward_codes text[] not null check (cardinality(ward_codes) > 0),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  source text not null default '',
  synthetic boolean not null default false
);
create unique index cluster_once on organisation.cluster (unit, name, (lower(during)), synthetic);

-- A seat for one person, filled or not: never more than one full-time equivalent.
create table organisation.post (
  id bigint generated always as identity primary key,
  reference text not null,
  unit text not null references organisation.command_unit,
  title text not null,
  rank text not null,
  strand text not null,
  team text,
  -- ward: in a ward team, though its ward may not be decided yet; pan-borough; leadership.
  duty text not null check (duty in ('ward', 'pan-borough', 'leadership')),
  full_time_equivalents numeric(4, 3) not null check (full_time_equivalents > 0 and full_time_equivalents <= 1),
  -- Whole or in part: organisation.post_share says how much of it is whose.
  borough_codes text[] not null default '{}',
  ward_codes text[] not null default '{}' check (cardinality(ward_codes) <= 2),
  boundary_version text,
  -- A ward post is part of the floor that every ward is promised, or an extra above it.
  ward_class text check (ward_class in ('floor', 'extra')),
  leads_borough text,
  leads_strand text,
  funded_by text,
  funded_until date,
  -- The unit or service that gave the post up, such as "Sexual Offences command".
  moved_from text,
  expected_filled date,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  source text not null default '',
  synthetic boolean not null default false,
  version integer not null default 1 check (version >= 1),
  -- Where it is, as platform.places_for() names places: kept, since row security compares it for every row that is read,
  -- and making it anew each time took most of the reading.
  postings_keys text[] not null generated always as (organisation.keys_of('postings', unit, borough_codes, ward_codes)) stored,
  duties_keys text[] not null generated always as (organisation.keys_of('duties', unit, borough_codes, ward_codes)) stored,
  constraint wards_have_a_boundary_version check (cardinality(ward_codes) = 0 or boundary_version is not null),
  constraint only_ward_posts_have_wards check (duty = 'ward' or (cardinality(ward_codes) = 0 and ward_class is null)),
  unique (unit, reference)
);

-- The part of a post that each borough has: the parts never come to more than the whole of it.
create table organisation.post_share (
  post bigint not null references organisation.post on delete cascade,
  borough_code text not null,
  fraction numeric(4, 3) not null,
  during daterange not null,
  primary key (post, borough_code)
);

-- Posts that a budget pays for, by rank and year.
create table organisation.budget (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  borough_code text not null,
  year text not null,
  rank text not null,
  full_time_equivalents numeric(7, 3) not null check (full_time_equivalents >= 0),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  source text not null default '',
  synthetic boolean not null default false,
  unique (unit, borough_code, year, rank, synthetic)
);

-- A named change of the establishment, such as the uplift of public protection: which posts it is about, by what they have
-- in common; null for any.
create table organisation.establishment_change (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  reference text not null,
  title text not null,
  begins date not null,
  completes date not null check (completes >= begins),
  borough_code text,
  strand text,
  team text,
  rank text,
  promised numeric(7, 3),
  source text not null default '',
  synthetic boolean not null default false,
  unique (unit, reference)
);

-- What wards had under an allocation of before, handed over as numbers.
create table organisation.earlier_allocation (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  name text not null,
  as_at date not null,
  boundary_version text not null,
  ward_code text not null,
  officers integer not null check (officers >= 0),
  pcsos integer not null check (pcsos >= 0),
  source text not null default '',
  synthetic boolean not null default false,
  unique (unit, name, as_at, ward_code)
);

-- ---- Strength: who there is -----------------------------------------------------------------------------------------

create table organisation.officer (
  id bigint generated always as identity primary key,
  -- Warrant or staff number.
  reference text not null,
  unit text not null references organisation.command_unit,
  name text not null,
  synthetic boolean not null default false,
  version integer not null default 1 check (version >= 1),
  unique (unit, reference)
);

create table organisation.officer_rank (
  officer bigint not null references organisation.officer on delete cascade,
  rank text not null,
  during daterange not null
);
create index rank_of_officer on organisation.officer_rank (officer);

create table organisation.posting (
  id bigint generated always as identity primary key,
  officer bigint not null references organisation.officer,
  post bigint not null references organisation.post,
  fraction numeric(4, 3) not null,
  during daterange not null,
  kind text not null check (kind in ('posting', 'rotation', 'acting')),
  -- Last day of a rotation: the officer goes back on the next.
  returns_on date,
  -- The unit or borough the officer came from, for a transfer.
  from_unit text,
  version integer not null default 1 check (version >= 1),
  constraint a_rotation_has_an_end check (kind <> 'rotation' or returns_on is not null)
);
create unique index posting_once on organisation.posting (officer, post, (lower(during)));
create index posting_of_post on organisation.posting (post);

-- Posted but not, or not fully, deployable. No reason beyond the kind is kept: it is nobody's business here.
create table organisation.absence (
  id bigint generated always as identity primary key,
  officer bigint not null references organisation.officer,
  kind text not null check (kind in ('absent', 'adjusted-duties')),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  version integer not null default 1 check (version >= 1)
);
create unique index absence_once on organisation.absence (officer, kind, (lower(during)));

-- ---- Skills ---------------------------------------------------------------------------------------------------------

create table organisation.course (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  reference text not null,
  title text not null,
  -- Of whom it is required; empty: of nobody, a skill one may hold. Ranks and teams are both matched where both are named.
  required_of_ranks text[] not null default '{}',
  required_of_teams text[] not null default '{}',
  required_of_everyone boolean not null default false,
  valid_months integer check (valid_months > 0),
  -- Null: our own trainers. Otherwise who trains, such as "Camden Council VAWG Team".
  external_trainer text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  synthetic boolean not null default false,
  unique (unit, reference)
);

create table organisation.training (
  id bigint generated always as identity primary key,
  officer bigint not null references organisation.officer,
  course bigint not null references organisation.course,
  completed_on date not null,
  -- Null: it does not expire.
  expires_on date check (expires_on > completed_on),
  unique (officer, course, completed_on)
);

-- ---- Shared buildings, vehicles and technology ----------------------------------------------------------------------

create table organisation.asset (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  reference text not null,
  kind text not null check (kind in ('building', 'vehicle', 'technology')),
  name text not null,
  -- Where it is kept; it is shared by the whole unit all the same.
  borough_code text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  synthetic boolean not null default false,
  version integer not null default 1 check (version >= 1),
  unique (unit, reference)
);

create table organisation.booking (
  id bigint generated always as identity primary key,
  asset bigint not null references organisation.asset,
  -- For whose policing it is used.
  borough_code text not null,
  during tstzrange not null,
  purpose text not null,
  booked_by text not null,
  booked_at timestamptz not null,
  version integer not null default 1 check (version >= 1)
);

-- ---- What was written when ------------------------------------------------------------------------------------------

create table organisation.book_import (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  name text not null,
  synthetic boolean not null,
  imported_at timestamptz not null,
  imported_by text not null,
  -- Kind of row → { added, changed, unchanged }.
  counts jsonb not null,
  files jsonb not null
);

-- Every row of the book before and after it was changed: nothing anybody wrote is lost.
create table organisation.book_revision (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- As in the name of its file: "posts".
  kind text not null,
  reference text not null,
  before jsonb,
  after jsonb,
  book_import bigint references organisation.book_import,
  changed_by text not null,
  changed_at timestamptz not null
);
create index book_revision_of on organisation.book_revision (unit, kind, reference, id);

-- ---- What never may be, whoever writes --------------------------------------------------------------------------------
-- From noDoubleBooking() and sumNeverAbove() of platform/concurrency; a test keeps them equal.

alter table organisation.posting
  add constraint no_officer_is_posted_above_one_counts check (
    officer is not null and during is not null and fraction is not null and fraction > 0 and not isempty(during)
    and (lower_inc(during) or lower_inf(during)) and not upper_inc(during));
create index no_officer_is_posted_above_one_rows on organisation.posting (officer);
create function organisation.no_officer_is_posted_above_one() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  starts text;
  comes_to text;
begin
  -- Another isolation level would keep showing what was there before the lock was waited for.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'feature_not_supported',
      message = format('%I is written in read committed transactions only', tg_table_name);
  end if;
  perform set_config('wardroom.system', 'on', true);
  perform 1 from organisation.officer where id = new.officer for no key update;
  with row_of_parent as (
    select during as during, fraction as amount from organisation.posting where officer = new.officer and during && new.during
  ), beginning as (
    select distinct during * new.during as rest from row_of_parent
  )
  select lower(b.rest)::text, sum(r.amount)::text into starts, comes_to
  from beginning as b join row_of_parent as r
    on r.during @> lower(b.rest) or (lower_inf(b.rest) and lower_inf(r.during))
  group by b.rest having sum(r.amount) > 1.0
  order by lower(b.rest) nulls first limit 1;
  if found then
    raise exception using errcode = 'check_violation', constraint = 'no_officer_is_posted_above_one', table = tg_table_name, schema = tg_table_schema,
      message = format('%s of %s %s comes to %s', 'fraction', 'officer', new.officer, comes_to),
      detail = json_build_object('from', starts, 'sum', comes_to);
  end if;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create constraint trigger no_officer_is_posted_above_one after insert or update of officer, fraction, during on organisation.posting
  deferrable initially immediate for each row execute function organisation.no_officer_is_posted_above_one();

alter table organisation.post_share
  add constraint no_post_is_shared_above_one_counts check (
    post is not null and during is not null and fraction is not null and fraction > 0 and not isempty(during)
    and (lower_inc(during) or lower_inf(during)) and not upper_inc(during));
create index no_post_is_shared_above_one_rows on organisation.post_share (post);
create function organisation.no_post_is_shared_above_one() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  starts text;
  comes_to text;
begin
  -- Another isolation level would keep showing what was there before the lock was waited for.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'feature_not_supported',
      message = format('%I is written in read committed transactions only', tg_table_name);
  end if;
  perform set_config('wardroom.system', 'on', true);
  perform 1 from organisation.post where id = new.post for no key update;
  with row_of_parent as (
    select during as during, fraction as amount from organisation.post_share where post = new.post and during && new.during
  ), beginning as (
    select distinct during * new.during as rest from row_of_parent
  )
  select lower(b.rest)::text, sum(r.amount)::text into starts, comes_to
  from beginning as b join row_of_parent as r
    on r.during @> lower(b.rest) or (lower_inf(b.rest) and lower_inf(r.during))
  group by b.rest having sum(r.amount) > 1.0
  order by lower(b.rest) nulls first limit 1;
  if found then
    raise exception using errcode = 'check_violation', constraint = 'no_post_is_shared_above_one', table = tg_table_name, schema = tg_table_schema,
      message = format('%s of %s %s comes to %s', 'fraction', 'post', new.post, comes_to),
      detail = json_build_object('from', starts, 'sum', comes_to);
  end if;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create constraint trigger no_post_is_shared_above_one after insert or update of post, fraction, during on organisation.post_share
  deferrable initially immediate for each row execute function organisation.no_post_is_shared_above_one();

alter table organisation.officer_rank
  add constraint one_rank_at_a_time
    exclude using gist (int8range(officer, officer, '[]') with &&, during with &&),
  add constraint one_rank_at_a_time_has_time
    check (officer is not null and not isempty(during) and during is not null);
create function organisation.one_rank_at_a_time_queue() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  -- Another isolation level would keep showing what was there before the lock was waited for.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'feature_not_supported',
      message = format('%I is written in read committed transactions only', tg_table_name);
  end if;
  perform set_config('wardroom.system', 'on', true);
  perform 1 from organisation.officer where id = new.officer for no key update;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create trigger one_rank_at_a_time_queue before insert or update of officer, during on organisation.officer_rank
  for each row execute function organisation.one_rank_at_a_time_queue();

alter table organisation.booking
  add constraint bookings_never_overlap
    exclude using gist (int8range(asset, asset, '[]') with &&, during with &&),
  add constraint bookings_never_overlap_has_time
    check (asset is not null and not isempty(during) and during is not null);
create function organisation.bookings_never_overlap_queue() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  -- Another isolation level would keep showing what was there before the lock was waited for.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'feature_not_supported',
      message = format('%I is written in read committed transactions only', tg_table_name);
  end if;
  perform set_config('wardroom.system', 'on', true);
  perform 1 from organisation.asset where id = new.asset for no key update;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create trigger bookings_never_overlap_queue before insert or update of asset, during on organisation.booking
  for each row execute function organisation.bookings_never_overlap_queue();


-- A posting lies within its post's days: a ward post ends with its ward set, and so does every posting to it.
create function organisation.posting_within_its_post() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  of_post daterange;
begin
  select during into of_post from organisation.post where id = new.post;
  if not of_post @> new.during then
    raise exception using errcode = 'check_violation', constraint = 'posting_within_its_post', table = 'posting',
      schema = 'organisation', message = 'A posting lies outside the days of its post.',
      detail = json_build_object('from', lower(of_post), 'until', upper(of_post));
  end if;
  return new;
end $$;
create trigger posting_within_its_post before insert or update of post, during on organisation.posting
  for each row execute function organisation.posting_within_its_post();

-- And a post keeps its postings within its days. An import asks at the end, since it writes posts before postings.
create function organisation.post_around_its_postings() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  outside daterange;
begin
  perform set_config('wardroom.system', 'on', true);
  select posting.during into outside from organisation.posting join organisation.post on post.id = posting.post
    where post.id = new.id and not post.during @> posting.during limit 1;
  perform set_config('wardroom.system', before, true);
  if outside is not null then
    raise exception using errcode = 'check_violation', constraint = 'posting_within_its_post', table = 'post',
      schema = 'organisation', message = 'A posting lies outside the days of its post.',
      detail = json_build_object('from', lower(outside), 'until', upper(outside));
  end if;
  return new;
end $$;
create constraint trigger post_around_its_postings after update of during on organisation.post
  deferrable initially immediate for each row execute function organisation.post_around_its_postings();

-- No row of a real book is kept while the demonstration is on, which it would put aside; from then on it never can be on.
create function organisation.is_an_operational_record() returns trigger language plpgsql as $$
begin
  if not new.synthetic then perform platform.refuse_while_demonstration(tg_argv[0]); end if;
  return new;
end $$;
do $$
declare
  each text;
begin
  foreach each in array array[
    'cluster', 'post', 'budget', 'establishment_change', 'earlier_allocation', 'course', 'asset'
  ] loop
    execute format('create trigger is_an_operational_record before insert or update of synthetic on organisation.%I
      for each row execute function organisation.is_an_operational_record(''a real post book'')', each);
  end loop;
end $$;
create trigger is_an_operational_record before insert or update of synthetic on organisation.officer
  for each row execute function organisation.is_an_operational_record('an officer');

-- A real book takes the place of a unit's made-up one: all of it goes, with what hangs on it, so that no made-up posting or
-- absence becomes a real person's. Whoever writes the whole unit takes it out, absences as well, which they may not read.
-- Returns those absences, so that the history keeps them as it keeps the rest.
create function organisation.take_out_made_up_book(of_unit text)
  returns table (officer text, kind text, "from" text, until text) language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  if not platform.may_at('postings', 'write', of_unit) then
    raise exception using errcode = 'insufficient_privilege', message = 'The made-up book is not yours to take out.';
  end if;
  perform set_config('wardroom.system', 'on', true);
  delete from organisation.booking where asset in (select id from organisation.asset where unit = of_unit and synthetic);
  delete from organisation.posting using organisation.officer, organisation.post
    where officer.id = posting.officer and post.id = posting.post and post.unit = of_unit
      and (officer.synthetic or post.synthetic);
  delete from organisation.training using organisation.officer, organisation.course
    where officer.id = training.officer and course.id = training.course and officer.unit = of_unit
      and (officer.synthetic or course.synthetic);
  return query
    with gone as (
      delete from organisation.absence using organisation.officer
      where officer.id = absence.officer and officer.unit = of_unit and officer.synthetic
      returning officer.reference, absence.kind, lower(absence.during) as first, upper(absence.during) as after_last
    )
    select gone.reference, gone.kind, to_char(gone.first, 'YYYY-MM-DD'), to_char(gone.after_last, 'YYYY-MM-DD') from gone
    order by 1, 3, 2;
  delete from organisation.officer where unit = of_unit and synthetic;
  delete from organisation.post where unit = of_unit and synthetic;
  delete from organisation.course where unit = of_unit and synthetic;
  delete from organisation.asset where unit = of_unit and synthetic;
  delete from organisation.cluster where unit = of_unit and synthetic;
  delete from organisation.budget where unit = of_unit and synthetic;
  delete from organisation.establishment_change where unit = of_unit and synthetic;
  delete from organisation.earlier_allocation where unit = of_unit and synthetic;
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function organisation.take_out_made_up_book(text) from public;
grant execute on function organisation.take_out_made_up_book(text) to wardroom_app;

-- ---- Who may see and change it --------------------------------------------------------------------------------------

-- What belongs to a unit as a whole.
do $$
declare
  each regclass;
begin
  foreach each in array array[
    'organisation.cluster', 'organisation.budget', 'organisation.establishment_change', 'organisation.earlier_allocation',
    'organisation.course', 'organisation.asset', 'organisation.book_import', 'organisation.book_revision'
  ]::regclass[] loop
    execute format('grant select, insert on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
  -- Anyone with a role in the unit's postings sees how it is laid out, wherever in it the role is held.
  foreach each in array array[
    'organisation.cluster', 'organisation.budget', 'organisation.establishment_change', 'organisation.earlier_allocation',
    'organisation.course', 'organisation.asset'
  ]::regclass[] loop
    execute format('grant update on %s to wardroom_app', each);
    execute format('create policy seen_in_the_unit on %s for select using (unit = any ((select organisation.units_for(''postings'', ''read''))::text[]))', each);
    execute format('create policy added_by_writers on %s for insert with check (unit = any ((select organisation.whole_units_for(''postings'', ''write''))::text[]))', each);
    execute format('create policy changed_by_writers on %s for update using (unit = any ((select organisation.whole_units_for(''postings'', ''write''))::text[]))', each);
  end loop;
end $$;

-- The history is read by who reads the whole unit, and written with each change.
create policy read_by_the_unit on organisation.book_import for select using (unit = any ((select organisation.whole_units_for('postings', 'read'))::text[]));
create policy added_with_an_import on organisation.book_import for insert with check (unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]));
-- The history of absences is a record of duties, as they are.
create policy read_by_the_unit on organisation.book_revision for select using (unit = any ((select organisation.whole_units_for('postings', 'read'))::text[])
  and (kind <> 'absences' or unit = any ((select organisation.whole_units_for('duties', 'read'))::text[])));
create policy added_with_a_change on organisation.book_revision for insert
  with check (unit = any ((select organisation.units_for('postings', 'write'))::text[])
    or unit = any ((select organisation.units_for('duties', 'write'))::text[]));

-- Posts by where they are; what hangs on a post goes with it, and an officer with their postings.
grant select, insert, update on organisation.post, organisation.officer, organisation.posting, organisation.absence,
  organisation.booking to wardroom_app;
grant select, insert, update, delete on organisation.post_share, organisation.officer_rank, organisation.training to wardroom_app;
grant delete on organisation.posting, organisation.absence, organisation.booking to wardroom_app;
grant usage on all sequences in schema organisation to wardroom_app;
do $$
declare
  each regclass;
begin
  foreach each in array array[
    'organisation.post', 'organisation.post_share', 'organisation.officer', 'organisation.officer_rank', 'organisation.posting',
    'organisation.absence', 'organisation.training', 'organisation.booking'
  ]::regclass[] loop
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
end $$;

create policy seen_where_it_is on organisation.post for select using (
  (select platform.places_for('read')) && postings_keys);
create policy added_where_it_is on organisation.post for insert with check (
  (select platform.places_for('write')) && postings_keys);
create policy changed_where_it_is on organisation.post for update using (
  (select platform.places_for('write')) && postings_keys);

-- A policy for every command would be asked of each row that is read, and this one looks the post up: of 3,000 postings
-- that took nine tenths of the reading. So those for writing are for writing alone; who may write may read.
create policy seen_with_its_post on organisation.post_share for select using (
  exists (select from organisation.post where id = post_share.post));
create policy added_with_its_post on organisation.post_share for insert with check (
  exists (select from organisation.post where id = post_share.post
    and (select platform.places_for('write')) && postings_keys));
create policy changed_with_its_post on organisation.post_share for update using (
  exists (select from organisation.post where id = post_share.post
    and (select platform.places_for('write')) && postings_keys));
create policy deleted_with_its_post on organisation.post_share for delete using (
  exists (select from organisation.post where id = post_share.post
    and (select platform.places_for('write')) && postings_keys));

create policy seen_with_its_post on organisation.posting for select using (
  exists (select from organisation.post where id = posting.post));
create policy added_at_its_post on organisation.posting for insert with check (
  exists (select from organisation.post where id = posting.post
    and (select platform.places_for('write')) && postings_keys));
create policy changed_at_its_post on organisation.posting for update using (
  exists (select from organisation.post where id = posting.post
    and (select platform.places_for('write')) && postings_keys));
create policy deleted_at_its_post on organisation.posting for delete using (
  exists (select from organisation.post where id = posting.post
    and (select platform.places_for('write')) && postings_keys));

-- Who reads the unit sees all its officers; everybody else those posted where they may look.
create policy seen_in_the_unit_or_by_posting on organisation.officer for select using (
  unit = any ((select organisation.whole_units_for('postings', 'read'))::text[]) or exists (select from organisation.posting where officer = officer.id));
create policy added_by_writers on organisation.officer for insert with check (
  unit = any ((select organisation.units_for('postings', 'write'))::text[]));
create policy changed_by_the_unit on organisation.officer for update using (unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]));
-- A rank is seen by who reads the unit, and by who sees a posting of days on which it was held: who had an officer once
-- does not see what became of them. Any writer gives a newcomer the rank they are posted with; what is recorded already is
-- changed where the officer is posted then, by who writes a whole borough and not one ward of it.
create policy seen_by_the_unit_or_with_a_posting on organisation.officer_rank for select using (
  exists (select from organisation.officer where id = officer_rank.officer
    and unit = any ((select organisation.whole_units_for('postings', 'read'))::text[]))
  or exists (select from organisation.posting where officer = officer_rank.officer and during && officer_rank.during));
create policy added_with_a_posting on organisation.officer_rank for insert with check (
  exists (select from organisation.officer where id = officer_rank.officer
    and unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]))
  or exists (select from organisation.posting join organisation.post on post.id = posting.post
    where officer = officer_rank.officer and posting.during && officer_rank.during
      and (select platform.places_for('write')) && postings_keys));
create policy changed_by_the_borough on organisation.officer_rank for update using (
  exists (select from organisation.officer where id = officer_rank.officer
    and unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]))
  or exists (select from organisation.posting join organisation.post on post.id = posting.post
    where officer = officer_rank.officer and posting.during && officer_rank.during
      and (select platform.places_for('write')) && organisation.keys_of('postings', unit, borough_codes, '{}')))
  -- What is left of it may end before the days that were the writer's.
  with check (exists (select from organisation.officer where id = officer_rank.officer
      and unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]))
    or exists (select from organisation.posting join organisation.post on post.id = posting.post
      where officer = officer_rank.officer and (select platform.places_for('write')) && postings_keys));
create policy deleted_by_the_borough on organisation.officer_rank for delete using (
  exists (select from organisation.officer where id = officer_rank.officer
    and unit = any ((select organisation.whole_units_for('postings', 'write'))::text[]))
  or exists (select from organisation.posting join organisation.post on post.id = posting.post
    where officer = officer_rank.officer and posting.during && officer_rank.during
      and (select platform.places_for('write')) && organisation.keys_of('postings', unit, borough_codes, '{}')));

create policy seen_with_the_officer on organisation.training for select using (
  exists (select from organisation.officer where id = training.officer));
create policy added_by_the_unit on organisation.training for insert with check (
  exists (select from organisation.officer where id = training.officer
    and unit = any ((select organisation.units_for('postings', 'write'))::text[])));
create policy changed_by_the_unit on organisation.training for update using (
  exists (select from organisation.officer where id = training.officer
    and unit = any ((select organisation.units_for('postings', 'write'))::text[])));
create policy deleted_by_the_unit on organisation.training for delete using (
  exists (select from organisation.officer where id = training.officer
    and unit = any ((select organisation.units_for('postings', 'write'))::text[])));

-- Absences are duties: who may see them at the unit sees its officers', posted or not; who may see them where the officer
-- is posted sees them too, and changes those of days on which they are. Each post is looked up by its key: joined, all of
-- them were gone through again for every absence.
create policy seen_by_who_reads_duties on organisation.absence for select using (
  exists (select from organisation.officer where id = absence.officer
    and unit = any ((select organisation.whole_units_for('duties', 'read'))::text[]))
  or exists (select from organisation.posting where officer = absence.officer and during && absence.during
    and (select platform.places_for('read')) && (select duties_keys from organisation.post where id = posting.post)));
create policy added_by_who_writes_duties on organisation.absence for insert with check (
  exists (select from organisation.officer where id = absence.officer
    and unit = any ((select organisation.whole_units_for('duties', 'write'))::text[]))
  or exists (select from organisation.posting where officer = absence.officer and during && absence.during
    and (select platform.places_for('write')) && (select duties_keys from organisation.post where id = posting.post)));
create policy changed_by_who_writes_duties on organisation.absence for update using (
  exists (select from organisation.officer where id = absence.officer
    and unit = any ((select organisation.whole_units_for('duties', 'write'))::text[]))
  or exists (select from organisation.posting where officer = absence.officer and during && absence.during
    and (select platform.places_for('write')) && (select duties_keys from organisation.post where id = posting.post)))
  -- What is left of it may end before the days that were the writer's.
  with check (exists (select from organisation.officer where id = absence.officer
      and unit = any ((select organisation.whole_units_for('duties', 'write'))::text[]))
    or exists (select from organisation.posting where officer = absence.officer
      and (select platform.places_for('write')) && (select duties_keys from organisation.post where id = posting.post)));
create policy deleted_by_who_writes_duties on organisation.absence for delete using (
  exists (select from organisation.officer where id = absence.officer
    and unit = any ((select organisation.whole_units_for('duties', 'write'))::text[]))
  or exists (select from organisation.posting where officer = absence.officer and during && absence.during
    and (select platform.places_for('write')) && (select duties_keys from organisation.post where id = posting.post)));

-- A booking is seen by the unit, and made by who writes postings in the borough it is for.
create policy seen_in_the_unit on organisation.booking for select using (
  exists (select from organisation.asset where id = booking.asset));
create policy made_for_a_borough on organisation.booking for insert with check (
  exists (select from organisation.asset where id = booking.asset and platform.may_at('postings', 'write', unit, booking.borough_code)));
create policy changed_for_a_borough on organisation.booking for update using (
  exists (select from organisation.asset where id = booking.asset and platform.may_at('postings', 'write', unit, booking.borough_code)));
create policy deleted_for_a_borough on organisation.booking for delete using (
  exists (select from organisation.asset where id = booking.asset and platform.may_at('postings', 'write', unit, booking.borough_code)));
