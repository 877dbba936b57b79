import { expect, test } from 'vitest';
import { checkOf, keptBook } from '../../test/builders/kept-book.ts';
import { bookOf } from '../../test/builders/post-book.ts';
import { ORGANISATION_RULES } from './rules-of-the-book.ts';

const names = ORGANISATION_RULES.map(({ name }) => name);

test('a unit that keeps every rule is told so on any day of its book', () => {
  for (const asAt of ['2022-05-05', '2024-12-31', '2026-03-01', '2027-01-01'])
    expect(checkOf(keptBook(), asAt)).toEqual({ asAt, broken: [], unknown: [], kept: names });
});

test('before the book begins every rule is unknown until it does, and of an empty book always', () => {
  const before = checkOf(keptBook(), '2022-05-04');
  expect(before.unknown.map(({ rule }) => rule)).toEqual(names);
  expect(before.unknown[0]).toMatchObject({
    from: '2022-05-04',
    to: '2022-05-04',
    sentence: 'The book of Central North begins on 5 May 2022: ask about a day from then on.',
  });
  expect(checkOf(bookOf())).toMatchObject({ broken: [], kept: [] });
  expect(checkOf(bookOf()).unknown[0]).toMatchObject({ to: null, sentence: /No posts of Central North are recorded/ });
});

test('who sees part of a unit is told nothing of what is missing in the rest', () => {
  const book = keptBook();
  const posts = book.posts.filter(({ wards }) => wards.includes('E05013703'));
  const postings = book.postings.filter(({ post }) => posts.some(({ reference }) => reference === post));
  const part = checkOf({ ...book, whole: false, absences: null, posts, postings });
  expect(part.broken).toEqual([]);
  expect(part.unknown.map(({ rule }) => rule)).toEqual([
    'ward-floor-deployable',
    ...ORGANISATION_RULES.filter(({ wholeUnit }) => wholeUnit).map(({ name }) => name),
  ]);
});
