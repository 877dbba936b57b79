import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { PostBook } from '../../organisation/index.ts';
import { promisesOf } from './promises-of.ts';

const POLICY = { weeklyMinutes: 2400, vacancyAfterDays: 28 };
const DAY = 2400 / 7;
const of = (book: PostBook, month: Month = '2026-06') => promisesOf(book, { month, policy: POLICY });
const posted = (rest: Partial<PostBook> = {}) =>
  bookOf({
    posts: [postOf('B-1'), postOf('B-2'), postOf('B-P', { rank: 'PCSO' })],
    officers: [officerOf('1'), officerOf('2'), officerOf('P', 'PCSO')],
    postings: [postingOf('1', 'B-1'), postingOf('2', 'B-2'), postingOf('P', 'B-P')],
    ...rest,
  });

test('two posts of thirty days at 40 hours a week, and nobody missing', () => {
  expect(of(posted())).toMatchObject([
    { wardCode: 'E05013653', postClass: 'floor', promisedMinutes: Math.round(60 * DAY), vacancyMinutes: 0 },
    { wardCode: 'E05013653', postClass: 'pcso', promisedMinutes: Math.round(30 * DAY), vacancyMinutes: 0 },
  ]);
});

test('a post that ends within the month is promised until then, and a posting that ends leaves a vacancy', () => {
  const book = posted({
    posts: [postOf('B-1', { during: { from: '2022-05-05', until: '2026-06-11' } }), postOf('B-2')],
    postings: [
      postingOf('1', 'B-1', { during: { from: '2022-05-05', until: '2026-06-11' } }),
      postingOf('2', 'B-2', { during: { from: '2022-05-05', until: '2026-06-21' } }),
    ],
  });
  expect(of(book)).toMatchObject([{ promisedMinutes: Math.round(40 * DAY), vacancyMinutes: Math.round(10 * DAY) }]);
});

test('part-time posts are promised by their fraction, and two halves fill one', () => {
  const half = { fraction: 0.5 };
  const book = posted({
    posts: [postOf('B-1'), postOf('B-2', { fullTimeEquivalents: 0.6 })],
    postings: [postingOf('1', 'B-1', half), postingOf('2', 'B-1', half)],
  });
  expect(of(book)).toMatchObject([{ promisedMinutes: Math.round(48 * DAY), vacancyMinutes: Math.round(18 * DAY) }]);
});

const attached = (until: string) =>
  posted({
    postings: [
      postingOf('1', 'B-1', { during: { from: '2022-05-05', until: '2026-06-01' } }),
      postingOf('1', 'ELSE', { kind: 'acting', during: { from: '2026-06-01', until } }),
      postingOf('1', 'B-1', { during: { from: until, until: null } }),
      postingOf('2', 'B-2'),
      postingOf('P', 'B-P'),
    ],
    posts: [
      ...posted().posts,
      postOf('ELSE', { duty: 'pan-borough', wards: [], boundaryVersion: null, rank: 'Sergeant', wardClass: null }),
    ],
  });

test('acting up for 28 days is no vacancy, for 29 it is one from its first day', () => {
  expect(of(attached('2026-06-29'))[0]).toMatchObject({ vacancyMinutes: 0 });
  expect(of(attached('2026-06-30'))[0]).toMatchObject({ vacancyMinutes: Math.round(29 * DAY) });
});

test('an officer who is absent for long is posted still', () => {
  const away = { officer: '1', kind: 'absent' as const, during: { from: '2026-05-01', until: null } };
  expect(of(posted({ absences: [away] }))[0]).toMatchObject({ vacancyMinutes: 0 });
});

test('two people who hand over fill no more than the post, and posts of two wards promise nothing', () => {
  const book = posted({
    posts: [postOf('B-1'), postOf('B-2', { wards: ['E05013653', 'E05013655'] })],
    postings: [postingOf('1', 'B-1'), postingOf('2', 'B-1')],
  });
  expect(of(book)).toMatchObject([{ promisedMinutes: Math.round(30 * DAY), vacancyMinutes: 0 }]);
});
