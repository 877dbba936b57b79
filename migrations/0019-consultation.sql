-- Reviews of the allocation, the weights that parties propose in them, and what was chosen.
-- Nothing of them is deleted, and every earlier wording is kept.

create table allocation.review (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- The year it opened and its turn in it, as people call it: "2026-1".
  number text not null check (number ~ '^\d{4}-[1-9]\d*$'),
  name text not null check (name <> ''),
  -- What is asked, and why now, in the words of who opened it.
  question text not null,
  -- { dwo, pcso, floors: { dwo, pcso }, ceilings: { dwo, pcso } }: what every proposal is solved for.
  numbers jsonb not null,
  -- The figures as they stood when it opened (DemandParts), and their hash: a later revision is seen by it.
  demand jsonb not null,
  demand_hash text not null,
  synthetic boolean not null,
  -- The day the plan that comes of it is to come into force.
  in_force_from date not null,
  opens_on date not null,
  -- The last day on which proposals are taken, in London.
  closes_on date not null check (closes_on >= opens_on),
  -- [{ kind, name, borough, ward }]: who was asked.
  invited jsonb not null,
  opened_by text not null,
  opened_at timestamptz not null,
  -- Closed before its closing day was over, which became that day; empty again once a later day opens it again.
  closed_by text,
  closed_at timestamptz,
  closed_because text check (closed_because <> ''),
  abandoned_by text,
  abandoned_at timestamptz,
  abandoned_because text check (abandoned_because <> ''),
  version integer not null default 1 check (version >= 1),
  unique (unit, number),
  constraint closed_on_its_closing_day check ((closed_at is null) = (closed_by is null)
    and (closed_at is null) = (closed_because is null)
    and (closed_at is null or closes_on = (closed_at at time zone 'Europe/London')::date)),
  check ((abandoned_at is null) = (abandoned_by is null) and (abandoned_at is null) = (abandoned_because is null))
);

create table allocation.review_revision (
  review bigint not null references allocation.review,
  version integer not null,
  -- The review's own columns as they then stood.
  content jsonb not null,
  -- Why it was changed, such as a later closing date; empty for the first.
  because text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (review, version)
);

create table allocation.weight_proposal (
  id bigint generated always as identity primary key,
  review bigint not null references allocation.review,
  unit text not null references organisation.command_unit,
  party_kind text not null check (party_kind in ('police', 'council', 'ward-panel', 'partner')),
  party text not null check (party <> ''),
  -- What tells apart several of one party: "Police draft"; otherwise the party's own name.
  title text not null check (title <> ''),
  borough_code text,
  ward_code text,
  -- The organisations whose it is, by name: what their people may read and change.
  shared_with text[] not null,
  -- { method: 'budget' | 'swing', points: { component: points } }, as it was typed.
  given jsonb not null,
  -- { component: weight }, summing to 1: what the points come to.
  weights jsonb not null,
  -- { component: [least, most] } as shares of 1; null where none were given.
  bounds jsonb,
  comment text not null,
  -- Whether its party agrees to have the comment published with the decision.
  publish_comment boolean not null,
  written_by text not null,
  written_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because <> ''),
  version integer not null default 1 check (version >= 1),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null)),
  -- Nobody writes in another's name: who may write where it is, or for whom it is shared with, is who it is said to be of.
  constraint in_its_partys_name check (case party_kind
    when 'police' then shared_with = '{}' and borough_code is null and ward_code is null
    when 'ward-panel' then shared_with = '{}' and borough_code is not null and ward_code is not null and title = party
    else shared_with = array[party] and ward_code is null and title = party end
    and (party_kind <> 'council' or borough_code is not null))
);
-- A party has one that stands; a second is a change of the first. Two boroughs may have wards of one name.
-- An organisation has one voice, whether as a council or as a partner.
create unique index one_standing_proposal on allocation.weight_proposal
  (review, (case when party_kind in ('council', 'partner') then 'organisation' else party_kind end), title,
    coalesce(ward_code, '')) where withdrawn_at is null;
create index weight_proposal_of_review on allocation.weight_proposal (review);

create table allocation.weight_proposal_revision (
  proposal bigint not null references allocation.weight_proposal,
  version integer not null,
  content jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (proposal, version)
);

-- What was chosen of a review; the plan is on its way as publication.item, and stands or falls there.
create table allocation.review_choice (
  id bigint generated always as identity primary key,
  review bigint not null references allocation.review,
  proposal bigint not null references allocation.weight_proposal,
  reasons text not null check (reasons <> ''),
  -- Whether it was solved on the figures as the review opened, or as revised since.
  figures text not null check (figures in ('as opened', 'as revised')),
  plan bigint not null references publication.item,
  chosen_by text not null,
  chosen_at timestamptz not null
);
create index review_choice_of_review on allocation.review_choice (review, id);

-- A proposal is written while its review takes proposals, whoever writes and however late the form was opened; once one is
-- chosen, all of them stay as they were compared. Who writes may see neither the other proposals nor the choice.
create function allocation.taken_until_closing() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
  last_day date;
  ended timestamptz;
  closed timestamptz;
  chosen boolean;
begin
  perform set_config('wardroom.system', 'on', true);
  select closes_on, abandoned_at, closed_at into last_day, ended, closed from allocation.review where id = new.review for share;
  -- A statement of its own, which sees what was chosen while the lock was waited for.
  chosen := exists (select from allocation.review_choice as choice join publication.item as plan on plan.id = choice.plan
    where choice.review = new.review and plan.state <> 'withdrawn');
  perform set_config('wardroom.system', before, true);
  if chosen then
    raise exception using errcode = 'check_violation', constraint = 'stands_once_chosen', table = 'weight_proposal',
      schema = 'allocation', message = 'A choice was made in the review, so its proposals stand as they are.';
  end if;
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null then return new; end if;
  if ended is not null or closed is not null or (new.written_at at time zone 'Europe/London')::date > last_day then
    raise exception using errcode = 'check_violation', constraint = 'taken_until_closing', table = 'weight_proposal',
      schema = 'allocation', message = 'The review takes no proposals any more.';
  end if;
  return new;
end $$;
create trigger taken_until_closing before insert or update on allocation.weight_proposal
  for each row execute function allocation.taken_until_closing();

-- Whether who acts in this transaction is who it is said to be by: a person themselves, or who acts in a person's place.
create function allocation.acts_as(name text) returns boolean stable language sql as $$
  select publication.acts_as(name)
    or coalesce(name like 'cli:%' and right(name, length(' as ' || platform.acting_person())) = ' as ' || platform.acting_person(),
      false) $$;

-- Changes of reviews and proposals follow each other one by one, in the name of who acts, and what is over stays over. When
-- something is written is told by the application's clock: the records hold that it is told in order and not before the
-- review was opened, and the audit has the order in which everything came. Wardroom itself is apart.
create function allocation.changed_in_order() returns trigger language plpgsql as $$
begin
  if platform.is_wardroom() then return new; end if;
  if new.version <> old.version + 1 then
    raise exception using errcode = 'check_violation', constraint = 'changed_in_order', schema = 'allocation',
      table = tg_table_name, message = 'A change makes the next version.';
  end if;
  if tg_table_name = 'review' then
    if old.abandoned_at is not null or (new.abandoned_at is not null and (
        (new.name, new.question, new.in_force_from, new.closes_on, new.invited, new.closed_at)
          is distinct from (old.name, old.question, old.in_force_from, old.closes_on, old.invited, old.closed_at)
        or new.abandoned_at < old.opened_at or not allocation.acts_as(new.abandoned_by))) then
      raise exception using errcode = 'check_violation', constraint = 'over_stays_over', schema = 'allocation',
        table = tg_table_name, message = 'A review ends once, in the name of who ends it, and stays as it was.';
    end if;
    if (new.closed_by, new.closed_at, new.closed_because) is distinct from (old.closed_by, old.closed_at, old.closed_because)
      and (case when new.closed_at is null then new.closes_on <= old.closes_on
        else old.closed_at is not null or new.closed_at < old.opened_at or new.closes_on > old.closes_on
          or not allocation.acts_as(new.closed_by)
          or (new.name, new.question, new.in_force_from, new.invited)
            is distinct from (old.name, old.question, old.in_force_from, old.invited) end) then
      raise exception using errcode = 'check_violation', constraint = 'closed_until_a_later_day', schema = 'allocation',
        table = tg_table_name, message = 'A review is closed in the name of who closes it, until a later day opens it again.';
    end if;
    return new;
  end if;
  if old.withdrawn_at is not null or (new.withdrawn_at is not null and (
      (new.given, new.weights, new.bounds, new.comment, new.publish_comment, new.written_by, new.written_at)
        is distinct from (old.given, old.weights, old.bounds, old.comment, old.publish_comment, old.written_by, old.written_at)
      or new.withdrawn_at < old.written_at or not allocation.acts_as(new.withdrawn_by))) then
    raise exception using errcode = 'check_violation', constraint = 'over_stays_over', schema = 'allocation',
      table = tg_table_name, message = 'A proposal is taken back once, in the name of who takes it back, and stays as it was.';
  end if;
  return new;
end $$;
create trigger changed_in_order before update on allocation.review
  for each row execute function allocation.changed_in_order();
create trigger changed_in_order before update on allocation.weight_proposal
  for each row execute function allocation.changed_in_order();

-- What is proposed is weights of the review's own parts, written by who acts, after the review opened and in turn.
create function allocation.weights_of_the_review() returns trigger language plpgsql as $$
declare
  opened timestamptz;
  parts jsonb;
begin
  if platform.is_wardroom() or (tg_op = 'UPDATE' and new.withdrawn_at is not null) then return new; end if;
  select opened_at, jsonb_path_query_array(demand, '$.parts[*].component') into opened, parts
    from allocation.review where id = new.review;
  if new.written_at < opened or (tg_op = 'UPDATE' and new.written_at < old.written_at)
    or not allocation.acts_as(new.written_by) then
    raise exception using errcode = 'check_violation', constraint = 'written_in_turn', schema = 'allocation',
      table = 'weight_proposal', message = 'A proposal is written by who acts, after what was written before.';
  end if;
  if exists (select from jsonb_each(new.weights) as weight
      where not parts ? weight.key or jsonb_typeof(weight.value) <> 'number' or (weight.value #>> '{}')::numeric < 0)
    or (select abs(coalesce(sum((value #>> '{}')::numeric), 0) - 1) > 0.000001 from jsonb_each(new.weights)
      where jsonb_typeof(value) = 'number') then
    raise exception using errcode = 'check_violation', constraint = 'weights_of_the_review', schema = 'allocation',
      table = 'weight_proposal', message = 'Weights are of the parts of the review, and come to 1.';
  end if;
  return new;
end $$;
create trigger weights_of_the_review before insert or update on allocation.weight_proposal
  for each row execute function allocation.weights_of_the_review();

-- What is kept of a version is what the row says, kept by who acts; and no version goes without.
create function allocation.kept_as_it_stands() returns trigger language plpgsql as $$
declare
  version integer;
  content jsonb;
begin
  if platform.is_wardroom() then return new; end if;
  if tg_table_name = 'review_revision' then
    select review.version, jsonb_build_object('name', name, 'question', question, 'numbers', numbers,
        'demandHash', demand_hash, 'inForceFrom', in_force_from, 'opensOn', opens_on, 'closesOn', closes_on,
        'invited', invited, 'closedBecause', closed_because, 'abandonedBecause', abandoned_because)
      into version, content from allocation.review where id = new.review;
  else
    select weight_proposal.version, jsonb_build_object('given', given, 'weights', weights, 'bounds', bounds,
        'comment', comment, 'publishComment', publish_comment, 'withdrawnBecause', withdrawn_because)
      into version, content from allocation.weight_proposal where id = new.proposal;
  end if;
  if new.version is distinct from version or new.content is distinct from content
    or not allocation.acts_as(new.changed_by) then
    raise exception using errcode = 'check_violation', constraint = 'kept_as_it_stands', schema = 'allocation',
      table = tg_table_name, message = 'What is kept is the version that stands, by who acts.';
  end if;
  return new;
end $$;
create trigger kept_as_it_stands before insert on allocation.review_revision
  for each row execute function allocation.kept_as_it_stands();
create trigger kept_as_it_stands before insert on allocation.weight_proposal_revision
  for each row execute function allocation.kept_as_it_stands();

create function allocation.every_version_is_kept() returns trigger language plpgsql as $$
declare
  is_kept boolean;
begin
  if platform.is_wardroom() then return new; end if;
  if tg_table_name = 'review' then
    is_kept := exists (select from allocation.review_revision as kept
      where kept.review = new.id and kept.version = new.version);
  else
    is_kept := exists (select from allocation.weight_proposal_revision as kept
      where kept.proposal = new.id and kept.version = new.version);
  end if;
  if is_kept then return new; end if;
  raise exception using errcode = 'check_violation', constraint = 'every_version_is_kept', schema = 'allocation',
    table = tg_table_name, message = 'Every version is kept.';
end $$;
create constraint trigger every_version_is_kept after insert or update on allocation.review
  deferrable initially deferred for each row execute function allocation.every_version_is_kept();
create constraint trigger every_version_is_kept after insert or update on allocation.weight_proposal
  deferrable initially deferred for each row execute function allocation.every_version_is_kept();

-- A choice waits for whoever is writing a proposal, and they for it.
create function allocation.chosen_in_turn() returns trigger language plpgsql as $$
begin
  perform from allocation.review where id = new.review for update;
  return new;
end $$;
create trigger chosen_in_turn before insert on allocation.review_choice
  for each row execute function allocation.chosen_in_turn();

create function allocation.review_is_operational() returns trigger language plpgsql as $$
begin
  if not new.synthetic then perform platform.refuse_while_demonstration('a real review'); end if;
  return new;
end $$;
create trigger review_is_operational before insert on allocation.review
  for each row execute function allocation.review_is_operational();

do $$
declare
  each regclass;
begin
  foreach each in array array[
    'allocation.review', 'allocation.review_revision', 'allocation.weight_proposal', 'allocation.weight_proposal_revision',
    'allocation.review_choice'
  ]::regclass[] loop
    execute format('grant select, insert on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
  end loop;
end $$;
-- Its figures and numbers, and whose a proposal is, stay as they were laid down.
grant update (name, question, in_force_from, closes_on, invited, closed_by, closed_at, closed_because, abandoned_by,
    abandoned_at, abandoned_because, version)
  on allocation.review to wardroom_app;
grant update (given, weights, bounds, comment, publish_comment, written_by, written_at, withdrawn_by, withdrawn_at,
  withdrawn_because, version) on allocation.weight_proposal to wardroom_app;
grant usage on all sequences in schema allocation to wardroom_app;

-- A review is seen by everybody with a part in the unit's consultations; what others proposed in it is not.
create policy seen_in_the_unit on allocation.review for select
  using (unit = any ((select organisation.units_for('consultation', 'read'))::text[]));
create policy opened_by_the_unit on allocation.review for insert
  with check (unit = any ((select organisation.whole_units_for('consultation', 'write'))::text[]));
create policy changed_by_the_unit on allocation.review for update
  using (unit = any ((select organisation.whole_units_for('consultation', 'write'))::text[]));
create policy seen_with_the_review on allocation.review_revision for select
  using (exists (select from allocation.review where id = review_revision.review));
create policy kept_with_a_change on allocation.review_revision for insert
  with check (exists (select from allocation.review where id = review_revision.review
    and unit = any ((select organisation.whole_units_for('consultation', 'write'))::text[])));

create policy seen_where_it_is on allocation.weight_proposal for select
  using (platform.may_at('consultation', 'read', unit, borough_code, ward_code, null, null, shared_with));
create policy written_where_it_is on allocation.weight_proposal for insert
  with check (platform.may_at('consultation', 'write', unit, borough_code, ward_code, null, null, shared_with)
    and exists (select from allocation.review where id = weight_proposal.review and unit = weight_proposal.unit));
create policy changed_where_it_is on allocation.weight_proposal for update
  using (platform.may_at('consultation', 'write', unit, borough_code, ward_code, null, null, shared_with));
create policy seen_with_the_proposal on allocation.weight_proposal_revision for select
  using (exists (select from allocation.weight_proposal where id = weight_proposal_revision.proposal));
create policy kept_with_a_change on allocation.weight_proposal_revision for insert
  with check (exists (select from allocation.weight_proposal as of_it where of_it.id = weight_proposal_revision.proposal
    and platform.may_at('consultation', 'write', of_it.unit, of_it.borough_code, of_it.ward_code, null, null, of_it.shared_with)));

-- How a review that the public was told of stands now: its days, whether it was closed before, whether a choice stands, when
-- it was abandoned and why. Who may not see the review is told no more of it, such as which proposal was chosen. The system
-- setting lets its owner read through the policies, for this one question.
create function allocation.review_in_public(id bigint) returns table (closes_on date, in_force_from date, closed boolean,
  chosen boolean, abandoned_at timestamptz, abandoned_because text) language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select review.closes_on, review.in_force_from, review.closed_at is not null,
      exists (select from allocation.review_choice as choice join publication.item as plan on plan.id = choice.plan
        where choice.review = review.id and plan.state <> 'withdrawn'),
      review.abandoned_at, review.abandoned_because
    from allocation.review
    where review.id = review_in_public.id
      and exists (select from publication.snapshot where kind = 'consultation.review'
        and facets ->> 'review' = review_in_public.id::text
        and snapshot.in_force_from <= (now() at time zone 'Europe/London')::date);
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function allocation.review_in_public(bigint) from public;
grant execute on function allocation.review_in_public(bigint) to wardroom_app;

-- Whoever sees the review sees what was chosen once its plan is published and its day has come.
create policy seen_once_published on allocation.review_choice for select
  using (exists (select from allocation.review where id = review_choice.review)
    and exists (select from publication.snapshot where item = review_choice.plan and withdrawn_at is null));
create policy seen_by_who_reads_the_unit on allocation.review_choice for select
  using (exists (select from allocation.review where id = review_choice.review
    and unit = any ((select organisation.whole_units_for('consultation', 'read'))::text[])));
create policy chosen_by_who_approves on allocation.review_choice for insert
  with check (exists (select from allocation.review where id = review_choice.review
    and unit = any ((select organisation.whole_units_for('consultation', 'approve'))::text[])));

-- As before (0016), but in the demonstration its people count among themselves: it has a second commander now, so that what
-- one made-up person made another approves. To real people, and at the command line, they are nobody still.
create or replace function publication.approvers_ever(approver text) returns text stable language sql
  security definer set search_path = pg_catalog as $$
  select case when bool_or(role_grant.person is distinct from approver) then 'several' when bool_or(true) then 'one' else 'none' end
  from identity.role_grant join identity.person on person.id = role_grant.person
  where may_approve and approved_at is not null and person.demonstration = exists (
    select from identity.person as asked where asked.id = approver and asked.demonstration) $$;
