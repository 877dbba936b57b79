import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { inTransaction } from '../../test/builders/in-transaction.ts';
import { describeStores } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { referenceAreas } from '../geography/index.ts';
import { storeBoundaries, storeLookup } from '../geography/service.ts';
import type { Month } from '../lib/calendar/month.ts';
import { requireMeasure } from './catalogue.ts';
import { measureCommands } from './commands.ts';
import { sayHeld } from './completeness/held-of-measure.ts';
import type { CategorySeries, Series } from './model.ts';
import { seriesInVintage } from './series-in-vintage-service.ts';
import { availableMeasures, measuresHeld, readSeries } from './service.ts';
import { wardsLacking } from './wards-lacking-service.ts';

const camden = 'E09000007';
const wards = referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === camden);
const [first, second] = wards.map(({ code }) => code) as [string, string];

type Set = 'wards-2022' | 'lsoas-2021' | 'boroughs-2022';
const run = (
  areaCode: string,
  boundaryVersion: Set,
  values: number[],
  rest: Partial<CategorySeries> = {},
): CategorySeries => ({
  ...{ category: 'mps/theft/shoplifting', areaCode, boundaryVersion, publisher: 'mps' },
  ...{ firstMonth: '2024-01' as Month, values, ...rest },
});

describeStores('figures converted between sets of areas', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = (vintage: string, series: CategorySeries[]) =>
    holdFigures(desk.system, series, { vintage, kind: 'mps-ward' });
  /** Two LSOAs in every ward of Camden: "a" and "b" of the first, and so on. */
  const lsoasOf = (at: number): [string, string] => [`E0100000${at}a`, `E0100000${at}b`];
  const holdLookup = async () => {
    const pairs = wards.flatMap(({ code }, at) => lsoasOf(at).map((lsoa) => [lsoa, code] as const));
    const lookupId = String(await hold('lookup', []));
    await inTransaction(desk.system, (trx) =>
      storeLookup(trx, lookupId, {
        ...{ fromSet: 'LSOA21', toSet: 'WD24' },
        codes: pairs.map(([code]) => code),
        targets: pairs.map(([, target]) => target),
      }),
    );
  };
  const read = (areaCodes: string[], boundaryVersion: Set, measure = 'theft'): Promise<Series[]> =>
    readSeries(desk.platform.records, { measures: [measure], areaCodes, boundaryVersion });
  const lsoaRuns = (): CategorySeries[] =>
    wards.flatMap((_, at) => lsoasOf(at).map((lsoa, half) => run(lsoa, 'lsoas-2021', [at + 1, 10 * (half + 1)])));

  it('sums the LSOAs of a ward by the lookup, and names it', async () => {
    await hold('lsoas', lsoaRuns());
    expect(await read([first], 'wards-2022')).toEqual([]);
    await holdLookup();
    expect(await read([second, first], 'wards-2022')).toMatchObject([
      { areaCode: second, vintage: 'lsoas', values: [4, 30], convertedFrom: 'lsoas-2021' },
      {
        ...{ areaCode: first, values: [2, 30], origins: ['LSOA best fit', 'LSOA best fit'] },
        files: ['lsoas.csv', 'lookup.csv'],
      },
    ]);
    const available = await availableMeasures(desk.platform.records, {
      areaCodes: [first],
      boundaryVersion: 'wards-2022',
    });
    expect(available.map(({ measure, from, to }) => [measure.name, from, to])).toContainEqual([
      'theft',
      '2024-01',
      '2024-02',
    ]);
  });

  it('keeps to a vintage with figures by ward when a newer one has only LSOAs, unless that covers more wards', async () => {
    await holdLookup();
    await hold('wards', [run(first, 'wards-2022', [7, 8])]);
    await hold('lsoas', lsoaRuns());
    expect(await read([first], 'wards-2022')).toMatchObject([
      { vintage: 'wards', values: [7, 8], convertedFrom: null },
    ]);
    expect((await read([first, second], 'wards-2022')).map(({ vintage }) => vintage)).toEqual(['lsoas', 'lsoas']);
  });

  it('takes the wards’ own figures where one vintage has both', async () => {
    await holdLookup();
    await hold('both', [...lsoaRuns(), run(first, 'wards-2022', [7, 8])]);
    expect(await read([first], 'wards-2022')).toMatchObject([{ values: [7, 8], origins: ['published', 'published'] }]);
  });

  it('sums a borough over all its wards, and not when one is missing', async () => {
    const every = wards.map(({ code }, at) => run(code, 'wards-2022', [1, at]));
    await hold('wards', every.slice(1));
    expect(await read([camden], 'boroughs-2022')).toEqual([]);
    await hold('all wards', every);
    const sum = (wards.length * (wards.length - 1)) / 2;
    expect(await read([camden], 'boroughs-2022')).toMatchObject([
      { values: [wards.length, sum], origins: ['summed over wards', 'summed over wards'], convertedFrom: 'wards-2022' },
    ]);
    await hold('borough', [run(camden, 'boroughs-2022', [99, 99])]);
    expect(await read([camden], 'boroughs-2022')).toMatchObject([
      { values: [99, 99], origins: ['published', 'published'] },
    ]);
  });

  it('counts residents of the most deprived fifth, each input from a vintage of its own', async () => {
    await holdLookup();
    const once = (publisher: string, category: string, firstMonth: Month, value: (at: number) => number) =>
      wards.flatMap((_, at) =>
        lsoasOf(at).map((lsoa, half) =>
          run(lsoa, 'lsoas-2021', [value(2 * at + half)], { publisher, category, firstMonth }),
        ),
      );
    await hold(
      'indices',
      once('imd-2025', 'imd-2025/most-deprived-fifth', '2025-10', (at) => Number(at % 2 === 0)),
    );
    await hold(
      'census',
      once('census-2021', 'census-2021/residents', '2021-03', (at) => 1000 + at),
    );
    expect(await read([first, second], 'wards-2022', 'deprivation')).toMatchObject([
      { areaCode: first, firstMonth: '2025-10', values: [1000], vintage: 'indices with census' },
      {
        areaCode: second,
        values: [1002],
        files: ['indices.csv', 'census.csv', 'lookup.csv'],
        origins: ['LSOA best fit'],
      },
    ]);
    const asked = { areaCodes: [first], boundaryVersion: 'wards-2022' } as const;
    for (const vintage of ['indices', 'indices with census'])
      expect(await seriesInVintage(desk.platform.records, { name: 'deprivation' }, asked, vintage)).toMatchObject([
        { values: [1000], vintage: 'indices with census' },
      ]);
    expect(await seriesInVintage(desk.platform.records, { name: 'deprivation' }, asked, 'census')).toEqual([]);
    const held = (await measuresHeld(desk.platform.records)).find(({ name }) => name === 'deprivation')?.held;
    expect(held?.map(sayHeld)).toEqual(['October 2025, with residents of the vintage census']);
    expect(held?.[0]?.vintage).toBe('indices');
    const completeness = await runCommands(measureCommands, desk.platform, ['measure', 'completeness', 'deprivation']);
    expect(completeness.lines[0]).toContain('Deprivation is made, LSOA by LSOA, of ');
    expect(completeness.lines).toContain('Vintage census: March 2021');
    const shown = await runCommands(measureCommands, desk.platform, [
      ...['measure', 'show', 'deprivation', '--area', first, '--vintage', 'indices'],
    ]);
    expect(shown.lines.join(' ')).toMatch(
      /vintage indices, which --vintage chooses, and "residents", vintage census[.]/,
    );
    const borough = wards.reduce((sum, _, at) => sum + 1000 + 2 * at, 0);
    expect(await read([camden], 'boroughs-2022', 'deprivation')).toMatchObject([{ values: [borough] }]);
    expect((await read([first], 'wards-2022', 'residents'))[0]?.values).toEqual([2001]);
  });

  it('sums no borough of which only some wards are known, and says how many', async () => {
    const { records } = desk.platform;
    const hackney = 'E09000012';
    const holdWards = async (count: number) => {
      const id = await hold(`boundaries of ${count}`, []);
      const boundaries = Array.from({ length: count }, (_, at) => ({
        ...{ version: 'wards-2022' as const, code: `E0599990${at}`, name: `Ward ${at}`, kind: 'ward' as const },
        ...{ boroughCode: hackney, boroughName: 'Hackney', polygons: [] },
      }));
      await inTransaction(records, (trx) => storeBoundaries(trx, id, { boundaries }));
    };
    await hold(
      'wards',
      Array.from({ length: 21 }, (_, at) => run(`E0599990${at}`, 'wards-2022', [10, 20])),
    );
    const why = () =>
      wardsLacking(records, requireMeasure('theft'), { areaCodes: [hackney], boundaryVersion: 'boroughs-2022' });
    await holdWards(3);
    expect(await read([hackney], 'boroughs-2022')).toEqual([]);
    expect(await why()).toBe(
      'only 3 of its 21 wards are known here, so figures of smaller areas cannot be summed; import the boundaries of all its wards',
    );
    await holdWards(21);
    expect((await read([hackney], 'boroughs-2022'))[0]?.values).toEqual([210, 420]);
    expect(await why()).toBeNull();
  });
});
