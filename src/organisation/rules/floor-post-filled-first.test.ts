import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, withPosting } from '../../../test/builders/kept-book.ts';
import { floorPostFilledFirst } from './floor-post-filled-first.ts';

const { name } = floorPostFilledFirst;

test('broken alone on the days an extra post is filled and a floor post is not', () => {
  const book = withPosting(keptBook(), ['P-FIN-2', 'FIN-2'], { during: { from: '2022-05-05', until: '2025-11-01' } });
  expect(onlyBroken(name, book, '2025-12-01')).toEqual([
    {
      where: 'Finsbury Park',
      from: '2025-11-01',
      to: '2025-12-31',
      sentence:
        'In Finsbury Park the floor post FIN-2 is vacant while the extra FIN-X is filled: make FIN-X floor and FIN-2 extra from that day.',
    },
  ]);
  expect(isKept(name, book, '2025-10-31')).toBe(true);
  expect(isKept(name, book, '2026-03-01')).toBe(true);
});

test('kept where the extra is of another kind, or vacant itself', () => {
  const book = withPosting(keptBook(), ['P-FIN-P', 'FIN-P'], null);
  expect(isKept(name, book, '2025-12-01')).toBe(true);
});
