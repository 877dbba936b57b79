-- Incidents in the lake are counted in ward sets that come after them. What their figures then depend on: which files
-- came in one command, since those are judged together (the first import of it), and which sets an import was placed in
-- only later, since those figures go when the boundaries do.
alter table sources.import add column command bigint;
alter table sources.import add column placed_later text[] not null default '{}';

-- Of imports made before: the audit of each command names its imports.
update sources.import set command = given.first
from (
  select min((each ->> 'id')::bigint) as first, array_agg((each ->> 'id')::bigint) as ids
  from platform.audit cross join lateral jsonb_array_elements(detail -> 'imports') as each
  where action = 'sources.import' group by audit.id) as given
where import.id = any (given.ids);
