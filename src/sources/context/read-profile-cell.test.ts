import { expect, it } from 'vitest';
import { readProfileCell } from './read-profile-cell.ts';

it.each([
  ['13,025,967', 13_025_967],
  ['-7,596', -7596],
  ['£30,600', 30_600],
  ['79.54587555', 79.54587555],
  ['.', 'not given'],
  ['-', 'not given'],
  ['n/a', 'not given'],
  ['', 'not given'],
  ['Korea (South)', 'words'],
  ['13,02', 'unreadable'],
  ['1,2345', 'unreadable'],
  ['£', 'unreadable'],
  ['=1,000', 'unreadable'],
  ['12%', 'unreadable'],
  ['1e5', 'unreadable'],
])('reads "%s" as %s', (text, cell) => {
  expect(readProfileCell(text, ['', '.', '-', 'n/a'])).toBe(cell);
});

it('knows a mark only in a publication that uses it', () => {
  expect(readProfileCell('.', ['', 'n/a'])).toBe('unreadable');
  expect(readProfileCell('n/a', [''])).toBe('words');
});
