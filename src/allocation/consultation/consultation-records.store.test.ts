import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CAMDEN, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { keepAsItStands, WRITER } from '../../../test/builders/kept-proposals.ts';
import { layReview } from '../../../test/builders/laid-reviews.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import type { Party } from './model.ts';
import { proposeWeights, withdrawWeights } from './proposal/proposal-service.ts';

const camden = personWith('council', { unit: UNIT, borough: CAMDEN, ward: null }, 'Camden Council');
const analyst = personWith('analyst', { unit: UNIT, borough: null, ward: null });
const CAMDEN_COUNCIL: Party = { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null };
const NOW = new Date('2026-03-12T12:00:00Z');

describeStores('what the records hold of reviews and proposals, past every service', (open) => {
  let kept: EmptyRecords;
  let review: number;
  let proposal: number;
  const as = (principal: Principal) => testPlatform(kept.database, { principal, now: NOW });
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
  });
  afterAll(() => kept.close());
  beforeEach(async () => {
    review = (await layReview(kept.records)).id;
    const given = { method: 'budget' as const, points: { residents: 1 } };
    const asked = { review, party: CAMDEN_COUNCIL, title: '', given, bounds: null, comment: '', publishComment: false };
    proposal = (await proposeWeights(as(camden), { ...asked, version: null })).id;
  });

  /** Which rule stopped a statement of somebody; null where it went through. */
  async function stopped(principal: Principal, ...statements: RawBuilder<unknown>[]): Promise<string | null> {
    const run = as(principal)
      .records.transaction()
      .execute(async (trx) => {
        for (const statement of statements) await statement.execute(trx);
        await keepAsItStands(trx, review);
      });
    return run.then(
      () => null,
      (error: Error & { constraint?: string }) => error.constraint ?? error.message,
    );
  }
  const change = (set: RawBuilder<unknown>) => sql`update allocation.weight_proposal set ${set} where id = ${proposal}`;
  const weights = sql`weights = '{"recorded-crime": 1}'`;

  it('takes a change that follows the one before', async () => {
    expect(await stopped(camden, change(sql`${weights}, version = 2, written_at = ${NOW.toISOString()}`))).toBeNull();
  });

  it.each([
    ['back-dated', sql`${weights}, version = 2, written_at = '2026-03-11'`, 'written_in_turn'],
    ['in another name', sql`${weights}, version = 2, written_by = 'person:b'`, 'written_in_turn'],
    ['of no new version', weights, 'changed_in_order'],
    ['two versions on', sql`${weights}, version = 3`, 'changed_in_order'],
    ['that come to 2', sql`weights = '{"residents": 2}', version = 2`, 'weights_of_the_review'],
    ['below nothing', sql`weights = '{"residents": 2, "recorded-crime": -1}', version = 2`, 'weights_of_the_review'],
    ['of no part', sql`weights = '{"a": 1}', version = 2`, 'weights_of_the_review'],
    ['that are no numbers', sql`weights = '{"residents": "1"}', version = 2`, 'weights_of_the_review'],
  ])('takes no weights %s', async (_, set, rule) => {
    expect(await stopped(camden, change(set))).toBe(rule);
  });

  it('takes a proposal back once, and changes nothing with it', async () => {
    const gone = (by: string) =>
      sql`withdrawn_by = ${by}, withdrawn_at = ${NOW.toISOString()}, withdrawn_because = 'x', version = 2`;
    expect(await stopped(camden, change(sql`${gone(WRITER)}, ${weights}`))).toBe('over_stays_over');
    expect(await stopped(camden, change(gone('person:b')))).toBe('over_stays_over');
    await withdrawWeights(as(camden), { id: proposal, version: 1, because: 'We changed our mind.' });
    const back = sql`withdrawn_by = null, withdrawn_at = null, withdrawn_because = null, version = 3`;
    expect(await stopped(camden, change(back))).toBe('over_stays_over');
  });

  it('keeps no version but the one that stands, as it stands and by who acts, and no version goes without', async () => {
    const forged = (version: number, by: string, set: string) => sql`insert into allocation.weight_proposal_revision
      select proposal, ${version}, content || ${set}::jsonb, ${by}, changed_at
      from allocation.weight_proposal_revision where proposal = ${proposal}`;
    const next = change(sql`comment = 'b', version = 2`);
    expect(await stopped(camden, forged(9, WRITER, '{}'))).toBe('kept_as_it_stands');
    expect(await stopped(camden, next, forged(2, WRITER, '{}'))).toBe('kept_as_it_stands');
    expect(await stopped(camden, next, forged(2, 'person:b', '{"comment": "b"}'))).toBe('kept_as_it_stands');
    expect(await stopped(camden, next, forged(2, WRITER, '{"comment": "b"}'))).toBeNull();
    const unkept = as(camden)
      .records.transaction()
      .execute((trx) => change(sql`comment = 'c', version = 3`).execute(trx));
    await expect(unkept).rejects.toThrow('Every version is kept');
  });

  it('gives an organisation one voice', async () => {
    const second = (kind: string, borough: string | null) => sql`insert into allocation.weight_proposal (review, unit,
        party_kind, party, title, borough_code, shared_with, given, weights, comment, publish_comment, written_by, written_at)
      values (${review}, ${UNIT}, ${kind}, 'Camden Council', 'Camden Council', ${borough}, '{Camden Council}', '{}',
        '{"residents": 1}', '', false, ${WRITER}, ${NOW.toISOString()})`;
    expect(await stopped(camden, second('partner', CAMDEN))).toBe('one_standing_proposal');
    expect(await stopped(camden, second('council', null))).toBe('in_its_partys_name');
  });

  it('moves a closing day with a version that is kept, and ends a review once', async () => {
    const set = (to: RawBuilder<unknown>) => sql`update allocation.review set ${to} where id = ${review}`;
    const moved = sql`closes_on = '2026-04-25'`;
    expect(await stopped(analyst, set(moved))).toBe('changed_in_order');
    const unkept = stopped(analyst, set(sql`${moved}, version = 2`));
    expect(await unkept).toBe('every_version_is_kept');
    const keep = (by: string) => sql`insert into allocation.review_revision
      select review, 2, content || '{"closesOn": "2026-04-25"}', 'x', ${by}, changed_at
      from allocation.review_revision where review = ${review}`;
    expect(await stopped(analyst, set(sql`${moved}, version = 2`), keep('person:b'))).toBe('kept_as_it_stands');
    expect(await stopped(analyst, set(sql`${moved}, version = 2`), keep(WRITER))).toBeNull();
    const closed = (by: string) => sql`closes_on = '2026-03-10', closed_at = '2026-03-10T12:00:00Z',
      closed_because = 'x', closed_by = ${by}, version = 3`;
    expect(await stopped(analyst, set(closed('person:b')))).toBe('closed_until_a_later_day');
    expect(await stopped(analyst, set(sql`${closed(WRITER)}, name = 'y'`))).toBe('closed_until_a_later_day');
    expect(await stopped(analyst, set(sql`${closed(WRITER)}, closes_on = '2026-03-11'`))).not.toBeNull();
    const ended = sql`abandoned_at = ${NOW.toISOString()}, abandoned_because = 'x', version = 3`;
    expect(await stopped(analyst, set(sql`${ended}, abandoned_by = 'person:b'`))).toBe('over_stays_over');
    expect(await stopped(analyst, set(sql`${ended}, abandoned_by = ${WRITER}, name = 'y'`))).toBe('over_stays_over');
  });
});
