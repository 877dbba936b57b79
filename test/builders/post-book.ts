import type { Officer, Post, PostBook, Posting } from '../../src/organisation/post-book.ts';

/** The days of everything a made-up book does not date itself. */
export const ALWAYS = { from: '2022-05-05', until: null };

const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const ward = (code: string, name: string, boroughCode: string) => ({
  code,
  name,
  boroughCode,
  boundaryVersion: 'wards-2022' as const,
  during: ALWAYS,
});

/** A small unit: two boroughs, two wards in each, and nothing else. A test adds what it is about. */
export function bookOf(rest: Partial<PostBook> = {}): PostBook {
  return {
    unit: 'Central North',
    boroughs: [
      { code: CAMDEN, name: 'Camden', during: { from: '2017-01-01', until: null } },
      { code: ISLINGTON, name: 'Islington', during: { from: '2017-01-01', until: null } },
    ],
    wards: [
      ward('E05013653', 'Bloomsbury', CAMDEN),
      ward('E05013655', 'Camden Town', CAMDEN),
      ward('E05013703', 'Finsbury Park', ISLINGTON),
      ward('E05013699', 'Bunhill', ISLINGTON),
    ],
    clusters: [],
    posts: [],
    officers: [],
    postings: [],
    absences: [],
    budgets: [],
    changes: [],
    earlier: [],
    courses: [],
    training: [],
    synthetic: false,
    whole: true,
    ...rest,
  };
}

/** A constable's floor post in Bloomsbury, unless said otherwise. */
export function postOf(reference: string, rest: Partial<Post> = {}): Post {
  return {
    reference,
    title: 'Dedicated ward officer',
    rank: 'Constable',
    strand: 'neighbourhoods',
    team: null,
    duty: 'ward',
    fullTimeEquivalents: 1,
    shares: [{ boroughCode: CAMDEN, fraction: 1 }],
    wards: ['E05013653'],
    boundaryVersion: 'wards-2022',
    wardClass: 'floor',
    leadsBorough: null,
    leadsStrand: null,
    fundedBy: null,
    fundedUntil: null,
    movedFrom: null,
    expectedFilled: null,
    during: ALWAYS,
    source: '',
    ...rest,
  };
}

/** An officer of one rank for good: a constable unless said otherwise. */
export function officerOf(reference: string, rank = 'Constable'): Officer {
  return { reference, name: `Officer ${reference}`, ranks: [{ rank, during: ALWAYS }] };
}

/** A whole posting for good, unless said otherwise. */
export function postingOf(officer: string, post: string, rest: Partial<Posting> = {}): Posting {
  return { officer, post, fraction: 1, during: ALWAYS, kind: 'posting', returnsOn: null, fromUnit: null, ...rest };
}
