-- Sets of measures in named, ordered groups, by which performance is compared, beside those that come with Wardroom. A version
-- is never changed: a later one takes its place from its first day. A name is of the unit that used it first, since whoever
-- compares names a set by it; the names of the sets that come with Wardroom are nobody's, since visitors see those.

create table performance.measure_set (
  unit text not null references organisation.command_unit,
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- However its hyphens stand: names are matched without them.
  constraint name_comes_with_wardroom check (replace(name, '-', '') not in ('publicspace', 'mopac7')),
  version integer not null check (version >= 1),
  title text not null check (title <> ''),
  -- First day on which it is in force.
  in_force_from date not null,
  -- Who agreed it, or where it was published.
  source text not null check (source <> ''),
  -- [{ title, rows: [{ measure, printed }] }]
  groups jsonb not null check (jsonb_typeof(groups) = 'array' and jsonb_array_length(groups) > 0),
  -- True for what was added in the demonstration: it ends with it.
  synthetic boolean not null,
  added_by text not null,
  added_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because <> ''),
  primary key (name, version),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);

-- Versions follow each other one by one, each from a later day than the last and no later version from a day that is over,
-- in the name of who adds it. The names compared are those without hyphens: one that differs by them would hide the other.
create function performance.measure_set_in_order() returns trigger language plpgsql as $$
declare
  last integer;
  standing performance.measure_set;
begin
  perform performance.keep_made_up_apart(new.synthetic, 'a real set of measures');
  if platform.is_wardroom() then return new; end if;
  select max(version) into last from performance.measure_set where name = new.name;
  select * into standing from performance.measure_set
    where replace(name, '-', '') = replace(new.name, '-', '') and withdrawn_at is null order by version desc limit 1;
  if new.version <> coalesce(last, 0) + 1 or new.withdrawn_at is not null or not allocation.acts_as(new.added_by) then
    raise exception using errcode = 'check_violation', constraint = 'added_in_order', schema = 'performance',
      table = tg_table_name, message = 'A set is added as the next version, in the name of who adds it.';
  end if;
  new.added_at := performance.moment();
  if (standing.name, standing.unit) is distinct from (new.name, new.unit) and standing.name is not null then
    raise exception using errcode = 'check_violation', constraint = 'name_of_one_unit', schema = 'performance',
      table = tg_table_name, message = 'A set of this name is another unit''s.';
  end if;
  if new.in_force_from <= standing.in_force_from
    or (standing.name is not null and new.in_force_from < (new.added_at at time zone 'Europe/London')::date) then
    raise exception using errcode = 'check_violation', constraint = 'in_force_later', schema = 'performance',
      table = tg_table_name, message = 'A later version is in force from a later day, which is not over.';
  end if;
  return new;
end $$;
create trigger measure_set_in_order before insert on performance.measure_set
  for each row execute function performance.measure_set_in_order();

-- What was made up is withdrawn once, with the demonstration; nothing else of a version is ever changed.
create function performance.measure_set_stays() returns trigger language plpgsql as $$
begin
  if not old.synthetic or old.withdrawn_at is not null or new.withdrawn_at is null or not allocation.acts_as(new.withdrawn_by) then
    raise exception using errcode = 'check_violation', constraint = 'withdrawn_once', schema = 'performance',
      table = tg_table_name, message = 'Only a made-up set is withdrawn, once, in the name of who withdraws it.';
  end if;
  if not platform.is_wardroom() then new.withdrawn_at := performance.moment(); end if;
  return new;
end $$;
create trigger measure_set_stays before update on performance.measure_set
  for each row execute function performance.measure_set_stays();

grant select, insert on performance.measure_set to wardroom_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_because) on performance.measure_set to wardroom_app;
alter table performance.measure_set enable row level security;
alter table performance.measure_set force row level security;
create policy wardroom_itself on performance.measure_set using ((select platform.is_wardroom()));
-- What is compared is public, as the figures are.
create policy seen_by_everyone on performance.measure_set for select using (true);
create policy added_by_the_unit on performance.measure_set for insert
  with check (unit = any ((select organisation.whole_units_for('performance', 'write'))::text[]));
create policy withdrawn_by_the_unit on performance.measure_set for update
  using (unit = any ((select organisation.whole_units_for('performance', 'write'))::text[]));
