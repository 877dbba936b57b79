import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { findPlace, narrowBook } from './narrow-book.ts';
import { unitStrength } from './unit-strength.ts';

const DATE = '2026-03-01';
const halves = ['E09000007', 'E09000019'].map((boroughCode) => ({ boroughCode, fraction: 0.5 }));
const book = bookOf({
  posts: [postOf('F1'), postOf('C1', { wards: ['E05013655'] }), postOf('SHARED', { shares: halves, wards: [] })],
  postings: [postingOf('1', 'C1')],
});

test('a place is found by name or code, whatever its capitals, on the days on which it is there', () => {
  expect(findPlace(book, 'ward', ' camden town', DATE)).toEqual({
    kind: 'ward',
    code: 'E05013655',
    name: 'Camden Town',
  });
  expect(findPlace(book, 'borough', 'e09000019', DATE)?.name).toBe('Islington');
  expect(findPlace(book, 'ward', 'Islington', DATE)).toBeNull();
  expect(findPlace(book, 'ward', 'Camden Town', '2020-01-01')).toBeNull();
});

test('a borough has its posts and shared ones, a ward its own; an empty ward is vacant, not unknown', () => {
  const of = (kind: 'ward' | 'borough', code: string) =>
    unitStrength(narrowBook(book, { kind, code, name: '' }), DATE).unit;
  expect(of('borough', 'E09000019')).toMatchObject({ posts: 1, people: { vacancy: 1 } });
  expect(of('borough', 'E09000007')).toMatchObject({ posts: 3, people: { strength: 1 } });
  expect(of('ward', 'E05013653')).toMatchObject({ posts: 1, people: { strength: 0, vacancy: 1 } });
  expect(narrowBook(book, { kind: 'ward', code: 'E05013653', name: '' }).boroughs.map(({ name }) => name)).toEqual([
    'Camden',
  ]);
});
