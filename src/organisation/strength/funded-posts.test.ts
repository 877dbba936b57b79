import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { fundedPostsOn } from './funded-posts.ts';

const book = bookOf({
  posts: [
    postOf('OURS'),
    postOf('NO-DAY', { fundedBy: 'a funder who is not named' }),
    postOf('LATER', { fundedBy: 'Camden Council', fundedUntil: '2027-03-31' }),
    postOf('SOON', { fundedBy: 'Islington Council', fundedUntil: '2026-03-31' }),
  ],
  postings: [postingOf('1', 'SOON')],
});

test('who pays for which post, until when, and who is in it', () => {
  expect(fundedPostsOn(book, '2026-03-31').map((each) => [each.post, each.fundedBy, each.filled, each.over])).toEqual([
    ['SOON', 'Islington Council', 1, false],
    ['LATER', 'Camden Council', 0, false],
    ['NO-DAY', 'a funder who is not named', 0, false],
  ]);
});

test('the day after the last that is paid for, the money has run out', () => {
  expect(
    fundedPostsOn(book, '2026-04-01')
      .filter(({ over }) => over)
      .map(({ post }) => post),
  ).toEqual(['SOON']);
});
