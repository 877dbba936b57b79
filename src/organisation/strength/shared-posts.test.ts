import { expect, test } from 'vitest';
import { bookOf, postOf } from '../../../test/builders/post-book.ts';
import { sharedPostsOn } from './shared-posts.ts';

const half = (boroughCode: string) => ({ boroughCode, fraction: 0.5 });

test('only posts of several boroughs, with their names and parts', () => {
  const posts = [
    postOf('ONE'),
    postOf('TWO', { shares: [half('E09000019'), half('E09000007')] }),
    postOf('NONE', { shares: [] }),
  ];
  expect(sharedPostsOn(bookOf({ posts }), '2026-03-01')).toMatchObject([
    {
      post: 'TWO',
      shares: [
        { borough: 'Camden', fraction: 0.5 },
        { borough: 'Islington', fraction: 0.5 },
      ],
    },
  ]);
});
