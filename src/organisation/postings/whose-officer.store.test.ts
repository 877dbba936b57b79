import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { BLOOMSBURY, type PostedOfficers, postOfficers } from '../../../test/builders/posted-officers.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { Refused } from '../../lib/refused.ts';
import type { Principal } from '../../platform/access/index.ts';
import { endAbsence, recordAbsence } from './absence-service.ts';
import { findOfficers, officerInPosts, postWithHolders } from './find-service.ts';
import { postOfficer } from './post-officer-service.ts';
import { changeRank } from './rank-service.ts';
import { transferOfficer } from './transfer-service.ts';

const inWard = { unit: UNIT, borough: CAMDEN, ward: BLOOMSBURY };
const inspector = (borough: string | null): Principal => personWith('inspector', { unit: UNIT, borough, ward: null });
const sergeant = personWith('sergeant', inWard);
const floorOn = () => ({ dwo: 2, pcso: 1 });
const wanted = (from: string, fraction = 1) =>
  ({ fraction, kind: 'posting', during: { from, until: null }, returnsOn: null, fromUnit: null }) as const;

describeStores('whose an officer is', (open) => {
  let kept: EmptyRecords;
  let keys: PostedOfficers;
  beforeEach(async () => {
    kept = await open();
    keys = await postOfficers(kept.records);
  });
  afterEach(() => kept.close());

  const as = (principal: Principal) => testPlatform(kept.database, { principal });
  const officer = (number: string) => keys.officers[number] ?? -1;
  const post = (reference: string) => keys.posts[reference] ?? -1;
  const rows = async (query: ReturnType<typeof sql>, records = kept.records) =>
    (await records.transaction().execute((trx) => query.execute(trx))).rows;
  /** Officer 101 goes from Bloomsbury, in Camden, to Islington. */
  const leaveCamden = (from: string) =>
    transferOfficer(as(inspector(null)), {
      officer: officer('101'),
      from,
      to: { kind: 'post', post: post('ISL-FAITH'), wanted: wanted(from) },
      floorOn,
    });
  const promoted = (number: string, from: string) => ({ officer: officer(number), rank: 'Inspector', from });
  const away = (from: string, until: string | null) =>
    ({ officer: officer('101'), kind: 'absent', during: { from, until } }) as const;

  it('gives ranks for who writes every borough that has a part of the officer, from the day on', async () => {
    await expect(changeRank(as(sergeant), promoted('102', '2026-03-01'))).rejects.toThrow('does not allow');
    await changeRank(as(inspector(CAMDEN)), promoted('102', '2026-03-01'));
    await leaveCamden('2026-02-01');
    await expect(changeRank(as(inspector(CAMDEN)), promoted('101', '2026-03-01'))).rejects.toThrow('does not allow');
    await expect(changeRank(as(inspector(CAMDEN)), promoted('101', '2026-01-15'))).rejects.toThrow('does not allow');
    await changeRank(as(inspector(ISLINGTON)), promoted('101', '2026-03-01'));
    await expect(changeRank(as(inspector(ISLINGTON)), promoted('301', '2026-03-01'))).rejects.toThrow('does not allow');
    await changeRank(as(inspector(null)), promoted('301', '2026-03-01'));
  });

  it('gives none for a borough that has half of them', async () => {
    await rows(sql`update organisation.posting set fraction = 0.5 where officer = ${officer('201')}`);
    await postOfficer(as(inspector(CAMDEN)), {
      officer: officer('201'),
      post: post('BLO-3'),
      ...wanted('2026-03-01', 0.5),
    });
    await expect(changeRank(as(inspector(CAMDEN)), promoted('201', '2026-03-02'))).rejects.toThrow('does not allow');
  });

  it('keeps the records themselves from changing ranks and absences of who has left', async () => {
    await leaveCamden('2026-02-01');
    await changeRank(as(inspector(null)), promoted('101', '2026-03-01'));
    const ofSergeant = as(sergeant).records;
    const ranks = sql`select rank from organisation.officer_rank where officer = ${officer('101')} order by during`;
    expect(await rows(ranks, ofSergeant)).toEqual([{ rank: 'Constable' }]);
    const change = sql`update organisation.officer_rank set rank = 'PCSO' where officer = ${officer('101')} returning rank`;
    expect(await rows(change, ofSergeant)).toEqual([]);
    expect(await rows(sql`delete from organisation.officer_rank returning rank`, ofSergeant)).toEqual([]);
    const add = sql`insert into organisation.absence (officer, kind, during)
      values (${officer('101')}, 'absent', '[2026-03-01,2026-04-01)')`;
    await expect(rows(add, as(inspector(CAMDEN)).records)).rejects.toThrow('row-level security');
  });

  it('records absences on days on which they are posted where one may write, and says so of others', async () => {
    await leaveCamden('2026-05-01');
    await expect(recordAbsence(as(inspector(CAMDEN)), away('2026-06-01', null))).rejects.toThrow('does not allow');
    await expect(recordAbsence(as(inspector(CAMDEN)), away('2026-03-01', null))).rejects.toThrow(
      new Refused([
        {
          field: 'from',
          sentence:
            'On 1 May 2026 Ana Cole is posted nowhere where you may record it: choose days on which they are, with a last day.',
        },
      ]),
    );
    await recordAbsence(as(inspector(CAMDEN)), away('2026-03-01', '2026-05-01'));
    const { absences } = await officerInPosts(as(inspector(CAMDEN)), officer('101'));
    const seen = { absence: absences?.[0]?.id ?? -1, version: 1 };
    await expect(endAbsence(as(inspector(CAMDEN)), { ...seen, last: '2026-05-10' })).rejects.toThrow('On 1 May 2026');
    await endAbsence(as(inspector(CAMDEN)), { ...seen, last: '2026-03-20' });
  });

  it('says of an officer without a posting that nothing can be recorded', async () => {
    const unposted = { ...away('2026-03-01', null), officer: officer('301') };
    await expect(recordAbsence(as(inspector(null)), unposted)).rejects.toThrow('Eve Stone is posted nowhere');
  });

  it('keeps an absence within reach of the unit when the last posting is taken out', async () => {
    await recordAbsence(as(inspector(CAMDEN)), away('2026-03-01', null));
    const unit = { kind: 'unit', unit: 'Central East' } as const;
    await transferOfficer(as(inspector(null)), { officer: officer('101'), from: '2026-01-01', to: unit, floorOn });
    const { absences } = await officerInPosts(as(inspector(null)), officer('101'));
    expect(absences).toHaveLength(1);
    await endAbsence(as(inspector(null)), { absence: absences?.[0]?.id ?? -1, version: 1, last: '2026-03-05' });
    expect(await rows(sql`select during::text from organisation.absence`)).toEqual([
      { during: '[2026-03-01,2026-03-06)' },
    ]);
  });

  it('shows a ward those who are posted there today or later, and others in its history by name alone', async () => {
    await leaveCamden('2026-02-01');
    const reader = as(personWith('officer', inWard));
    expect((await findOfficers(reader, '')).officers.map((found) => found.officer.reference)).toEqual(['102']);
    await expect(officerInPosts(reader, officer('101'))).rejects.toThrow('whom you may see');
    const { held } = await postWithHolders(reader, post('BLO-1'));
    expect(held.map((posting) => posting.officer.name)).toEqual(['Ana Cole']);
    const unit = as(personWith('analyst', { unit: UNIT, borough: null, ward: null }));
    expect((await officerInPosts(unit, officer('101'))).postings).toHaveLength(2);
  });
});
