import { expect, it, test } from 'vitest';
import { ALWAYS, bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { Posting } from '../../organisation/index.ts';
import { postClassOf, wardPostOn, wardPostsOn } from './ward-post-on.ts';

const CAMDEN_TOWN = 'E05013655';
const POSTS = [
  postOf('BLO-1'),
  postOf('BLO-X', { wardClass: 'extra' }),
  postOf('BLO-P', { rank: 'PCSO' }),
  postOf('BLO-S', { rank: 'Sergeant', wardClass: null }),
  postOf('CAM-1', { wards: [CAMDEN_TOWN] }),
  postOf('CID', { duty: 'pan-borough', wards: [], boundaryVersion: null, wardClass: null }),
];
const of = (...postings: Posting[]) => bookOf({ posts: POSTS, postings });
const home = (rest: Partial<Posting> = {}) => postingOf('1', 'BLO-1', rest);
const upTo = (until: string) => home({ during: { from: ALWAYS.from, until } });
const after = (from: string) => home({ during: { from, until: null } });
const lent = (post: string, from: string, until: string | null, rest: Partial<Posting> = {}) =>
  postingOf('1', post, { kind: 'rotation', during: { from, until }, returnsOn: '2026-03-28', ...rest });

test.each([
  ['BLO-1', 'floor'],
  ['BLO-X', 'extra'],
  ['BLO-P', 'pcso'],
  ['BLO-S', null],
  ['CID', null],
] as const)('%s is a post of class %s', (reference, postClass) => {
  const post = POSTS.find((each) => each.reference === reference);
  expect(post === undefined ? undefined : postClassOf(post)).toBe(postClass);
});

it('is the ward that the officer is posted to on the day, and none before or after', () => {
  const book = of(home({ during: { from: '2026-03-01', until: '2026-04-01' }, fraction: 0.6 }));
  expect(wardPostOn(book, '1', '2026-03-31', 28)).toEqual({
    wardCode: 'E05013653',
    boundaryVersion: 'wards-2022',
    boroughCode: 'E09000007',
    postClass: 'floor',
    fraction: 0.6,
    attachedUntil: null,
  });
  expect(wardPostOn(book, '1', '2026-02-28', 28)).toBeNull();
  expect(wardPostOn(book, '1', '2026-04-01', 28)).toBeNull();
  expect(wardPostOn(book, '2', '2026-03-31', 28)).toBeNull();
});

it('is the larger part of an officer who is shared between wards', () => {
  const book = of(home({ fraction: 0.4 }), postingOf('1', 'CAM-1', { fraction: 0.6 }));
  expect(wardPostsOn(book, '1', '2026-03-10', 28).map(({ wardCode }) => wardCode)).toEqual([CAMDEN_TOWN, 'E05013653']);
});

it('keeps the ward of an officer attached for 28 days, and leaves it vacant from the first day of 29', () => {
  const back = (days: string) => of(upTo('2026-03-01'), lent('CID', '2026-03-01', days), after(days));
  expect(wardPostOn(back('2026-03-29'), '1', '2026-03-01', 28)).toMatchObject({ attachedUntil: '2026-03-28' });
  expect(wardPostOn(back('2026-03-29'), '1', '2026-03-28', 28)).toMatchObject({ attachedUntil: '2026-03-28' });
  expect(wardPostOn(back('2026-03-29'), '1', '2026-03-29', 28)).toMatchObject({ attachedUntil: null });
  expect(wardPostOn(back('2026-03-30'), '1', '2026-03-01', 28)).toBeNull();
  expect(wardPostOn(back('2026-03-30'), '1', '2026-03-01', 29)).toMatchObject({ wardCode: 'E05013653' });
});

it('counts acting up and a rotation that follow each other as one, and ends a rotation by the day it returns on', () => {
  const acting = lent('BLO-S', '2026-03-01', '2026-03-15', { kind: 'acting', returnsOn: null });
  const two = of(upTo('2026-03-01'), acting, lent('CID', '2026-03-15', '2026-04-15', { returnsOn: '2026-04-14' }));
  expect(wardPostOn(two, '1', '2026-03-05', 28)).toBeNull();
  expect(wardPostOn(of(upTo('2026-03-01'), acting), '1', '2026-03-05', 28)).toMatchObject({
    attachedUntil: '2026-03-14',
  });
  expect(wardPostOn(of(upTo('2026-03-01'), lent('CID', '2026-03-01', null)), '1', '2026-03-05', 28)).toMatchObject({
    attachedUntil: '2026-03-28',
  });
});

it('says nothing of an officer who acts up without an end, or was in no ward before', () => {
  const open = lent('BLO-S', '2026-03-01', null, { kind: 'acting', returnsOn: null });
  expect(wardPostOn(of(upTo('2026-03-01'), open), '1', '2026-03-05', 28)).toBeNull();
  expect(wardPostOn(of(lent('CID', '2026-03-01', '2026-03-11')), '1', '2026-03-05', 28)).toBeNull();
});

it('takes a short rotation to another ward as away from the first', () => {
  const book = of(upTo('2026-03-01'), lent('CAM-1', '2026-03-01', '2026-03-11'));
  expect(wardPostOn(book, '1', '2026-03-05', 28)).toMatchObject({
    wardCode: 'E05013653',
    attachedUntil: '2026-03-10',
  });
});

it('is filled by whoever holds it, on rotation or acting too, unless they are away from another for a short time', () => {
  const detective = (until: string) => postingOf('1', 'CID', { during: { from: ALWAYS.from, until } });
  const into = of(detective('2026-03-01'), lent('CAM-1', '2026-03-01', '2026-03-11'));
  expect(wardPostOn(into, '1', '2026-03-05', 28)).toMatchObject({ wardCode: CAMDEN_TOWN, attachedUntil: null });
  const acting = lent('BLO-X', '2026-03-01', null, { kind: 'acting', returnsOn: null });
  expect(wardPostOn(of(detective('2026-03-01'), acting), '1', '2026-03-05', 28)).toMatchObject({ postClass: 'extra' });
  const long = of(upTo('2026-03-01'), lent('CAM-1', '2026-03-01', '2026-06-01'), after('2026-06-01'));
  expect(wardPostsOn(long, '1', '2026-03-01', 28)).toMatchObject([{ wardCode: CAMDEN_TOWN, attachedUntil: null }]);
});

it('is left for a short time also by who holds it on rotation, and not beyond the days that are allowed in all', () => {
  const away = lent('CID', '2026-05-01', '2026-05-11', { kind: 'acting', returnsOn: null });
  const [before, since] = [lent('CAM-1', '2026-03-01', '2026-05-01'), lent('CAM-1', '2026-05-11', '2026-07-01')];
  expect(wardPostOn(of(before, away, since), '1', '2026-05-05', 28)).toMatchObject({
    wardCode: CAMDEN_TOWN,
    attachedUntil: '2026-05-10',
  });
  const twice = of(
    upTo('2026-03-01'),
    lent('CID', '2026-03-01', '2026-03-21'),
    lent('CAM-1', '2026-03-21', '2026-04-10'),
  );
  expect(wardPostOn(twice, '1', '2026-03-05', 28)).toBeNull();
  expect(wardPostOn(twice, '1', '2026-03-25', 28)).toMatchObject({ wardCode: CAMDEN_TOWN });
});
