import { type BookCheck, checkBook } from '../../src/organisation/check-book.ts';
import type { Officer, Post, PostBook, Posting } from '../../src/organisation/post-book.ts';
import type { Finding, Judged } from '../../src/organisation/rule.ts';
import { ALWAYS, bookOf, officerOf, postingOf, postOf } from './post-book.ts';

export const AS_AT = '2026-03-01';
const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';

const leader = (reference: string, rank: string, rest: Partial<Post>) =>
  postOf(reference, {
    title: rank,
    rank,
    duty: 'leadership',
    wards: [],
    boundaryVersion: null,
    wardClass: null,
    shares: [],
    ...rest,
  });

const away: Partial<Post> = { duty: 'pan-borough', wards: [], boundaryVersion: null, wardClass: null };

const ofBorough = (boroughCode: string) => ({ shares: [{ boroughCode, fraction: 1 }] });

/** Two officers and a PCSO, as every ward is promised. */
function team(ward: string, boroughCode: string, short: string): Post[] {
  const rest = { wards: [ward], ...ofBorough(boroughCode), team: `${short} ward team` };
  return [
    postOf(`${short}-1`, rest),
    postOf(`${short}-2`, rest),
    postOf(`${short}-P`, { ...rest, title: 'PCSO', rank: 'PCSO' }),
  ];
}

const sergeant = (reference: string, boroughCode: string, wards: string[]) =>
  postOf(reference, { title: 'Ward sergeant', rank: 'Sergeant', wardClass: null, wards, ...ofBorough(boroughCode) });

const POSTS: Post[] = [
  leader('CS', 'Chief Superintendent', {}),
  leader('SUP-C', 'Superintendent', { leadsBorough: CAMDEN, leadsStrand: 'neighbourhoods', ...ofBorough(CAMDEN) }),
  leader('SUP-I', 'Superintendent', { leadsBorough: ISLINGTON, leadsStrand: 'response', ...ofBorough(ISLINGTON) }),
  leader('SUP-3', 'Detective Superintendent', { leadsStrand: 'investigation' }),
  leader('SUP-4', 'Superintendent', { leadsStrand: 'protecting vulnerable people' }),
  ...team('E05013653', CAMDEN, 'BLO'),
  ...team('E05013655', CAMDEN, 'CAM'),
  ...team('E05013703', ISLINGTON, 'FIN'),
  ...team('E05013699', ISLINGTON, 'BUN'),
  postOf('FIN-X', { wards: ['E05013703'], ...ofBorough(ISLINGTON), wardClass: 'extra', title: 'Extra ward officer' }),
  sergeant('SGT-C', CAMDEN, ['E05013653', 'E05013655']),
  sergeant('SGT-I', ISLINGTON, ['E05013703', 'E05013699']),
  postOf('FAITH', {
    ...away,
    title: 'Faith Officer',
    shares: [
      { boroughCode: CAMDEN, fraction: 0.5 },
      { boroughCode: ISLINGTON, fraction: 0.5 },
    ],
  }),
  postOf('STREET', {
    ...away,
    title: 'Street Population Officer',
    ...ofBorough(ISLINGTON),
    fundedBy: 'Islington Council',
    fundedUntil: '2027-03-31',
  }),
  postOf('CID', {
    ...away,
    title: 'Investigator',
    rank: 'Detective Constable',
    strand: 'investigation',
    ...ofBorough(ISLINGTON),
  }),
  postOf('VACANT', { ...away, title: 'Youth Officer', ...ofBorough(ISLINGTON), expectedFilled: '2027-09-01' }),
];

const FILLED = POSTS.filter(({ reference }) => !['CID', 'VACANT', 'FIN-X'].includes(reference));

const budget = (boroughCode: string, rank: string, fullTimeEquivalents: number) => ({
  boroughCode,
  year: 'Year 1',
  rank,
  fullTimeEquivalents,
  during: ALWAYS,
  source: '',
});

/** A unit of two boroughs and four wards that keeps every rule on any day from 5 May 2022. */
export function keptBook(): PostBook {
  return bookOf({
    posts: POSTS,
    officers: [...FILLED.map(({ reference, rank }) => officerOf(`P-${reference}`, rank)), officerOf('P-FIN-X')],
    postings: [
      ...FILLED.map(({ reference }) => postingOf(`P-${reference}`, reference)),
      postingOf('P-FIN-X', 'FIN-X', { during: { from: ALWAYS.from, until: '2026-01-01' } }),
      postingOf('P-FIN-X', 'CID', {
        kind: 'rotation',
        during: { from: '2026-01-01', until: '2026-07-01' },
        returnsOn: '2026-06-30',
      }),
      postingOf('P-FIN-X', 'FIN-X', { during: { from: '2026-07-01', until: null } }),
    ],
    budgets: [
      budget(CAMDEN, 'Constable', 4.5),
      budget(CAMDEN, 'PCSO', 2),
      budget(CAMDEN, 'Sergeant', 1),
      budget(ISLINGTON, 'Constable', 7.5),
      budget(ISLINGTON, 'PCSO', 2),
      budget(ISLINGTON, 'Sergeant', 1),
    ],
    clusters: [
      {
        name: 'North',
        boroughCode: ISLINGTON,
        boundaryVersion: 'wards-2022',
        wards: ['E05013703', 'E05013699'],
        during: ALWAYS,
        source: '',
      },
    ],
    courses: [
      {
        reference: 'VAWG',
        title: 'Violence against women and girls',
        requiredOf: { everyone: false, ranks: ['Constable'], teams: ['FIN ward team'] },
        validMonths: 24,
        externalTrainer: 'Camden Council VAWG Team',
        during: ALWAYS,
      },
    ],
    training: ['P-FIN-1', 'P-FIN-2'].map((officer) => ({
      officer,
      course: 'VAWG',
      completedOn: '2022-01-10',
      expiresOn: null,
    })),
  });
}

/** The book with one post changed, or taken out with everybody in it. */
export function withPost(book: PostBook, reference: string, rest: Partial<Post> | null): PostBook {
  return {
    ...book,
    posts: book.posts.flatMap((post) =>
      post.reference !== reference ? [post] : rest === null ? [] : [{ ...post, ...rest }],
    ),
    postings: book.postings.filter((posting) => rest !== null || posting.post !== reference),
  };
}

/** The book with the postings of an officer to a post changed, or taken out. */
export function withPosting(
  book: PostBook,
  [officer, post]: [string, string],
  rest: Partial<Posting> | null,
): PostBook {
  const is = (posting: Posting) => posting.officer === officer && posting.post === post;
  return {
    ...book,
    postings: book.postings.flatMap((posting) =>
      !is(posting) ? [posting] : rest === null ? [] : [{ ...posting, ...rest }],
    ),
  };
}

/** The book with an officer more, in the posts given. */
export function withOfficer(book: PostBook, officer: Officer, postings: Posting[] = []): PostBook {
  return { ...book, officers: [...book.officers, officer], postings: [...book.postings, ...postings] };
}

/** The book with posts more; budgets of their borough and rank grow with them, so that nothing else is out of order. */
export function withPosts(book: PostBook, ...posts: Post[]): PostBook {
  const more = (boroughCode: string, rank: string) =>
    posts
      .filter((post) => post.rank === rank)
      .flatMap((post) => post.shares.map((share) => ({ ...share, whole: post.fullTimeEquivalents })))
      .filter((share) => share.boroughCode === boroughCode)
      .reduce((sum, { fraction, whole }) => sum + fraction * whole, 0);
  return {
    ...book,
    posts: [...book.posts, ...posts],
    budgets: book.budgets.map((row) => ({
      ...row,
      fullTimeEquivalents: row.fullTimeEquivalents + more(row.boroughCode, row.rank),
    })),
  };
}

/** A book to be judged on a date: two dedicated ward officers and a PCSO are promised, from 2017. */
export function judgedOf(book: PostBook, asAt: string = AS_AT): Judged {
  return { book, asAt, floorOn: (date) => ({ dwo: date < '2017-01-01' ? 1 : 2, pcso: 1 }) };
}

export function checkOf(book: PostBook, asAt: string = AS_AT): BookCheck {
  return checkBook(judgedOf(book, asAt));
}

/**
 * What a rule finds broken, where it is the only rule that is not kept.
 * @throws Error when another rule is broken or unknown too, or none is
 */
export function onlyBroken(rule: string, book: PostBook, asAt: string = AS_AT): Omit<Finding, 'rule'>[] {
  const { broken, unknown } = checkOf(book, asAt);
  const names = [...new Set([...broken, ...unknown].map((finding) => finding.rule))];
  if (names.join() !== rule || unknown.length > 0)
    throw new Error(`Not kept: ${JSON.stringify([...broken, ...unknown], null, 2)}.`);
  return broken.map(({ rule: _, ...finding }) => finding);
}

/** What a rule finds unknown, on a book of which anything else may be so too. */
export function unknownBy(rule: string, book: PostBook, asAt: string = AS_AT): Omit<Finding, 'rule'>[] {
  return checkOf(book, asAt)
    .unknown.filter((finding) => finding.rule === rule)
    .map(({ rule: _, ...finding }) => finding);
}

/** Whether a rule finds nothing, broken or unknown. */
export function isKept(rule: string, book: PostBook, asAt: string = AS_AT): boolean {
  return checkOf(book, asAt).kept.includes(rule);
}
