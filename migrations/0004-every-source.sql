-- What the remaining public sources bring besides figures: sets of LSOAs and forces, lookups between sets of areas,
-- tables of harm weights, and what a force publishes of its neighbourhoods. All stay with their import.

alter table geography.boundary_set drop constraint boundary_set_kind_check;
alter table geography.boundary_set add check (kind in ('ward', 'borough', 'lsoa', 'force'));

-- A lookup gives for each area of one set the area of another that it belongs to, wholly or by best fit. Sets are
-- named as the file's columns name them, such as LSOA21 and WD24; codes and targets are parallel.
create table geography.area_lookup (
  import_id bigint primary key references sources.import,
  from_set text not null,
  to_set text not null,
  codes text[] not null,
  targets text[] not null,
  check (cardinality(codes) = cardinality(targets))
);

create table measures.harm_weight (
  import_id bigint not null references sources.import,
  version text not null,
  source text not null,
  offence text not null,
  weight double precision not null check (weight >= 0),
  primary key (import_id, version, source, offence)
);

-- What the API of data.police.uk says of a neighbourhood: its team, priorities, events, boundary; body as published.
create table geography.police_neighbourhood (
  import_id bigint not null references sources.import,
  force text not null,
  neighbourhood text not null,
  part text not null check (part in ('details', 'people', 'priorities', 'events', 'boundary')),
  body jsonb not null,
  primary key (import_id, force, neighbourhood, part)
);
