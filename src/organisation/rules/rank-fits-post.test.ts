import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPosting } from '../../../test/builders/kept-book.ts';
import type { Officer, PostBook } from '../post-book.ts';
import { rankFitsPost } from './rank-fits-post.ts';

const { name } = rankFitsPost;

function withRanks(book: PostBook, reference: string, ranks: Officer['ranks']): PostBook {
  return {
    ...book,
    officers: book.officers.map((officer) => (officer.reference === reference ? { ...officer, ranks } : officer)),
  };
}

test('broken alone from the day of a promotion without a new posting', () => {
  const book = withRanks(keptBook(), 'P-FAITH', [
    { rank: 'Constable', during: { from: '2022-05-05', until: '2026-02-16' } },
    { rank: 'Sergeant', during: { from: '2026-02-16', until: null } },
  ]);
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Officer P-FAITH (P-FAITH)',
      from: '2026-02-16',
      to: null,
      sentence:
        "Officer P-FAITH (P-FAITH) is a Sergeant in FAITH, a post of Constable: record the officer's rank, post them elsewhere or say that they are acting.",
    },
  ]);
  expect(isKept(name, book, '2026-02-15')).toBe(true);
});

test('acting is from the rank just below, and from no other', () => {
  const acting = (rank: string) =>
    withPosting(
      withRanks(keptBook(), 'P-SGT-C', [{ rank, during: { from: '2022-05-05', until: null } }]),
      ['P-SGT-C', 'SGT-C'],
      { kind: 'acting' },
    );
  expect(isKept(name, acting('Constable'))).toBe(true);
  expect(onlyBroken(name, acting('PCSO'))[0]?.sentence).toMatch(/acts in SGT-C, a post of Sergeant/);
  expect(onlyBroken(name, acting('Sergeant'))).toHaveLength(1);
});

test('a rotation crosses to detectives, and a posting does not; a PCSO never fits a post of police staff', () => {
  const posted = withPosting(keptBook(), ['P-FIN-X', 'CID'], { kind: 'posting', returnsOn: null });
  expect(onlyBroken(name, posted)).toHaveLength(1);
  const book = keptBook();
  const staff = {
    ...book,
    posts: book.posts.map((post) => (post.reference === 'CID' ? { ...post, rank: 'Police Staff' } : post)),
    officers: book.officers.map((officer) =>
      officer.reference === 'P-FIN-X'
        ? { ...officer, ranks: [{ rank: 'PCSO', during: { from: '2022-05-05', until: null } }] }
        : officer,
    ),
  };
  expect(onlyBroken(name, staff)).toHaveLength(1);
});

test('unknown where the officer’s rank is not recorded', () => {
  expect(unknownBy(name, withRanks(keptBook(), 'P-FAITH', []))).toEqual([
    {
      where: 'Officer P-FAITH (P-FAITH)',
      from: '2022-05-05',
      to: null,
      sentence: 'The rank of Officer P-FAITH (P-FAITH), in FAITH, is not recorded: record it.',
    },
  ]);
});
