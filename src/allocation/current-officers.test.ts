import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { ALWAYS, bookOf, officerOf, postingOf, postOf } from '../../test/builders/post-book.ts';
import type { PostBook } from '../organisation/index.ts';
import { clustersIn, numbersOf, strengthIn, withRemarks } from './current-officers.ts';
import { planFromDemand } from './plan-from-demand.ts';

const CODES = ['E05013653', 'E05013655', 'E05013703', 'E05013699'];
const base = demandOf([0.4, 0.3, 0.2, 0.1]);
const demand = {
  ...base,
  wards: base.wards.map((ward, place) => ({
    ...ward,
    code: CODES[place] ?? '',
    borough: place < 2 ? 'Camden' : 'Islington',
  })),
};
const ISLINGTON = 'E09000019';
const finsburyPark = postOf('P4', { wards: ['E05013703'], shares: [{ boroughCode: ISLINGTON, fraction: 1 }] });
const posted = bookOf({
  posts: [postOf('P1'), postOf('P2'), postOf('P3'), finsburyPark],
  officers: [officerOf('O1'), officerOf('O2'), officerOf('O3'), officerOf('O4')],
  postings: [
    postingOf('O1', 'P1'),
    postingOf('O2', 'P2'),
    postingOf('O3', 'P3', { fraction: 0.9 }),
    postingOf('O4', 'P4'),
  ],
});
const officersOf = (book: PostBook | null) => strengthIn(book, demand).current?.officers ?? null;

test('officers now are those posted on the date: full-time equivalents, rounded up so that nobody is left out', () => {
  expect(strengthIn(posted, demand)).toEqual({
    current: {
      source: 'the officers posted on 1 March 2026',
      officers: { E05013653: 3, E05013655: 0, E05013703: 1, E05013699: 0 },
    },
    withoutWard: 0,
  });
  const halves = ['O1', 'O2'].map((officer, place) => postingOf(officer, `P${place + 1}`, { fraction: 0.5 }));
  expect(officersOf({ ...posted, postings: [...halves, postingOf('O4', 'P4')] })).toMatchObject({ E05013653: 1 });
});

test('a book that may not be read or has no postings says nothing; one made up says so', () => {
  expect([strengthIn(bookOf(), demand), strengthIn(null, demand)]).toEqual(
    Array.from({ length: 2 }, () => ({ current: null, because: null })),
  );
  expect(strengthIn({ ...posted, synthetic: true }, demand).current?.source).toContain('(synthetic)');
});

const chief = postOf('C1', { rank: 'Chief superintendent', duty: 'leadership', wards: [] });
test.each([
  [
    'a chief superintendent alone',
    bookOf({ posts: [chief], postings: [postingOf('O1', 'C1')] }),
    'Camden and Islington',
  ],
  [
    'postings that ended',
    {
      ...posted,
      postings: posted.postings.map((each) => ({ ...each, during: { from: '2023-01-01', until: '2025-01-01' } })),
    },
    'Camden and Islington',
  ],
  [
    'postings still to begin',
    { ...posted, postings: posted.postings.map((each) => ({ ...each, during: { from: '2026-03-02', until: null } })) },
    'Camden and Islington',
  ],
  ['one borough alone', { ...posted, postings: posted.postings.slice(0, 3) }, 'Islington'],
])('a book of %s does not make wards empty: the next source counts, and the plan says why', (_, book, where) => {
  const found = strengthIn(book, demand);
  const because = `The post book has no dedicated ward officer in any ward of ${where} on 1 March 2026`;
  expect(found).toEqual({ current: null, because });
  const plan = { source: 'the plan in force from 1 March 2026', officers: { E05013653: 7 } };
  expect(withRemarks(plan, 7, found).remarks).toEqual([
    `${because}, so that officers now are those of the plan in force from 1 March 2026.`,
  ]);
});

test('how many more or fewer are planned is said, and who is counted in no ward', () => {
  const current = { source: 'the officers posted on 1 March 2026', officers: { E01: 60, E02: 54 } };
  const said = (planned: number, withoutWard = 0) => withRemarks(current, planned, { current, withoutWard }).remarks;
  expect(said(114)).toEqual([]);
  expect(said(118)).toEqual([
    'By the officers posted on 1 March 2026 there are 114 officers in wards now, and 118 are planned: 4 more may arrive.',
  ]);
  expect(said(110)?.[0]).toMatch(/and 110 are planned: 4 fewer stay\.$/);
  expect(said(114, 38)).toEqual([
    'Besides them 38 constables are posted without one ward of their own, and are counted in none.',
  ]);
});

test('constables with their ward undecided are counted apart, and nobody else', () => {
  const undecided = [postOf('U1', { wards: [] }), postOf('U2', { wards: [], rank: 'Sergeant' })];
  const book = {
    ...posted,
    posts: [...posted.posts, ...undecided, chief],
    postings: [...posted.postings, postingOf('O5', 'U1'), postingOf('O6', 'U2'), postingOf('O7', 'C1')],
  };
  expect(strengthIn(book, demand)).toMatchObject({ withoutWard: 1, current: { officers: { E05013653: 3 } } });
});

test('the plan in force stands in, if it is for these wards', () => {
  const plan = planFromDemand(demand, { dwo: 12, pcso: 4 });
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  expect(numbersOf(plan, demand)).toEqual({
    source: 'the plan in force from 1 March 2026',
    officers: Object.fromEntries(plan.wards.map(({ code, dwo }) => [code, dwo])),
  });
  expect(numbersOf({ ...plan, wards: plan.wards.slice(1) }, demand)).toBeNull();
  expect(numbersOf(null, demand)).toBeNull();
});

test('clusters are those that hold on the date, for the same ward set', () => {
  const cluster = (name: string, rest = {}) => ({
    ...{ name, boroughCode: 'E09000007', boundaryVersion: 'wards-2022' as const },
    ...{ wards: CODES.slice(0, 2), during: ALWAYS, source: '', ...rest },
  });
  const book = bookOf({
    clusters: [
      cluster('South'),
      cluster('Past', { during: { from: '2022-05-05', until: '2026-03-01' } }),
      cluster('Old', { boundaryVersion: 'wards-2014' }),
    ],
  });
  expect(clustersIn(book, demand)).toEqual([{ name: 'South', wards: CODES.slice(0, 2) }]);
});
