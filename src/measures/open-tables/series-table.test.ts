import { expect, it } from 'vitest';
import { requireMeasure } from '../catalogue.ts';
import type { Series } from '../model.ts';
import { seriesTable } from './series-table.ts';

const series: Series = {
  ...{ measure: 'theft', areaCode: 'E09000007', boundaryVersion: 'boroughs-2022', vintage: '2026-03' },
  ...{ synthetic: false, files: ['a.csv'], firstMonth: '2023-12', values: [null, 5, null, 7, null] },
  origins: [null, 'published', null, 'summed over wards', null],
  ...{ doubtful: ['2024-03'], backCast: false, convertedFrom: null },
};
const tableOf = (measure: string, each: Series) =>
  seriesTable({
    ...{ name: 'made', measure: requireMeasure(measure), series: [each], made: '2026-03-01' },
    areas: [{ code: 'E09000007', name: 'Camden' }],
  });

it('has a row for each month from the first to the last figure, gaps among them', () => {
  const { columns, rows } = tableOf('theft', series);
  const [month, value, doubtful, origin] = ['month', 'value', 'doubtful', 'origin'].map((name) =>
    columns.findIndex((column) => column.name === name),
  ) as [number, number, number, number];
  expect(Array.from(rows, (row) => [row[month], row[value], row[doubtful], row[origin]])).toEqual([
    ['2024-01', 5, false, 'published'],
    ['2024-02', null, false, null],
    ['2024-03', 7, true, 'summed over wards'],
  ]);
});

it('leaves out months between the figures of what is not monthly', () => {
  expect([...tableOf('residents', { ...series, measure: 'residents' }).rows]).toHaveLength(2);
});

it('can be read twice', () => {
  const { rows } = tableOf('theft', series);
  expect([...rows]).toEqual([...rows]);
});

it('marks made-up figures in the notes and names the files of real ones', () => {
  expect(tableOf('theft', series).sources).toEqual([{ title: 'Metropolitan Police Service: a.csv (vintage 2026-03)' }]);
  expect(tableOf('theft', { ...series, synthetic: true }).notes[0]).toMatch(/^Synthetic: /);
  expect(tableOf('theft', series).notes.join()).not.toContain('Synthetic');
  expect(tableOf('theft', series).notes).toContain(
    'Doubtful, in some or all areas, because a file seems to lack much of the month: March 2024.',
  );
});
