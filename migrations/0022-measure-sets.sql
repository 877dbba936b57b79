-- Sets of measures in named, ordered groups, by which performance is compared: further ones, and later versions of those
-- that come with Wardroom. A version is never changed: a later one takes its place from its first day.

create table performance.measure_set (
  unit text not null references organisation.command_unit,
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version >= 1),
  title text not null check (title <> ''),
  -- First day on which it is in force.
  in_force_from date not null,
  -- Who agreed it, or where it was published.
  source text not null check (source <> ''),
  -- [{ title, rows: [{ measure, printed }] }]
  groups jsonb not null check (jsonb_typeof(groups) = 'array' and jsonb_array_length(groups) > 0),
  added_by text not null,
  added_at timestamptz not null,
  primary key (name, version)
);

grant select, insert on performance.measure_set to wardroom_app;
alter table performance.measure_set enable row level security;
alter table performance.measure_set force row level security;
create policy wardroom_itself on performance.measure_set using ((select platform.is_wardroom()));
-- What is compared is public, as the figures are.
create policy seen_by_everyone on performance.measure_set for select using (true);
create policy added_by_the_unit on performance.measure_set for insert
  with check (unit = any ((select organisation.whole_units_for('performance', 'write'))::text[]));
