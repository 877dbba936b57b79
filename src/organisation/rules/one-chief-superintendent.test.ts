import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPost, withPosts } from '../../../test/builders/kept-book.ts';
import { oneChiefSuperintendent } from './one-chief-superintendent.ts';

const { name } = oneChiefSuperintendent;

test('broken alone from the day the post ends, and not before', () => {
  const book = withPost(keptBook(), 'CS', { during: { from: '2022-05-05', until: '2026-02-01' } });
  const ended = { ...book, postings: book.postings.filter(({ post }) => post !== 'CS') };
  expect(isKept(name, ended, '2026-01-31')).toBe(true);
  expect(onlyBroken(name, ended, '2026-02-01')).toEqual([
    {
      where: 'Central North',
      from: '2026-02-01',
      to: null,
      sentence: 'Central North has no posts of chief superintendent and needs exactly one: add it.',
    },
  ]);
});

test('broken while there are two, with the days of the second', () => {
  const [chief] = keptBook().posts;
  if (chief === undefined) throw new Error('The book begins with its chief superintendent.');
  const during = { from: '2026-01-15', until: '2026-04-01' };
  const book = withPosts(keptBook(), { ...chief, reference: 'CS-2', during });
  expect(onlyBroken(name, book)).toEqual([
    expect.objectContaining({
      from: '2026-01-15',
      to: '2026-03-31',
      sentence: 'Central North has 2 posts of chief superintendent and needs exactly one: end the others.',
    }),
  ]);
  expect(isKept(name, book, '2026-04-01')).toBe(true);
});
