import { expect, test } from 'vitest';
import type { LinearModel } from './linear-model.ts';
import { writeLp } from './write-lp.ts';

const NONE = Number.POSITIVE_INFINITY;

test('a small model, with every kind of row and bound', () => {
  const model: LinearModel = {
    columns: [
      { cost: -3, lower: 0, upper: 1, whole: true },
      { cost: 1.5e-7, lower: 0, upper: NONE, whole: false },
      { cost: 0, lower: -NONE, upper: NONE, whole: true },
      { cost: 1, lower: -NONE, upper: 4, whole: false },
      { cost: 1, lower: 2, upper: 2, whole: false },
      { cost: 1, lower: -1, upper: NONE, whole: false },
    ],
    rows: [
      { name: 'budget', lower: 2, upper: 2, entries: [{ column: 0, value: 1 }] },
      { name: 'St Pancras & Somers Town: ≤ 3', lower: -NONE, upper: 3, entries: [{ column: 1, value: -2.5 }] },
      { name: 'cluster', lower: 1, upper: 3, entries: [{ column: 2, value: 1 }] },
      { name: 'nobody', lower: 0, upper: NONE, entries: [] },
    ],
    offset: 12,
  };
  expect(writeLp(model).split('\n')).toEqual([
    'Minimize',
    ' objective: - 3 c0 + 1.5e-7 c1 + 1 c3 + 1 c4 + 1 c5 + 12 constant',
    'Subject To',
    ' r0_budget: + 1 c0 = 2',
    ' r1_St_Pancras_Somers_Town_3_most: - 2.5 c1 <= 3',
    ' r2_cluster_least: + 1 c2 >= 1',
    ' r2_cluster_most: + 1 c2 <= 3',
    ' r3_nobody_least: + 0 c0 >= 0',
    'Bounds',
    ' constant = 1',
    ' 0 <= c0 <= 1',
    ' c2 free',
    ' -inf <= c3 <= 4',
    ' c4 = 2',
    ' -1 <= c5',
    'General',
    '  c0 c2',
    'End',
    '',
  ]);
});

test('long sums go over many lines and lose no term; long names are cut and stay apart', () => {
  const columns = Array.from({ length: 400 }, () => ({ cost: 1 / 3, lower: 0, upper: 1, whole: true }));
  const entries = columns.map((_, column) => ({ column, value: 1 }));
  const row = { name: 'x'.repeat(300), lower: 1, upper: 1, entries };
  const lines = writeLp({ columns, rows: [row, row] }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.join(' ').match(/0\.3333333333333333 c\d+/g)).toHaveLength(400);
  const names = lines.flatMap((line) => line.match(/^ (r\d\w+):/)?.[1] ?? []);
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
});
