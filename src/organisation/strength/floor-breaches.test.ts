import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import { floorBreaches } from './floor-breaches.ts';

const [bloomsbury, camdenTown] = bookOf().wards;
if (bloomsbury === undefined || camdenTown === undefined) throw new Error('the book has wards');
const FLOOR = { dwo: 2, pcso: 0 };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const book = (rest: Partial<PostBook> = {}) =>
  bookOf({
    wards: [bloomsbury],
    posts: [postOf('F1'), postOf('F2')],
    officers: [officerOf('1'), officerOf('2'), officerOf('3')],
    postings: [
      postingOf('1', 'F1'),
      postingOf('2', 'F2', { during: { from: '2025-01-01', until: '2026-03-10' } }),
      postingOf('3', 'F2', { during: { from: '2026-04-20', until: null } }),
    ],
    ...rest,
  });

test('the days between two postings are a breach, posted and deployable', () => {
  expect(floorBreaches(book(), YEAR, () => FLOOR)).toEqual(
    ['posted', 'deployable'].map((measured) => ({
      ward: 'Bloomsbury',
      wardCode: 'E05013653',
      boroughCode: 'E09000007',
      kind: 'dwo',
      measured,
      from: '2026-03-10',
      to: '2026-04-19',
      floor: 2,
      whole: 1,
      fullTimeEquivalents: 1,
      heads: 1,
    })),
  );
});

test('an absence breaks the deployable floor alone, joins a posted breach, and says the worst of it', () => {
  const absences = [{ officer: '1', kind: 'absent' as const, during: { from: '2026-04-01', until: '2026-05-01' } }];
  const breaches = floorBreaches(book({ absences }), YEAR, () => FLOOR);
  expect(breaches.map(({ measured, from, to, whole }) => [measured, from, to, whole])).toEqual([
    ['posted', '2026-03-10', '2026-04-19', 1],
    ['deployable', '2026-03-10', '2026-04-30', 0],
  ]);
  expect(floorBreaches(book({ absences: null }), YEAR, () => FLOOR).map(({ measured }) => measured)).toEqual([
    'posted',
  ]);
});

test('a run is cut at the span, a breach of one day is one day, and both ends are included', () => {
  const first = (span: { from: string; to: string }) =>
    floorBreaches(book(), span, () => FLOOR).map(({ measured, from, to }) => [measured, from, to])[0];
  expect(first({ from: '2026-04-19', to: '2026-12-31' })).toEqual(['posted', '2026-04-19', '2026-04-19']);
  expect(first({ from: '2026-01-01', to: '2026-03-10' })).toEqual(['posted', '2026-03-10', '2026-03-10']);
  expect(first({ from: '2026-01-01', to: '2026-03-09' })).toBeUndefined();
  expect(() => floorBreaches(book(), { from: '2026-02-01', to: '2026-01-31' }, () => FLOOR)).toThrow('has no day');
});

test('the promise of the day counts, and an extra keeps it', () => {
  const rising = (date: string) => ({ dwo: date < '2026-07-01' ? 1 : 3, pcso: 0 });
  expect(floorBreaches(book(), YEAR, rising)[0]).toMatchObject({
    from: '2026-07-01',
    to: '2026-12-31',
    floor: 3,
    whole: 2,
  });
  const withExtra = book({
    posts: [...book().posts, postOf('X1', { wardClass: 'extra' })],
    postings: [...book().postings, postingOf('4', 'X1')],
  });
  expect(floorBreaches(withExtra, YEAR, () => FLOOR)).toEqual([]);
});

test('a ward is below nothing on days on which it is not there, nor before anybody was recorded', () => {
  const [posted] = bookOf().boroughs;
  if (posted === undefined) throw new Error('the book has boroughs');
  const days = (rest: Partial<PostBook>) =>
    floorBreaches(book({ postings: [], ...rest }), YEAR, () => FLOOR)
      .filter(({ measured, wardCode }) => measured === 'posted' && wardCode === camdenTown.code)
      .map(({ from, to, whole }) => [from, to, whole]);
  const old = { ...camdenTown, during: { from: '2014-01-01', until: '2026-04-01' } };
  const postings = [postingOf('1', 'F1', { during: { from: '2026-02-01', until: null } })];
  expect(days({ wards: [bloomsbury, old], postings })).toEqual([['2026-02-01', '2026-03-31', 0]]);
  expect(days({ wards: [bloomsbury, old] })).toEqual([]);
  const late = { ...posted, during: { from: '2026-03-01', until: null } };
  expect(days({ wards: [bloomsbury, old], postings, boroughs: [late] })).toEqual([['2026-03-01', '2026-03-31', 0]]);
  // A borough of which nothing is recorded is not checked because another is.
  expect(days({ wards: [bloomsbury, { ...old, boroughCode: 'E09000019' }], postings })).toEqual([]);
});
