-- From which to which of its months a run has values, kept beside it: unpacking every run to find out took most of the
-- time of asking which measures some wards have.
create function measures.first_filled(run double precision[]) returns int
  immutable strict parallel safe language sql as $$
    select case when run[1] is not null then 1
      else (select min(i) from generate_subscripts(run, 1) as i where run[i] is not null) end $$;
create function measures.last_filled(run double precision[]) returns int
  immutable strict parallel safe language sql as $$
    select case when run[cardinality(run)] is not null then cardinality(run)
      else (select max(i) from generate_subscripts(run, 1) as i where run[i] is not null) end $$;

alter table measures.series
  add column first_filled int generated always as (measures.first_filled(values)) stored,
  add column last_filled int generated always as (measures.last_filled(values)) stored;
