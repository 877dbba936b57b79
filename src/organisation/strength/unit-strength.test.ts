import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { unitStrength } from './unit-strength.ts';

const HALVES = [
  { boroughCode: 'E09000007', fraction: 0.5 },
  { boroughCode: 'E09000019', fraction: 0.5 },
];
const posts = [
  postOf('F1'),
  postOf('F2', { team: 'Bloomsbury' }),
  postOf('S', { rank: 'Sergeant', shares: HALVES }),
  postOf('P', { rank: 'PCSO', fullTimeEquivalents: 0.6, team: 'Bloomsbury' }),
];
const book = bookOf({
  posts,
  postings: [
    postingOf('1', 'F1', { fraction: 0.5 }),
    postingOf('1', 'F2', { fraction: 0.5 }),
    postingOf('2', 'S'),
    postingOf('3', 'P', { fraction: 0.8 }),
  ],
});

test('a shared post counts once, an officer in two posts is one head, and a post may be overfilled', () => {
  expect(unitStrength(book, '2026-03-01').unit).toEqual({
    posts: 4,
    establishment: 3.6,
    people: { strength: 2.8, vacancy: 1, overfilled: 0.2, heads: 3 },
  });
});

test('by rank the highest comes first; by team those of none first', () => {
  const { byRank, byTeam } = unitStrength(book, '2026-03-01');
  expect(byRank.map(({ rank, establishment }) => [rank, establishment])).toEqual([
    ['Sergeant', 1],
    ['Constable', 2],
    ['PCSO', 0.6],
  ]);
  expect(byTeam.map(({ team, posts, people }) => [team, posts, people?.vacancy])).toEqual([
    [null, 2, 0.5],
    ['Bloomsbury', 2, 0.5],
  ]);
});

test('without postings there is an establishment, and nothing is said of people', () => {
  expect(unitStrength(bookOf({ posts }), '2026-03-01').unit).toEqual({ posts: 4, establishment: 3.6, people: null });
});
