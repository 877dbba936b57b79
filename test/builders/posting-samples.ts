import { sql } from 'kysely';
import type { Place } from '../../src/platform/access/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';
import { BLOOMSBURY, BUNHILL, postOfficers } from './posted-officers.ts';

interface Sample {
  args: unknown[];
  place: Place;
  undone: true;
}

const IN_BLOOMSBURY = { unit: UNIT, borough: CAMDEN, ward: BLOOMSBURY };
const IN_BUNHILL = { unit: UNIT, borough: ISLINGTON, ward: BUNHILL };

/**
 * What each function that changes the post book is called with, in a ward of Camden, in Islington and in the unit.
 * @param records Wardroom's own handle; the small book is laid out in them
 */
export async function postingSamples(records: Records): Promise<Record<string, Sample[]>> {
  const { posts, officers, postings, assets } = await postOfficers(records);
  await records.transaction().execute(async (trx) => {
    await sql`insert into organisation.absence (officer, kind, during) values (${officers['101']}, 'absent', '[2026-03-01,)')
      `.execute(trx);
    await sql`insert into organisation.booking (asset, borough_code, during, purpose, booked_by, booked_at)
      values (${assets['VAN-1']}, ${CAMDEN}, '[2026-03-12 10:00Z,2026-03-12 12:00Z)', 'Patrol', 'test', now())`.execute(
      trx,
    );
  });
  const wanted = {
    fraction: 1,
    kind: 'posting',
    during: { from: '2026-04-01', until: null },
    returnsOn: null,
    fromUnit: null,
  };
  const newcomer = { number: '901', name: 'Fay Hill', rank: 'Constable' };
  const sample = (asked: object, place: Place): Sample => ({ args: [asked], place, undone: true });
  const seen = { version: 1 };
  const [blo, faith, unit] = ['BLO-3', 'ISL-FAITH', 'UNIT-1'].map((reference) => posts[reference]);
  const inPosts = (asked: object) => [
    sample({ ...asked, post: blo }, IN_BLOOMSBURY),
    sample({ ...asked, post: faith }, { unit: UNIT, borough: ISLINGTON }),
    sample({ ...asked, post: unit }, { unit: UNIT }),
  ];
  const ofPostings = (asked: object) => [
    sample({ ...asked, ...seen, posting: postings['101'] }, IN_BLOOMSBURY),
    sample({ ...asked, ...seen, posting: postings['201'] }, IN_BUNHILL),
  ];
  const ofOfficers = (asked: object) => [
    sample({ ...asked, officer: officers['101'] }, IN_BLOOMSBURY),
    sample({ ...asked, officer: officers['301'] }, { unit: UNIT }),
  ];
  const floorOn = () => ({ dwo: 2, pcso: 1 });
  const lent = { from: '2026-04-01', returnsOn: '2026-04-30', cover: null, floorOn, version: 1 };
  const booking = {
    from: new Date('2026-03-14T10:00Z'),
    to: new Date('2026-03-14T12:00Z'),
    purpose: 'x',
    nameOf: String,
  };
  const opened = {
    reference: 'NEW',
    title: 'x',
    rank: 'Constable',
    strand: 'response',
    team: null,
    duty: 'pan-borough',
  };
  const laidOut = { fullTimeEquivalents: 1, wards: [], boundaryVersion: null, wardClass: null, expectedFilled: null };
  const toOpen = { ...opened, ...laidOut, unit: UNIT, during: { from: '2026-04-01', until: null } };
  return {
    'organisation.post-officer': inPosts({ officer: officers['301'], ...wanted }),
    'organisation.add-officer': inPosts({ newcomer, ...wanted }),
    'organisation.end-posting': ofPostings({ last: '2026-12-31' }),
    'organisation.change-fraction': ofPostings({ fraction: 0.5, from: '2026-06-01' }),
    'organisation.transfer-officer': [
      sample(
        { officer: officers['201'], from: '2026-04-01', to: { kind: 'unit', unit: 'Central East' }, floorOn },
        IN_BUNHILL,
      ),
      sample(
        { officer: officers['101'], from: '2026-04-01', to: { kind: 'post', post: blo, wanted }, floorOn },
        IN_BLOOMSBURY,
      ),
    ],
    'organisation.rotate-officer': [
      sample({ ...lent, posting: postings['101'], post: blo }, IN_BLOOMSBURY),
      sample({ ...lent, posting: postings['201'], post: posts['BUN-2'] }, IN_BUNHILL),
    ],
    'organisation.change-rank': ofOfficers({ rank: 'Sergeant', from: '2026-06-01' }),
    'organisation.record-absence': ofOfficers({ kind: 'adjusted-duties', during: wanted.during }),
    'organisation.end-absence': [sample({ ...seen, absence: 1, last: '2026-04-01' }, IN_BLOOMSBURY)],
    'organisation.set-fill-date': inPosts({ ...seen, expectedFilled: '2026-05-01' }),
    'organisation.close-post': [
      sample({ ...seen, post: blo, last: '2026-12-31' }, { unit: UNIT, borough: CAMDEN }),
      sample({ ...seen, post: unit, last: '2026-12-31' }, { unit: UNIT }),
    ],
    'organisation.open-post': [
      sample({ ...toOpen, boroughs: [CAMDEN] }, { unit: UNIT, borough: CAMDEN }),
      sample({ ...toOpen, boroughs: [] }, { unit: UNIT }),
    ],
    'organisation.book-asset': [CAMDEN, ISLINGTON].map((boroughCode) =>
      sample({ ...booking, asset: assets['VAN-1'], boroughCode }, { unit: UNIT, borough: boroughCode }),
    ),
    'organisation.cancel-booking': [sample({ asset: assets['VAN-1'], booking: 1 }, { unit: UNIT, borough: CAMDEN })],
  };
}
