import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { lookupPairs, lookupsHeld } from '../../geography/service.ts';
import { importFiles, revertImport } from '../service.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterAll(() => desk.close());

it('keeps a lookup while its import is live, the newest first', async () => {
  const bring = async (name: string, ward: string): Promise<string> => {
    const file = await desk.file(name, `\uFEFFLSOA21CD,WD24CD\r\nE01000907,${ward}\r\n`);
    const { imports } = await importFiles(desk.platform, [file]);
    return imports[0]?.id ?? '';
  };
  const { records } = desk.platform;
  const first = await bring('first.csv', 'E05013652');
  const second = await bring('second.csv', 'E05013653');
  expect((await lookupsHeld(records)).map(({ importId, fromSet, toSet }) => [importId, fromSet, toSet])).toEqual([
    [second, 'LSOA21', 'WD24'],
    [first, 'LSOA21', 'WD24'],
  ]);
  expect(await lookupPairs(records, second)).toEqual({ codes: ['E01000907'], targets: ['E05013653'] });
  await revertImport(desk.platform, second);
  expect((await lookupsHeld(records)).map(({ file }) => file)).toEqual(['first.csv']);
});
