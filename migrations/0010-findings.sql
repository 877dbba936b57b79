-- Months in which an import lacks something, judged when its figures were kept: see docs/methods/completeness.md.
-- area_codes null: every area of the file; categories null: every category. A month without a row is complete as far
-- as can be told.
create table measures.finding (
  import_id bigint not null references sources.import,
  boundary_version text not null,
  publisher text not null,
  month text not null,
  state text not null check (state in ('absent', 'stub', 'short', 'zero')),
  area_codes text[],
  categories text[],
  total double precision,
  expected double precision,
  empty_areas integer,
  of_areas integer
);
create index finding_by_import on measures.finding (import_id, boundary_version);
