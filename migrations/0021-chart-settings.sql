-- What people enter about control charts: step changes and the months that limits are taken from, each with its reason.
-- Nothing of them is deleted: what no longer holds is withdrawn with a reason.

create table performance.chart_setting (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- Where the area lies; empty for one of several boroughs, and the ward for a ward alone.
  borough_code text,
  ward_code text,
  -- Name in the catalogue of measures, and the area's word.
  measure text not null check (measure <> ''),
  area text not null check (area <> ''),
  kind text not null check (kind in ('step change', 'held limits')),
  -- Months as text: a step change is from one on, limits are taken from the first to the last.
  from_month text not null check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  to_month text check (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  reason text not null check (reason <> ''),
  -- True for what made-up people of the demonstration entered: it holds for made-up figures only.
  synthetic boolean not null,
  entered_by text not null,
  entered_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because <> ''),
  check ((kind = 'held limits') = (to_month is not null) and (to_month is null or to_month > from_month)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
-- What stands is entered once: a step change a month, and one stretch of months that limits are taken from.
create unique index one_standing_chart_setting on performance.chart_setting
  (unit, measure, area, kind, (case when kind = 'step change' then from_month else '' end), synthetic)
  where withdrawn_at is null;

-- When something is written is told by the records' own clock, whatever was sent: to the millisecond, as the application
-- reads it. Wardroom itself is apart.
create function performance.moment() returns timestamptz language sql as $$
  select date_trunc('milliseconds', clock_timestamp()) $$;

-- Made up is what is written while the demonstration is on, and nothing else: no real work is kept beside it, and nobody
-- calls real work made up.
create function performance.keep_made_up_apart(synthetic boolean, what text) returns void language plpgsql as $$
begin
  if not synthetic then perform platform.refuse_while_demonstration(what);
  elsif not exists (select from identity.demonstration where state = 'on') then
    raise exception using errcode = 'check_violation', constraint = 'made_up_in_the_demonstration', schema = 'performance',
      message = 'Only what is written in the demonstration is made up.';
  end if;
end $$;

-- An entry is withdrawn once, by who acts, and is otherwise never changed.
create function performance.chart_setting_stays() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if old.withdrawn_at is not null or new.withdrawn_at is null or not allocation.acts_as(new.withdrawn_by) then
    raise exception using errcode = 'check_violation', constraint = 'withdrawn_once', schema = 'performance',
      table = tg_table_name, message = 'It is withdrawn once, in the name of who withdraws it.';
  end if;
  new.withdrawn_at := performance.moment();
  return new;
end $$;
create trigger chart_setting_stays before update on performance.chart_setting
  for each row execute function performance.chart_setting_stays();

-- Whether an area lies where its row says: a unit in itself, what has an official code in its borough and, as a ward, in
-- itself, a cluster in the unit and borough that have it. May_at() then says who may enter something about it.
create function performance.lies_there(area text, unit text, borough text, ward text) returns boolean stable language sql as $$
  select case
    when exists (select from organisation.command_unit where name = area) then area = unit and num_nonnulls(borough, ward) = 0
    when exists (select from organisation.unit_borough as held where held.unit = lies_there.unit and borough_code = area) then
      borough = area and ward is null
    when exists (select from geography.area as official where code = area) then
      exists (select from geography.area as official where code = area and official.borough_code = borough
        and (ward = area or (ward is null and version not like 'wards-%')))
      and exists (select from organisation.unit_borough as held where held.unit = lies_there.unit and held.borough_code = borough)
    else ward is null and exists (select from organisation.cluster as known
      where known.unit = lies_there.unit and name = area and known.borough_code = borough) end $$;

create function performance.chart_setting_is_operational() returns trigger language plpgsql as $$
begin
  perform performance.keep_made_up_apart(new.synthetic, 'a real setting of a chart');
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.entered_by) or new.withdrawn_at is not null then
    raise exception using errcode = 'check_violation', constraint = 'entered_by_who_acts', schema = 'performance',
      table = tg_table_name, message = 'It is entered in the name of who enters it.';
  end if;
  new.entered_at := performance.moment();
  if greatest(new.from_month, new.to_month) > to_char(new.entered_at at time zone 'Europe/London', 'YYYY-MM') then
    raise exception using errcode = 'check_violation', constraint = 'months_that_were', schema = 'performance',
      table = tg_table_name, message = 'It is about months up to this one.';
  end if;
  if not performance.lies_there(new.area, new.unit, new.borough_code, new.ward_code) then
    raise exception using errcode = 'check_violation', constraint = 'entered_where_it_lies', schema = 'performance',
      table = tg_table_name, message = 'It is entered where its area lies.';
  end if;
  return new;
end $$;
create trigger chart_setting_is_operational before insert on performance.chart_setting
  for each row execute function performance.chart_setting_is_operational();

grant select, insert on performance.chart_setting to wardroom_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_because) on performance.chart_setting to wardroom_app;
alter table performance.chart_setting enable row level security;
alter table performance.chart_setting force row level security;
create policy wardroom_itself on performance.chart_setting using ((select platform.is_wardroom()));
-- What a chart is drawn by is as public as the chart.
create policy seen_by_everyone on performance.chart_setting for select using (true);
create policy entered_where_it_is on performance.chart_setting for insert
  with check (platform.may_at('performance', 'write', unit, borough_code, ward_code));
create policy withdrawn_where_it_is on performance.chart_setting for update
  using (platform.may_at('performance', 'write', unit, borough_code, ward_code));
