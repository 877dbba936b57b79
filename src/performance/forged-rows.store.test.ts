import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { somebody } from '../../test/builders/approvers.ts';
import { CLAIM } from '../../test/builders/claim-samples.ts';
import { CAMDEN, ISLINGTON, UNIT, WARD } from '../../test/builders/each-principal.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Platform } from '../platform/platform.ts';
import { enterClaim } from './claims/claim-service.ts';
import type { Claim } from './claims/model.ts';
import { claimRegister, claimStandings } from './claims/standings-service.ts';
import { SHIPPED_SETS } from './sets/shipped-sets.ts';

const ME = 'person:aaaaaaaaaaaaaaaa';
const STRANGER = 'person:bbbbbbbbbbbbbbbb';
const LONG_AGO = '1990-01-01T00:00:00Z';

/** What an analyst who writes SQL past the services may not make of the records. */
describeStores('rows written past the services', (open) => {
  let opened: EmptyRecords;
  let analyst: Platform;
  let claim: Claim;
  beforeAll(async () => {
    opened = await open();
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    analyst = testPlatform(opened.database, { principal: somebody('a', 'analyst') });
    claim = await enterClaim(analyst, { unit: UNIT, ...CLAIM });
  });
  afterAll(() => opened.close());

  const rows = async (query: RawBuilder<unknown>, by = analyst) =>
    (await by.records.transaction().execute((trx) => query.execute(trx))).rows;
  const refusal = (query: RawBuilder<unknown>, by = analyst): Promise<string> =>
    rows(query, by).then(
      () => 'it was kept',
      (error: { constraint?: string; message: string }) => error.constraint || error.message,
    );

  const set = (given: {
    unit?: string;
    name?: string;
    version?: number;
    from?: string;
    by?: string;
    synthetic?: boolean;
  }) => {
    const { unit = UNIT, name = 'forged', version = 1, from = '1990-01-01', by = ME, synthetic = false } = given;
    return sql`insert into performance.measure_set (unit, name, version, title, in_force_from, source, groups, synthetic,
        added_by, added_at)
      values (${unit}, ${name}, ${version}, 'T', ${from}, 'S', '[{}]', ${synthetic}, ${by}, ${LONG_AGO})
      returning extract(year from added_at)::int as year`;
  };

  it('takes a version of a set only as the next, from a later day, in the name of who adds it, now', async () => {
    expect(await refusal(set({ version: 9 }))).toBe('added_in_order');
    expect(await refusal(set({ by: STRANGER }))).toBe('added_in_order');
    expect(await refusal(set({ synthetic: true }))).toBe('made_up_in_the_demonstration');
    for (const { name } of SHIPPED_SETS)
      for (const forged of [name, name.replaceAll('-', '')])
        expect(await refusal(set({ name: forged })), forged).toBe('name_comes_with_wardroom');
    const [first] = await rows(set({}));
    expect((first as { year: number }).year).toBeGreaterThan(2000);
    expect(await refusal(set({ version: 3, from: '2106-01-01' }))).toBe('added_in_order');
    expect(await refusal(set({ version: 2, from: '1990-01-01' }))).toBe('in_force_later');
    expect(await refusal(set({ version: 2, from: '2001-01-01' }))).toBe('in_force_later');
    expect(await refusal(set({ name: 'forg-ed' }))).toBe('name_of_one_unit');
    expect(await rows(set({ version: 2, from: '2106-01-01' }))).toHaveLength(1);
    expect(
      await refusal(sql`update performance.measure_set set withdrawn_by = ${ME}, withdrawn_at = now(),
      withdrawn_because = 'x' where name = 'forged'`),
    ).toBe('withdrawn_once');
  });

  const setting = (
    given: Partial<Record<'area' | 'borough' | 'ward' | 'month' | 'by', string | null>> & { madeUp?: boolean },
  ) => {
    const { area = CAMDEN, borough = CAMDEN, ward = null, month = '2024-03', by = ME, madeUp = false } = given;
    return sql`insert into performance.chart_setting (unit, borough_code, ward_code, measure, area, kind, from_month, reason,
        synthetic, entered_by, entered_at)
      values (${UNIT}, ${borough}, ${ward}, 'burglary', ${area}, 'step change', ${month}, 'R', ${madeUp}, ${by}, ${LONG_AGO})
      returning extract(year from entered_at)::int as year`;
  };

  it('takes a setting of a chart only where its area lies, of months that were, real and now', async () => {
    const inCamden = testPlatform(opened.database, { principal: somebody('a', 'analyst', { borough: CAMDEN }) });
    expect(await refusal(setting({ area: ISLINGTON }), inCamden)).toBe('entered_where_it_lies');
    for (const area of [UNIT, 'No such place', WARD])
      expect(await refusal(setting({ area })), area).toBe('entered_where_it_lies');
    expect(await refusal(setting({ area: WARD, borough: ISLINGTON, ward: WARD }))).toBe('entered_where_it_lies');
    expect(await refusal(setting({ month: '2999-03' }))).toBe('months_that_were');
    expect(await refusal(setting({ madeUp: true }))).toBe('made_up_in_the_demonstration');
    expect(await refusal(setting({ by: STRANGER }))).toBe('entered_by_who_acts');
    const [kept] = await rows(setting({}), inCamden);
    expect((kept as { year: number }).year).toBeGreaterThan(2000);
    expect(await rows(setting({ area: UNIT, borough: null }))).toHaveLength(1);
    expect(await rows(setting({ area: WARD, ward: WARD }))).toHaveLength(1);
  });

  const entered = ({ by = ME, changedBy = by, version = 1 }: { by?: string; changedBy?: string; version?: number }) =>
    sql`insert into performance.claim (unit, words, said_by, document, kind, synthetic, entered_by, entered_at, changed_by,
        changed_at, version)
      values (${UNIT}, 'Forged', 'S', 'D', 'narrative', false, ${by}, ${LONG_AGO}, ${changedBy}, ${LONG_AGO}, ${version})`;

  it('takes a claim only as its first wording, by who acts, and its wordings as they were written', async () => {
    expect(await refusal(entered({ by: STRANGER }))).toBe('entered_as_its_first');
    expect(await refusal(entered({ changedBy: STRANGER }))).toBe('entered_as_its_first');
    expect(await refusal(entered({ version: 7 }))).toBe('entered_as_its_first');
    expect(await refusal(entered({}))).toBe('every_version_is_kept');
    const change = analyst.records.transaction().execute(async (trx) => {
      await sql`update performance.claim set words = 'Forged', version = 2, changed_by = ${ME}, changed_at = ${LONG_AGO}
        where id = ${claim.id}`.execute(trx);
      await sql`insert into performance.claim_revision (claim, version, content, changed_by, changed_at)
        select claim, 2, content || '{"words": "Forged"}', changed_by, ${LONG_AGO} from performance.claim_revision
        where claim = ${claim.id}`.execute(trx);
    });
    await expect(change).rejects.toThrow('when it was written');
  });

  const standing = (state: string, found: unknown, by = ME) =>
    sql`insert into performance.claim_standing (claim, version, state, found, noted_by, noted_at)
      values (${claim.id}, 1, ${state}, ${JSON.stringify(found)}::jsonb, ${by}, ${LONG_AGO})`;

  it('takes a standing only with figures, now, and reads the register whatever is there', async () => {
    const figures = { vintage: 'V', current: 1, previous: null, days: [365, 0] };
    const found = { made: null, today: figures, because: 'B' };
    const { days: _, ...dayless } = figures;
    for (const wrong of [
      7,
      null,
      {},
      { ...found, today: null },
      { ...found, today: dayless },
      { ...found, because: 1 },
    ])
      expect(await refusal(standing('supported', wrong)), JSON.stringify(wrong)).toBe('found_by_figures');
    expect(await refusal(standing('supported', found, STRANGER))).toBe('standing_of_what_stands');
    await rows(standing('supported', found));
    const [noted] = await claimStandings(analyst, claim.id);
    expect(noted?.noted.at.getTime()).toBeGreaterThanOrEqual(claim.changed.at.getTime());

    // As it might come back from elsewhere: the table takes it with its check off only.
    await sql`alter table performance.claim_standing drop constraint found_by_figures`.execute(opened.records);
    await rows(standing('supported', 7));
    const [registered] = await claimRegister(analyst);
    expect(registered?.standings).toHaveLength(1);
  });
});
