-- Who searches the audit writes why first, in a transaction of its own, and reads in a second one that proves it. So the
-- entry stays when the read fails, and nobody who writes waits for a search that takes long.
create function platform.prove_audit_reason(entry bigint) returns void security definer language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare
  person text := platform.acting_person();
begin
  -- Where the entry before is from up to a minute later than the clock, its time holds.
  if not exists (
    select from platform.audit
    where seq = entry and module = 'audit' and btrim(reason) <> ''
      and (actor = person or right(actor, length(person) + 4) = ' as ' || person)
      and at between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute'
  ) then
    raise exception 'The audit is read only by who said why less than a minute ago: search again.';
  end if;
  perform set_config('wardroom.audited', coalesce(current_setting('wardroom.audited', true), '') || ',audit', true);
end $$;

revoke all on function platform.prove_audit_reason(bigint) from public;
grant execute on function platform.prove_audit_reason(bigint) to wardroom_app;
