-- Which months of which areas an import gives up to a more complete file of its vintage and publisher. One row for
-- each pair of files and set of areas, so that it stays small; months, totals and by_totals are parallel.
create table measures.given_up (
  import_id bigint not null references sources.import,
  by_import_id bigint not null references sources.import,
  boundary_version text not null,
  publisher text not null,
  area_codes text[] not null,
  months text[] not null,
  totals double precision[] not null,
  by_totals double precision[] not null
);
create index given_up_by_import on measures.given_up (import_id, boundary_version);

-- Choices made before areas were looked at hold for the areas that both files have.
insert into measures.given_up
select loser.import_id, winner.import_id, boundary_version, publisher, shared.area_codes,
  array_agg(month order by month), array_agg(loser.total order by month), array_agg(winner.total order by month)
from measures.coverage as loser
join measures.coverage as winner using (boundary_version, publisher, month)
join sources.import as losing on losing.id = loser.import_id and losing.reverted_at is null
join sources.import as winning
  on winning.id = winner.import_id and winning.reverted_at is null and winning.vintage = losing.vintage
cross join lateral (
  select array_agg(distinct area_code order by area_code) as area_codes
  from measures.series as ours
  where ours.import_id = loser.import_id and ours.boundary_version = loser.boundary_version
    and ours.publisher = loser.publisher
    and exists (
      select from measures.series as theirs
      where theirs.import_id = winner.import_id and theirs.boundary_version = ours.boundary_version
        and theirs.publisher = ours.publisher and theirs.area_code = ours.area_code)) as shared
where not loser.used and winner.used and shared.area_codes is not null
group by loser.import_id, winner.import_id, boundary_version, publisher, shared.area_codes;

alter table measures.coverage drop column used;
