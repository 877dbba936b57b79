import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { importFiles, revertImport } from '../../sources/service.ts';
import { listStanding } from '../../sources/standing/standing-service.ts';
import { measureCommands } from '../commands.ts';
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

  it('says in a dry run which table a new one replaces, whatever its version, and lists one as in use', async () => {
    await give('first.csv', table('1', 2));
    const options = { dryRun: true };
    const tried = await importFiles(desk.platform, [await desk.file('second.csv', table('2', 3))], options);
    expect(tried.changes?.replaced).toEqual([{ what: 'harm weights of made up, version 2', before: 'first.csv' }]);
    await give('second.csv', table('2', 3));
    const listed = await listStanding(desk.platform);
    expect(listed.map(({ file, state }) => [file, state.kind])).toEqual([
      ['second.csv', 'in use'],
      ['first.csv', 'superseded'],
    ]);
  });

  it('says which offences have no weight, and which weights no offence', async () => {
    const weights = (...args: string[]) => runCommands(measureCommands, desk.platform, ['measure', 'weights', ...args]);
    const none = await weights();
    expect([none.exitCode, none.errors[0]]).toEqual([1, expect.stringContaining('No table of harm weights is held')]);
    const arson = 'ARSON AND CRIMINAL DAMAGE,ARSON,Barnsbury,E05013698,Islington,1,1\n';
    await give('crimes.csv', `${CRIMES}${arson}`);
    await give('first.csv', `${table('1', 2)}Piracy,9,1,made up\n`);
    expect((await weights('--json')).json).toEqual({
      file: 'first.csv',
      version: '1',
      source: 'made up',
      weights: { 'mps/robbery/robbery-of-personal-property': 100, 'mps/theft/shoplifting': 2 },
      matchedToNothing: ['Piracy'],
      withoutWeight: ['mps/arson-and-criminal-damage/arson'],
    });
    expect((await weights()).lines).toContain('Offences recorded without a weight (1):');
  });
});
