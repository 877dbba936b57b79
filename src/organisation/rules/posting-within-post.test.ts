import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPost, withPosting } from '../../../test/builders/kept-book.ts';
import { postingWithinPost } from './posting-within-post.ts';

const { name } = postingWithinPost;

test('broken alone from the day the post ends to the end of the posting', () => {
  const book = withPosting(
    withPost(keptBook(), 'STREET', { during: { from: '2022-05-05', until: '2026-02-01' } }),
    ['P-STREET', 'STREET'],
    { during: { from: '2022-05-05', until: '2026-04-01' } },
  );
  const budgets = book.budgets.map((row) =>
    row.boroughCode === 'E09000019' && row.rank === 'Constable' ? { ...row, fullTimeEquivalents: 6.5 } : row,
  );
  expect(onlyBroken(name, { ...book, budgets })).toEqual([
    {
      where: 'Officer P-STREET (P-STREET)',
      from: '2026-02-01',
      to: '2026-03-31',
      sentence:
        'Officer P-STREET (P-STREET) is posted to STREET, which there is only from 5 May 2022 to 31 January 2026: end the posting with the post, and post them elsewhere.',
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
  expect(isKept(name, book, '2026-04-01')).toBe(true);
});

test('broken alone by a posting to a post that the book does not hold', () => {
  const book = withPosting(keptBook(), ['P-FAITH', 'FAITH'], { post: 'FIATH' });
  expect(onlyBroken(name, book)).toMatchObject([
    {
      sentence:
        'Officer P-FAITH (P-FAITH) is posted to FIATH, and the book holds no such post: add the post or end the posting.',
    },
  ]);
});
