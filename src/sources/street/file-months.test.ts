import { expect, it } from 'vitest';
import { archiveMonth, fileMonths } from './file-months.ts';

it('reads the month from a file’s place in the archive', () => {
  expect(archiveMonth('2016-01/2016-01-metropolitan-street.csv')).toBe('2016-01');
  expect(archiveMonth('2016-01-city-of-london-street.csv')).toBe('2016-01');
  expect(archiveMonth('2016-13/2016-13-metropolitan-street.csv')).toBeNull();
  expect(archiveMonth('my crimes.csv')).toBeNull();
});

it('takes the month nearly all rows name, so that strays can be told', () => {
  const groups = [
    { entry: 1, month: '2016-01', rows: 95 },
    { entry: 1, month: '2019-05', rows: 5 },
  ];
  expect(fileMonths([{ id: 1, month: null }], groups)).toEqual(new Map([[1, '2016-01']]));
});

it('leaves a file merged from several months its rows’ own months', () => {
  const groups = [
    { entry: 1, month: '2016-01', rows: 60 },
    { entry: 1, month: '2016-02', rows: 40 },
  ];
  expect(fileMonths([{ id: 1, month: null }], groups)).toEqual(new Map());
});

it('believes the archive before the rows', () => {
  const groups = [{ entry: 1, month: '2016-02', rows: 100 }];
  expect(fileMonths([{ id: 1, month: '2016-01' }], groups).get(1)).toBe('2016-01');
});
