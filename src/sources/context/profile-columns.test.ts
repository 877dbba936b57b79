import { expect, it } from 'vitest';
import { profileColumns } from './profile-columns.ts';

const read = (columns: string[]) =>
  profileColumns(columns, {
    publisher: 'ward-atlas',
    others: new Set(['Names']),
    published: '2015-12',
    isMidYear: (column) => column.startsWith('Population'),
    now: '2026-04',
  });

it('makes one figure of the columns of several years', () => {
  const header = read(['Names', 'Births; 2012', 'Births; 2013', 'Population; 2013', '% rented; Flats']);
  if (header.kind === 'refused') throw new Error(header.because);
  expect(header.columns.map(({ at, category, month }) => [at, category, month])).toEqual([
    [1, 'ward-atlas/births', '2012-12'],
    [2, 'ward-atlas/births', '2013-12'],
    [3, 'ward-atlas/population', '2013-06'],
    [4, 'ward-atlas/percent-rented/flats', '2015-12'],
  ]);
  expect(header.notices).toEqual([
    { reason: 'a figure held under its own name, which no measure counts yet', count: 3 },
    { reason: 'a column that names no year: taken as of 2015, the publication’s', count: 1 },
  ]);
});

it('does not keep a projection for a year still to come', () => {
  const header = read(['Population; 2023', 'Population; 2028']);
  if (header.kind === 'refused') throw new Error(header.because);
  expect(header.columns.map(({ month }) => month)).toEqual(['2023-06']);
  expect(header.notices).toContainEqual({ reason: 'a column for a year still to come: not kept', count: 1 });
});

it('refuses two columns of the same figure and time', () => {
  expect(read(['Births; 2013', 'Births - 2013'])).toEqual({
    kind: 'refused',
    because: 'gives the same figure twice, as "Births; 2013" and as "Births - 2013": download it again',
  });
});
