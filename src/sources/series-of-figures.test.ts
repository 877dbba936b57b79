import { expect, it } from 'vitest';
import { type Figure, seriesOfFigures } from './series-of-figures.ts';

const figure = (areaCode: string, month: Figure['month'], value: number): Figure => ({
  category: 'pas/trust',
  areaCode,
  boundaryVersion: 'boroughs-2022',
  month,
  value,
});

it('puts figures in runs over the same months, with nothing where there is none', () => {
  const series = seriesOfFigures('pas', [
    figure('E09000007', '2023-06', 0.7),
    figure('E09000007', '2023-03', 0.6),
    figure('E09000019', '2023-06', 0),
  ]);
  expect(series).toEqual([
    {
      category: 'pas/trust',
      areaCode: 'E09000007',
      boundaryVersion: 'boroughs-2022',
      publisher: 'pas',
      firstMonth: '2023-03',
      values: [0.6, null, null, 0.7],
    },
    expect.objectContaining({ areaCode: 'E09000019', values: [null, null, null, 0] }),
  ]);
  expect(seriesOfFigures('pas', [])).toEqual([]);
});
