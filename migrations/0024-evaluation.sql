-- Charters of pilots: what was agreed before they began, who signed it, how it was amended, what each look found and what was
-- decided. Nothing of them is ever changed or deleted: a change is a further wording, and every wording is kept.

create schema evaluation;
grant usage on schema evaluation to wardroom_app;

create table evaluation.charter (
  id bigint generated always as identity primary key,
  unit text not null references organisation.command_unit,
  -- As its address and its file have it.
  name text not null unique check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  kind text not null check (kind in ('prospective', 'retrospective')),
  -- True for what was made in the demonstration: it ends with it.
  synthetic boolean not null,
  entered_by text not null,
  entered_at timestamptz not null
);

-- Every wording a charter had. Up to the first signature they are drafts; from then on each is an amendment.
create table evaluation.wording (
  charter bigint not null references evaluation.charter,
  number integer not null check (number >= 1),
  -- Which amendment it is, counted from 1; empty for drafts.
  amendment integer check (amendment >= 1),
  -- Canonical JSON (RFC 8785), and its SHA-256: what is signed.
  content text not null,
  hash text not null,
  -- Hash of the wording before it; empty for the first.
  previous text,
  -- Why it was amended; empty for drafts.
  because text not null,
  -- What it changes field by field, as sentences.
  changed jsonb not null check (jsonb_typeof(changed) = 'array'),
  written_by text not null,
  written_at timestamptz not null,
  primary key (charter, number),
  unique (charter, amendment),
  constraint hash_of_the_content check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint amended_for_a_reason check ((amendment is null) = (btrim(because) = ''))
);

create table evaluation.signature (
  charter bigint not null,
  wording integer not null,
  -- The hash that was signed.
  hash text not null,
  organisation text not null,
  -- Name and office of who signed, as readers see them.
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (charter, wording, organisation),
  foreign key (charter, wording) references evaluation.wording,
  -- Nobody signs for two.
  constraint signed_by_another_person unique (charter, wording, signed_by)
);

-- What a look found, one row for each group and outcome. A look taken again on other figures is a further row.
create table evaluation.look_taken (
  id bigint generated always as identity primary key,
  charter bigint not null,
  -- The wording that was in force.
  wording integer not null,
  treated_group text not null check (treated_group <> ''),
  measure text not null check (measure <> ''),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- The look as its page shows it: gap, chance comparison, boundaries, state and why.
  found jsonb not null,
  -- Of the panel it was found on, and the vintage of its figures.
  panel_hash text not null check (panel_hash ~ '^[0-9a-f]{64}$'),
  vintage text not null check (vintage <> ''),
  taken_by text not null,
  taken_at timestamptz not null,
  foreign key (charter, wording) references evaluation.wording,
  -- All of its shape: what cannot be read again would take the page of the charter with it.
  constraint found_in_words check (coalesce(jsonb_typeof(found) = 'object' and jsonb_typeof(found -> 'because') = 'string'
    and jsonb_typeof(found -> 'percent') = 'number' and found ->> 'month' = month
    and jsonb_typeof(found #> '{asMuch,moved}') = 'number' and jsonb_typeof(found #> '{asMuch,of}') = 'number'
    and jsonb_typeof(found -> 'harmAt') in ('number', 'null') and jsonb_typeof(found -> 'benefitAt') in ('number', 'null')
    and found ->> 'rateFrom' in ('lot', 'model') and jsonb_typeof(found -> 'modelRate') in ('number', 'null')
    and found ->> 'state' in ('continue', 'harm boundary crossed', 'benefit shown', 'cannot tell'), false)),
  constraint taken_once unique (charter, wording, treated_group, measure, month, panel_hash)
);

create table evaluation.decision (
  id bigint generated always as identity primary key,
  charter bigint not null references evaluation.charter,
  -- The look after which it was decided.
  after_look text not null check (after_look ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  decided text not null check (decided in ('stop', 'change', 'continue')),
  -- Organisations that decided it.
  bodies jsonb not null,
  reason text not null check (btrim(reason) <> ''),
  decided_on date not null,
  -- Name and office of who wrote it down, as readers see them.
  recorded_as text not null check (btrim(recorded_as) <> '' and length(recorded_as) <= 200),
  written_by text not null,
  written_at timestamptz not null
);
create index decision_of_charter on evaluation.decision (charter, id);

create function evaluation.refuse(rule text, said text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = rule, schema = 'evaluation', message = said;
end $$;

-- One after the other: what is written of a charter waits for whatever else is written of it, and sees it.
create function evaluation.take_turn(charter bigint) returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('evaluation.charter'), hashtext(charter::text)) $$;

-- The first month of the first group: signing is over when it begins.
create function evaluation.start_of(content text) returns text immutable language sql as $$
  select min(value ->> 'start') from jsonb_array_elements(content::jsonb -> 'treated') $$;

create function evaluation.signatories_of(content text) returns table (organisation text, body text, borough text)
  immutable language sql as $$
  select value ->> 'organisation', value ->> 'body', value ->> 'borough'
  from jsonb_array_elements(content::jsonb -> 'signatories') $$;

-- Each treated area with the month in which its group starts.
create function evaluation.starts_of(content text) returns table (area text, start text) immutable language sql as $$
  select area.code, treated.one ->> 'start' from jsonb_array_elements(content::jsonb -> 'treated') as treated (one),
    jsonb_array_elements_text(treated.one -> 'areas') as area (code) $$;

-- Whether a content has every part of a charter and no other, each of its kind: a wording that could never be read again is
-- not kept. What the parts must say besides, the application reads.
create function evaluation.has_its_parts(told jsonb) returns boolean immutable language sql as $$
  select coalesce(case when jsonb_typeof(told) = 'object' then
    (select jsonb_object_agg(key, jsonb_typeof(value)) from jsonb_each(told)) = '{"format": "string", "name": "string",
      "title": "string", "kind": "string", "unit": "string", "summary": "string", "boundaryVersion": "string",
      "treated": "array", "chosenBecause": "string", "chosenForBeingHigh": "array", "comparison": "object",
      "outcomes": "array", "noDetriment": "array", "vintage": "object", "preFrom": "string", "end": "string",
      "estimator": "string", "looks": "array", "stopRule": "object", "benefits": "array", "alternatives": "array",
      "reversal": "string", "signatories": "array", "breaks": "array", "sources": "array", "seed": "number",
      "synthetic": "boolean"}'
    and told ->> 'format' = 'wardroom-charter-1'
    and jsonb_array_length(told -> 'treated') > 0 and jsonb_array_length(told -> 'outcomes') > 0
    and jsonb_array_length(told -> 'looks') > 0
    and not exists (select from jsonb_array_elements(told -> 'treated') as each where coalesce(
      jsonb_typeof(each -> 'name') = 'string' and jsonb_typeof(each -> 'areas') = 'array'
      and jsonb_typeof(each -> 'transitionMonths') = 'number' and each ->> 'start' ~ '^\d{4}-(0[1-9]|1[0-2])$', false) = false)
    and not exists (select from jsonb_array_elements(told -> 'outcomes') as each where coalesce(
      jsonb_typeof(each -> 'measure') = 'string' and each ->> 'role' in ('primary', 'guard', 'context')
      and each ->> 'scale' in ('log', 'rate') and jsonb_typeof(each -> 'minimumEffectPercent') = 'number'
      and jsonb_typeof(each -> 'harmBoundPercent') = 'number', false) = false)
    and not exists (select from jsonb_array_elements(told -> 'signatories') as each where coalesce(
      jsonb_typeof(each -> 'organisation') = 'string' and each ->> 'body' in ('council', 'police')
      and jsonb_typeof(each -> 'borough') in ('string', 'null'), false) = false)
    and not exists (select from jsonb_array_elements(told -> 'looks') as each
      where coalesce(each #>> '{}' ~ '^\d{4}-(0[1-9]|1[0-2])$', false) = false)
    and jsonb_typeof(told #> '{stopRule,harmRate}') = 'number' and jsonb_typeof(told #> '{stopRule,benefitRate}') = 'number'
    and jsonb_typeof(told #> '{stopRule,meetWithinDays}') = 'number'
    and told #>> '{vintage,policy}' in ('named', 'latest')
  end, false) $$;

-- Whether those who sign are the police, once, and councils, each of a borough, among them that of every borough that is
-- treated or has a ward that is: nobody signs as the police in the name of a council.
create function evaluation.all_concerned_sign(content text) returns boolean stable language sql as $$
  with signatory as (select * from evaluation.signatories_of(content)),
  concerned as (select coalesce(held.borough_code, treated.area) as borough from evaluation.starts_of(content) as treated
    left join geography.area as held on held.code = treated.area and held.version = content::jsonb ->> 'boundaryVersion')
  select (select count(*) = 1 and not bool_or(organisation ~* '\mcouncil\M') from signatory where body = 'police')
    and (select count(*) > 0 and count(*) = count(distinct borough) from signatory where body = 'council')
    and not exists (select from signatory where (body = 'council') <> (borough is not null))
    and not exists (select from concerned where borough ~ '^E0[6-9]'
      and borough not in (select borough from signatory where body = 'council')) $$;

-- Whether everybody signed a wording.
create function evaluation.is_signed(asked bigint, asked_wording integer) returns boolean stable language sql as $$
  select exists (select from evaluation.signature where charter = asked and wording = asked_wording)
    and not exists (select from evaluation.wording as worded, evaluation.signatories_of(worded.content) as signatory
      where worded.charter = asked and worded.number = asked_wording and not exists (
        select from evaluation.signature as signed where signed.charter = asked and signed.wording = asked_wording
          and signed.organisation = signatory.organisation)) $$;

-- The wording that is in force: of a retrospective charter the last, of any other the last that everybody signed.
create function evaluation.in_force(asked bigint) returns integer stable language sql as $$
  select max(worded.number) from evaluation.wording as worded join evaluation.charter on charter.id = worded.charter
  where worded.charter = asked and (charter.kind = 'retrospective' or evaluation.is_signed(asked, worded.number)) $$;

-- The first wording that everybody signed.
create function evaluation.first_signed(asked bigint) returns integer stable language sql as $$
  select min(worded.number) from evaluation.wording as worded
  where worded.charter = asked and evaluation.is_signed(asked, worded.number) $$;

-- Whether who acts may sign for an organisation: a council's people for it alone, command for the police of its unit. The
-- owner of the data folder, who may do everything, signs for nobody.
create function evaluation.may_sign(unit text, organisation text, body text, borough text) returns boolean stable language sql as $$
  select platform.acting_person() is not null and exists (
    select from jsonb_array_elements(platform.access() -> 'may') as p
    where p ->> 0 = 'evaluation' and p ->> 1 = 'approve' and case body
      when 'police' then p ->> 2 = 'unit' and p ->> 3 = unit
      when 'council' then p ->> 2 = 'shared' and p ->> 6 = organisation and (p ->> 4 is null or p ->> 4 = borough)
      else false end) $$;

create function evaluation.charter_is_entered() returns trigger language plpgsql as $$
begin
  perform performance.keep_made_up_apart(new.synthetic, 'a real charter');
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.entered_by) then
    perform evaluation.refuse('entered_by_who_acts', 'A charter is entered in the name of who enters it.');
  end if;
  new.entered_at := performance.moment();
  return new;
end $$;
create trigger charter_is_entered before insert on evaluation.charter
  for each row execute function evaluation.charter_is_entered();

create function evaluation.charter_has_a_wording() returns trigger language plpgsql as $$
begin
  if not exists (select from evaluation.wording where charter = new.id) then
    perform evaluation.refuse('entered_with_its_wording', 'A charter is entered with its first wording.');
  end if;
  return new;
end $$;
create constraint trigger charter_has_a_wording after insert on evaluation.charter
  deferrable initially deferred for each row execute function evaluation.charter_has_a_wording();

-- Wordings follow each other, each naming the hash of the one before. A draft may be written over by the next draft until
-- somebody signs; afterwards, and of a retrospective charter from the second wording on, each is an amendment with a reason,
-- nobody who was to sign is left out of it, and it moves no start to before the month in which it is written.
create function evaluation.worded_in_order() returns trigger language plpgsql as $$
declare
  of_charter evaluation.charter;
  last evaluation.wording;
  told jsonb := new.content::jsonb;
  amends boolean;
  written_in text := to_char((case when platform.is_wardroom() then new.written_at else performance.moment() end)
    at time zone 'Europe/London', 'YYYY-MM');
begin
  perform evaluation.take_turn(new.charter);
  select * into of_charter from evaluation.charter where id = new.charter;
  select * into last from evaluation.wording where charter = new.charter order by number desc limit 1;
  if (told ->> 'name', told ->> 'kind', told ->> 'unit', told -> 'synthetic')
    is distinct from (of_charter.name, of_charter.kind, of_charter.unit, to_jsonb(of_charter.synthetic))
    or not evaluation.has_its_parts(told) then
    perform evaluation.refuse('wording_of_the_charter', 'A wording has the name, kind and unit of its charter, and its parts.');
  end if;
  if of_charter.kind = 'prospective' and not evaluation.all_concerned_sign(new.content) then
    perform evaluation.refuse('all_concerned_sign', 'A prospective charter is signed by the police and the council of every treated borough.');
  end if;
  if new.number <> coalesce(last.number, 0) + 1 or new.previous is distinct from last.hash or new.hash = last.hash then
    perform evaluation.refuse('worded_in_order', 'A wording is the next, says something else, and names the one before.');
  end if;
  amends := last.number is not null and (of_charter.kind = 'retrospective'
    or exists (select from evaluation.signature where charter = new.charter));
  if new.amendment is distinct from (case when amends then coalesce(
      (select max(amendment) from evaluation.wording where charter = new.charter), 0) + 1 end) then
    perform evaluation.refuse('amended_once_signed', 'After the first signature a change is an amendment, numbered in order.');
  end if;
  if amends and exists (select * from evaluation.signatories_of(last.content)
      except select * from evaluation.signatories_of(new.content)) then
    perform evaluation.refuse('nobody_is_left_out', 'Whoever was to sign signs an amendment too, as what they were.');
  end if;
  if of_charter.kind = 'prospective' and amends and exists (select area, start from evaluation.starts_of(new.content)
      where start < written_in
      except select before.area, before.start from evaluation.wording as worded, evaluation.starts_of(worded.content) as before
      where worded.charter = new.charter and worded.number = evaluation.in_force(new.charter)) then
    perform evaluation.refuse('no_start_is_moved_back', 'An amendment moves no start to before the month in which it is written.');
  end if;
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.written_by)
    or (amends and not platform.may_at('evaluation', 'approve', of_charter.unit)) then
    perform evaluation.refuse('worded_by_who_acts', 'A wording is written by who acts, and an amendment by who approves.');
  end if;
  new.written_at := greatest(performance.moment(), last.written_at);
  return new;
end $$;
create trigger worded_in_order before insert on evaluation.wording
  for each row execute function evaluation.worded_in_order();

-- What stands is signed: the last wording, by its hash, by who may sign for one of its signatories, before the pilot starts. An
-- amendment of a charter that was signed by all in time may be signed later where it starts no earlier than they had signed:
-- every page says when.
create function evaluation.signed_in_time() returns trigger language plpgsql as $$
declare
  of_charter evaluation.charter;
  last evaluation.wording;
  first evaluation.wording;
  signatory record;
begin
  perform evaluation.take_turn(new.charter);
  select * into of_charter from evaluation.charter where id = new.charter;
  select * into last from evaluation.wording where charter = new.charter order by number desc limit 1;
  if of_charter.kind is distinct from 'prospective' then
    perform evaluation.refuse('retrospective_is_never_signed', 'A retrospective charter was written after the start: nobody signs it.');
  end if;
  if (new.wording, new.hash) is distinct from (last.number, last.hash) then
    perform evaluation.refuse('what_stands_is_signed', 'Only the wording that stands is signed, by its hash.');
  end if;
  select * into signatory from evaluation.signatories_of(last.content) as each where each.organisation = new.organisation;
  if signatory.organisation is null then
    perform evaluation.refuse('signed_by_a_signatory', 'Only an organisation that the charter names signs it.');
  end if;
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.signed_by)
    or not evaluation.may_sign(of_charter.unit, signatory.organisation, signatory.body, signatory.borough) then
    perform evaluation.refuse('signed_by_who_may', 'Who signs acts in their own name, for an organisation that they may sign for.');
  end if;
  new.signed_at := performance.moment();
  select * into first from evaluation.wording where charter = new.charter and number = evaluation.first_signed(new.charter);
  if to_char(new.signed_at at time zone 'Europe/London', 'YYYY-MM') >= evaluation.start_of(last.content)
    and (last.amendment is null or first.number is null or exists (select from evaluation.starts_of(last.content) as moved
      where moved.start < coalesce((select signed.start from evaluation.starts_of(first.content) as signed
        where signed.area = moved.area), evaluation.start_of(first.content)))) then
    perform evaluation.refuse('signed_before_the_start', 'A charter is signed before its pilot starts.');
  end if;
  return new;
end $$;
create trigger signed_in_time before insert on evaluation.signature
  for each row execute function evaluation.signed_in_time();

-- A look is taken by the wording in force, in a month that it names and that is over, by who acts.
create function evaluation.looked_as_agreed() returns trigger language plpgsql as $$
declare
  agreed jsonb;
begin
  perform evaluation.take_turn(new.charter);
  select content::jsonb into agreed from evaluation.wording where charter = new.charter and number = new.wording
    and number = evaluation.in_force(new.charter);
  if agreed is null or not (agreed -> 'looks') ? new.month
    or not jsonb_path_exists(agreed, '$.treated[*] ? (@.name == $name)', jsonb_build_object('name', new.treated_group))
    or not jsonb_path_exists(agreed, '$.outcomes[*] ? (@.measure == $measure)', jsonb_build_object('measure', new.measure)) then
    perform evaluation.refuse('looked_as_agreed', 'A look is taken of an outcome, in a month, of the charter that is in force.');
  end if;
  if new.month >= to_char(performance.moment() at time zone 'Europe/London', 'YYYY-MM') then
    perform evaluation.refuse('months_that_were', 'A look is taken when its month is over.');
  end if;
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.taken_by) then
    perform evaluation.refuse('taken_by_who_acts', 'A look is taken in the name of who takes it.');
  end if;
  new.taken_at := performance.moment();
  return new;
end $$;
create trigger looked_as_agreed before insert on evaluation.look_taken
  for each row execute function evaluation.looked_as_agreed();

-- A decision comes after a look that was taken, of the charter that was in force, by bodies that it names where it names any.
create function evaluation.decided_as_agreed() returns trigger language plpgsql as $$
declare
  agreed text;
begin
  perform evaluation.take_turn(new.charter);
  select content into agreed from evaluation.wording where charter = new.charter and number = evaluation.in_force(new.charter);
  if agreed is null or not exists (select from evaluation.look_taken where charter = new.charter and month = new.after_look) then
    perform evaluation.refuse('decided_after_a_look', 'A decision comes after a look that was taken by the charter in force.');
  end if;
  if jsonb_typeof(new.bodies) <> 'array' or jsonb_array_length(new.bodies) = 0
    or jsonb_path_exists(new.bodies, '$[*] ? (@.type() != "string")')
    or exists (select from jsonb_array_elements_text(new.bodies) as body
      where btrim(body) = '' or (exists (select from evaluation.signatories_of(agreed))
        and body not in (select organisation from evaluation.signatories_of(agreed)))) then
    perform evaluation.refuse('decided_by_its_bodies', 'A decision is of organisations that the charter names.');
  end if;
  if new.decided_on > (performance.moment() at time zone 'Europe/London')::date
    or to_char(new.decided_on, 'YYYY-MM') <= new.after_look then
    perform evaluation.refuse('decided_when_it_was', 'A decision comes after the month that was looked at, and not in the future.');
  end if;
  if platform.is_wardroom() then return new; end if;
  if not allocation.acts_as(new.written_by) then
    perform evaluation.refuse('written_by_who_acts', 'A decision is written down in the name of who writes it.');
  end if;
  new.written_at := performance.moment();
  return new;
end $$;
create trigger decided_as_agreed before insert on evaluation.decision
  for each row execute function evaluation.decided_as_agreed();

-- Whoever comes by, Wardroom itself included: what was written stays.
create function evaluation.stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = 'what_was_written_stays', schema = 'evaluation',
    table = tg_table_name, message = 'What was written of a charter is never changed or deleted.';
end $$;

do $$
declare
  each regclass;
begin
  foreach each in array array['evaluation.charter', 'evaluation.wording', 'evaluation.signature', 'evaluation.look_taken',
    'evaluation.decision']::regclass[] loop
    execute format('grant select, insert on %s to wardroom_app', each);
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format('create policy wardroom_itself on %s using ((select platform.is_wardroom()))', each);
    execute format('create trigger stays before update or delete on %s for each row execute function evaluation.stays()', each);
    execute format('create trigger stays_whole before truncate on %s for each statement execute function evaluation.stays()', each);
  end loop;
end $$;
grant usage on all sequences in schema evaluation to wardroom_app;

create policy seen_in_the_unit on evaluation.charter for select
  using (unit = any ((select organisation.whole_units_for('evaluation', 'read'))::text[]));
create policy entered_by_the_unit on evaluation.charter for insert
  with check (unit = any ((select organisation.whole_units_for('evaluation', 'write'))::text[]));

-- A charter is seen by who may see it, and what is of it with it.
create policy seen_with_the_charter on evaluation.wording for select
  using (exists (select from evaluation.charter where id = wording.charter));
create policy worded_by_the_unit on evaluation.wording for insert
  with check (exists (select from evaluation.charter where id = wording.charter
    and unit = any ((select organisation.whole_units_for('evaluation', 'write'))::text[])));

create policy seen_with_the_charter on evaluation.signature for select
  using (exists (select from evaluation.charter where id = signature.charter));
-- Who may sign for whom is asked by the trigger.
create policy signed_by_who_approves on evaluation.signature for insert
  with check ((select platform.may('evaluation', 'approve')) and exists (select from evaluation.charter where id = signature.charter));

create policy seen_with_the_charter on evaluation.look_taken for select
  using (exists (select from evaluation.charter where id = look_taken.charter));
create policy taken_by_the_unit on evaluation.look_taken for insert
  with check (exists (select from evaluation.charter where id = look_taken.charter
    and unit = any ((select organisation.whole_units_for('evaluation', 'write'))::text[])));

create policy seen_with_the_charter on evaluation.decision for select
  using (exists (select from evaluation.charter where id = decision.charter));
create policy written_by_who_approves on evaluation.decision for insert
  with check (exists (select from evaluation.charter where id = decision.charter
    and unit = any ((select organisation.whole_units_for('evaluation', 'approve'))::text[])));

-- Which wording is in force of charters that were published, and since when: to everybody, who can then tell that what they
-- read is a former one. The system setting lets its owner read through the policies, for this one question.
create function evaluation.in_force_in_public(asked text[]) returns table (name text, hash text, since timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select charter.name, worded.hash,
      coalesce((select max(signed_at) from evaluation.signature
        where signature.charter = charter.id and signature.wording = worded.number), worded.written_at)
    from evaluation.charter join evaluation.wording as worded on worded.charter = charter.id
    where charter.name = any (asked) and worded.number = evaluation.in_force(charter.id)
      and exists (select from publication.snapshot where kind = 'evaluation.charter' and facets ->> 'charter' = charter.name);
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function evaluation.in_force_in_public(text[]) from public;
grant execute on function evaluation.in_force_in_public(text[]) to wardroom_app;

-- How many wordings and signatures of a charter the audit trail knows, where it was not erased: what was taken away at the
-- end leaves no gap among those that are left. Two numbers, to who sees the charter.
create function evaluation.audited_of(asked bigint) returns table (wordings bigint, signatures bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('wardroom.system', true), '');
begin
  perform set_config('wardroom.system', 'on', true);
  return query select coalesce(max((entry.detail::jsonb ->> 'wording')::bigint), 0),
      count(*) filter (where entry.action = 'evaluation.sign-charter')
    from platform.audit as entry join evaluation.charter on entry.subject = format('charter %s of %s', charter.name, charter.unit)
    where entry.module = 'evaluation' and charter.id = asked;
  perform set_config('wardroom.system', before, true);
end $$;
revoke all on function evaluation.audited_of(bigint) from public;
grant execute on function evaluation.audited_of(bigint) to wardroom_app;
