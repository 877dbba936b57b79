import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPost } from '../../../test/builders/kept-book.ts';
import { officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { fourSuperintendents } from './four-superintendents.ts';

const { name } = fourSuperintendents;

test('broken alone by three, from the day the fourth post ends', () => {
  const book = withPost(keptBook(), 'SUP-4', null);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Central North',
      from: '2022-05-05',
      to: null,
      sentence: 'Central North has 3 posts of superintendent and needs exactly 4: add what is missing.',
    },
  ]);
});

test('broken alone by a fifth, on the days there is one', () => {
  const during = { from: '2026-02-10', until: '2026-03-10' };
  const fifth = postOf('SUP-5', {
    rank: 'Detective Superintendent',
    duty: 'leadership',
    wards: [],
    boundaryVersion: null,
    wardClass: null,
    shares: [],
    during,
  });
  const book = {
    ...keptBook(),
    posts: [...keptBook().posts, fifth],
    officers: [...keptBook().officers, officerOf('P-5', 'Detective Superintendent')],
    postings: [...keptBook().postings, postingOf('P-5', 'SUP-5', { during })],
  };
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Central North',
      from: '2026-02-10',
      to: '2026-03-09',
      sentence: 'Central North has 5 posts of superintendent and needs exactly 4: end the others.',
    },
  ]);
  expect(isKept(name, book, '2026-02-09')).toBe(true);
  expect(isKept(name, book, '2026-03-10')).toBe(true);
});
