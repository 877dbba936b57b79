import { expect, it } from 'vitest';
import { archiveMonth, fileMonths } from './file-months.ts';

it('reads the month from a file’s place in the archive', () => {
  expect(archiveMonth('2016-01/2016-01-metropolitan-street.csv')).toBe('2016-01');
  expect(archiveMonth('2016-01-city-of-london-street.csv')).toBe('2016-01');
  expect(archiveMonth('2016-13/2016-13-metropolitan-street.csv')).toBeNull();
  expect(archiveMonth('my crimes.csv')).toBeNull();
});

it('believes the archive, and lets the rows of any other file count for their own months', () => {
  const entries = [
    { id: 1, month: '2016-01' },
    { id: 2, month: null },
  ] as const;
  expect(fileMonths(entries)).toEqual(new Map([[1, '2016-01']]));
});
