import { expect, test } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import type { Series } from '../measures/index.ts';
import { componentMonths } from './component-months.ts';
import type { Component } from './model.ts';

const component = (name: string, every: Component['every'] = 'month') => ({ name, title: name, measure: name, every });
function series(measure: string, areaCode: string, values: (number | null)[], doubtful: Month[] = []): Series {
  return {
    measure,
    areaCode,
    boundaryVersion: 'wards-2022',
    vintage: 'v',
    synthetic: false,
    files: [],
    firstMonth: '2024-01',
    values,
    doubtful,
    backCast: false,
    origins: [],
    convertedFrom: null,
  };
}

test('the months that every ward has, for each monthly component by itself', () => {
  const held = [
    series('burglary', 'E1', [1, 2, 3]),
    series('burglary', 'E2', [1, null, 3]),
    series('robbery', 'E1', [0, 0, 0]),
    series('robbery', 'E2', [0, 0, 0], ['2024-03']),
    series('residents', 'E1', [9]),
    series('residents', 'E2', [9]),
  ];
  expect(
    componentMonths([component('burglary'), component('robbery'), component('residents', 'once')], held, 2),
  ).toEqual([
    ['2024-01', '2024-03'],
    ['2024-01', '2024-02'],
  ]);
});

test('none when a ward has no series', () => {
  expect(componentMonths([component('burglary')], [series('burglary', 'E1', [1, 2])], 2)).toEqual([[]]);
});
