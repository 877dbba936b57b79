import { expect, test } from 'vitest';
import { bookOf, postOf } from '../../../test/builders/post-book.ts';
import { ISLINGTON_BUDGETED_WORKFORCE } from '../reference/central-north.ts';
import { bookAboveFloor } from './book-above-floor.ts';

const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const DATE = '2024-07-18';
const shares = [{ boroughCode: ISLINGTON, fraction: 1 }];
const many = <Row>(count: number, row: (at: number) => Row) => Array.from({ length: count }, (_, at) => row(at));
const wards = many(17, (at) => ({
  code: `E050137${at}`,
  name: `Ward ${at}`,
  boroughCode: ISLINGTON,
  boundaryVersion: 'wards-2022' as const,
  during: { from: '2022-05-05', until: null },
}));
const named = { duty: 'pan-borough' as const, wards: [], wardClass: null };
/** Islington as presented on 18 July 2024: 34 on the floor, 10 in posts of its own, 3 shared with Camden, 38 extras. */
const islington = bookOf({
  wards,
  budgets: ISLINGTON_BUDGETED_WORKFORCE.map(({ boroughCode, year, rank, fullTimeEquivalents, source }) => {
    return { boroughCode, year, rank, fullTimeEquivalents, source, during: { from: '2024-04-01', until: null } };
  }),
  posts: [
    ...wards.flatMap(({ code }) => many(2, (at) => postOf(`${code}-${at}`, { shares, wards: [code] }))),
    ...many(10, (at) => postOf(`OWN-${at}`, { shares, ...named })),
    ...many(3, (at) =>
      postOf(`SHARED-${at}`, {
        shares: [CAMDEN, ISLINGTON].map((boroughCode) => ({ boroughCode, fraction: 0.5 })),
        ...named,
      }),
    ),
    ...many(38, (at) => postOf(`EXTRA-${at}`, { shares, wards: [], wardClass: 'extra' })),
    ...many(17, (at) => postOf(`PCSO-${at}`, { shares, rank: 'PCSO' })),
  ],
});

test('Islington has 38 to 41 constables above its floor, and 39.5 by the parts of the book', () => {
  expect(bookAboveFloor(islington, ISLINGTON, DATE, 2)).toEqual({
    constables: 85,
    floor: 34,
    ownPosts: 10,
    sharedPosts: 3,
    least: 38,
    most: 41,
    byRecordedParts: 39.5,
  });
});

test('without a budget the posts that the borough lists are counted, which come to the same', () => {
  const unbudgeted = bookAboveFloor({ ...islington, budgets: [] }, ISLINGTON, DATE, 2);
  expect(unbudgeted).toMatchObject({ constables: 85, least: 38, most: 41, byRecordedParts: 39.5 });
});

test('another part of the shared posts moves the last figure only', () => {
  const posts = islington.posts.map((post) => {
    const [one, other] = post.shares;
    if (one === undefined || other === undefined) return post;
    return {
      ...post,
      shares: [
        { ...one, fraction: 0.8 },
        { ...other, fraction: 0.2 },
      ],
    };
  });
  expect(bookAboveFloor({ ...islington, posts }, ISLINGTON, DATE, 2)).toMatchObject({
    least: 38,
    most: 41,
    byRecordedParts: 40.4,
  });
});
