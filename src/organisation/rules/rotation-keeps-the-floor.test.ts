import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPosting } from '../../../test/builders/kept-book.ts';
import type { PostBook } from '../post-book.ts';
import { rotationKeepsTheFloor } from './rotation-keeps-the-floor.ts';

const { name } = rotationKeepsTheFloor;

/** The ward of the officer on rotation loses another from a day on, until the rotation is over or beyond it. */
const losing = (from: string): PostBook =>
  withPosting(keptBook(), ['P-FIN-2', 'FIN-2'], { during: { from: '2022-05-05', until: from } });

test('broken alone on all days of a rotation, before its ward falls below the floor', () => {
  expect(onlyBroken(name, losing('2026-05-01'))).toEqual([
    {
      where: 'Finsbury Park',
      from: '2026-01-01',
      to: '2026-06-30',
      sentence:
        'While Officer P-FIN-X (P-FIN-X) is on rotation in CID, Finsbury Park has 1 of 2 dedicated ward officers (1 full-time equivalent, 1 head) from 1 May 2026 to 30 June 2026: end the rotation before, or post somebody in their place.',
    },
  ]);
  expect(isKept(name, losing('2026-05-01'), '2025-12-31')).toBe(true);
});

test('kept where the ward falls only after the rotation, or somebody stands in', () => {
  expect(isKept(name, losing('2026-07-01'))).toBe(true);
  const stoodIn = losing('2026-05-01');
  const standIn = { officer: 'P-STREET', post: 'FIN-2', during: { from: '2026-05-01', until: null } };
  const [first] = stoodIn.postings;
  if (first === undefined) throw new Error('The book has postings.');
  expect(isKept(name, { ...stoodIn, postings: [...stoodIn.postings, { ...first, ...standIn }] })).toBe(true);
});

test('the ward is the one left before a rotation that follows on another', () => {
  const book = losing('2026-05-01');
  const chained = {
    ...book,
    postings: book.postings.flatMap((posting) =>
      posting.kind !== 'rotation'
        ? [posting]
        : [
            { ...posting, during: { from: '2026-01-01', until: '2026-02-01' }, returnsOn: '2026-01-31' },
            { ...posting, post: 'VACANT', during: { from: '2026-02-01', until: '2026-07-01' } },
          ],
    ),
  };
  expect(onlyBroken(name, chained)).toMatchObject([{ where: 'Finsbury Park', from: '2026-02-01', to: '2026-06-30' }]);
});

test('a posting that is no rotation is not asked about', () => {
  const transfer = withPosting(losing('2026-05-01'), ['P-FIN-X', 'CID'], { kind: 'posting', returnsOn: null });
  expect(isKept(name, transfer)).toBe(true);
});
