import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPosting } from '../../../test/builders/kept-book.ts';
import { rotationComesBack } from './rotation-comes-back.ts';

const { name } = rotationComesBack;
const rotation: [string, string] = ['P-FIN-X', 'CID'];
/** The rotation goes on, and the officer's own posting begins when it is really over. */
const lasting = (until: string, returnsOn: string | null) => {
  const book = withPosting(keptBook(), rotation, { during: { from: '2026-01-01', until }, returnsOn });
  return {
    ...book,
    postings: book.postings.map((posting) =>
      posting.post === 'FIN-X' && posting.during.until === null
        ? { ...posting, during: { from: until, until: null } }
        : posting,
    ),
  };
};

test('broken alone from the day after the return until the rotation ends', () => {
  const book = lasting('2026-05-01', '2026-02-20');
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Officer P-FIN-X (P-FIN-X)',
      from: '2026-02-21',
      to: '2026-04-30',
      sentence:
        'Officer P-FIN-X (P-FIN-X) was to return from CID after 20 February 2026 and is still there: end the rotation, or make it a posting.',
    },
  ]);
  expect(isKept(name, book, '2026-02-20')).toBe(true);
  expect(isKept(name, book, '2026-05-01')).toBe(true);
});

test('broken on all its days where nothing says until when', () => {
  expect(onlyBroken(name, lasting('2026-05-01', null))).toMatchObject([
    { from: '2026-01-01', to: '2026-04-30', sentence: /nothing says until when: give the day of return/ },
  ]);
});
