import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { describeStores } from '../../test/builders/records.ts';
import { referenceAreas } from '../geography/index.ts';
import type { CategorySeries } from './model.ts';
import { availableMeasures, readSeries } from './service.ts';

const [first, second] = referenceAreas('wards-2022').map(({ code }) => code) as [string, string];
const run = (areaCode: string, values: (number | null)[], category = 'mps/theft/shoplifting'): CategorySeries => ({
  category,
  areaCode,
  boundaryVersion: 'wards-2022',
  publisher: 'mps',
  firstMonth: '2024-01',
  values,
});

describeStores('measures', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = (vintage: string, series: CategorySeries[]) =>
    holdFigures(desk.system, series, { vintage, kind: 'mps-ward' });
  const read = (areaCodes: string[], measures = ['theft']) =>
    readSeries(desk.platform.records, { measures, areaCodes, boundaryVersion: 'wards-2022' });

  it('reads a measure from the latest vintage that covers all the areas', async () => {
    await hold('whole', [run(first, [1, 2]), run(second, [3, 4])]);
    await hold('part', [run(first, [10, 20])]);
    expect((await read([first])).map(({ vintage }) => vintage)).toEqual(['part']);
    expect((await read([second, first])).map(({ vintage, areaCode, values }) => [vintage, areaCode, values])).toEqual([
      ['whole', second, [3, 4]],
      ['whole', first, [1, 2]],
    ]);
  });

  it('falls back to the vintage that covers most of them', async () => {
    await hold('one', [run(first, [1])]);
    expect((await read([first, second])).map(({ areaCode }) => areaCode)).toEqual([first]);
  });

  it('chooses a vintage for each measure by itself', async () => {
    await hold('thefts', [run(first, [1])]);
    await hold('robberies', [run(first, [5], 'mps/robbery/robbery-of-personal-property')]);
    const series = await read([first], ['theft', 'robbery', 'recorded-crime']);
    expect(series.map(({ measure, vintage, values }) => [measure, vintage, values])).toEqual([
      ['theft', 'thefts', [1]],
      ['robbery', 'robberies', [5]],
      ['recorded-crime', 'robberies', [5]],
    ]);
  });

  it('keeps gaps as gaps on the way to the records and back', async () => {
    await hold('gaps', [run(first, [1, null, 0, 2.5])]);
    expect((await read([first]))[0]?.values).toEqual([1, null, 0, 2.5]);
  });

  it('says which measures have figures, from which month to which', async () => {
    await hold('gaps', [run(first, [1])]);
    await hold('more', [run(first, [1, 2, 3])]);
    await hold('robberies', [run(second, [5], 'mps/robbery/robbery-of-personal-property')]);
    const available = async (areaCodes: string[]) =>
      (await availableMeasures(desk.platform.records, { areaCodes, boundaryVersion: 'wards-2022' })).map(
        ({ measure, from, to }) => [measure.name, from, to],
      );
    const ofFirst = await available([first]);
    expect(ofFirst).toContainEqual(['theft', '2024-01', '2024-03']);
    expect(ofFirst.map(([name]) => name)).not.toContain('robbery');
    expect(await available([second])).toContainEqual(['robbery', '2024-01', '2024-01']);
    expect((await available([second])).map(([name]) => name)).not.toContain('theft');
    expect(await available(['E05999999'])).toEqual([]);
  });

  it('does not know a measure that does not exist', async () => {
    await expect(read([first], ['thefts'])).rejects.toThrow('There is no measure "thefts"');
  });
});
