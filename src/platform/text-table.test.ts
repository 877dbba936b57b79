import { expect, test } from 'vitest';
import { textTable } from './text-table.ts';

test('columns are as wide as their widest cell; numbers stand right', () => {
  const columns = [
    { head: 'Ward', align: 'left' as const },
    { head: 'Share', align: 'right' as const },
  ];
  expect(
    textTable(columns, [
      ['Bloomsbury', '6.2%'],
      ['Belsize', '10.0%'],
    ]),
  ).toEqual(['Ward        Share', '──────────  ─────', 'Bloomsbury   6.2%', 'Belsize     10.0%']);
});
