import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { importFiles, revertImport } from '../../sources/service.ts';
import { readSeries } from '../service.ts';
import { readHarmWeights } from './harm-store.ts';

/** Made-up weights. */
const table = (version: string, shoplifting: number) =>
  `offence,weight,version,source\nShoplifting,${shoplifting},${version},made up\nRobbery of personal property,100,${version},made up\n`;
const CRIMES = [
  'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401,202402',
  'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,30,7',
  'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Barnsbury,E05013698,Islington,1,0',
  '',
].join('\n');

describeStores('harm weights', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const give = async (name: string, content: string) => importFiles(desk.platform, [await desk.file(name, content)]);
  const harm = async () => {
    const [series] = await readSeries(desk.platform.records, {
      measures: ['harm-weighted-crime'],
      areaCodes: ['E05013698'],
      boundaryVersion: 'wards-2022',
    });
    return series;
  };

  it('weighs crime with the newest table that is not taken back, and names its file', async () => {
    await give('crimes.csv', CRIMES);
    expect(await harm()).toBeUndefined();
    await give('first.csv', table('1', 2));
    expect(await harm()).toMatchObject({ values: [160, 14], files: ['crimes.csv', 'first.csv'] });
    const second = await give('second.csv', table('2', 3));
    expect(await harm()).toMatchObject({ values: [190, 21], files: ['crimes.csv', 'second.csv'] });
    expect(await readHarmWeights(desk.platform.records)).toMatchObject({
      file: 'second.csv',
      version: '2',
      source: 'made up',
      weights: [
        { offence: 'Robbery of personal property', weight: 100 },
        { offence: 'Shoplifting', weight: 3 },
      ],
    });
    await revertImport(desk.platform, second.imports[0]?.id ?? '');
    expect((await harm())?.values).toEqual([160, 14]);
  });
});
