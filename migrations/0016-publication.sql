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
  -- What it was approved to take the place of; null where nothing was published.
  approved_before bigint references publication.item,
  alone boolean not null default false,
  published_by text,
  published_at timestamptz,
  -- What readers were shown. A withdrawal does not take it from here: readers know it, and later releases must reckon with it.
  shown jsonb,
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
  -- In the order in which they were published: of two of one day the later stands.
  sequence bigint generated always as identity,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create index snapshot_by_key on publication.snapshot (kind, key, sequence desc);

-- Who could have been the second person: 'several' where somebody else than the approver has ever held a role that approves
-- roles, 'one' where only the approver has, 'none' where nobody has. The demonstration's people are nobody.
create function publication.approvers_ever(approver text) returns text stable language sql
  security definer set search_path = pg_catalog as $$
  select case when bool_or(role_grant.person is distinct from approver) then 'several' when bool_or(true) then 'one' else 'none' end
  from identity.role_grant join identity.person on person.id = role_grant.person
  where may_approve and approved_at is not null and not demonstration $$;
revoke all on function publication.approvers_ever(text) from public;
grant execute on function publication.approvers_ever(text) to wardroom_app;

-- How many of a kind and key were ever published, wherever they are: who publishes the next must have read them all.
create function publication.published_ever(kind text, key text) returns bigint stable language sql
  security definer set search_path = pg_catalog as $$
  select count(*) from publication.item
  where item.kind = published_ever.kind and item.key = published_ever.key and published_at is not null $$;
revoke all on function publication.published_ever(text, text) from public;
grant execute on function publication.published_ever(text, text) to wardroom_app;

-- Whether who acts in this transaction may write this name under what is done: a person only their own, and what acts
-- without a person that of nobody.
create function publication.acts_as(name text) returns boolean stable language sql as $$
  select platform.is_wardroom() or case when platform.acting_person() is null then name not like 'person:%'
    else name = platform.acting_person() end $$;

-- The two-person rule, whoever writes: services check it first and say it in words.
create function publication.check_item() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if platform.is_wardroom() then return new; end if;
    if (new.state, new.version) is distinct from ('draft', 1) or num_nonnulls(new.proposed_by, new.proposed_at,
        new.approved_by, new.approved_at, new.approved_hash, new.approved_snapshot_hash, new.approved_before,
        new.published_by, new.published_at, new.shown, new.withdrawn_by, new.withdrawn_at, new.withdrawn_reason) > 0
      or new.alone or new.changed_by is distinct from new.author then
      raise exception using errcode = 'WR024', message = 'What is to be published begins as a draft.';
    end if;
    if not publication.acts_as(new.author) then
      raise exception using errcode = 'WR022', message = 'It is drafted by who acts, in no other name.';
    end if;
    return new;
  end if;
  if (new.id, new.kind, new.module, new.key, new.unit, new.borough, new.ward, new.author, new.created_at)
    is distinct from (old.id, old.kind, old.module, old.key, old.unit, old.borough, old.ward, old.author, old.created_at) then
    raise exception using errcode = 'WR020', message = 'What is to be published stays what it was begun as.';
  end if;
  if old.approved_at is not null and (new.version, new.content_hash, new.in_force_from, new.facets, new.changed_by,
      new.changed_at, new.approved_by, new.approved_at, new.approved_hash, new.approved_snapshot_hash, new.approved_before,
      new.alone)
    is distinct from (old.version, old.content_hash, old.in_force_from, old.facets, old.changed_by, old.changed_at,
      old.approved_by, old.approved_at, old.approved_hash, old.approved_snapshot_hash, old.approved_before, old.alone) then
    raise exception using errcode = 'WR021', message = 'What was approved stays as it was approved.';
  end if;
  if old.published_at is not null and (new.published_by, new.published_at, new.shown)
    is distinct from (old.published_by, old.published_at, old.shown) then
    raise exception using errcode = 'WR021', message = 'What was published stays as it was published.';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'proposed'), ('draft', 'withdrawn'),
      ('proposed', 'approved'), ('proposed', 'withdrawn'), ('approved', 'published'), ('approved', 'withdrawn'),
      ('published', 'withdrawn')) then
    raise exception using errcode = 'WR024', message = 'It cannot go from where it stands to there.';
  end if;
  -- Whoever changes the content is written down as its changer, and cannot then approve it.
  if (new.version, new.content_hash, new.in_force_from, new.facets, new.changed_by, new.changed_at)
      is distinct from (old.version, old.content_hash, old.in_force_from, old.facets, old.changed_by, old.changed_at)
    and not (new.version = old.version + 1 and publication.acts_as(new.changed_by)) then
    raise exception using errcode = 'WR022', message = 'It is changed by who acts, in no other name.';
  end if;
  if (new.proposed_by is distinct from old.proposed_by and not publication.acts_as(new.proposed_by))
    or (new.approved_by is distinct from old.approved_by and not publication.acts_as(new.approved_by))
    or (new.published_by is distinct from old.published_by and not publication.acts_as(new.published_by))
    or (new.withdrawn_by is distinct from old.withdrawn_by and not publication.acts_as(new.withdrawn_by)) then
    raise exception using errcode = 'WR022', message = 'It is proposed, approved, published and withdrawn by who acts, in no other name.';
  end if;
  if new.approved_at is null or old.approved_at is not null then return new; end if;
  if new.approved_by <> 'wardroom' and ((new.alone and publication.approvers_ever(new.approved_by) = 'several')
    or (new.approved_by not like 'person:%' and publication.approvers_ever(new.approved_by) <> 'none')
    or (new.approved_by like 'person:%' and not new.alone and (new.author like 'cli:%' or new.changed_by like 'cli:%'))) then
    raise exception using errcode = 'WR023', message = 'It is approved by a second person.';
  end if;
  return new;
end $$;

-- What readers see is what was approved, and only ever taken away.
create function publication.check_snapshot() returns trigger language plpgsql as $$
begin
  if not exists (select from publication.item where item.id = new.item
      and item.state = case when tg_op = 'INSERT' then 'published' else 'withdrawn' end
      and item.approved_snapshot_hash = new.content_hash
      and (item.kind, item.module, item.key, item.unit, item.borough, item.ward, item.in_force_from, item.alone,
          item.published_at)
        is not distinct from (new.kind, new.module, new.key, new.unit, new.borough, new.ward, new.in_force_from, new.alone,
          new.published_at)
      and (item.withdrawn_at, item.withdrawn_reason) is not distinct from (new.withdrawn_at, new.withdrawn_reason)
      and (tg_op = 'UPDATE' or item.shown = new.content)) then
    raise exception using errcode = 'WR025', message = 'Readers see what was approved, as it was approved.';
  end if;
  if tg_op = 'UPDATE' and (old.withdrawn_at is not null
      or (new.item, new.disclosure, new.sequence) is distinct from (old.item, old.disclosure, old.sequence)
      or (new.content is not null and (new.content, new.facets) is distinct from (old.content, old.facets))
      or (new.content is null and new.facets <> '{}')) then
    raise exception using errcode = 'WR025', message = 'What readers see is only ever taken away.';
  end if;
  return new;
end $$;

-- Plans adopted before two people were needed stay in force, each under its number.
insert into publication.item (id, kind, module, key, unit, in_force_from, facets, state, content_hash, author, created_at,
  changed_by, changed_at, proposed_by, proposed_at, approved_by, approved_at, approved_hash, approved_snapshot_hash, alone,
  published_by, published_at, shown)
overriding system value
select id, 'allocation.plan', 'allocation', unit, unit, in_force_from,
  jsonb_build_object('boundaryVersion', plan ->> 'boundaryVersion', 'synthetic', synthetic), 'published', hash,
  adopted_by, adopted_at, adopted_by, adopted_at, adopted_by, adopted_at, adopted_by, adopted_at, hash, hash, true,
  adopted_by, adopted_at, plan
from (select *, encode(sha256(convert_to(plan::text, 'UTF8')), 'hex') as hash from allocation.plan) as adopted;
insert into publication.version (item, version, content, content_hash, in_force_from, changed_by, changed_at)
select item.id, 1, jsonb_build_object('options', plan.options, 'plan', plan.plan), content_hash, item.in_force_from,
  changed_by, changed_at
from publication.item join allocation.plan using (id);
insert into publication.snapshot (item, kind, module, key, unit, in_force_from, facets, published_at, alone, content,
  content_hash, disclosure)
select item.id, kind, module, key, item.unit, item.in_force_from, facets, published_at, alone, plan.plan, content_hash, '{}'
from publication.item join allocation.plan using (id) order by id;
select setval(pg_get_serial_sequence('publication.item', 'id'), (select max(id) from publication.item));
drop table allocation.plan;

create trigger check_item before insert or update on publication.item
  for each row execute function publication.check_item();
create trigger check_snapshot before insert or update on publication.snapshot
  for each row execute function publication.check_snapshot();

-- Drafts are for those who may read the module there; who may write makes and changes them, and takes them back; who may
-- approve decides. What is published anyone may read from its day, by London's calendar.
grant usage on schema publication to wardroom_app;
grant usage on all sequences in schema publication to wardroom_app;
grant select, insert, update on publication.item to wardroom_app;
grant select, insert on publication.version, publication.snapshot to wardroom_app;
grant update (withdrawn_at, withdrawn_reason, content, facets) on publication.snapshot to wardroom_app;

-- What the principal may do where is worked out once in a statement, not for every row.
alter table publication.item enable row level security;
alter table publication.item force row level security;
create policy readers_of_the_module on publication.item for select
  using ((select platform.places_for('read')) && platform.place_keys(module, unit, borough, ward));
create policy writers_draft on publication.item for insert
  with check (state = 'draft' and (select platform.places_for('write')) && platform.place_keys(module, unit, borough, ward));
create policy writers_change on publication.item for update
  using (state in ('draft', 'proposed')
    and (select platform.places_for('write')) && platform.place_keys(module, unit, borough, ward))
  with check (published_at is null and approved_at is null and state in ('draft', 'proposed', 'withdrawn')
    and (select platform.places_for('write')) && platform.place_keys(module, unit, borough, ward));
create policy approvers_decide on publication.item for update
  using ((select platform.places_for('approve')) && platform.place_keys(module, unit, borough, ward));
create policy wardroom_itself on publication.item using ((select platform.is_wardroom()));

alter table publication.version enable row level security;
alter table publication.version force row level security;
create policy as_the_item on publication.version for select
  using (exists (select from publication.item where item.id = version.item));
create policy writers_save on publication.version for insert
  with check (publication.acts_as(changed_by) and exists (select from publication.item where item.id = version.item
    and (item.version, item.content_hash, item.in_force_from) = (version.version, version.content_hash, version.in_force_from)
    and (select platform.places_for('write')) && platform.place_keys(item.module, item.unit, item.borough, item.ward)));
create policy wardroom_itself on publication.version using ((select platform.is_wardroom()));

alter table publication.snapshot enable row level security;
alter table publication.snapshot force row level security;
create policy anyone_from_its_day on publication.snapshot for select
  using (in_force_from <= (select (now() at time zone 'Europe/London')::date));
create policy readers_of_the_module on publication.snapshot for select
  using ((select platform.places_for('read')) && platform.place_keys(module, unit, borough, ward));
create policy approvers_publish on publication.snapshot for insert
  with check ((select platform.places_for('approve')) && platform.place_keys(module, unit, borough, ward)
    and exists (select from publication.item where id = snapshot.item and item.state = 'published'));
create policy approvers_withdraw on publication.snapshot for update
  using ((select platform.places_for('approve')) && platform.place_keys(module, unit, borough, ward));
create policy wardroom_itself on publication.snapshot using ((select platform.is_wardroom()));
