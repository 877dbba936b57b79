-- What leaves the building: drafts, approvals by a second person, and what is published.
-- See docs/decisions/0015-nothing-is-published-by-its-author-alone.md.

create schema publication;

-- One thing to be published, such as a plan. Later ones of the same kind and key take its place from their date.
create table publication.item (
  id bigint generated always as identity primary key,
  kind text not null,
  module text not null,
  key text not null,
  unit text,
  borough text,
  ward text,
  in_force_from date not null,
  facets jsonb not null default '{}',
  state text not null check (state in ('draft', 'proposed', 'approved', 'published', 'withdrawn')),
  -- Counts the contents saved, from 1; a change or an approval names the one it was made on.
  version integer not null default 1 check (version >= 1),
  content_hash text not null,
  author text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  proposed_by text,
  proposed_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  approved_hash text,
  approved_snapshot_hash text,
  alone boolean not null default false,
  published_by text,
  published_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint approved_by_someone_else check (approved_by is null or alone or approved_by not in (author, changed_by)),
  constraint approved_as_it_stands check (state not in ('approved', 'published') or approved_hash = content_hash),
  constraint published_after_approval check (published_at is null or approved_at is not null),
  constraint states_are_complete check (
    (state <> 'proposed' or proposed_at is not null)
    and (state <> 'approved' or (approved_at is not null and approved_by is not null))
    and (state <> 'published' or published_at is not null)
    and ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason is not null)))
);
create index item_by_key on publication.item (kind, key, id desc);

-- Every content an item ever had, so that nothing anybody wrote is lost.
create table publication.version (
  item bigint not null references publication.item,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  in_force_from date not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (item, version)
);

-- What readers see, after disclosure control; content is null where a withdrawal took it back.
create table publication.snapshot (
  item bigint primary key references publication.item,
  kind text not null,
  module text not null,
  key text not null,
  unit text,
  borough text,
  ward text,
  in_force_from date not null,
  facets jsonb not null,
  published_at timestamptz not null,
  alone boolean not null,
  content jsonb,
  content_hash text not null,
  disclosure jsonb not null,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create index snapshot_by_key on publication.snapshot (kind, key, item desc);

-- How many people have ever held a role that approves roles: who could have been the second person. Made-up people of the
-- demonstration could not.
create function publication.approvers_ever() returns text stable language sql
  security definer set search_path = pg_catalog as $$
  select case count(distinct person.id) when 0 then 'none' when 1 then 'one' else 'several' end
  from identity.role_grant join identity.person on person.id = role_grant.person
  where may_approve and approved_at is not null and not demonstration $$;
revoke all on function publication.approvers_ever() from public;
grant execute on function publication.approvers_ever() to wardroom_app;

-- The two-person rule, whoever writes: services check it first and say it in words.
create function publication.check_item() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.module, new.key, new.unit, new.borough, new.ward, new.author, new.created_at)
    is distinct from (old.id, old.kind, old.module, old.key, old.unit, old.borough, old.ward, old.author, old.created_at) then
    raise exception using errcode = 'WR020', message = 'What is to be published stays what it was begun as.';
  end if;
  if old.approved_at is not null and (new.version, new.content_hash, new.in_force_from, new.facets, new.approved_by,
      new.approved_at, new.approved_hash, new.approved_snapshot_hash, new.alone)
    is distinct from (old.version, old.content_hash, old.in_force_from, old.facets, old.approved_by,
      old.approved_at, old.approved_hash, old.approved_snapshot_hash, old.alone) then
    raise exception using errcode = 'WR021', message = 'What was approved stays as it was approved.';
  end if;
  if new.approved_at is null or old.approved_at is not null then return new; end if;
  if new.approved_by like 'person:%' and platform.acting_person() is distinct from new.approved_by
    and not platform.is_wardroom() then
    raise exception using errcode = 'WR022', message = 'It is approved by who acts, in no other name.';
  end if;
  if new.approved_by <> 'wardroom' and ((new.alone and publication.approvers_ever() = 'several')
    or (new.approved_by not like 'person:%' and publication.approvers_ever() <> 'none')) then
    raise exception using errcode = 'WR023', message = 'It is approved by a second person.';
  end if;
  return new;
end $$;

-- Plans adopted before two people were needed stay in force, each under its number.
insert into publication.item (id, kind, module, key, unit, in_force_from, facets, state, content_hash, author, created_at,
  changed_by, changed_at, proposed_by, proposed_at, approved_by, approved_at, approved_hash, approved_snapshot_hash, alone,
  published_by, published_at)
overriding system value
select id, 'allocation.plan', 'allocation', unit, unit, in_force_from,
  jsonb_build_object('boundaryVersion', plan ->> 'boundaryVersion', 'synthetic', synthetic), 'published', hash,
  adopted_by, adopted_at, adopted_by, adopted_at, adopted_by, adopted_at, adopted_by, adopted_at, hash, hash, true,
  adopted_by, adopted_at
from (select *, encode(sha256(convert_to(plan::text, 'UTF8')), 'hex') as hash from allocation.plan) as adopted;
insert into publication.version (item, version, content, content_hash, in_force_from, changed_by, changed_at)
select item.id, 1, jsonb_build_object('options', plan.options, 'plan', plan.plan), content_hash, item.in_force_from,
  changed_by, changed_at
from publication.item join allocation.plan using (id);
insert into publication.snapshot (item, kind, module, key, unit, in_force_from, facets, published_at, alone, content,
  content_hash, disclosure)
select item.id, kind, module, key, item.unit, item.in_force_from, facets, published_at, alone, plan.plan, content_hash, '{}'
from publication.item join allocation.plan using (id);
select setval(pg_get_serial_sequence('publication.item', 'id'), (select max(id) from publication.item));
drop table allocation.plan;

create trigger check_item before update on publication.item
  for each row execute function publication.check_item();

-- Drafts are for those who may read the module there; who may write makes and changes them, and takes them back; who may
-- approve decides. What is published anyone may read from its day, by London's calendar.
grant usage on schema publication to wardroom_app;
grant usage on all sequences in schema publication to wardroom_app;
grant select, insert, update on publication.item, publication.snapshot to wardroom_app;
grant select, insert on publication.version to wardroom_app;

alter table publication.item enable row level security;
alter table publication.item force row level security;
create policy readers_of_the_module on publication.item for select
  using (platform.may_at(module, 'read', unit, borough, ward));
create policy writers_draft on publication.item for insert
  with check (state = 'draft' and platform.may_at(module, 'write', unit, borough, ward));
create policy writers_change on publication.item for update
  using (state in ('draft', 'proposed') and platform.may_at(module, 'write', unit, borough, ward))
  with check (published_at is null and approved_at is null and state in ('draft', 'proposed', 'withdrawn')
    and platform.may_at(module, 'write', unit, borough, ward));
create policy approvers_decide on publication.item for update
  using (platform.may_at(module, 'approve', unit, borough, ward));
create policy wardroom_itself on publication.item using ((select platform.is_wardroom()));

alter table publication.version enable row level security;
alter table publication.version force row level security;
create policy as_the_item on publication.version for select
  using (exists (select from publication.item where item.id = version.item));
create policy writers_save on publication.version for insert
  with check (exists (select from publication.item where item.id = version.item
    and platform.may_at(item.module, 'write', item.unit, item.borough, item.ward)));
create policy wardroom_itself on publication.version using ((select platform.is_wardroom()));

alter table publication.snapshot enable row level security;
alter table publication.snapshot force row level security;
create policy anyone_from_its_day on publication.snapshot for select
  using (in_force_from <= (now() at time zone 'Europe/London')::date);
create policy readers_of_the_module on publication.snapshot for select
  using (platform.may_at(module, 'read', unit, borough, ward));
create policy approvers_publish on publication.snapshot for insert
  with check (platform.may_at(module, 'approve', unit, borough, ward)
    and exists (select from publication.item where id = snapshot.item and item.state = 'published'));
create policy approvers_withdraw on publication.snapshot for update
  using (platform.may_at(module, 'approve', unit, borough, ward));
create policy wardroom_itself on publication.snapshot using ((select platform.is_wardroom()));
