-- What each import holds of each publisher on each set of areas, so that the figures of an area are found without
-- looking through those of all areas: which categories, and the totals by month from the first (null: none is held).
create table measures.holding (
  import_id bigint not null references sources.import,
  boundary_version text not null,
  publisher text not null,
  categories text[] not null,
  first_month text,
  totals double precision[] not null default '{}',
  primary key (import_id, boundary_version, publisher)
);

-- Of imports made before there was this table.
insert into measures.holding (import_id, boundary_version, publisher, categories)
select import_id, boundary_version, publisher, array_agg(distinct category)
from measures.series group by import_id, boundary_version, publisher;

update measures.holding set first_month = run.first_month, totals = run.totals
from (
  select span.import_id, span.boundary_version, span.publisher, span.first_month,
    array_agg(coverage.total order by each) as totals
  from (
    select import_id, boundary_version, publisher, min(month) as first_month, max(month) as last_month
    from measures.coverage group by import_id, boundary_version, publisher) as span
  cross join lateral generate_series(
    to_date(span.first_month, 'YYYY-MM'), to_date(span.last_month, 'YYYY-MM'), interval '1 month') as each
  left join measures.coverage on coverage.import_id = span.import_id
    and coverage.boundary_version = span.boundary_version and coverage.publisher = span.publisher
    and coverage.month = to_char(each, 'YYYY-MM')
  group by span.import_id, span.boundary_version, span.publisher, span.first_month) as run
where run.import_id = holding.import_id and run.boundary_version = holding.boundary_version
  and run.publisher = holding.publisher;
