import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPost } from '../../../test/builders/kept-book.ts';
import { superintendentLeadsAStrand } from './superintendent-leads-a-strand.ts';

const { name } = superintendentLeadsAStrand;

test('broken alone where two lead one strand, and so nobody leads another', () => {
  expect(onlyBroken(name, withPost(keptBook(), 'SUP-3', { leadsStrand: 'response' }))).toEqual([
    {
      where: 'response',
      from: '2022-05-05',
      to: null,
      sentence: 'SUP-I and SUP-3 each lead response, which is one superintendent’s: say which strand the others lead.',
    },
    {
      where: 'investigation',
      from: '2022-05-05',
      to: null,
      sentence: 'No superintendent leads investigation: say which one does.',
    },
  ]);
});

test('unknown while a post does not say which strand is left, from its first day', () => {
  const book = withPost(keptBook(), 'SUP-3', { during: { from: '2022-05-05', until: '2026-02-01' } });
  const next = book.posts.find(({ reference }) => reference === 'SUP-3');
  if (next === undefined) throw new Error('SUP-3 is in the book.');
  const successor = { ...next, reference: 'SUP-3B', leadsStrand: null, during: { from: '2026-02-01', until: null } };
  const unsaid = { ...book, posts: [...book.posts, successor] };
  expect(unknownBy(name, unsaid)).toEqual([
    {
      where: 'Central North',
      from: '2026-02-01',
      to: null,
      sentence: 'Which strand SUP-3B leads is not recorded: name it in the post.',
    },
  ]);
  expect(isKept(name, unsaid, '2026-01-31')).toBe(true);
});
