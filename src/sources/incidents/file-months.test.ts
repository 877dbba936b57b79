import { expect, it } from 'vitest';
import { fileMonths } from './file-months.ts';

it('believes the archive, and lets the rows of any other file count for their own months', () => {
  const entries = [
    { id: 1, month: '2016-01' },
    { id: 2, month: null },
  ] as const;
  expect(fileMonths(entries)).toEqual(new Map([[1, '2016-01']]));
});
