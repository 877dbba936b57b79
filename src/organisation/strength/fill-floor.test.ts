import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Post, Posting } from '../post-book.ts';
import { fillFloor } from './fill-floor.ts';
import { wardTeams } from './ward-teams.ts';

const extra = { wardClass: 'extra' as const };
const fill = (posts: Post[], postings: Posting[]) =>
  fillFloor(wardTeams(bookOf({ posts, postings }))[0]?.posts ?? [], 'dwo', '2026-03-01');

test('an extra fills a vacant floor post, and the vacancy is the extra post', () => {
  expect(fill([postOf('F1'), postOf('F2'), postOf('X1', extra)], [postingOf('1', 'F1'), postingOf('2', 'X1')])).toEqual(
    {
      floorPosts: { establishment: 2, vacancy: 0 },
      extraPosts: { establishment: 1, vacancy: 1 },
      otherPosts: { establishment: 0, vacancy: 0 },
      standIns: [{ officer: '2', post: 'X1', fullTimeEquivalents: 1 }],
    },
  );
});

test('only as much of an extra stands in as is missing', () => {
  const postings = [postingOf('1', 'F1', { fraction: 0.6 }), postingOf('2', 'X2'), postingOf('3', 'X1')];
  expect(fill([postOf('F1'), postOf('X2', extra), postOf('X1', extra)], postings)).toMatchObject({
    floorPosts: { vacancy: 0 },
    extraPosts: { establishment: 2, vacancy: 0.4 },
    standIns: [{ officer: '3', post: 'X1', fullTimeEquivalents: 0.4 }],
  });
});

test('without extras the floor stays vacant, and a post of no class stands in for nothing', () => {
  expect(fill([postOf('F1'), postOf('N1', { wardClass: null })], [postingOf('1', 'N1')])).toEqual({
    floorPosts: { establishment: 1, vacancy: 1 },
    extraPosts: { establishment: 0, vacancy: 0 },
    otherPosts: { establishment: 1, vacancy: 0 },
    standIns: [],
  });
});

test('a PCSO stands in for no constable', () => {
  const posts = [postOf('F1'), postOf('P1', { ...extra, rank: 'PCSO' })];
  expect(fill(posts, [postingOf('1', 'P1')]).floorPosts.vacancy).toBe(1);
});
