import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { seatsOn } from './seats-on.ts';

const book = bookOf({
  posts: [
    postOf('FULL'),
    postOf('HALF', { fullTimeEquivalents: 0.5 }),
    postOf('EMPTY'),
    postOf('LATER', { during: { from: '2026-06-01', until: null } }),
  ],
  postings: [
    postingOf('2', 'FULL', { fraction: 0.4 }),
    postingOf('1', 'FULL', { fraction: 0.3, during: { from: '2026-01-01', until: '2026-04-01' } }),
    postingOf('3', 'HALF', { fraction: 0.8 }),
  ],
});

test('a post has what its postings come to, the rest is vacant, and beyond it is overfilled', () => {
  const seats = seatsOn(book, '2026-03-31');
  expect(seats.map(({ post, filled, vacancy, overfilled }) => [post.reference, filled, vacancy, overfilled])).toEqual([
    ['FULL', 0.7, 0.3, 0],
    ['HALF', 0.8, 0, 0.3],
    ['EMPTY', 0, 1, 0],
  ]);
  expect(seats[0]?.postings.map(({ officer }) => officer)).toEqual(['1', '2']);
});

test('postings and posts count on their days only', () => {
  const seats = seatsOn(book, '2026-06-01');
  expect(seats.map(({ post, filled }) => [post.reference, filled])).toEqual([
    ['FULL', 0.4],
    ['HALF', 0.8],
    ['EMPTY', 0],
    ['LATER', 0],
  ]);
});
