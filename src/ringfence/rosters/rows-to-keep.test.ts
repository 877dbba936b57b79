import { expect, it } from 'vitest';
import type { HeldRow } from './model.ts';
import { rowsToKeep } from './rows-to-keep.ts';

const row = (rest: Partial<HeldRow>): HeldRow => ({
  ...{ line: 2, written: 'x', said: 'It is not so.', officer: 'P1', day: '2026-10-10' },
  ...rest,
});

it('keeps an entry of several days once, of no day that a later roster could settle it by', () => {
  const several = ['2026-10-11', '2026-10-12', '2026-10-13'].map((day) => row({ line: 3, day }));
  expect(rowsToKeep([row({}), ...several]).map(({ line, day, said }) => [line, day, said])).toEqual([
    [2, '2026-10-10', 'It is not so.'],
    [3, null, 'It is not so. So it is with 2 more of its days.'],
  ]);
});

it('numbers what is of no line below nothing, and cuts what is long', () => {
  const kept = rowsToKeep([row({ line: 0 }), row({ line: 0 }), row({ written: 'x'.repeat(600) })]);
  expect(kept.map(({ line, written }) => [line, written.length])).toEqual([
    [2, 500],
    [-1, 1],
    [-2, 1],
  ]);
});
