import { expect, test } from 'vitest';
import { additiveRelations } from './additive-relations.ts';

const year = { level: 'year', value: '2025' };
const months = ['01', '02'].map((value) => ({ level: 'month', value }));
const cell = (area: string, period: { level: string; value: string }) => ({
  key: `${area} ${period.value}`,
  dimensions: { period, area: { level: 'ward', value: area } },
});

test('sums run along one dimension, where all parts are in the tables', () => {
  const cells = [
    cell('bunhill', year),
    ...months.map((month) => cell('bunhill', month)),
    cell('hillrise', year),
    cell('hillrise', { level: 'month', value: '01' }),
  ];
  expect(additiveRelations(cells, [{ dimension: 'period', total: year, parts: months }])).toEqual([
    { total: 'bunhill 2025', parts: ['bunhill 01', 'bunhill 02'] },
  ]);
});

test('a breakdown of a dimension that no cell has makes no sum', () => {
  const cells = [cell('bunhill', year), ...months.map((month) => cell('bunhill', month))];
  expect(additiveRelations(cells, [{ dimension: 'month', total: year, parts: months }])).toEqual([]);
});
