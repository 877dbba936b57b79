import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withOfficer } from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf } from '../../../test/builders/post-book.ts';
import { postNotOverfilled } from './post-not-overfilled.ts';

const { name } = postNotOverfilled;

test('broken alone on the days two officers hand over to each other', () => {
  const book = withOfficer(keptBook(), officerOf('P-NEW'), [
    postingOf('P-NEW', 'FAITH', { during: { from: '2026-02-23', until: '2026-03-09' } }),
  ]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'FAITH',
      from: '2026-02-23',
      to: '2026-03-08',
      sentence:
        'The postings of Officer P-FAITH (P-FAITH) and Officer P-NEW (P-NEW) to FAITH come to 2, and the post is 1: end or lessen a posting, or add a post.',
    },
  ]);
  expect(isKept(name, book, '2026-02-22')).toBe(true);
  expect(isKept(name, book, '2026-03-09')).toBe(true);
});

test('kept by two who share a post, and broken by a whole officer in half a post', () => {
  const book = keptBook();
  const shared = {
    ...book,
    officers: [...book.officers, officerOf('P-2')],
    postings: [
      ...book.postings.map((posting) => (posting.post === 'FAITH' ? { ...posting, fraction: 0.4 } : posting)),
      postingOf('P-2', 'FAITH', { fraction: 0.6 }),
    ],
  };
  expect(isKept(name, shared)).toBe(true);
  const half = book.posts.map((post) => (post.reference === 'STREET' ? { ...post, fullTimeEquivalents: 0.5 } : post));
  const budgets = book.budgets.map((row) =>
    row.boroughCode === 'E09000019' && row.rank === 'Constable' ? { ...row, fullTimeEquivalents: 7 } : row,
  );
  expect(onlyBroken(name, { ...book, posts: half, budgets })[0]?.sentence).toMatch(
    /to STREET come to 1, and the post is 0.5/,
  );
});
