import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { BLOOMSBURY, type PostedOfficers, postOfficers } from '../../../test/builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { Refused } from '../../lib/refused.ts';
import type { Principal } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { endAbsence, recordAbsence } from './absence-service.ts';
import { changeFraction, endPosting } from './change-posting-service.ts';
import { findOfficers, findPosts, officerInPosts, postWithHolders } from './find-service.ts';
import { addOfficer, postOfficer } from './post-officer-service.ts';
import { changeRank } from './rank-service.ts';
import { rotateOfficer } from './rotate-service.ts';
import { closePost, openPost, setFillDate } from './seat-service.ts';
import { transferOfficer } from './transfer-service.ts';

const inspector = (borough: string | null): Principal => personWith('inspector', { unit: UNIT, borough, ward: null });
const sergeant = personWith('sergeant', { unit: UNIT, borough: CAMDEN, ward: BLOOMSBURY });
const wanted = (from: string, until: string | null, fraction = 1) =>
  ({ fraction, kind: 'posting', during: { from, until }, returnsOn: null, fromUnit: null }) as const;
const floorOn = () => ({ dwo: 2, pcso: 1 });

describeStores('changing the post book', (open) => {
  let kept: EmptyRecords;
  let keys: PostedOfficers;
  beforeEach(async () => {
    kept = await open();
    keys = await postOfficers(kept.records);
  });
  afterEach(() => kept.close());

  const as = (principal: Principal) => testPlatform(kept.database, { principal });
  const post = (reference: string) => keys.posts[reference] ?? -1;
  const officer = (number: string) => keys.officers[number] ?? -1;
  const posting = (number: string) => keys.postings[number] ?? -1;
  const rows = async (query: ReturnType<typeof sql>) =>
    (await kept.records.transaction().execute((trx) => query.execute(trx))).rows;
  const postings = async () =>
    (
      (await rows(
        sql`select concat_ws(' ', officer.reference, post.reference, posting.fraction::float, posting.during, posting.kind) as text
          from organisation.posting join organisation.officer on officer.id = posting.officer
          join organisation.post on post.id = posting.post order by officer.reference, posting.during`,
      )) as { text: string }[]
    ).map(({ text }) => text);
  const ofOfficer = async (number: string) => (await postings()).filter((text) => text.startsWith(`${number} `));
  const refusal = async (doing: Promise<unknown>) => {
    const error = await doing.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refused)) throw error ?? new Error('It was not refused.');
    return Object.fromEntries(error.problems.map(({ field, sentence }) => [field, sentence]));
  };

  it('posts an officer, with the history and the audit', async () => {
    const camden = as(inspector(CAMDEN));
    await postOfficer(camden, { officer: officer('301'), post: post('BLO-3'), ...wanted('2026-03-10', null, 0.6) });
    expect(await ofOfficer('301')).toEqual(['301 BLO-3 0.6 [2026-03-10,) posting']);
    const [revision] = await rows(sql`select kind, reference, before, after ->> 'fraction' as fraction, changed_by
      from organisation.book_revision`);
    expect(revision).toEqual({
      kind: 'postings',
      reference: 'posting of 301 to BLO-3 from 2026-03-10',
      before: null,
      fraction: '0.6',
      changed_by: 'person:0000000000000001',
    });
    expect(await rows(sql`select count(*)::int as n from platform.audit`)).not.toEqual([{ n: 0 }]);
  });

  it('refuses a double-booking, a wrong rank, other days and a full post, each beside its field, and writes nothing', async () => {
    const all = as(inspector(null));
    const before = await postings();
    const asked = { officer: officer('101'), post: post('BLO-3') };
    expect(await refusal(postOfficer(all, { ...asked, ...wanted('2026-03-10', null, 0.2) }))).toEqual({
      fraction: 'Ana Cole (101) would be posted 1.2 from 10 March 2026: give all their postings together at most 1.',
    });
    expect(
      await refusal(
        postOfficer(all, { officer: officer('301'), post: post('ISL-SGT'), ...wanted('2022-01-01', null) }),
      ),
    ).toEqual({ kind: expect.stringContaining('Constable'), from: expect.stringContaining('from 5 May 2022') });
    expect(
      await refusal(postOfficer(all, { officer: officer('301'), post: post('BLO-1'), ...wanted('2026-03-10', null) })),
    ).toEqual({ fraction: expect.stringContaining('Ana Cole (101) for good') });
    expect(await postings()).toEqual(before);
    expect(await rows(sql`select count(*)::int as n from organisation.book_revision`)).toEqual([{ n: 0 }]);
  });

  it('lets a sergeant add an officer to their ward, and nobody post outside their own place', async () => {
    const newcomer = { number: '401', name: 'Fay Hill', rank: 'Constable' };
    await addOfficer(as(sergeant), { post: post('BLO-3'), newcomer, ...wanted('2026-03-10', null) });
    expect(await ofOfficer('401')).toEqual(['401 BLO-3 1 [2026-03-10,) posting']);
    expect(
      await rows(sql`select rank from organisation.officer_rank join organisation.officer on officer.id = officer
      where reference = '401'`),
    ).toEqual([{ rank: 'Constable' }]);
    const again = { ...newcomer, number: '201' };
    const known = await refusal(
      addOfficer(as(sergeant), { post: post('BLO-3'), newcomer: again, ...wanted('2028-01-01', null, 0.1) }),
    );
    expect(Object.keys(known)).toContain('fraction');
    await expect(
      postOfficer(as(inspector(CAMDEN)), {
        officer: officer('301'),
        post: post('ISL-FAITH'),
        ...wanted('2026-03-10', null),
      }),
    ).rejects.toThrow('Your role does not allow you');
    const elsewhere = { number: '202', name: 'Dee Marsh', rank: 'Constable' };
    await endPosting(as(sergeant), { posting: posting('102'), version: 1, last: '2026-03-31', floorOn });
    expect(
      await refusal(
        addOfficer(as(sergeant), { post: post('BLO-2'), newcomer: elsewhere, ...wanted('2026-05-01', null) }),
      ),
    ).toEqual({ number: expect.stringContaining('in the book already') });
  });

  it('adds made-up officers for made-up people', async () => {
    await rows(sql`update organisation.post set synthetic = true`);
    const madeUp = { ...inspector(CAMDEN), demonstration: true } as Principal;
    const newcomer = { number: '501', name: 'Made Up', rank: 'Constable' };
    await addOfficer(as(madeUp), { post: post('CAM-FAITH'), newcomer, ...wanted('2026-03-10', null) });
    expect(await rows(sql`select synthetic from organisation.officer where reference = '501'`)).toEqual([
      { synthetic: true },
    ]);
    expect((await findOfficers(as(madeUp), '')).officers.map((found) => found.officer.name)).toEqual(['Made Up']);
    expect((await findOfficers(as(inspector(CAMDEN)), 'Made')).officers).toEqual([]);
  });

  it('ends a posting at the version that was seen, and changes a fraction from a day', async () => {
    const camden = as(inspector(CAMDEN));
    await changeFraction(camden, { posting: posting('101'), version: 1, fraction: 0.5, from: '2026-04-01' });
    expect(await ofOfficer('101')).toEqual([
      '101 BLO-1 1 [2026-01-01,2026-04-01) posting',
      '101 BLO-1 0.5 [2026-04-01,) posting',
    ]);
    await expect(
      endPosting(camden, { posting: posting('101'), version: 1, last: '2026-02-01', floorOn }),
    ).rejects.toThrow(StaleEdit);
    expect(
      await refusal(endPosting(camden, { posting: posting('101'), version: 2, last: '2026-05-01', floorOn })),
    ).toEqual({
      last: expect.stringContaining('is held on 1 April 2026'),
    });
    expect(
      await refusal(endPosting(camden, { posting: posting('102'), version: 1, last: '2025-12-31', floorOn })),
    ).toEqual({
      last: 'The posting begins on 1 January 2026: choose that day or a later one.',
    });
    await endPosting(camden, { posting: posting('102'), version: 1, last: '2026-03-31', floorOn });
    expect(await ofOfficer('102')).toEqual(['102 BLO-2 1 [2026-01-01,2026-04-01) posting']);
  });

  it('transfers everything at once or nothing, and keeps where somebody went', async () => {
    const all = as(inspector(null));
    const to = { kind: 'post', post: post('BLO-3'), wanted: wanted('2026-04-01', null) } as const;
    await expect(
      transferOfficer(as(inspector(CAMDEN)), { officer: officer('201'), from: '2026-04-01', to, floorOn }).then(
        () => 'moved',
      ),
    ).rejects.toThrow('BUN-1 too, which your role does not let you end');
    await transferOfficer(all, { officer: officer('201'), from: '2026-04-01', to, floorOn });
    expect(await ofOfficer('201')).toEqual([
      '201 BUN-1 1 [2026-01-01,2026-04-01) posting',
      '201 BLO-3 1 [2026-04-01,) posting',
    ]);
    const full = { kind: 'post', post: post('BLO-3'), wanted: wanted('2026-05-01', null) } as const;
    await refusal(transferOfficer(all, { officer: officer('202'), from: '2026-05-01', to: full, floorOn }));
    expect(await ofOfficer('202')).toEqual(['202 BUN-2 1 [2026-01-01,) posting']);
    await transferOfficer(all, {
      officer: officer('202'),
      from: '2026-05-01',
      to: { kind: 'unit', unit: 'Central East' },
      floorOn,
    });
    expect(await ofOfficer('202')).toEqual(['202 BUN-2 1 [2026-01-01,2026-05-01) posting']);
    const left = await rows(
      sql`select after ->> 'to_unit' as unit from organisation.book_revision where after ->> 'to_unit' is not null`,
    );
    expect(left).toEqual([{ unit: 'Central East' }]);
  });

  it('lends nobody out of a ward at its floor, unless somebody covers, and resumes the day after', async () => {
    const camden = as(inspector(CAMDEN));
    const lent = {
      posting: posting('101'),
      version: 1,
      post: post('CAM-FAITH'),
      from: '2026-04-01',
      returnsOn: '2026-04-30',
      floorOn,
    };
    expect(await refusal(rotateOfficer(camden, { ...lent, cover: null }))).toEqual({
      cover:
        'Bloomsbury would have 1 dedicated ward officer instead of 2 from 1 April 2026 to 30 April 2026: name somebody who covers, or choose other days.',
    });
    expect(await refusal(rotateOfficer(camden, { ...lent, cover: '102' }))).toEqual({
      cover: expect.stringContaining('Ben Okafor (102) would be posted 2'),
    });
    expect(await ofOfficer('101')).toEqual(['101 BLO-1 1 [2026-01-01,) posting']);
    await rotateOfficer(camden, { ...lent, cover: '301' });
    expect(await ofOfficer('101')).toEqual([
      '101 BLO-1 1 [2026-01-01,2026-04-01) posting',
      '101 CAM-FAITH 1 [2026-04-01,2026-05-01) rotation',
      '101 BLO-1 1 [2026-05-01,) posting',
    ]);
    expect(await ofOfficer('301')).toEqual(['301 BLO-1 1 [2026-04-01,2026-05-01) posting']);
    const ofKind = async (number: string, kind: string) => {
      const [row] = await rows(sql`select id, version from organisation.posting
        where officer = ${officer(number)} and kind = ${kind} order by lower(during) limit 1`);
      const { id, version } = row as { id: unknown; version: number };
      return { posting: Number(id), version, floorOn };
    };
    expect(await refusal(endPosting(camden, { ...(await ofKind('301', 'posting')), last: '2026-04-10' }))).toEqual({
      last: expect.stringContaining('Bloomsbury would have 1 dedicated ward officer instead of 2 from 11 April 2026'),
    });
    const leaves = { officer: officer('301'), from: '2026-04-11', floorOn };
    const unit = { kind: 'unit', unit: 'Central East' } as const;
    expect(await refusal(transferOfficer(camden, { ...leaves, to: unit }))).toEqual({
      from: expect.stringContaining('Bloomsbury would have 1 dedicated ward officer instead of 2 from 11 April 2026'),
    });
    const elsewhere = { kind: 'post', post: post('ISL-FAITH'), wanted: wanted('2026-04-11', null) } as const;
    expect(await refusal(transferOfficer(as(inspector(null)), { ...leaves, to: elsewhere }))).toHaveProperty('from');
    expect(await ofOfficer('301')).toEqual(['301 BLO-1 1 [2026-04-01,2026-05-01) posting']);
    expect(await refusal(endPosting(camden, { ...(await ofKind('101', 'rotation')), last: null }))).toHaveProperty(
      'last',
    );
    await endPosting(camden, { ...(await ofKind('101', 'rotation')), last: '2026-04-10' });
    expect(await ofOfficer('101')).toEqual([
      '101 BLO-1 1 [2026-01-01,2026-04-01) posting',
      '101 CAM-FAITH 1 [2026-04-01,2026-04-11) rotation',
      '101 BLO-1 1 [2026-04-11,) posting',
    ]);
    expect(await ofOfficer('301')).toEqual(['301 BLO-1 1 [2026-04-01,2026-04-11) posting']);
    await endPosting(camden, { ...(await ofKind('101', 'rotation')), last: '2026-04-20' });
    expect((await ofOfficer('101')).at(-1)).toBe('101 BLO-1 1 [2026-04-21,) posting');
    expect(await rows(sql`select returns_on::text from organisation.posting where kind = 'rotation'`)).toEqual([
      { returns_on: '2026-04-20' },
    ]);
    // To another post of the ward is no way out of it.
    const within = { kind: 'post', post: post('BLO-3'), wanted: wanted('2026-04-05', null) } as const;
    await transferOfficer(camden, { ...leaves, from: '2026-04-05', to: within });
  });

  it('records absences for inspectors in their borough, and for nobody else', async () => {
    const away = { officer: officer('101'), kind: 'absent', during: { from: '2026-03-01', until: null } } as const;
    await expect(recordAbsence(as(sergeant), away)).rejects.toThrow('duties and absences');
    await expect(recordAbsence(as(inspector(ISLINGTON)), away)).rejects.toThrow('duties and absences');
    await recordAbsence(as(inspector(CAMDEN)), away);
    expect(await refusal(recordAbsence(as(inspector(CAMDEN)), away))).toEqual({
      from: expect.stringContaining('from 1 March 2026 on already'),
    });
    const { absences } = await officerInPosts(as(inspector(CAMDEN)), officer('101'));
    expect(absences).toHaveLength(1);
    expect(
      (await officerInPosts(as(personWith('analyst', { unit: UNIT, borough: null, ward: null })), officer('101')))
        .absences,
    ).toBeNull();
    await endAbsence(as(inspector(CAMDEN)), { absence: absences?.[0]?.id ?? -1, version: 1, last: '2026-03-31' });
    await expect(
      endAbsence(as(inspector(CAMDEN)), { absence: absences?.[0]?.id ?? -1, version: 1, last: null }),
    ).rejects.toThrow(StaleEdit);
    expect(await rows(sql`select during::text from organisation.absence`)).toEqual([
      { during: '[2026-03-01,2026-04-01)' },
    ]);
  });

  it('shows the history of absences to nobody who may not read duties', async () => {
    const away = { officer: officer('101'), kind: 'absent', during: { from: '2026-03-01', until: null } } as const;
    await recordAbsence(as(inspector(CAMDEN)), away);
    await changeRank(as(inspector(CAMDEN)), { officer: officer('101'), rank: 'Sergeant', from: '2026-06-01' });
    const kindsSeen = async (principal: Principal) =>
      (
        await as(principal)
          .records.transaction()
          .execute((trx) => sql<{ kind: string }>`select kind from organisation.book_revision order by id`.execute(trx))
      ).rows.map(({ kind }) => kind);
    expect(await kindsSeen(inspector(CAMDEN))).toEqual(['absences', 'officers', 'officers']);
    expect(await kindsSeen(personWith('analyst', { unit: UNIT, borough: null, ward: null }))).toEqual([
      'officers',
      'officers',
    ]);
  });

  it('promotes from a day, and refuses a rank that is held already', async () => {
    const camden = as(inspector(CAMDEN));
    await changeRank(camden, { officer: officer('101'), rank: 'Sergeant', from: '2026-06-01' });
    expect(
      await rows(
        sql`select rank, during::text from organisation.officer_rank where officer = ${officer('101')} order by during`,
      ),
    ).toEqual([
      { rank: 'Constable', during: '[2020-01-01,2026-06-01)' },
      { rank: 'Sergeant', during: '[2026-06-01,)' },
    ]);
    expect(
      await refusal(changeRank(camden, { officer: officer('101'), rank: 'Sergeant', from: '2026-07-01' })),
    ).toEqual({
      rank: 'Ana Cole is Sergeant on 1 July 2026 already: choose another rank.',
    });
    expect(
      await refusal(changeRank(camden, { officer: officer('101'), rank: 'Inspector', from: '2026-01-01' })),
    ).toHaveProperty('from');
  });

  it('opens, dates and closes posts, and closes none that somebody is in', async () => {
    const { seat } = await postWithHolders(as(inspector(CAMDEN)), post('CAM-FAITH'));
    const opened = { ...seat, reference: 'CAM-NEW', title: 'Cadets officer', fullTimeEquivalents: 0.5 };
    await expect(openPost(as(sergeant), opened)).rejects.toThrow('does not allow');
    await openPost(as(inspector(CAMDEN)), opened);
    expect(await refusal(openPost(as(inspector(CAMDEN)), opened))).toHaveProperty('reference');
    const { posts } = await findPosts(as(inspector(CAMDEN)), { words: 'cadets', writable: true });
    const fresh = posts[0]?.seat;
    // A share is of the post, so that half a post of one borough is wholly that borough's.
    const shares = await rows(sql`select fraction::float from organisation.post_share where post = ${fresh?.id ?? -1}`);
    expect(shares).toEqual([{ fraction: 1 }]);
    await setFillDate(as(inspector(CAMDEN)), { post: fresh?.id ?? -1, version: 1, expectedFilled: '2026-09-01' });
    await closePost(as(inspector(CAMDEN)), { post: fresh?.id ?? -1, version: 2, last: '2026-12-31' });
    expect((await postWithHolders(as(inspector(CAMDEN)), fresh?.id ?? -1)).seat).toMatchObject({
      expectedFilled: '2026-09-01',
      during: { until: '2027-01-01' },
    });
    expect(
      await refusal(closePost(as(inspector(CAMDEN)), { post: post('BLO-1'), version: 1, last: '2026-12-31' })),
    ).toEqual({
      last: 'Ana Cole (101) is posted to it for good: end that posting first, or choose a later day.',
    });
  });

  it('finds posts by ward, and offers only those that one may write', async () => {
    const references = async (words: string, principal: Principal, writable = false) =>
      (await findPosts(as(principal), { words, writable })).posts.map(({ seat }) => seat.reference);
    expect(await references('bloomsb', inspector(CAMDEN))).toEqual(['BLO-1', 'BLO-2', 'BLO-3']);
    expect(await references('faith', inspector(CAMDEN))).toEqual(['CAM-FAITH', 'ISL-FAITH', 'ISL-SGT', 'UNIT-1']);
    expect(await references('faith', inspector(CAMDEN), true)).toEqual(['CAM-FAITH']);
    expect(await references('', sergeant)).toEqual(['BLO-1', 'BLO-2', 'BLO-3']);
    expect(await references('%', inspector(CAMDEN))).toEqual([]);
  });
});

describe('refusals', () => {
  it('say everything in one message too', () => {
    expect(
      new Refused([
        { field: 'a', sentence: 'One.' },
        { field: null, sentence: 'Two.' },
      ]).message,
    ).toBe('One. Two.');
  });
});
