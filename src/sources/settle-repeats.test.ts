import { expect, it } from 'vitest';
import { leftOutRows } from './left-out-rows.ts';
import { type KeyedRow, settleRepeats } from './settle-repeats.ts';

const row = (line: number, key: string, stated: KeyedRow<number>['stated']): KeyedRow<number> => ({
  row: { line, raw: `line ${line}` },
  key,
  stated,
});

it('uses one of two rows that state the same, and leaves the other out', () => {
  const leftOut = leftOutRows();
  expect([...settleRepeats([row(2, 'a', 5), row(3, 'b', 6), row(4, 'a', 5)], leftOut)]).toEqual([
    ['a', 5],
    ['b', 6],
  ]);
  expect(leftOut.rows().map(({ line, reason }) => [line, reason])).toEqual([[4, 'given a second time']]);
});

it('knows nothing where two rows differ or one cannot be read, and leaves both out', () => {
  const leftOut = leftOutRows();
  const rows = [row(2, 'a', 5), row(3, 'a', 6), row(4, 'b', { unreadable: 'no number' }), row(5, 'b', 7)];
  expect(settleRepeats(rows, leftOut).size).toBe(0);
  expect(leftOut.rows().map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'given again with other figures, so none of them is used'],
    [3, 'given again with other figures, so none of them is used'],
    [4, 'no number'],
    [5, 'given again with other figures, so none of them is used'],
  ]);
});
