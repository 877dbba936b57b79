import { expect, it } from 'vitest';
import { readTable } from './read-table.ts';

it('leaves out a row with a field longer than a name can be, and keeps one that is as long as it may be', () => {
  const table = readTable(`name,count\n${'a'.repeat(201)},1\n${'b'.repeat(200)},2\n c ,3\n`);
  if (table.kind === 'refused') throw new Error(table.because);
  expect(table.rows.map(({ value }) => value('name').length)).toEqual([200, 1]);
  expect(table.rowsRead).toBe(3);
  expect(table.leftOut.counts()).toEqual([{ reason: 'a field longer than 200 letters', count: 1 }]);
  expect(table.leftOut.rows()[0]?.line).toBe(2);
});
