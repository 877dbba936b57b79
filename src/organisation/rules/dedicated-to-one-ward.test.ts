import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPost, withPosting, withPosts } from '../../../test/builders/kept-book.ts';
import { postingOf, postOf } from '../../../test/builders/post-book.ts';
import { dedicatedToOneWard } from './dedicated-to-one-ward.ts';

const { name } = dedicatedToOneWard;

test('broken alone by a post of two wards, while there is one', () => {
  const during = { from: '2026-02-01', until: '2026-04-01' };
  const book = withPosts(keptBook(), postOf('BOTH', { wards: ['E05013653', 'E05013655'], wardClass: 'extra', during }));
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'BOTH',
      from: '2026-02-01',
      to: '2026-03-31',
      sentence:
        'The post BOTH is of Bloomsbury and Camden Town, and counts for the floor of neither: give it one ward.',
    },
  ]);
  expect(isKept(name, book, '2026-04-01')).toBe(true);
});

test('broken alone by an officer with half a post in each of two wards', () => {
  const half = withPosts(withPost(keptBook(), 'FIN-X', null), postOf('X-1', { wardClass: 'extra' }));
  const book = withPosts(half, postOf('X-2', { wards: ['E05013655'], wardClass: 'extra' }));
  const freed = withPosting(book, ['P-STREET', 'STREET'], null);
  const postings = [
    ...freed.postings,
    postingOf('P-STREET', 'X-1', { fraction: 0.5 }),
    postingOf('P-STREET', 'X-2', { fraction: 0.5, during: { from: '2026-02-01', until: null } }),
  ];
  const budgets = freed.budgets.map((row) =>
    row.boroughCode === 'E09000019' && row.rank === 'Constable' ? { ...row, fullTimeEquivalents: 6.5 } : row,
  );
  expect(onlyBroken(name, { ...freed, postings, budgets })).toEqual([
    {
      where: 'Officer P-STREET (P-STREET)',
      from: '2026-02-01',
      to: null,
      sentence: 'Officer P-STREET (P-STREET) is posted to Bloomsbury and Camden Town at once: post them to one ward.',
    },
  ]);
});
