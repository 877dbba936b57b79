import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { chooseComplete } from './choose-complete.ts';
import { contestedAreas, type Holding } from './contested-areas.ts';

function held(importId: string, totals: Record<Month, number>, other: Partial<Holding> = {}): Holding {
  return {
    importId,
    areaCodes: ['A', 'B'],
    totals: new Map(Object.entries(totals) as [Month, number][]),
    publisher: 'mps',
    boundaryVersion: 'wards-2022',
    categories: 33,
    ...other,
  };
}
/** Chooses by the files' own totals. */
function choose(...holdings: Holding[]) {
  const byImport = new Map(holdings.map((holding) => [holding.importId, holding.totals]));
  return contestedAreas(holdings).flatMap((contest) =>
    chooseComplete(contest, (importId, month) => byImport.get(importId)?.get(month) ?? 0),
  );
}

it('uses the larger of two files for the month both hold, and only there', () => {
  const history = held('1', { '2024-01': 74_293, '2024-02': 73_652 });
  const recent = held('2', { '2024-02': 40, '2024-03': 73_223 });
  expect(choose(history, recent)).toEqual([
    {
      importId: '2',
      byImportId: '1',
      publisher: 'mps',
      boundaryVersion: 'wards-2022',
      areaCodes: ['A', 'B'],
      months: [{ month: '2024-02', total: 40, byTotal: 73_652 }],
    },
  ]);
});

it('does not depend on the order of the files', () => {
  const [stub, complete] = [held('2', { '2024-02': 40 }), held('1', { '2024-02': 73_652 })];
  expect(choose(stub, complete)).toEqual(choose(complete, stub));
});

it('decides by the totals over the shared areas, not over all that a file holds', () => {
  const borough = held('1', { '2024-02': 900 }, { areaCodes: ['A', 'B'] });
  const city = held('2', { '2024-02': 5_000 }, { areaCodes: ['B', 'C'] });
  const [contest] = contestedAreas([borough, city]);
  const overShared = new Map([
    ['1', 400],
    ['2', 7],
  ]);
  const given = contest && chooseComplete(contest, (importId) => overShared.get(importId) ?? 0);
  expect(given).toMatchObject([
    { importId: '2', byImportId: '1', areaCodes: ['B'], months: [{ month: '2024-02', total: 7, byTotal: 400 }] },
  ]);
});

it('prefers a file of several crime types to one of a single type', () => {
  const burglary = held('1', { '2016-01': 6_500 }, { categories: 1 });
  const everyType = held('2', { '2016-01': 6_100 }, { categories: 14 });
  expect(choose(burglary, everyType)).toMatchObject([{ importId: '1', byImportId: '2' }]);
});

it('keeps the first imported of two equal files', () => {
  expect(choose(held('10', { '2016-01': 7 }), held('9', { '2016-01': 7 }))).toMatchObject([
    { importId: '10', byImportId: '9' },
  ]);
});

it('gives each month of three files to the best of them', () => {
  const given = choose(
    held('1', { '2016-01': 5, '2016-02': 9 }),
    held('2', { '2016-01': 7, '2016-02': 1 }),
    held('3', { '2016-02': 2 }),
  );
  expect(
    given.map(({ importId, byImportId, months }) => [importId, byImportId, months.map(({ month }) => month)]),
  ).toEqual([
    ['1', '2', ['2016-01']],
    ['3', '1', ['2016-02']],
    ['2', '1', ['2016-02']],
  ]);
});
