import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPosting } from '../../../test/builders/kept-book.ts';
import type { Absence } from '../post-book.ts';
import { wardFloorDeployable } from './ward-floor-deployable.ts';

const { name } = wardFloorDeployable;
const absence = (kind: Absence['kind'], from: string, until: string | null): Absence => ({
  officer: 'P-BUN-2',
  kind,
  during: { from, until },
});

test('broken alone while an officer is away, and then on adjusted duties', () => {
  const absences = [
    absence('absent', '2026-02-01', '2026-02-20'),
    absence('adjusted-duties', '2026-02-20', '2026-04-01'),
  ];
  const book = { ...keptBook(), absences };
  expect(onlyBroken(name, book)).toEqual([
    {
      where: 'Bunhill',
      from: '2026-02-01',
      to: '2026-03-31',
      sentence:
        'Bunhill can deploy 1 of 2 dedicated ward officers (1 full-time equivalent, 1 head), though enough are posted: find 1 dedicated ward officer until they are back.',
    },
  ]);
  expect(isKept(name, book, '2026-01-31')).toBe(true);
  expect(isKept(name, book, '2026-04-01')).toBe(true);
});

test('a ward with too few posted is told of by the other rule alone', () => {
  const book = { ...keptBook(), absences: [absence('absent', '2026-02-01', null)] };
  expect(isKept(name, withPosting(book, ['P-BUN-1', 'BUN-1'], null))).toBe(true);
});

test('unknown to who may not see absences', () => {
  expect(unknownBy(name, { ...keptBook(), absences: null })).toMatchObject([{ where: 'Central North' }]);
});

test('unknown where the book does not say who is posted', () => {
  expect(unknownBy(name, { ...keptBook(), postings: [] }).map(({ where }) => where)).toEqual(['Camden', 'Islington']);
});
