import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../../test/builders/approvers.ts';
import { CAMDEN, UNIT } from '../../../../test/builders/each-principal.ts';
import { layReview } from '../../../../test/builders/laid-reviews.ts';
import { describeStores, type EmptyRecords } from '../../../../test/builders/records.ts';
import { testPlatform } from '../../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../../geography/service.ts';
import { ensureReferenceUnit } from '../../../organisation/service.ts';
import type { Principal } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { abandonReview, closeReview, editReview } from '../review/review-service.ts';
import {
  announceReview,
  approveNotice,
  findAnnouncedReview,
  latestNotice,
  listAnnouncedReviews,
  previewNotice,
  publishNotice,
  takeBackNotice,
  withdrawNotice,
} from './announce-service.ts';

const analyst = somebody('a', 'analyst');
const commander = somebody('b', 'command');
const council = somebody('d', 'council', { borough: CAMDEN });
const visitor: Principal = { kind: 'visitor' };
const NOW = new Date('2026-03-12T12:00:00Z');

describeStores('public notices of reviews', (open) => {
  let kept: EmptyRecords;
  const as = (principal: Principal) => testPlatform(kept.database, { principal, now: NOW });
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdApprovers(kept.records, ['b', 'c']);
  });
  afterAll(() => kept.close());

  const waiting = async (id: number, version: number) => {
    const announced = await announceReview(as(analyst), { id, version });
    if (announced.kind !== 'proposed') throw new Error(`It is not to be approved: ${announced.kind}.`);
    return announced.id;
  };
  const publish = async (id: string) => {
    const contentHash = (await previewNotice(as(commander), { id }))?.approvalHash ?? '';
    expect(await approveNotice(as(commander), { id, contentHash })).toMatchObject({ kind: 'done' });
    expect(await publishNotice(as(commander), { id })).toMatchObject({ kind: 'done' });
  };
  const seenBy = (principal: Principal, id: number) => findAnnouncedReview(as(principal).records, { unit: UNIT, id });

  it('is for everybody once a second person approved it, and changes with the review', async () => {
    const { id } = await layReview(kept.records);
    const other = await layReview(kept.records, { name: 'Another' });
    const first = await waiting(id, 1);
    expect(await announceReview(as(analyst), { id, version: 1 })).toEqual({
      kind: 'proposed',
      id: first,
      already: true,
    });
    expect(await seenBy(visitor, id)).toBeNull();
    expect(await latestNotice(as(council), { unit: UNIT, id })).toBeNull();
    await expect(announceReview(as(council), { id, version: 1 })).rejects.toThrow('Your role');
    const contentHash = (await previewNotice(as(commander), { id: first }))?.approvalHash ?? '';
    await expect(approveNotice(as(analyst), { id: first, contentHash })).rejects.toThrow('Your role');
    await publish(first);

    const told = await seenBy(visitor, id);
    expect(told).toMatchObject({ id: first, from: '2026-03-12', alone: false, withdrawn: null });
    expect(told?.notice).toMatchObject({ review: id, closesOn: '2026-04-10', weights: { name: 'founding' } });
    expect(Object.keys(told?.notice ?? {}).toSorted()).toEqual(
      [
        'closesOn',
        'components',
        'inForceFrom',
        'invited',
        'name',
        'number',
        'numbers',
        'opensOn',
        'question',
        'review',
      ].concat(['synthetic', 'unit', 'weights']),
    );
    expect(await announceReview(as(analyst), { id, version: 1 })).toEqual({ kind: 'published already', id: first });

    await editReview(as(analyst), { id, version: 1, changes: { closesOn: '2026-04-20' }, because: 'Easter.' });
    await expect(announceReview(as(analyst), { id, version: 1 })).rejects.toBeInstanceOf(StaleEdit);
    const second = await waiting(id, 2);
    expect((await previewNotice(as(commander), { id: second }))?.described.sentences.at(-1)).toBe(
      'Different from the notice before it: its closing day.',
    );
    await publish(second);
    // The notice of another review takes the place of neither.
    await publish(await waiting(other.id, 1));
    const all = await listAnnouncedReviews(as(visitor).records, null);
    expect(all.map(({ notice }) => [notice.review, notice.closesOn])).toEqual([
      [other.id, '2026-04-10'],
      [id, '2026-04-20'],
    ]);
    await withdrawNotice(as(commander), { id: second, reason: 'The day was wrong.' });
    expect((await seenBy(visitor, id))?.notice.closesOn).toBe('2026-04-10');
  });

  it('is of no review that is over', async () => {
    const { id } = await layReview(kept.records);
    await abandonReview(as(analyst), { id, version: 1, because: 'The budget changed.' });
    await expect(announceReview(as(analyst), { id, version: 2 })).rejects.toThrow('ended without a decision');
    const past = await layReview(kept.records, { closesOn: '2026-03-11' });
    await expect(announceReview(as(analyst), { id: past.id, version: 1 })).rejects.toThrow('nobody could take part');
  });

  const refused = async (doing: Promise<unknown>) => expect(await doing).toMatchObject({ kind: 'refused' });
  const approve = async (id: string) => {
    const contentHash = (await previewNotice(as(commander), { id }))?.approvalHash ?? '';
    return approveNotice(as(commander), { id, contentHash });
  };
  const edited = (id: number, version: number, closesOn: string) =>
    editReview(as(analyst), { id, version, changes: { closesOn }, because: 'Easter.' });

  it('ends with its review, for the same reason, and the public is told that and when', async () => {
    const { id } = await layReview(kept.records);
    const first = await waiting(id, 1);
    await publish(first);
    await edited(id, 1, '2026-04-20');
    const second = await waiting(id, 2);
    const end = { id, version: 2, because: 'The budget changed.' };
    await expect(abandonReview(as(analyst), end)).rejects.toThrow('only somebody who approves reviews');
    expect((await latestNotice(as(analyst), { unit: UNIT, id }))?.state).toBe('proposed');
    await abandonReview(as(commander), end);
    expect(await latestNotice(as(analyst), { unit: UNIT, id })).toBeNull();
    expect(await seenBy(visitor, id)).toMatchObject({
      abandoned: { at: NOW, because: 'The budget changed.' },
      withdrawn: { reason: 'The budget changed.' },
    });
    await refused(approve(second));
  });

  it('tells the public how its review stands now, whatever the notice said, and nothing of one never announced', async () => {
    const { id } = await layReview(kept.records);
    const unannounced = await layReview(kept.records);
    await publish(await waiting(id, 1));
    const stands = { closesOn: '2026-04-10', inForceFrom: '2026-05-01', closed: false, chosen: false };
    expect((await seenBy(visitor, id))?.now).toEqual(stands);
    await closeReview(as(analyst), { id, version: 1, because: 'All have answered.' });
    const seen = await seenBy(visitor, id);
    expect(seen?.now).toEqual({ ...stands, closesOn: '2026-03-12', closed: true });
    expect([seen?.notice.closesOn, JSON.stringify(seen)]).toEqual([
      '2026-04-10',
      expect.not.stringContaining('All have'),
    ]);
    const asked = await sql`select * from allocation.review_in_public(${unannounced.id})`.execute(as(visitor).records);
    expect(asked.rows).toEqual([]);
  });

  it('tells the public nothing of an abandoned review that it was never told of', async () => {
    const { id } = await layReview(kept.records);
    const notice = await waiting(id, 1);
    await abandonReview(as(analyst), { id, version: 1, because: 'A secret reason.' });
    expect(await seenBy(visitor, id)).toBeNull();
    const asked = await sql`select * from allocation.review_in_public(${id})`.execute(as(visitor).records);
    expect(asked.rows).toEqual([]);
    await refused(publishNotice(as(commander), { id: notice }));
  });

  it('is not approved, nor published, once the review says something else', async () => {
    const { id } = await layReview(kept.records);
    const first = await waiting(id, 1);
    await edited(id, 1, '2026-04-20');
    expect(await approve(first)).toEqual({
      kind: 'refused',
      because: 'The review was changed since: announce it again.',
    });
    const second = await waiting(id, 2);
    expect(await approve(second)).toMatchObject({ kind: 'done' });
    await edited(id, 2, '2026-04-21');
    expect(await publishNotice(as(commander), { id: second })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('announce it again'),
    });
  });

  it('takes back the older one that waits, so that withdrawing the newer brings nothing old up', async () => {
    const { id } = await layReview(kept.records);
    await waiting(id, 1);
    await edited(id, 1, '2026-04-20');
    const second = await waiting(id, 2);
    await publish(second);
    await withdrawNotice(as(commander), { id: second, reason: 'Too early.' });
    expect(await latestNotice(as(analyst), { unit: UNIT, id })).toBeNull();
    // What readers saw long ago is not what they see now.
    await publish(await waiting(id, 2));
    await edited(id, 2, '2026-04-21');
    await publish(await waiting(id, 3));
    await edited(id, 3, '2026-04-20');
    expect(await announceReview(as(analyst), { id, version: 4 })).toMatchObject({ kind: 'proposed', already: false });
  });

  it('keeps made-up people away from real notices, and real people from made-up ones', async () => {
    const madeUp = (principal: Principal) => ({ ...principal, demonstration: true }) as Principal;
    const real = await layReview(kept.records);
    const notice = await waiting(real.id, 1);
    const hash = (await previewNotice(as(commander), { id: notice }))?.approvalHash ?? '';
    const itsOwn = { id: notice, contentHash: hash, reason: 'x' };
    for (const move of [approveNotice, publishNotice, withdrawNotice, takeBackNotice])
      expect(await move(as(madeUp(commander)), itsOwn)).toMatchObject({
        kind: 'refused',
        because: expect.stringContaining('This is a real review'),
      });
    const planted = await layReview(kept.records, { synthetic: true });
    const made = await announceReview(as(madeUp(analyst)), { id: planted.id, version: 1 });
    for (const move of [approveNotice, publishNotice, withdrawNotice])
      expect(await move(as(commander), { ...itsOwn, id: made.id })).toMatchObject({
        because: expect.stringContaining('made up for the demonstration'),
      });
    await abandonReview(testPlatform(kept.database), { id: planted.id, version: 1, because: 'It has ended.' });
  });
});
