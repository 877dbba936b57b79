import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { inTransaction } from '../../test/builders/in-transaction.ts';
import { describeStores } from '../../test/builders/records.ts';
import { referenceAreas } from '../geography/index.ts';
import { storeLookup } from '../geography/service.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries, Series } from './model.ts';
import { heldFigures, measuresHeld, readSeries } from './service.ts';

const codes = referenceAreas('wards-2022').map(({ code }) => code);
const [first, second] = codes as [string, string];
type Set = 'wards-2022' | 'lsoas-2021' | 'lsoas-2011' | 'boroughs-2022';
const run = (
  areaCode: string,
  firstMonth: Month,
  values: (number | null)[],
  rest: Partial<CategorySeries> = {},
): CategorySeries => ({
  ...{ category: 'mps/theft/shoplifting', areaCode, boundaryVersion: 'wards-2022', publisher: 'mps' },
  ...{ firstMonth, values, ...rest },
});
const lsoa = (ward: string): string => `lsoa-of-${ward}`;
const byLsoa = (wards: readonly string[], rest: Partial<CategorySeries> = {}): CategorySeries[] =>
  wards.map((ward) => run(lsoa(ward), '2026-01', [100, 100], { boundaryVersion: 'lsoas-2021', ...rest }));

describeStores('the vintage that is chosen', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = (vintage: string, series: CategorySeries[]) =>
    holdFigures(desk.system, series, { vintage, kind: 'mps-ward' });
  const holdLookup = async () => {
    const lookupId = String(await hold('lookup', []));
    await inTransaction(desk.system, (trx) =>
      storeLookup(trx, lookupId, {
        ...{ fromSet: 'LSOA21', toSet: 'WD24', codes: codes.map(lsoa), targets: codes },
      }),
    );
  };
  const read = (areaCodes: string[], measure = 'theft', boundaryVersion: Set = 'wards-2022'): Promise<Series[]> =>
    readSeries(desk.platform.records, { measures: [measure], areaCodes, boundaryVersion });
  const vintagesOf = (series: readonly Series[]): string[] => [...new Set(series.map(({ vintage }) => vintage))];

  it('is not displaced by an older publication that is imported later', async () => {
    await hold('street, 30 months', [run(first, '2023-07', new Array(30).fill(5))]);
    await hold('one older month', [run(first, '2025-11', [6])]);
    expect(vintagesOf(await read([first]))).toEqual(['street, 30 months']);
    await hold('one newer month', [run(first, '2026-01', [6])]);
    expect(vintagesOf(await read([first]))).toEqual(['one newer month']);
  });

  it('says which months other vintages hold', async () => {
    await hold('full', [run(first, '2010-04', new Array(190).fill(5))]);
    await hold('same span as the recent', [run(first, '2024-02', new Array(25).fill(4))]);
    await hold('recent', [run(first, '2024-02', new Array(25).fill(5))]);
    const [shown] = await read([first]);
    expect(shown).toMatchObject({ vintage: 'recent', firstMonth: '2024-02' });
    expect(shown?.otherVintages).toEqual([{ vintage: 'full', from: '2010-04', to: '2026-01' }]);
    expect((await read([first, second]))[0]?.otherVintages).toHaveLength(1);
  });

  it('says nothing of others when they hold no other month', async () => {
    await hold('before', [run(first, '2024-01', [1, 2])]);
    await hold('after', [run(first, '2024-01', [1, 3])]);
    const [shown] = await read([first]);
    expect(shown).toMatchObject({ vintage: 'after', values: [1, 3] });
    expect(shown).not.toHaveProperty('otherVintages');
  });

  it('is the later imported of equals by the files that hold the measure, not by any file of the vintage', async () => {
    await hold('old', [run(first, '2024-01', [1])]);
    await hold('new', [run(first, '2024-01', [2])]);
    await hold('old', [
      run(first, '2021-03', [900], { category: 'census-2021/residents', publisher: 'census-2021' }),
      run(first, '2024-01', [3], { category: 'mps/robbery/robbery-of-personal-property' }),
    ]);
    expect((await read([first]))[0]).toMatchObject({ vintage: 'new', values: [2] });
  });

  it('is the one that is listed first', async () => {
    const residents = (publisher: string, month: Month) => ({
      ...run(first, month, [1], { category: `${publisher}/residents`, publisher }),
    });
    await hold('census', [residents('census-2021', '2021-03')]);
    await hold('pop17', [residents('population', '2017-06')]);
    await hold('lsoas', [{ ...residents('population', '2022-06'), areaCode: 'L', boundaryVersion: 'lsoas-2021' }]);
    const listed = (await measuresHeld(desk.platform.records)).find(({ name }) => name === 'residents')?.held;
    expect(listed?.map(({ vintage }) => vintage)).toEqual(['census', 'pop17', 'lsoas']);
    expect(vintagesOf(await read([first], 'residents'))).toEqual(['census']);
  });

  it('keeps the wards’ own figures when one ward of many has none, and fills that one in from the same vintage only', async () => {
    await holdLookup();
    const own = codes.slice(1).map((code) => run(code, '2024-01', [7]));
    await hold('wards', own);
    await hold('lsoas', byLsoa(codes));
    const apart = await read(codes);
    expect(apart).toHaveLength(36);
    expect(vintagesOf(apart)).toEqual(['wards']);
    expect((await read([first]))[0]).toMatchObject({ vintage: 'lsoas', convertedFrom: 'lsoas-2021' });
    await hold('both', [...own, ...byLsoa(codes)]);
    const together = await read(codes);
    expect(vintagesOf(together)).toEqual(['both']);
    expect(together.map(({ areaCode, origins }) => [areaCode, origins[0]])).toEqual(
      codes.map((code) => [code, code === first ? 'LSOA best fit' : 'published']),
    );
  });

  it('reads on where what is held turns out to have no value', async () => {
    await hold('whole', [run(first, '2024-01', [1])]);
    const theft = { category: 'mps/theft/other-theft' };
    await hold('partial', [run(first, '2024-02', [null, 5]), run(first, '2024-02', [3, null], theft)]);
    expect((await read([first]))[0]).toMatchObject({ vintage: 'whole', values: [1] });
  });

  it('counts the residents of the indices’ own time, and names the same edition for a ward and its borough', async () => {
    await holdLookup();
    const once = (publisher: string, category: string, month: Month, value: number) =>
      codes.map((ward) =>
        run(lsoa(ward), month, [value], {
          category: `${publisher}/${category}`,
          publisher,
          boundaryVersion: 'lsoas-2021',
        }),
      );
    await hold('indices 2025', once('imd-2025', 'most-deprived-fifth', '2025-10', 1));
    await hold('census', once('census-2021', 'residents', '2021-03', 1000));
    await hold('indices 2019', once('imd-2019', 'most-deprived-fifth', '2019-09', 1));
    await hold('estimates', once('population', 'residents', '2017-06', 800));
    const [ward] = await read([first], 'deprivation');
    expect(ward).toMatchObject({ vintage: 'indices 2025 with census', values: [1000] });
    const [camden] = await read(['E09000007'], 'deprivation', 'boroughs-2022');
    expect(camden).toMatchObject({ vintage: 'indices 2025 with census', values: [20_000] });
    const held = await heldFigures(desk.platform.records, { areaCodes: [first], boundaryVersion: 'wards-2022' });
    const [before] = await held.choose(['deprivation'], { months: [], by: '2020-01' });
    expect(before).toMatchObject({ vintage: 'indices 2019 with estimates', values: [800] });
  });

  it('is for a day the latest edition known on it, whichever was imported last', async () => {
    const residents = (publisher: string, month: Month, value: number) =>
      run(first, month, [value], { category: `${publisher}/residents`, publisher });
    await hold('census', [residents('census-2021', '2021-03', 100)]);
    await hold('pop17', [residents('population', '2017-06', 90)]);
    expect((await read([first], 'residents'))[0]).toMatchObject({ vintage: 'census', values: [100] });
    const held = await heldFigures(desk.platform.records, { areaCodes: [first], boundaryVersion: 'wards-2022' });
    const asAt = async (by: Month) => vintagesOf(await held.choose(['residents'], { months: [], by }));
    expect([await asAt('2021-12'), await asAt('2021-02'), await asAt('2017-05')]).toEqual([['census'], ['pop17'], []]);
  });
});
