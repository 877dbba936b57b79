import { expect, it } from 'vitest';
import type { Series } from '../../measures/index.ts';
import { ofOnePublication } from './of-one-publication.ts';
import { MEASURES_BEFORE, recordedBefore } from './recorded-before.ts';

const CAMDEN = { code: 'E09000007', name: 'Camden' };
const ISLINGTON = { code: 'E09000019', name: 'Islington' };

function series(
  areaCode: string,
  figures: Record<string, (number | null)[]>,
  doubtful: Series['doubtful'] = [],
  { vintage = 'made up', firstMonth = '2024-01' } = {},
): Series[] {
  return MEASURES_BEFORE.map((measure) => {
    const values =
      figures[measure.replace('ward-officer-minutes', '').slice(1)] ?? [0, 0, 0].slice(0, figures['']?.length);
    return {
      ...{ measure, areaCode, boundaryVersion: 'boroughs-2022', vintage, synthetic: false },
      ...{ files: [`${vintage}.csv`], firstMonth, values, origins: values.map(() => 'published') },
      ...{ doubtful, backCast: false, convertedFrom: null },
    } as Series;
  });
}
const camden = series(
  CAMDEN.code,
  {
    '': [100, 200, 50],
    'in-ward': [80, 150, 50],
    abstracted: [20, 50, 0],
    training: [20, 30, 0],
    'local-aid': [0, 10, 0],
  },
  ['2024-03'],
);

const OF_CAMDEN = { vintages: ['made up'], boroughs: ['Camden'], lacking: [] };

it('gives each month by type, with what no measure is made of as another', () => {
  expect(recordedBefore([CAMDEN, ISLINGTON], [camden])?.boroughs).toEqual([
    {
      ...CAMDEN,
      months: [
        {
          month: '2024-01',
          minutes: 100,
          notAbstracted: 80,
          away: [{ type: 'Training', minutes: 20 }],
          doubtful: false,
          ...OF_CAMDEN,
        },
        {
          ...{ month: '2024-02', minutes: 200, notAbstracted: 150, doubtful: false, ...OF_CAMDEN },
          away: [
            { type: 'Local Aid', minutes: 10 },
            { type: 'Training', minutes: 30 },
            { type: 'Other', minutes: 10 },
          ],
        },
        { month: '2024-03', minutes: 50, notAbstracted: 50, away: [], doubtful: true, ...OF_CAMDEN },
      ],
    },
  ]);
});

it('sums boroughs by month, and names those that lack it', () => {
  const islington = series(ISLINGTON.code, {
    '': [null, 300, 60],
    'in-ward': [null, 200, 60],
    abstracted: [null, 100, 0],
    training: [null, 100, 0],
  });
  const found = recordedBefore([CAMDEN, ISLINGTON], [[...camden, ...islington]]);
  expect(found?.together.map(({ month, minutes, lacking }) => [month, minutes, lacking])).toEqual([
    ['2024-01', 100, ['Islington']],
    ['2024-02', 500, []],
    ['2024-03', 110, []],
  ]);
  expect(found?.together[1]?.away).toContainEqual({ type: 'Training', minutes: 130 });
});

it('leaves out a month whose parts do not come to the whole', () => {
  const wrong = series(CAMDEN.code, {
    '': [100, 100, 100],
    'in-ward': [70, 80, 90],
    abstracted: [20, 20, 10],
    training: [0, 30, 10],
  });
  expect(recordedBefore([CAMDEN], [wrong])?.together.map(({ month }) => month)).toEqual(['2024-03']);
});

it('takes nobody for abstracted in a file that has no type of it, and only where the whole says so too', () => {
  const silent = series(CAMDEN.code, { '': [100, 100], 'in-ward': [100, 90] }).filter(
    ({ measure }) => measure === 'ward-officer-minutes' || measure === 'ward-officer-minutes-in-ward',
  );
  const months = recordedBefore([CAMDEN], [silent])?.together.map(({ month, away }) => [month, away]);
  expect(months).toEqual([['2024-01', []]]);
});

it('is nothing where nothing is imported', () => {
  expect(recordedBefore([CAMDEN], [])).toBeNull();
  expect(recordedBefore([ISLINGTON], [camden])).toBeNull();
});

it('keeps the history of one publication beside a later one of a single month, each month of one alone', () => {
  const whole = { '': [100, 100, 100], 'in-ward': [90, 90, 90], abstracted: [10, 10, 10], training: [10, 10, 10] };
  const other = series(ISLINGTON.code, whole);
  const one = { '': [40], 'in-ward': [40], abstracted: [0] };
  const april = series(CAMDEN.code, one, [], { vintage: 'april', firstMonth: '2024-04' });
  const restated = series(CAMDEN.code, { '': [300], 'in-ward': [300], abstracted: [0] }, [], {
    ...{ vintage: 'restated', firstMonth: '2024-03' },
  });
  const found = recordedBefore([CAMDEN, ISLINGTON], [restated, april, [...series(CAMDEN.code, whole), ...other]]);
  const told = found?.boroughs[0]?.months.map(({ month, minutes, vintages }) => [month, minutes, ...vintages]);
  expect(told).toEqual([
    ['2024-01', 100, 'made up'],
    ['2024-02', 100, 'made up'],
    ['2024-03', 300, 'restated'],
    ['2024-04', 40, 'april'],
  ]);
  // Under half of what the months of other publications have: of some teams only.
  expect(found?.boroughs[0]?.months.map(({ doubtful }) => doubtful)).toEqual([false, false, false, true]);
  expect(found?.together.at(-1)).toMatchObject({ month: '2024-04', boroughs: ['Camden'], lacking: ['Islington'] });
  expect(found?.publications.map(({ vintage, files }) => [vintage, ...files])).toEqual([
    ['restated', 'restated.csv'],
    ['april', 'april.csv'],
    ['made up', 'made up.csv'],
  ]);
  expect(ofOnePublication(found?.together ?? []).map(({ month }) => month)).toEqual(['2024-01', '2024-02']);
});
