import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { boroughStrengths } from './borough-strength.ts';

const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const shares = (camden: number, islington: number) => [
  { boroughCode: CAMDEN, fraction: camden },
  { boroughCode: ISLINGTON, fraction: islington },
];
const book = bookOf({
  posts: [
    postOf('YOS', { rank: 'Sergeant', shares: shares(0.5, 0.5) }),
    postOf('FAITH', { shares: shares(0.25, 0.5) }),
    postOf('CAM', { fullTimeEquivalents: 0.8 }),
    postOf('UNIT', { shares: [] }),
  ],
  postings: [postingOf('1', 'YOS', { fraction: 0.6 }), postingOf('2', 'CAM', { fraction: 0.8 })],
});

test('a shared post is listed in full by both boroughs and counts by its part in each', () => {
  const [camden, islington] = boroughStrengths(book, '2026-03-01').boroughs;
  expect(islington).toMatchObject({
    name: 'Islington',
    listed: { posts: 2, establishment: 2, people: { strength: 0.6, vacancy: 1.4, heads: 1 } },
    apportioned: { posts: 2, establishment: 1, people: { strength: 0.3, vacancy: 0.7, heads: 1 } },
  });
  expect(
    camden?.byRank.map(({ rank, listed, apportioned }) => [rank, listed.establishment, apportioned.establishment]),
  ).toEqual([
    ['Sergeant', 1, 0.5],
    ['Constable', 1.8, 1.05],
  ]);
});

test('what no borough has is the posts of the unit and what is left of others', () => {
  expect(boroughStrengths(book, '2026-03-01').ofNoBorough).toMatchObject({ posts: 2, establishment: 1.25 });
});

test('a borough that has left the unit is not given, and its parts are of no borough', () => {
  const [camden, islington] = bookOf().boroughs;
  if (camden === undefined || islington === undefined) throw new Error('the book has boroughs');
  const left = { ...camden, during: { from: '2017-01-01', until: '2026-01-01' } };
  const after = boroughStrengths({ ...book, boroughs: [left, islington] }, '2026-03-01');
  expect(after.boroughs.map(({ name }) => name)).toEqual(['Islington']);
  expect(after.ofNoBorough.establishment).toBe(2.8);
});
