import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Days } from '../post-book.ts';
import { vacanciesOn } from './vacancies.ts';

const posts = [
  postOf('NEW', { during: { from: '2026-02-01', until: null }, expectedFilled: '2026-09-01' }),
  postOf('LEFT', { expectedFilled: '2026-02-28' }),
  postOf('PART', { rank: 'Sergeant', wards: [], wardClass: null }),
  postOf('TAKEN'),
];
const postings = [
  postingOf('1', 'LEFT', { during: { from: '2022-05-05', until: '2025-11-01' } }),
  postingOf('2', 'PART', { fraction: 0.4 }),
  postingOf('3', 'TAKEN'),
];

test('vacancies by rank and since when, with the day they are to be filled', () => {
  expect(vacanciesOn(bookOf({ posts, postings }), '2026-03-01')).toMatchObject([
    { post: 'PART', rank: 'Sergeant', vacant: 0.6, since: '2022-05-05', expectedFilled: null, overdue: false },
    { post: 'LEFT', vacant: 1, since: '2025-11-01', expectedFilled: '2026-02-28', overdue: true },
    { post: 'NEW', vacant: 1, since: '2026-02-01', expectedFilled: '2026-09-01', overdue: false },
  ]);
});

test('a post is vacant since the first of the days on end on which any part of it was', () => {
  const since = (during: Days[], date = '2026-03-01') =>
    vacanciesOn(
      bookOf({
        posts: [postOf('P')],
        postings: during.map((days, at) => postingOf(`${at}`, 'P', { fraction: at === 0 ? 1 : 0.5, during: days })),
      }),
      date,
    )[0]?.since;
  const whole = { from: '2022-05-05', until: '2024-01-01' };
  const half = { from: '2024-01-01', until: '2025-01-01' };
  expect(since([whole, half])).toBe('2024-01-01');
  expect(since([whole, half, { from: '2024-06-01', until: '2024-09-01' }])).toBe('2024-09-01');
  expect(since([whole, half, { from: '2024-06-01', until: '2024-09-01' }], '2024-05-01')).toBe('2024-01-01');
});

test('a post expected to be filled today is not overdue yet', () => {
  const [, left] = vacanciesOn(bookOf({ posts, postings }), '2026-02-28');
  expect(left).toMatchObject({ post: 'LEFT', overdue: false });
});

test('a book without postings says nothing of vacancies', () => {
  expect(vacanciesOn(bookOf({ posts }), '2026-03-01')).toEqual([]);
});
