-- The first records: areas, sources and their imports, measures, plans, the audit.

create schema platform;

-- One row for every write by a named service function, in the transaction of that write.
create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);

create schema geography;

create table geography.boundary_set (
  version text primary key,
  kind text not null check (kind in ('ward', 'borough')),
  title text not null,
  in_force_from date not null,
  in_force_until date,
  source text not null,
  check (in_force_until > in_force_from)
);

create table geography.area (
  version text not null references geography.boundary_set,
  code text not null,
  name text not null,
  borough_code text,
  borough_name text,
  primary key (version, code)
);

create schema organisation;

create table organisation.command_unit (
  name text primary key,
  force text not null,
  source text not null
);

create table organisation.unit_borough (
  unit text not null references organisation.command_unit,
  borough_code text not null,
  in_force_from date not null,
  in_force_until date,
  primary key (unit, borough_code, in_force_from)
);

create table organisation.budgeted_workforce (
  borough_code text not null,
  year text not null,
  rank text not null,
  position integer not null,
  full_time_equivalents numeric not null check (full_time_equivalents >= 0),
  source text not null,
  primary key (borough_code, year, rank)
);

create table organisation.named_post (
  borough_code text not null,
  team text not null,
  title text not null,
  position integer not null,
  rank text,
  full_time_equivalents numeric not null check (full_time_equivalents > 0),
  shared_with text,
  funded_by text,
  source text not null,
  primary key (borough_code, team, title)
);

create schema sources;

-- One row per file imported. A command's files share a vintage.
create table sources.import (
  id bigint generated always as identity primary key,
  vintage text not null,
  file text not null,
  sha256 text not null,
  kind text not null,
  recognised_as text not null,
  rows_read bigint not null check (rows_read >= 0),
  rows_used bigint not null check (rows_used >= 0),
  refused jsonb not null,
  notices jsonb not null,
  first_month text,
  last_month text,
  boundary_versions text[] not null,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  reverted_at timestamptz,
  reverted_by text
);
-- The same file twice in one vintage changes nothing.
create unique index import_once on sources.import (vintage, sha256) where reverted_at is null;

create table sources.lake_file (
  import_id bigint not null references sources.import,
  path text not null primary key,
  rows bigint not null
);

-- Boundaries stay with the import that brought them, so that a revert takes them back.
create table geography.boundary (
  import_id bigint not null references sources.import,
  version text not null references geography.boundary_set,
  code text not null,
  name text not null,
  borough_code text,
  borough_name text,
  polygons jsonb not null,
  primary key (import_id, version, code)
);

create schema measures;

-- One row per source category × area × import: a run of months. A thousand times fewer rows than one per value.
create table measures.series (
  import_id bigint not null references sources.import,
  boundary_version text not null,
  area_code text not null,
  category text not null,
  publisher text not null,
  first_month text not null,
  values double precision[] not null,
  primary key (import_id, boundary_version, area_code, category, publisher)
);
create index series_by_area on measures.series (area_code, category);

-- What each import holds by month, by which the complete of two files of one vintage is chosen.
create table measures.coverage (
  import_id bigint not null references sources.import,
  boundary_version text not null,
  publisher text not null,
  month text not null,
  total double precision not null,
  used boolean not null default true,
  primary key (import_id, boundary_version, publisher, month)
);

create schema allocation;

create table allocation.plan (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  in_force_from date not null,
  adopted_at timestamptz not null default now(),
  adopted_by text not null,
  synthetic boolean not null,
  options jsonb not null,
  plan jsonb not null
);
create index plan_in_force on allocation.plan (unit, in_force_from desc, id desc);
