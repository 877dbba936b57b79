-- The ring-fence ledger: duties of ward officers, what they were called away for, how each was ruled, and the minutes of it.
-- See docs/decisions/0020-the-minutes-are-a-ledger.md.

create schema ringfence;
grant usage on schema ringfence to wardroom_app;

-- As the application's clock tells it, to the millisecond.
create function ringfence.moment() returns timestamptz language sql as $$
  select date_trunc('milliseconds', clock_timestamp()) $$;

-- Whether a function that runs as the owner was called by Wardroom itself: inside one platform.is_wardroom() is always true.
create function ringfence.asked_by_wardroom() returns boolean stable language sql as $$
  select current_setting('role') <> 'wardroom_app' and coalesce(current_setting('wardroom.system', true), '') = 'on' $$;

create function ringfence.refuse(rule text, said text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = rule, schema = 'ringfence', message = said;
end $$;

-- ---- Where, and whose -----------------------------------------------------------------------------------------------

-- A ward of a unit, by a small number: a ledger of millions of rows names it with each.
create table ringfence.place (
  id integer generated always as identity primary key,
  unit text not null references organisation.command_unit,
  borough_code text not null,
  ward_code text not null,
  boundary_version text not null,
  keys text[] not null generated always as (platform.place_keys('duties', unit, borough_code, ward_code)) stored,
  unique (unit, ward_code, boundary_version)
);

-- Which officer of the post book a person who signs in is.
create table ringfence.account (
  officer bigint primary key references organisation.officer,
  person text not null unique references identity.person,
  linked_by text not null,
  linked_at timestamptz not null
);

-- ---- The rule, dated ------------------------------------------------------------------------------------------------

-- What is ruled how, from a day on: proposed by one and adopted by another, never changed, and never in force from a day that
-- has begun. What a unit has adopted nothing of is ruled by the policy that Wardroom ships.
create table ringfence.policy (
  id integer generated always as identity primary key,
  unit text not null references organisation.command_unit,
  version integer not null check (version >= 1),
  in_force_from date not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- SHA-256 of the canonical JSON of the content: what is adopted.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Why, and by which document or decision.
  because text not null check (btrim(because) <> ''),
  synthetic boolean not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  adopted_by text,
  adopted_at timestamptz,
  declined_at timestamptz,
  unique (unit, version),
  constraint adopted_by_somebody check ((adopted_by is null) = (adopted_at is null)),
  constraint adopted_by_another check (adopted_by <> proposed_by),
  constraint not_both check (adopted_at is null or declined_at is null)
);

-- What officers may be ordered to, by name: Carnival, New Year's Eve, a major emergency; and which of the yearly ones were
-- called off. An entry for a year takes the place of what Wardroom ships for it.
create table ringfence.event (
  id integer generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- "carnival-2026", "new-years-eve-2026", "emergency-2026-08-03-bridge": as absences name it.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  kind text not null check (kind in ('carnival', 'new-years-eve', 'major-emergency')),
  name text not null check (btrim(name) <> ''),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  -- Of an emergency: who authorised it, by rank, when, and until when it holds.
  authorised_rank text,
  authorised_at timestamptz,
  expires_at timestamptz,
  source text not null default '',
  synthetic boolean not null,
  entered_by text not null,
  entered_at timestamptz not null,
  called_off_at timestamptz,
  called_off_by text,
  called_off_because text,
  unique (unit, key),
  constraint called_off_by_somebody check (
    (called_off_at is null) = (called_off_by is null) and (called_off_at is null) = (called_off_because is null)),
  constraint an_emergency_is_authorised check (
    kind <> 'major-emergency' or (authorised_rank is not null and authorised_at is not null and expires_at is not null))
);

-- ---- Rosters and duties ---------------------------------------------------------------------------------------------

create table ringfence.roster (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  name text not null,
  -- Of the file: of the same one again only rows that were held back are taken.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('csv', 'icalendar', 'pattern')),
  -- { duties, changed, leave, absences, heldBack }
  counts jsonb not null,
  synthetic boolean not null,
  taken_in_by text not null,
  taken_in_at timestamptz not null
);
create index roster_of_file on ringfence.roster (unit, hash);

-- Rows of a roster that could not be used, as they were written, with the sentence that says why and what to do.
create table ringfence.held_back (
  roster bigint not null references ringfence.roster,
  -- Below 1: of something that is held and no row of the file is about.
  line integer not null,
  written text not null,
  said text not null,
  -- As the file has them, where it could be read whom and when the row is about: a later file that has it right settles it.
  officer text,
  day date,
  settled_at timestamptz,
  settled_by text,
  primary key (roster, line)
);

-- A time of duty of one officer. Its place is the ward the officer is posted to that day, wherever they were sent.
create table ringfence.duty (
  id bigint generated always as identity primary key,
  officer bigint not null references organisation.officer,
  place integer not null references ringfence.place,
  post_class text not null check (post_class in ('floor', 'extra', 'pcso')),
  -- ward: rostered ward duty; rest-day, overtime: worked elsewhere besides it, and counted apart.
  kind text not null check (kind in ('ward', 'rest-day', 'overtime')),
  -- The London day on which it starts: all its minutes belong to it.
  day date not null,
  during tstzrange not null,
  -- As it was first planned; null where nobody planned it.
  planned tstzrange,
  -- Who says that it was worked: null while nobody has.
  confirmed text check (confirmed in ('officer', 'sergeant', 'roster')),
  confirmed_by text,
  confirmed_at timestamptz,
  -- Of work on a rest day or overtime: what for, as absences have it.
  reason text,
  ordered_by text,
  ordered_person text,
  event text,
  roster bigint references ringfence.roster,
  -- Not while the post book has the officer in no post of the ward on that day: what nobody was posted for is a vacancy.
  -- Wardroom itself says it, whenever the book changes, until the month is closed.
  counted boolean not null default true,
  synthetic boolean not null,
  version integer not null default 1 check (version >= 1),
  constraint of_whole_minutes check (
    lower(during) = date_trunc('minute', lower(during)) and upper(during) = date_trunc('minute', upper(during))
    and lower_inc(during) and not upper_inc(during)),
  constraint no_longer_than_a_day check (upper(during) - lower(during) <= interval '24 hours'),
  constraint starts_on_its_day check ((lower(during) at time zone 'Europe/London')::date = day),
  constraint confirmed_by_somebody check ((confirmed is null) = (confirmed_by is null) and (confirmed is null) = (confirmed_at is null)),
  constraint elsewhere_for_a_reason check ((kind = 'ward') = (reason is null))
);
create index duty_by_place on ringfence.duty (place, day);
create index duty_by_officer on ringfence.duty (officer, day);

-- From noDoubleBooking() of platform/concurrency; a test keeps them equal.
alter table ringfence.duty
  add constraint duties_never_overlap
    exclude using gist (int8range(officer, officer, '[]') with &&, during with &&),
  add constraint duties_never_overlap_has_time
    check (officer is not null and not isempty(during) and during is not null);
create function ringfence.duties_never_overlap_queue() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
create trigger duties_never_overlap_queue before insert or update of officer, during on ringfence.duty
  for each row execute function ringfence.duties_never_overlap_queue();

-- Contracted time that leave, sickness or adjusted duties took. Which of them is written nowhere: it is nobody's business here.
create table ringfence.leave (
  id bigint generated always as identity primary key,
  officer bigint not null references organisation.officer,
  place integer not null references ringfence.place,
  post_class text not null check (post_class in ('floor', 'extra', 'pcso')),
  day date not null,
  minutes integer not null check (minutes > 0 and minutes <= 1440),
  roster bigint references ringfence.roster,
  -- As of a duty.
  counted boolean not null default true,
  -- By nobody's word: the post book has the officer absent for long or on adjusted duties, and nothing else was recorded of the
  -- day. What anybody records takes its place.
  by_book boolean not null default false,
  synthetic boolean not null,
  version integer not null default 1 check (version >= 1),
  -- Of an officer who is shared between wards each has its part.
  unique (officer, day, place, post_class)
);
create index leave_by_place on ringfence.leave (place, day);

-- ---- Called away ----------------------------------------------------------------------------------------------------

-- As it is now; every step that led here is kept beside it, and none is ever changed.
create table ringfence.absence (
  -- Made by who records it: a phone without signal makes it too.
  id uuid primary key,
  duty bigint not null references ringfence.duty,
  officer bigint not null references organisation.officer,
  place integer not null references ringfence.place,
  day date not null,
  -- Without an end while they are away.
  during tstzrange not null,
  -- One of the reasons of src/ringfence/reasons.ts.
  reason text not null,
  -- Key of an event, for Carnival, New Year's Eve or a major emergency.
  event text,
  -- Who ordered it: a role, and the person where the records know who that was.
  ordered_by text,
  ordered_person text,
  ordered_at timestamptz,
  -- Key of an order number or message, where there is one.
  order_reference text,
  -- Another ward that was covered.
  covers integer references ringfence.place,
  -- The absence whose order a rest day given back is charged to.
  charged_to uuid references ringfence.absence,
  -- Or the duty on a rest day that it gives back.
  charged_duty bigint references ringfence.duty,
  note text not null default '' check (length(note) <= 500),
  standing text not null check (standing in ('recorded', 'confirmed', 'disputed', 'withdrawn')),
  synthetic boolean not null,
  version integer not null default 1 check (version >= 1),
  constraint away_for_some_time check (not isempty(during) and not lower_inf(during) and lower_inc(during) and not upper_inc(during)),
  constraint charged_once check (num_nonnulls(charged_to, charged_duty) <= 1)
);
create index absence_by_place on ringfence.absence (place, day);
create index absence_by_officer on ringfence.absence (officer, day);
create index absence_of_duty on ringfence.absence (duty);
-- By duty, and duties never overlap: one without an end goes on to the end of its duty and is in the way of no later one.
alter table ringfence.absence add constraint absences_never_overlap
  exclude using gist (int8range(duty, duty, '[]') with &&, during with &&) where (standing <> 'withdrawn');
create function ringfence.absences_never_overlap_queue() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  perform 1 from organisation.officer where id = new.officer for no key update;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create trigger absences_never_overlap_queue before insert or update of officer, during on ringfence.absence
  for each row execute function ringfence.absences_never_overlap_queue();

create table ringfence.absence_step (
  absence uuid not null references ringfence.absence,
  number integer not null check (number >= 1),
  step text not null check (step in ('recorded', 'returned', 'corrected', 'ordered', 'confirmed', 'disputed', 'withdrawn')),
  -- The absence as this step leaves it.
  after jsonb not null,
  because text not null default '',
  -- The month was closed already.
  after_close boolean not null default false,
  done_by text not null,
  done_at timestamptz not null,
  primary key (absence, number)
);

-- Every state of a duty, leave and its like before it was changed: nothing anybody wrote is lost.
create table ringfence.revision (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('duty', 'leave')),
  row_id bigint not null,
  officer bigint not null references organisation.officer,
  place integer not null references ringfence.place,
  day date not null,
  before jsonb,
  after jsonb,
  because text not null default '',
  changed_by text not null,
  changed_at timestamptz not null
);
create index revision_of on ringfence.revision (kind, row_id, id);
create index revision_by_officer on ringfence.revision (officer, day);

-- ---- Phones ---------------------------------------------------------------------------------------------------------

-- A phone or computer that may hold records which have not been sent.
create table ringfence.device (
  id uuid primary key,
  person text not null references identity.person,
  officer bigint not null references organisation.officer,
  browser text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- How many records it said were waiting when it was last in touch.
  waiting integer not null default 0 check (waiting >= 0),
  revoked_at timestamptz,
  revoked_by text,
  -- When it said that it had erased what it held.
  erased_at timestamptz
);
create index device_of_officer on ringfence.device (officer);

-- Everything a phone ever sent, as it came, also what was refused: once each, however often it is sent.
create table ringfence.sent_record (
  id uuid primary key,
  officer bigint not null references organisation.officer,
  device uuid not null,
  -- By the phone's clock, and how far that was ahead of ours.
  said_at timestamptz not null,
  clock_ahead_seconds integer not null,
  body jsonb not null,
  -- taken; again: somebody had recorded the same; waiting: for a record that comes before it; held: a person must look.
  outcome text not null check (outcome in ('taken', 'again', 'waiting', 'held')),
  said text not null,
  absence uuid references ringfence.absence,
  received_at timestamptz not null,
  settled_at timestamptz,
  -- Of the duty that it is about, or else the officer's ward on the day it came: who reaches that sees it.
  place integer references ringfence.place,
  day date
);
create index sent_record_of_officer on ringfence.sent_record (officer, received_at);

-- ---- The ledger -----------------------------------------------------------------------------------------------------

-- Minutes, added and never changed: what is corrected is taken back by a line of as many minutes below nothing. What stands
-- is the sum.
create table ringfence.ledger_line (
  id bigint generated always as identity primary key,
  -- Null once the officer's name was no longer needed: see retention.
  officer bigint references organisation.officer,
  place integer not null references ringfence.place,
  -- First of the month of the day.
  month date not null,
  day date not null,
  post_class text not null check (post_class in ('floor', 'extra', 'pcso')),
  duty bigint,
  absence uuid,
  account text not null check (account in (
    'confirmed', 'presumed', 'exception', 'permitted', 'breach', 'unruled', 'rest-day', 'overtime', 'leave')),
  reason text not null default '',
  ordered_by text not null default '',
  event text not null default '',
  -- Authorised after it had begun.
  late boolean not null default false,
  -- The policy it was ruled by; null: the one that Wardroom ships.
  policy integer references ringfence.policy,
  minutes integer not null check (minutes <> 0),
  synthetic boolean not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint month_of_the_day check (month = date_trunc('month', day)::date)
);
create index ledger_by_place on ringfence.ledger_line (place, month)
  include (post_class, account, reason, ordered_by, late, minutes, officer, day);
create index ledger_of_duty on ringfence.ledger_line (duty) include (account, minutes);
create index ledger_of_officer on ringfence.ledger_line (officer, day);

-- When the transaction ends, what stands of a duty comes to its minutes: nothing is counted twice, left out, or put down to
-- another officer, ward or day; kept time is confirmed where the duty is and else presumed; and an absence counts in full as
-- away, unless it is one that a policy may keep. Which account an absence counts in is for the rules to say: Wardroom itself
-- says it anew every day.
create function ringfence.ledger_adds_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  by_wardroom boolean := ringfence.asked_by_wardroom();
  asked bigint;
  rostered record;
  stands record;
  away uuid;
begin
  if tg_table_name <> 'duty' then asked := new.duty; elsif tg_op = 'DELETE' then asked := old.id; else asked := new.id; end if;
  if asked is null then return null; end if;
  perform set_config('wardroom.system', 'on', true);
  select duty.officer, duty.place, duty.day, duty.post_class, duty.confirmed, duty.during, duty.counted, place.unit,
      case when kind = 'ward' and counted then minutes else 0 end as ward, case when kind = 'rest-day' then minutes else 0 end as rest_day,
      case when kind = 'overtime' then minutes else 0 end as overtime into rostered
    from ringfence.duty cross join lateral (select (extract(epoch from upper(duty.during) - lower(duty.during)) / 60)::bigint) as of_duty (minutes)
      join ringfence.place on place.id = duty.place where duty.id = asked;
  select coalesce(sum(minutes) filter (where account in ('confirmed', 'presumed', 'exception', 'permitted', 'breach', 'unruled')), 0) as ward,
      coalesce(sum(minutes) filter (where account = 'rest-day'), 0) as rest_day,
      coalesce(sum(minutes) filter (where account = 'overtime'), 0) as overtime,
      coalesce(sum(minutes) filter (where account = 'confirmed'), 0) as confirmed,
      coalesce(sum(minutes) filter (where account = 'presumed'), 0) as presumed,
      count(*) filter (where account = 'leave' or account in ('exception', 'permitted', 'breach', 'unruled') and absence is null) as of_none,
      count(*) filter (where rostered.officer is not null and (line.officer, line.place, line.day, line.post_class)
        is distinct from (rostered.officer, rostered.place, rostered.day, rostered.post_class)) as of_others,
      count(absence) > 0 or exists (select from ringfence.absence where absence.duty = asked) as has_absences into stands
    from ringfence.ledger_line as line where line.duty = asked;
  -- What a duty had in another ward, before the post book was put right, was taken back there.
  if stands.of_others > 0 then
    select count(*) into stands.of_others from (select from ringfence.ledger_line as line where line.duty = asked
      group by officer, place, day, post_class, absence, account, reason, ordered_by, event, late
      having sum(minutes) <> 0 and (officer, place, day, post_class)
        is distinct from (rostered.officer, rostered.place, rostered.day, rostered.post_class)) as of_another;
    -- Wardroom alone does that: lines of another ward that come to nothing are nobody else's to add.
    if tg_table_name = 'ledger_line' and not by_wardroom then
      stands.of_others := stands.of_others + ((new.officer, new.place, new.day, new.post_class)
        is distinct from (rostered.officer, rostered.place, rostered.day, rostered.post_class))::int;
    end if;
  end if;
  -- Most duties have none, and a roster brings thirty thousand at once.
  if stands.has_absences then
  select coalesce(absence.id, counted.absence) into away from (select * from ringfence.absence where duty = asked) as absence
    full join (select line.absence, sum(minutes) as minutes from ringfence.ledger_line as line
      where line.duty = asked and line.absence is not null group by line.absence having sum(minutes) <> 0) as counted
      on counted.absence = absence.id
    cross join lateral (select case when absence.id is null or absence.standing = 'withdrawn' or not rostered.counted then 0 else greatest(0, extract(epoch from
      least(coalesce(upper(absence.during), upper(rostered.during)), upper(rostered.during))
        - greatest(lower(absence.during), lower(rostered.during))) / 60) end) as lasts (minutes)
    where coalesce(counted.minutes, 0) > lasts.minutes or coalesce(counted.minutes, 0) < case
      when absence.reason in ('ward-work', 'response', 'rest-day-given-back') or exists (select from ringfence.policy
        where unit = rostered.unit and adopted_at is not null and content -> 'rulings' ->> absence.reason = 'kept') then 0
      else floor(lasts.minutes) end limit 1;
  end if;
  perform set_config('wardroom.system', before, true);
  if (stands.ward, stands.rest_day, stands.overtime)
    is distinct from (coalesce(rostered.ward, 0)::numeric, coalesce(rostered.rest_day, 0)::numeric, coalesce(rostered.overtime, 0)::numeric) then
    perform ringfence.refuse('ledger_adds_up',
      format('The ledger has %s minutes of a duty of %s.', stands.ward, coalesce(rostered.ward, 0)));
  end if;
  if stands.of_none + stands.of_others > 0 then
    perform ringfence.refuse('ledger_of_its_duty', 'A line of the ledger is of the officer, ward and day of its duty, and time away is of an absence.');
  end if;
  if (case when rostered.confirmed is null then stands.confirmed else stands.presumed end) <> 0 then
    perform ringfence.refuse('ledger_as_confirmed', 'Kept time is confirmed where its duty is, and presumed where it is not.');
  end if;
  if away is not null then
    perform ringfence.refuse('ledger_counts_absences', 'The ledger counts an absence for as long as it lasted.');
  end if;
  return null;
end $$;
create constraint trigger ledger_adds_up after insert on ringfence.ledger_line
  deferrable initially deferred for each row execute function ringfence.ledger_adds_up();
create constraint trigger ledger_adds_up after insert or update of during, kind, confirmed, counted, place, post_class or delete on ringfence.duty
  deferrable initially deferred for each row execute function ringfence.ledger_adds_up();
create constraint trigger ledger_adds_up after insert or update on ringfence.absence
  deferrable initially deferred for each row execute function ringfence.ledger_adds_up();

-- The same of leave, which is of no duty: in every ward and class of posts of the officer.
create function ringfence.leave_adds_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  asked record;
  wrong boolean;
begin
  if tg_op = 'DELETE' then asked := old; else asked := new; end if;
  if tg_table_name = 'ledger_line' then
    -- What was folded at the end of retention names no officer, and what the demonstration lays of months long past no duty:
    -- only Wardroom itself enters such lines.
    if (asked.officer is null or asked.account <> 'leave') and ringfence.asked_by_wardroom() then return null; end if;
    if asked.officer is null or asked.account <> 'leave' or asked.absence is not null then
      perform ringfence.refuse('ledger_adds_up', 'A line of no duty is of an officer''s leave.');
    end if;
  end if;
  perform set_config('wardroom.system', 'on', true);
  select exists (select from (select place, post_class, minutes from ringfence.leave
        where officer = asked.officer and day = asked.day and counted) as kept
    full join (select place, post_class, sum(minutes) as minutes from ringfence.ledger_line
        where officer = asked.officer and day = asked.day and duty is null and account = 'leave' group by 1, 2) as told
      using (place, post_class)
    where coalesce(kept.minutes, 0) <> coalesce(told.minutes, 0)) into wrong;
  perform set_config('wardroom.system', before, true);
  if wrong then perform ringfence.refuse('ledger_adds_up', 'The ledger has other minutes of leave than were recorded.'); end if;
  return null;
end $$;
create constraint trigger leave_adds_up after insert on ringfence.ledger_line
  deferrable initially deferred for each row when (new.duty is null) execute function ringfence.leave_adds_up();
create constraint trigger leave_adds_up after insert or update or delete on ringfence.leave
  deferrable initially deferred for each row execute function ringfence.leave_adds_up();

-- Days whose duties are to be ruled anew, because a policy was adopted, an event entered or called off, or a posting changed: Wardroom itself does
-- it, for who adopts a policy reads duties and writes none.
create table ringfence.reentry (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  first_day date,
  last_day date,
  -- Of an event: the duties that name it, whatever their day.
  event text,
  -- The last change of the post book that it was asked for; null: for another reason.
  book_revision bigint,
  -- Of one officer alone, whose postings changed.
  officer bigint,
  because text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  constraint of_days_or_an_event check ((first_day is null) <> (event is null) and (last_day is null or first_day is not null))
);
create index reentry_waiting on ringfence.reentry (id) where done_at is null;

-- What a ward was promised in a month and what vacancies took of it, kept when the month is closed: the post book goes on.
create table ringfence.promise (
  place integer not null references ringfence.place,
  month date not null,
  post_class text not null check (post_class in ('floor', 'extra', 'pcso')),
  promised_minutes integer not null check (promised_minutes >= 0),
  vacancy_minutes integer not null check (vacancy_minutes >= 0 and vacancy_minutes <= promised_minutes),
  synthetic boolean not null,
  kept_at timestamptz not null,
  primary key (place, month, post_class)
);

-- What is public of a month, after disclosure control: it comes out by the calendar, and nobody can hold it back. What was
-- corrected since comes out as a further revision.
create table ringfence.closed_month (
  unit text not null references organisation.command_unit,
  month date not null,
  revision integer not null check (revision >= 1),
  report jsonb not null check (jsonb_typeof(report) = 'object'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  synthetic boolean not null,
  closed_at timestamptz not null,
  primary key (unit, month, revision)
);

-- ---- Who may see and write it ---------------------------------------------------------------------------------------

-- Asked once in a statement: the places that the principal's roles reach, the officer they are, and the wards that they lead
-- as a sergeant with the first day of each that is theirs to see: the day their posting began, or two months back, so that
-- whoever takes over can confirm what is open.
create function ringfence.places_for(act text) returns integer[] stable language sql as $$
  select coalesce(array_agg(id), '{}') from ringfence.place where (select platform.places_for(act)) && keys $$;

create function ringfence.may_as(act text, reached text[]) returns boolean stable language sql as $$
  select exists (select from jsonb_array_elements(platform.access() -> 'may') as p
    where p ->> 0 = 'duties' and p ->> 1 = act and p ->> 2 = any (reached)) $$;

create function ringfence.own_officer() returns bigint stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  found_officer bigint;
begin
  perform set_config('wardroom.system', 'on', true);
  select officer into found_officer from ringfence.account where person = platform.acting_person();
  perform set_config('wardroom.system', before, true);
  return found_officer;
end $$;

create function ringfence.own(act text) returns bigint stable language sql as $$
  select case when ringfence.may_as(act, array['own', 'team']) then ringfence.own_officer() end $$;

create function ringfence.led(act text) returns jsonb stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  found_wards jsonb;
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
begin
  if not ringfence.may_as(act, array['team']) then return '{}'; end if;
  perform set_config('wardroom.system', 'on', true);
  select coalesce(jsonb_object_agg(place.id, least(lower(posting.during), today - 62)), '{}') into found_wards
    from ringfence.account
    join organisation.posting on posting.officer = account.officer and posting.during @> today
    join organisation.post on post.id = posting.post and post.duty = 'ward' and post.rank in ('Sergeant', 'Detective Sergeant')
    join ringfence.place on place.unit = post.unit and place.ward_code = any (post.ward_codes)
      and place.boundary_version = post.boundary_version
    where account.person = platform.acting_person();
  perform set_config('wardroom.system', before, true);
  return found_wards;
end $$;

-- Whether whoever acts writes the duties of others than themselves, as a sergeant or an inspector does.
create function ringfence.writes_of_others() returns boolean stable language sql as $$
  select exists (select from jsonb_array_elements(platform.access() -> 'may') as p
    where p ->> 0 = 'duties' and p ->> 1 = 'write' and p ->> 2 <> 'own') $$;

-- Units whose rosters are theirs: those whose postings they write, and of wards that they lead.
create function ringfence.roster_units() returns text[] stable language sql as $$
  select organisation.units_for('postings', 'write') || array(
    select distinct unit from ringfence.place where (select ringfence.led('write')) ? id::text) $$;

-- Who acts, in the post book: whatever their role shows them of it.
create function ringfence.acting_officer() returns table (officer bigint, reference text, name text, unit text)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select found.id, found.reference, found.name, found.unit from ringfence.account
    join organisation.officer as found on found.id = account.officer where account.person = platform.acting_person();
  perform set_config('wardroom.system', before, true);
end $$;

-- Where officers are posted and were, for who reads their duties: which ward a duty belongs to depends on postings that the
-- roles of who writes it may show nothing of, such as a rotation to another unit.
create function ringfence.postings_of(asked_officers bigint[])
  returns table (officer bigint, officer_reference text, officer_name text, officer_unit text, synthetic boolean, post text,
    title text, rank text, duty text, ward_class text, ward_codes text[], boundary_version text, borough_codes text[],
    fraction numeric, kind text, first_day date, until_day date, returns_on date)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  everybody boolean := ringfence.asked_by_wardroom();
  led jsonb := ringfence.led('read');
  own bigint := ringfence.own('read');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select member.id, member.reference, member.name, member.unit, member.synthetic, seat.reference, seat.title,
      seat.rank, seat.duty, seat.ward_class, seat.ward_codes, seat.boundary_version, seat.borough_codes, held.fraction, held.kind,
      lower(held.during), upper(held.during), held.returns_on
    from organisation.officer as member join organisation.posting as held on held.officer = member.id
      join organisation.post as seat on seat.id = held.post
    where member.id = any (asked_officers) and (everybody or member.id = own or exists (
      select from organisation.posting as other join organisation.post as at on at.id = other.post
        left join ringfence.place on place.unit = at.unit and place.ward_code = any (at.ward_codes)
          and place.boundary_version = at.boundary_version
      where other.officer = member.id and (platform.places_for('read') && at.duties_keys or led ? place.id::text)))
    order by member.id, lower(held.during), seat.reference;
  perform set_config('wardroom.system', before, true);
end $$;

-- Officers whose ward is one that whoever acts reaches: the ward they are posted to now, or were last, for a while.
create function ringfence.officers_for(act text) returns bigint[] stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  reached text[] := platform.places_for(act);
  led jsonb := ringfence.led(act);
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
  found_officers bigint[];
begin
  if reached = '{}' and led = '{}' then return '{}'; end if;
  perform set_config('wardroom.system', 'on', true);
  select coalesce(array_agg(distinct held.officer), '{}') into found_officers
    from (select posting.officer, post.unit, post.ward_codes, post.boundary_version, post.duties_keys,
        least(upper(posting.during), today + 1) as ends, max(least(upper(posting.during), today + 1)) over (partition by posting.officer) as last_ends
      from organisation.posting join organisation.post on post.id = posting.post and post.duty = 'ward'
      where posting.during && daterange(today - 92, today, '[]')) as held
    where held.ends = held.last_ends and (reached && held.duties_keys or exists (select from ringfence.place
      where place.unit = held.unit and place.ward_code = any (held.ward_codes) and place.boundary_version = held.boundary_version
        and led ? place.id::text));
  perform set_config('wardroom.system', before, true);
  return found_officers;
end $$;

-- Who leads a ward as its sergeant on a day, as people: for who leads it, reaches its duties, or is on duty there.
create function ringfence.leads(asked_place integer, on_day date) returns text[] stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  found_people text[];
  everybody boolean := ringfence.asked_by_wardroom();
  reached integer[] := ringfence.places_for('read') || ringfence.places_for('write');
  led jsonb := ringfence.led('read');
  own bigint := ringfence.own('read');
  may_know boolean;
begin
  perform set_config('wardroom.system', 'on', true);
  select coalesce(array_agg(distinct account.person), '{}') into found_people
    from ringfence.place
    join organisation.post on post.unit = place.unit and post.duty = 'ward' and post.rank in ('Sergeant', 'Detective Sergeant')
      and place.ward_code = any (post.ward_codes) and post.boundary_version = place.boundary_version
    join organisation.posting on posting.post = post.id and posting.during @> on_day
    join ringfence.account on account.officer = posting.officer
    where place.id = asked_place;
  select everybody or platform.acting_person() = any (found_people) or asked_place = any (reached) or led ? asked_place::text
    or exists (select from ringfence.duty where duty.officer = own and duty.place = asked_place)
    or exists (select from ringfence.place join organisation.post on post.unit = place.unit and place.ward_code = any (post.ward_codes)
        and post.boundary_version = place.boundary_version
      join organisation.posting on posting.post = post.id and posting.officer = own and posting.during && daterange(on_day - 92, on_day, '[]')
      where place.id = asked_place) into may_know;
  perform set_config('wardroom.system', before, true);
  return case when may_know then found_people else '{}' end;
end $$;
revoke all on function ringfence.own_officer(), ringfence.led(text), ringfence.officers_for(text), ringfence.leads(integer, date), ringfence.acting_officer(),
  ringfence.postings_of(bigint[]) from public;
grant execute on function ringfence.own_officer(), ringfence.led(text), ringfence.officers_for(text), ringfence.leads(integer, date), ringfence.acting_officer(),
  ringfence.postings_of(bigint[]) to wardroom_app;

-- The person of an address, for who links officers with those who sign in; made up where the officers are.
create function ringfence.person_called(address text, made_up boolean) returns text stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  found_person text;
begin
  if not platform.may('postings', 'approve') and not ringfence.asked_by_wardroom() then return null; end if;
  perform set_config('wardroom.system', 'on', true);
  select id into found_person from identity.person
    where lower(email collate "C") = lower(address collate "C") and state <> 'disabled' and demonstration = made_up;
  perform set_config('wardroom.system', before, true);
  return found_person;
end $$;
-- Who the officers of a unit are as people, for the same.
create function ringfence.people_of(asked_unit text) returns table (officer bigint, person text, name text, email text)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  if not asked_unit = any (organisation.units_for('postings', 'approve')) and not ringfence.asked_by_wardroom() then return; end if;
  perform set_config('wardroom.system', 'on', true);
  return query select account.officer, found.id, found.name, found.email from ringfence.account
    join organisation.officer as member on member.id = account.officer join identity.person as found on found.id = account.person
    where member.unit = asked_unit;
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function ringfence.person_called(text, boolean), ringfence.people_of(text) from public;
grant execute on function ringfence.person_called(text, boolean), ringfence.people_of(text) to wardroom_app;

-- Sums over officers, for who reads duties there: a row is never a total, and a total names nobody. Who leads a
-- ward as its sergeant sees its totals of the days whose rows are theirs to see: apart, in led_among.
create function ringfence.summed_places(asked_places integer[]) returns integer[] stable language sql as $$
  select coalesce(array_agg(id), '{}') from ringfence.place
    where id = any (asked_places) and (ringfence.asked_by_wardroom()
      or platform.may_at('duties', 'read', unit, borough_code, ward_code)) $$;

-- The other ones among some places that are led, with the first day of each.
create function ringfence.led_among(asked_places integer[], summed integer[]) returns jsonb stable language sql as $$
  select coalesce(jsonb_object_agg(key, value) filter (where key::integer = any (asked_places) and not key::integer = any (summed)), '{}')
    from jsonb_each(ringfence.led('read')) $$;

-- Sums for who reads nothing but totals: of months that are closed, and none that fewer than three officers stand behind. What
-- fewer were away for is told without its reason and order, with all of its account where that would leave fewer than three.
create function ringfence.counted(asked_places integer[], from_month date, to_month date)
  returns table (place integer, month date, post_class text, account text, reason text, ordered_by text, event text, late boolean,
    minutes bigint, officers bigint, synthetic boolean)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  summed integer[] := ringfence.summed_places(asked_places);
  allowed integer[] := array(select id from ringfence.place where id = any (asked_places) and id <> all (summed)
    and not ringfence.led('read') ? id::text and platform.may_at('duties', 'read totals', unit, borough_code, ward_code));
  fewest integer := 3;
begin
  if allowed = '{}' then return; end if;
  perform set_config('wardroom.system', 'on', true);
  return query
    with own as (
      select line.place, line.month, line.post_class, line.account, line.reason, line.ordered_by, line.event, line.late,
        line.officer, sum(line.minutes) as minutes, bool_or(line.synthetic) as synthetic,
        count(*) over (partition by line.place, line.month, line.post_class, line.account, line.reason, line.ordered_by, line.event,
          line.late) as of_group
      from ringfence.ledger_line as line join ringfence.place as ward on ward.id = line.place
      where line.place = any (allowed) and line.month between from_month and to_month and line.officer is not null
        and exists (select from ringfence.closed_month as closed where closed.unit = ward.unit and closed.month = line.month)
        and line.month < date_trunc('month', clock_timestamp() at time zone 'Europe/London')::date
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(line.minutes) <> 0
    ), rest as (
      select own.place, own.month, own.post_class, own.account, count(distinct own.officer) filter (where own.of_group < fewest) as officers
      from own group by 1, 2, 3, 4
    ), told as (
      select own.*, own.of_group >= fewest and (rest.officers = 0 or rest.officers >= fewest) as apart
      from own join rest using (place, month, post_class, account)
    )
    select told.place, told.month, told.post_class, told.account, case when apart then told.reason else '' end,
      case when apart then told.ordered_by else '' end, case when apart then told.event else '' end, apart and told.late,
      sum(told.minutes)::bigint, count(distinct told.officer), bool_or(told.synthetic)
    from told group by 1, 2, 3, 4, 5, 6, 7, 8 having count(distinct told.officer) >= fewest and sum(told.minutes) <> 0;
  perform set_config('wardroom.system', before, true);
end $$;

create function ringfence.totals(asked_places integer[], from_month date, to_month date)
  returns table (place integer, month date, post_class text, account text, reason text, ordered_by text, event text, late boolean,
    minutes bigint, officers bigint, synthetic boolean)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  allowed integer[] := ringfence.summed_places(asked_places);
  led jsonb := ringfence.led_among(asked_places, allowed);
  leads boolean := led <> '{}';
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
begin
  perform set_config('wardroom.system', 'on', true);
  -- By officer first: to count different ones would sort every line.
  return query select own.place, own.month, own.post_class, own.account, own.reason, own.ordered_by, own.event, own.late,
      sum(own.minutes)::bigint, count(own.officer) filter (where own.minutes <> 0), bool_or(own.synthetic)
    from (select line.place, line.month, line.post_class, line.account, line.reason, line.ordered_by, line.event, line.late,
        line.officer, sum(line.minutes) as minutes, bool_or(line.synthetic) as synthetic
      from ringfence.ledger_line as line
      where line.place = any (asked_places) and (line.place = any (allowed) or leads and line.day >= (led ->> line.place::text)::date)
        and line.month between from_month and to_month and line.day <= today
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as own
    group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(own.minutes) <> 0;
  perform set_config('wardroom.system', before, true);
  return query select * from ringfence.counted(asked_places, from_month, to_month);
end $$;

-- The same without officers and events, and over all the places where they are not told apart: years of a whole unit are
-- half a million lines, and few sums.
create function ringfence.sums(asked_places integer[], from_month date, to_month date, by_place boolean)
  returns table (place integer, month date, post_class text, account text, reason text, ordered_by text, late boolean,
    minutes bigint, synthetic boolean)
  stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  allowed integer[] := ringfence.summed_places(asked_places);
  led jsonb := ringfence.led_among(asked_places, allowed);
  leads boolean := led <> '{}';
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
begin
  perform set_config('wardroom.system', 'on', true);
  return query select case when by_place then line.place end, line.month, line.post_class, line.account, line.reason,
      line.ordered_by, line.late, sum(line.minutes)::bigint, bool_or(line.synthetic)
    from ringfence.ledger_line as line
    where line.place = any (asked_places) and (line.place = any (allowed) or leads and line.day >= (led ->> line.place::text)::date)
      and line.month between from_month and to_month and line.day <= today
    group by 1, 2, 3, 4, 5, 6, 7 having sum(line.minutes) <> 0;
  perform set_config('wardroom.system', before, true);
  return query select case when by_place then told.place end, told.month, told.post_class, told.account, told.reason, told.ordered_by,
      told.late, sum(told.minutes)::bigint, bool_or(told.synthetic)
    from ringfence.counted(asked_places, from_month, to_month) as told group by 1, 2, 3, 4, 5, 6, 7;
end $$;
revoke all on function ringfence.counted(integer[], date, date) from public;
revoke all on function ringfence.totals(integer[], date, date), ringfence.sums(integer[], date, date, boolean) from public;
grant execute on function ringfence.totals(integer[], date, date), ringfence.sums(integer[], date, date, boolean) to wardroom_app;

do $$
declare
  each text;
begin
  foreach each in array array[
    'place', 'account', 'policy', 'event', 'roster', 'held_back', 'duty', 'leave', 'absence', 'absence_step', 'revision',
    'device', 'sent_record', 'ledger_line', 'reentry', 'promise', 'closed_month'
  ] loop
    execute format('alter table ringfence.%I enable row level security', each);
    execute format('alter table ringfence.%I force row level security', each);
    execute format('create policy wardroom_itself on ringfence.%I using ((select platform.is_wardroom()))', each);
    execute format('grant select, insert on ringfence.%I to wardroom_app', each);
  end loop;
  -- What is one officer's: seen and written by who reaches the ward, by themselves, and by the sergeant of the ward.
  foreach each in array array['duty', 'leave', 'absence', 'revision', 'ledger_line'] loop
    execute format($p$create policy seen_by_the_line on ringfence.%I for select using (
      place = any ((select ringfence.places_for('read'))::integer[]) or officer = (select ringfence.own('read'))
      or day >= ((select ringfence.led('read')) ->> place::text)::date)$p$, each);
    execute format($p$create policy added_by_the_line on ringfence.%I for insert with check (
      place = any ((select ringfence.places_for('write'))::integer[]) or officer = (select ringfence.own('write'))
      or day >= ((select ringfence.led('write')) ->> place::text)::date)$p$, each);
  end loop;
  foreach each in array array['duty', 'leave', 'absence'] loop
    execute format('grant update on ringfence.%I to wardroom_app', each);
    execute format($p$create policy changed_by_the_line on ringfence.%I for update using (
      place = any ((select ringfence.places_for('write'))::integer[]) or officer = (select ringfence.own('write'))
      or day >= ((select ringfence.led('write')) ->> place::text)::date)$p$, each);
  end loop;
  foreach each in array array['duty', 'leave'] loop
    execute format('grant delete on ringfence.%I to wardroom_app', each);
    execute format($p$create policy deleted_by_the_line on ringfence.%I for delete using (
      place = any ((select ringfence.places_for('write'))::integer[])
      or day >= ((select ringfence.led('write')) ->> place::text)::date)$p$, each);
  end loop;
end $$;

-- Wards are no secret; a place is made by whoever is the first to write of it.
create policy anyone_reads on ringfence.place for select using (true);
create policy added_by_who_writes_duties on ringfence.place for insert with check ((select platform.may('duties', 'write')));

create policy seen_by_the_line on ringfence.account for select using (
  person = (select platform.acting_person()) or (select ringfence.writes_of_others()) or (select platform.may('postings', 'approve'))
  or (select platform.may('users', 'read')));
-- Nobody says of themselves which officer they are; inspectors and command say it of others.
create policy linked_by_another on ringfence.account for insert with check (
  person is distinct from (select platform.acting_person()) and exists (select from organisation.officer where id = account.officer
    and unit = any ((select organisation.units_for('postings', 'approve'))::text[])));
create policy unlinked_by_another on ringfence.account for delete using (
  person is distinct from (select platform.acting_person()) and exists (select from organisation.officer where id = account.officer
    and unit = any ((select organisation.units_for('postings', 'approve'))::text[])));
grant delete on ringfence.account to wardroom_app;

-- The rule and the calendar are public.
create policy anyone_reads_what_was_adopted on ringfence.policy for select using (adopted_at is not null);
create policy seen_before_by_the_line on ringfence.policy for select using ((select platform.may('duties', 'read')));
create policy proposed_by_command on ringfence.policy for insert with check (platform.may_at('duties', 'approve', unit));
create policy adopted_by_command on ringfence.policy for update using (platform.may_at('duties', 'approve', unit));
grant update (adopted_by, adopted_at, declined_at) on ringfence.policy to wardroom_app;
create policy anyone_reads on ringfence.event for select using (true);
-- An emergency is entered by whoever is there; other days for a yearly event, and that one was called off, are for command to say.
create policy entered_by_writers on ringfence.event for insert with check (
  kind = 'major-emergency' and (select platform.may('duties', 'write'))
    and unit = any ((select organisation.units_for('postings', 'write'))::text[])
  or platform.may_at('duties', 'approve', unit));
create policy called_off_by_command on ringfence.event for update using (platform.may_at('duties', 'approve', unit));
grant update (called_off_at, called_off_by, called_off_because) on ringfence.event to wardroom_app;

-- Rosters by who writes the duties of others in the unit; what was held back may name anybody of the file.
create policy seen_by_writers on ringfence.roster for select using (
  (select ringfence.writes_of_others()) and unit = any ((select ringfence.roster_units())::text[]));
create policy taken_in_by_writers on ringfence.roster for insert with check (
  (select ringfence.writes_of_others()) and unit = any ((select ringfence.roster_units())::text[]) and allocation.acts_as(taken_in_by));
create policy seen_by_who_took_it_in on ringfence.held_back for select using (
  exists (select from ringfence.roster where id = held_back.roster and (taken_in_by = (select platform.acting_person())
    or unit = any ((select organisation.units_for('postings', 'write'))::text[]))));
create policy added_with_its_roster on ringfence.held_back for insert with check (
  exists (select from ringfence.roster where id = held_back.roster and allocation.acts_as(taken_in_by)));
create policy settled_by_writers on ringfence.held_back for update using (
  exists (select from ringfence.roster where id = held_back.roster and (taken_in_by = (select platform.acting_person())
    or unit = any ((select organisation.units_for('postings', 'write'))::text[])))) with check (allocation.acts_as(settled_by));
grant update (settled_at, settled_by) on ringfence.held_back to wardroom_app;

-- Lines of a file that were held back whenever it was taken in and that nobody has settled, for who takes the same file in
-- again: whoever leads another ward is not told what its rows said. Null: it was never taken in.
create function ringfence.lines_left(asked_unit text, asked_hash text) returns integer[] stable language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  allowed boolean := ringfence.asked_by_wardroom() or ringfence.writes_of_others() and asked_unit = any (ringfence.roster_units());
  rosters bigint[];
  lines integer[];
begin
  if not allowed then return null; end if;
  perform set_config('wardroom.system', 'on', true);
  rosters := array(select id from ringfence.roster where unit = asked_unit and hash = asked_hash);
  lines := array(select line from ringfence.held_back where roster = any (rosters) and line > 0
    group by line having count(*) = cardinality(rosters) and not bool_and(settled_at is not null) order by line);
  perform set_config('wardroom.system', before, true);
  return case when cardinality(rosters) > 0 then lines end;
end $$;
revoke all on function ringfence.lines_left(text, text) from public;
grant execute on function ringfence.lines_left(text, text) to wardroom_app;

create policy seen_with_the_absence on ringfence.absence_step for select using (
  exists (select from ringfence.absence where id = absence_step.absence));
create policy added_with_the_absence on ringfence.absence_step for insert with check (
  exists (select from ringfence.absence where id = absence_step.absence
    and (place = any ((select ringfence.places_for('write'))::integer[]) or officer = (select ringfence.own('write'))
      or day >= ((select ringfence.led('write')) ->> place::text)::date)));

create policy seen_by_its_person on ringfence.device for select using (
  person = (select platform.acting_person()) or officer = any ((select ringfence.officers_for('read'))::bigint[]));
create policy added_by_its_person on ringfence.device for insert with check (
  person = (select platform.acting_person()) and officer = (select ringfence.own_officer()));
create policy changed_by_the_line on ringfence.device for update using (
  person = (select platform.acting_person()) or officer = any ((select ringfence.officers_for('write'))::bigint[]));
grant update (last_at, waiting, browser, revoked_at, revoked_by, erased_at) on ringfence.device to wardroom_app;
create policy seen_by_the_line on ringfence.sent_record for select using (
  place = any ((select ringfence.places_for('read'))::integer[]) or officer = (select ringfence.own('read'))
  or day >= ((select ringfence.led('read')) ->> place::text)::date);
create policy sent_by_the_officer on ringfence.sent_record for insert with check (officer = (select ringfence.own('write')));
create policy settled_by_the_line on ringfence.sent_record for update using (
  place = any ((select ringfence.places_for('write'))::integer[]) or officer = (select ringfence.own('write'))
  or day >= ((select ringfence.led('write')) ->> place::text)::date);
grant update (outcome, said, absence, settled_at) on ringfence.sent_record to wardroom_app;

create policy asked_by_who_rules on ringfence.reentry for insert with check (
  platform.may_at('duties', 'approve', unit)
  or (select platform.may('duties', 'write')) and unit = any ((select organisation.units_for('postings', 'write'))::text[]));
create policy seen_by_readers on ringfence.reentry for select using ((select platform.may('duties', 'read')));
-- Promises and closed months are written by Wardroom itself; the public reads what was closed.
create policy seen_by_readers on ringfence.promise for select using (
  (select platform.may('duties', 'read')) or (select platform.may('duties', 'read totals')));
create policy anyone_reads on ringfence.closed_month for select using (true);
grant usage on all sequences in schema ringfence to wardroom_app;

-- ---- What stays as it was written -----------------------------------------------------------------------------------

-- In the name of who acts, at the moment it is done; Wardroom itself is apart.
create function ringfence.policy_is_proposed() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.proposed_by) or new.adopted_at is not null then
    perform ringfence.refuse('proposed_by_who_acts', 'A policy is proposed in the name of who proposes it, and adopted by another.');
  end if;
  new.proposed_at := ringfence.moment();
  if new.in_force_from <= (new.proposed_at at time zone 'Europe/London')::date then
    perform ringfence.refuse('no_policy_reaches_back', 'A policy is in force from a day that has not begun.');
  end if;
  return new;
end $$;
create trigger policy_is_proposed before insert on ringfence.policy
  for each row execute function ringfence.policy_is_proposed();

create function ringfence.policy_is_adopted() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if old.adopted_at is not null or old.declined_at is not null then
    perform ringfence.refuse('adopted_once', 'What was adopted or declined stays so: propose another policy.');
  end if;
  if new.adopted_by is not null then
    if not allocation.acts_as(new.adopted_by) or allocation.acts_as(old.proposed_by) then
      perform ringfence.refuse('adopted_by_another', 'A policy is adopted by somebody else than who proposed it.');
    end if;
    new.adopted_at := ringfence.moment();
    if new.in_force_from <= (new.adopted_at at time zone 'Europe/London')::date then
      perform ringfence.refuse('no_policy_reaches_back', 'A policy is in force from a day that has not begun.');
    end if;
  elsif new.adopted_at is null and new.declined_at is not null then
    new.declined_at := ringfence.moment();
  end if;
  return new;
end $$;
create trigger policy_is_adopted before update on ringfence.policy
  for each row execute function ringfence.policy_is_adopted();

create function ringfence.event_is_entered() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if tg_op = 'UPDATE' and (old.called_off_at is not null or new.called_off_at is null) then
    perform ringfence.refuse('called_off_once', 'An event is called off once, and stays so.');
  end if;
  if tg_op = 'INSERT' and not allocation.acts_as(new.entered_by)
    or new.called_off_by is not null and not allocation.acts_as(new.called_off_by) then
    perform ringfence.refuse('entered_by_who_acts', 'An event is entered and called off in the name of who does it.');
  end if;
  if tg_op = 'INSERT' then new.entered_at := ringfence.moment(); end if;
  if new.called_off_at is not null then new.called_off_at := ringfence.moment(); end if;
  return new;
end $$;
create trigger event_is_entered before insert or update on ringfence.event
  for each row execute function ringfence.event_is_entered();

-- Whether a step leaves an absence as it stands.
create function ringfence.step_says(after jsonb, stands ringfence.absence) returns boolean stable language sql as $$
  select stands.id is not null and ((after ->> 'from')::timestamptz, (after ->> 'to')::timestamptz, after ->> 'reason', after ->> 'event',
      after ->> 'orderedBy', after ->> 'orderedPerson', (after ->> 'orderedAt')::timestamptz, after ->> 'orderReference',
      (after ->> 'covers')::integer, after ->> 'chargedTo', after ->> 'note', after ->> 'standing')
    is not distinct from (lower(stands.during), upper(stands.during), stands.reason, stands.event, stands.ordered_by,
      stands.ordered_person, stands.ordered_at, coalesce(stands.order_reference, ''), stands.covers,
      coalesce(stands.charged_to::text, 'duty:' || stands.charged_duty), stands.note, stands.standing) $$;

-- Whether who acts ordered an absence, by any of its steps.
create function ringfence.ordered_by_who_acts(asked uuid) returns boolean stable language sql as $$
  select platform.acting_person() is not null and exists (select from ringfence.absence_step as before
    where before.absence = asked and before.after ->> 'orderedPerson' = platform.acting_person()) $$;

-- An absence is of its duty and stays so, and what was withdrawn stays withdrawn. Whoever ordered one cannot alone confirm,
-- correct or withdraw it, nor say when it ended but of themselves; they may dispute it.
create function ringfence.absence_is_written() returns trigger language plpgsql as $$
declare
  rostered record;
begin
  if platform.is_wardroom() then return new; end if;
  if tg_op = 'INSERT' then
    select officer, place, day, kind, synthetic into rostered from ringfence.duty where id = new.duty;
    if (new.officer, new.place, new.day, 'ward'::text, new.synthetic, new.version)
      is distinct from (rostered.officer, rostered.place, rostered.day, rostered.kind, rostered.synthetic, 1) then
      perform ringfence.refuse('an_absence_is_of_its_duty', 'An absence is of the officer, ward and day of a ward duty.');
    end if;
    return new;
  end if;
  if (new.id, new.duty, new.officer, new.place, new.day, new.synthetic, new.version)
    is distinct from (old.id, old.duty, old.officer, old.place, old.day, old.synthetic, old.version + 1) or old.standing = 'withdrawn' then
    perform ringfence.refuse('an_absence_is_of_its_duty', 'An absence stays of its duty, and one that was withdrawn stays as it is.');
  end if;
  if ringfence.ordered_by_who_acts(old.id) and (
      (new.reason, new.event, new.ordered_by, new.ordered_person, new.ordered_at, new.order_reference, new.covers, new.charged_to,
        new.charged_duty, new.note, lower(new.during)) is distinct from (old.reason, old.event, old.ordered_by, old.ordered_person,
        old.ordered_at, old.order_reference, old.covers, old.charged_to, old.charged_duty, old.note, lower(old.during))
      or new.standing not in (old.standing, 'disputed')
      or upper(new.during) is distinct from upper(old.during) and (old.officer is distinct from ringfence.own_officer()
        or upper(old.during) is not null and not exists (select from ringfence.absence_step
          where absence = old.id and number = old.version and (after ->> 'endPresumed')::boolean))) then
    perform ringfence.refuse('not_by_who_ordered', 'Whoever ordered an absence leaves it to somebody else to confirm or correct.');
  end if;
  return new;
end $$;
create trigger absence_is_written before insert or update on ringfence.absence
  for each row execute function ringfence.absence_is_written();

-- A step is what was done: in the name of who did it, of the absence as it now stands, and marked where its month was closed.
create function ringfence.step_is_taken() returns trigger language plpgsql as $$
declare
  stands ringfence.absence;
begin
  if platform.is_wardroom() then return new; end if;
  if new.step in ('corrected', 'confirmed', 'withdrawn', 'ordered') and ringfence.ordered_by_who_acts(new.absence) then
    perform ringfence.refuse('not_by_who_ordered', 'Whoever ordered an absence leaves it to somebody else to confirm or correct.');
  end if;
  if not allocation.acts_as(new.done_by) then
    perform ringfence.refuse('done_by_who_acts', 'A step is taken in the name of who takes it.');
  end if;
  select * into stands from ringfence.absence where id = new.absence;
  if new.number is distinct from stands.version or not ringfence.step_says(new.after, stands)
    or (new.step = 'recorded') <> (new.number = 1)
    or new.step in ('confirmed', 'disputed', 'withdrawn') and stands.standing <> new.step
    or new.step in ('recorded', 'corrected', 'ordered') and stands.standing <> 'recorded'
    or new.step = 'returned' and exists (select from ringfence.absence_step as before
      where before.absence = new.absence and before.number = new.number - 1 and before.after ->> 'standing' <> stands.standing)
    or new.step not in ('recorded', 'corrected', 'ordered') and (new.after ->> 'endPresumed')::boolean
      and not (new.step = 'disputed' and exists (select from ringfence.absence_step as before where before.absence = new.absence
        and before.number = new.number - 1 and (before.after ->> 'endPresumed')::boolean)) then
    perform ringfence.refuse('a_step_is_what_was_done', 'A step says of its absence what the absence is now.');
  end if;
  new.after_close := exists (select from ringfence.closed_month as closed join ringfence.place on place.unit = closed.unit
    where place.id = stands.place and closed.month = date_trunc('month', stands.day)::date);
  new.done_at := ringfence.moment();
  return new;
end $$;
create trigger step_is_taken before insert on ringfence.absence_step
  for each row execute function ringfence.step_is_taken();

-- When the transaction ends, every state that an absence was in has the step that led to it.
create function ringfence.every_state_has_its_step() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  kept boolean;
begin
  if ringfence.asked_by_wardroom() then return null; end if;
  perform set_config('wardroom.system', 'on', true);
  -- What was made up goes with its steps.
  select not exists (select from ringfence.absence where id = new.id)
    or exists (select from ringfence.absence_step where absence = new.id and number = new.version and ringfence.step_says(after, new))
    into kept;
  perform set_config('wardroom.system', before, true);
  if not kept then perform ringfence.refuse('every_state_has_its_step', 'An absence is changed by a step that says what was done.'); end if;
  return null;
end $$;
create constraint trigger every_state_has_its_step after insert or update on ringfence.absence
  deferrable initially deferred for each row execute function ringfence.every_state_has_its_step();

-- Whoever enters a line does it in their own name, at the moment it is done.
create function ringfence.line_is_entered() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.entered_by) or new.entered_by = 'wardroom' then
    perform ringfence.refuse('entered_by_who_acts', 'A line of the ledger is entered in the name of who enters it.');
  end if;
  new.entered_at := ringfence.moment();
  return new;
end $$;
create trigger line_is_entered before insert on ringfence.ledger_line
  for each row execute function ringfence.line_is_entered();

-- Whatever who sends it says of it: a record belongs where its duty does.
create function ringfence.sent_of_a_ward() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
begin
  perform set_config('wardroom.system', 'on', true);
  new.day := null;
  select duty.place, duty.day into new.place, new.day from ringfence.duty
    where duty.id = case when new.body ->> 'duty' ~ '^[0-9]{1,18}$' then (new.body ->> 'duty')::bigint end and duty.officer = new.officer;
  if new.day is null then
    new.day := today;
    select place.id into new.place from organisation.posting
      join organisation.post on post.id = posting.post and post.duty = 'ward'
      join ringfence.place on place.unit = post.unit and place.ward_code = any (post.ward_codes) and place.boundary_version = post.boundary_version
      where posting.officer = new.officer and posting.during && daterange(today - 92, today, '[]')
      order by least(upper(posting.during), today + 1) desc, posting.fraction desc, place.id limit 1;
  end if;
  perform set_config('wardroom.system', before, true);
  return new;
end $$;
create trigger sent_of_a_ward before insert on ringfence.sent_record
  for each row execute function ringfence.sent_of_a_ward();

create function ringfence.device_is_revoked() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() or (new.revoked_at, new.revoked_by) is not distinct from (old.revoked_at, old.revoked_by) then return new; end if;
  if old.revoked_at is not null then perform ringfence.refuse('revoked_once', 'A phone that was revoked stays revoked.'); end if;
  if new.revoked_at is null or not coalesce(allocation.acts_as(new.revoked_by), false) then
    perform ringfence.refuse('revoked_by_who_acts', 'A phone is revoked in the name of who revokes it.');
  end if;
  return new;
end $$;
create trigger device_is_revoked before update on ringfence.device
  for each row execute function ringfence.device_is_revoked();

create function ringfence.linked_by_who_acts() returns trigger language plpgsql as $$
begin
  if not platform.is_wardroom() and not allocation.acts_as(new.linked_by) then
    perform ringfence.refuse('linked_by_who_acts', 'An officer is linked in the name of who links them.');
  end if;
  return new;
end $$;
create trigger linked_by_who_acts before insert on ringfence.account
  for each row execute function ringfence.linked_by_who_acts();

-- A duty or leave is of an officer who is posted to the ward then, or was shortly before: attached elsewhere since.
create function ringfence.of_a_posted_officer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  posted boolean;
begin
  if ringfence.asked_by_wardroom() then return new; end if;
  perform set_config('wardroom.system', 'on', true);
  select exists (select from ringfence.place
      join organisation.post on post.unit = place.unit and place.ward_code = any (post.ward_codes) and post.boundary_version = place.boundary_version
      join organisation.posting on posting.post = post.id and posting.officer = new.officer and posting.during && daterange(new.day - 92, new.day, '[]')
      join organisation.officer on officer.id = new.officer and officer.synthetic = new.synthetic
    where place.id = new.place) into posted;
  perform set_config('wardroom.system', before, true);
  if not posted then perform ringfence.refuse('of_a_posted_officer', 'A duty belongs to a ward that the officer is posted to.'); end if;
  return new;
end $$;
create trigger of_a_posted_officer before insert on ringfence.duty for each row execute function ringfence.of_a_posted_officer();
create trigger of_a_posted_officer before insert on ringfence.leave for each row execute function ringfence.of_a_posted_officer();

-- Whoever confirms a duty does it in their own name: the officer as the officer, everybody else as the line. Whose it is and
-- on which day stays as it was written.
create function ringfence.duty_is_written() returns trigger language plpgsql as $$
declare
  theirs boolean := new.officer is not distinct from ringfence.own_officer();
begin
  if platform.is_wardroom() then return new; end if;
  if tg_op = 'UPDATE' and ((new.officer, new.place, new.post_class, new.day, new.synthetic)
      is distinct from (old.officer, old.place, old.post_class, old.day, old.synthetic) or new.version <> old.version + 1) then
    perform ringfence.refuse('a_duty_stays_whose_it_is', 'Whose a duty is, and on which day, is not changed: remove it and write another.');
  end if;
  if tg_op = 'UPDATE' then if new.confirmed is not distinct from old.confirmed and new.confirmed_by is not distinct from old.confirmed_by
    then return new; end if; end if;
  if new.confirmed is not null and (not allocation.acts_as(new.confirmed_by) or theirs <> (new.confirmed = 'officer')) then
    perform ringfence.refuse('confirmed_in_ones_own_name', 'A duty is confirmed in the name of who confirms it.');
  end if;
  return new;
end $$;
create trigger duty_is_written before insert or update on ringfence.duty for each row execute function ringfence.duty_is_written();

-- What a duty is for and by whose order stays as it was written; whoever ordered it cannot alone confirm, correct or remove it.
create function ringfence.duty_not_by_who_ordered() returns trigger language plpgsql as $$
declare
  own boolean := false;
begin
  if not platform.is_wardroom() then
    if tg_op = 'INSERT' then
      own := new.confirmed is not null and new.ordered_person = platform.acting_person();
    else
      own := old.ordered_person = platform.acting_person();
    end if;
    if own then perform ringfence.refuse('duty_not_by_who_ordered', 'Whoever ordered a duty leaves it to somebody else to confirm or correct.'); end if;
    if tg_op = 'UPDATE' and (new.kind, new.reason, new.ordered_by, new.ordered_person, new.event)
        is distinct from (old.kind, old.reason, old.ordered_by, old.ordered_person, old.event) then
      perform ringfence.refuse('a_duty_stays_by_its_order', 'What a duty is for and who ordered it is not changed: remove it and write another.');
    end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger duty_not_by_who_ordered before insert or update or delete on ringfence.duty
  for each row execute function ringfence.duty_not_by_who_ordered();

-- Whether a duty or leave is counted follows from the post book: nobody says it by hand.
create function ringfence.counted_by_the_post_book() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if not new.counted then
    if tg_op = 'INSERT' then perform ringfence.refuse('counted_by_the_post_book', 'Whether time is counted follows from the post book.'); end if;
    if old.counted then perform ringfence.refuse('counted_by_the_post_book', 'Whether time is counted follows from the post book.'); end if;
  elsif tg_op = 'UPDATE' then
    if not old.counted then perform ringfence.refuse('counted_by_the_post_book', 'Whether time is counted follows from the post book.'); end if;
  end if;
  return new;
end $$;
create trigger counted_by_the_post_book before insert or update of counted on ringfence.duty
  for each row execute function ringfence.counted_by_the_post_book();
create trigger counted_by_the_post_book before insert or update of counted on ringfence.leave
  for each row execute function ringfence.counted_by_the_post_book();

create function ringfence.leave_is_recorded() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() or not new.by_book then return new; end if;
  if tg_op = 'UPDATE' then if old.by_book then return new; end if; end if;
  perform ringfence.refuse('leave_is_recorded', 'Leave that somebody records is not of the post book.');
  return new;
end $$;
create trigger leave_is_recorded before insert or update of by_book on ringfence.leave
  for each row execute function ringfence.leave_is_recorded();

-- Nothing that anybody wrote is lost: what is changed or taken away was kept as it was.
create function ringfence.kept_as_it_was() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  kept boolean;
begin
  if ringfence.asked_by_wardroom() then return null; end if;
  if tg_table_name = 'leave' then if old.by_book then return null; end if; end if;
  perform set_config('wardroom.system', 'on', true);
  -- What was made up goes with its officer.
  select not exists (select from organisation.officer where id = old.officer)
    or exists (select from ringfence.revision where kind = tg_table_name and row_id = old.id
      and (revision.before ->> 'version')::integer = old.version) into kept;
  perform set_config('wardroom.system', before, true);
  if not kept then perform ringfence.refuse('kept_as_it_was', 'What is changed or removed is kept as it was.'); end if;
  return null;
end $$;
create constraint trigger kept_as_it_was after update or delete on ringfence.duty
  deferrable initially deferred for each row execute function ringfence.kept_as_it_was();
create constraint trigger kept_as_it_was after update or delete on ringfence.leave
  deferrable initially deferred for each row execute function ringfence.kept_as_it_was();

-- A real duty is an operational record, and is not kept beside the demonstration; what is made up ends with it.
create function ringfence.is_made_up_or_real() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() and new.synthetic then return new; end if;
  perform performance.keep_made_up_apart(new.synthetic, 'a real duty');
  return new;
end $$;
do $$
declare
  each text;
begin
  foreach each in array array['duty', 'leave', 'roster', 'policy', 'event'] loop
    execute format('create trigger is_made_up_or_real before insert on ringfence.%I
      for each row execute function ringfence.is_made_up_or_real()', each);
  end loop;
end $$;

-- The made-up book takes its duties with it: see migration 0018.
create or replace function organisation.take_out_made_up_book(of_unit text)
  returns table (officer text, kind text, "from" text, until text) language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  if not platform.may_at('postings', 'write', of_unit) then
    raise exception using errcode = 'insufficient_privilege', message = 'The made-up book is not yours to take out.';
  end if;
  perform set_config('wardroom.system', 'on', true);
  delete from ringfence.sent_record as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.device as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.account as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  -- The ledger of a duty goes with the duty, so that nothing is left to add up to.
  delete from ringfence.ledger_line as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  -- What was folded names no officer.
  delete from ringfence.ledger_line as gone using ringfence.place where place.id = gone.place and place.unit = of_unit and gone.synthetic;
  delete from ringfence.absence_step as gone using ringfence.absence, organisation.officer
    where absence.id = gone.absence and officer.id = absence.officer and officer.unit = of_unit and officer.synthetic;
  update ringfence.absence as charged set charged_to = null, charged_duty = null from organisation.officer
    where officer.id = charged.officer and officer.unit = of_unit and officer.synthetic
      and num_nonnulls(charged.charged_to, charged.charged_duty) > 0;
  delete from ringfence.absence as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.revision as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.leave as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.duty as gone using organisation.officer where officer.id = gone.officer and officer.unit = of_unit and officer.synthetic;
  delete from ringfence.held_back as gone using ringfence.roster where roster.id = gone.roster and roster.unit = of_unit and roster.synthetic;
  delete from ringfence.roster where unit = of_unit and synthetic;
  delete from ringfence.closed_month where unit = of_unit and synthetic;
  delete from ringfence.promise as gone using ringfence.place where place.id = gone.place and place.unit = of_unit and gone.synthetic;
  delete from ringfence.policy where unit = of_unit and synthetic;
  delete from ringfence.event where unit = of_unit and synthetic;
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
