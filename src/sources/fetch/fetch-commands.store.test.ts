import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { type MadePublisher, madePublisher, wholeFile } from '../../../test/builders/publisher.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { listImports } from '../service.ts';
import { fetchCommands } from './fetch-commands.ts';
import type { Publication } from './model.ts';

const borough = (count: number): Buffer =>
  Buffer.from(`MajorText,MinorText,BoroughName,202401\nTHEFT,BICYCLE THEFT,Camden,${count}\n`);

let desk: ImportDesk;
let publisher: MadePublisher;
let content = borough(4);
let version = 1;
beforeEach(async () => {
  [content, version] = [borough(4), 1];
  desk = await openImportDesk(await emptyRecords());
  publisher = await madePublisher({
    '/b.csv': (request, response, turn) => wholeFile(content, `"v${version}"`)(request, response, turn),
  });
});
afterEach(async () => {
  await publisher.close();
  await desk.close();
});

const run = (args: string[], now = '2026-03-01T12:00:00Z') => {
  const publication: Publication = {
    name: 'mps-borough-recent',
    title: 'Made',
    publisher: 'Made',
    asks: 'nothing',
    from: { kind: 'file', address: `${publisher.address}/b.csv`, extension: 'csv', redirectHosts: [] },
    addressReadIn: 'a test',
  };
  const platform = { ...desk.platform, now: () => new Date(now) };
  return runCommands((program, open, output) => fetchCommands(program, open, output, [publication]), platform, args);
};
const vintages = async (): Promise<string[]> =>
  (await listImports(desk.platform.records)).map(({ vintage }) => vintage);

it('lists what there is, and refuses what there is not', async () => {
  expect((await run(['fetch'])).lines.join('\n')).toContain('mps-borough-recent');
  await expect(run(['fetch', 'nothing'])).rejects.toThrow('There is no publication "nothing"');
});

it('imports what it fetched under the name of the source and the day, once', async () => {
  const first = await run(['fetch', 'mps-borough-recent', '--import', '--json']);
  expect(first.json).toMatchObject({
    files: [{ unchanged: false, checksum: 'none given' }],
    import: { vintage: 'mps-borough 2026-03-01', imports: [{ rowsUsed: 1, unchanged: false }] },
  });
  const again = await run(['fetch', 'mps-borough-recent', '--import', '--json'], '2026-03-09T12:00:00Z');
  expect(again.json).toMatchObject({
    files: [{ unchanged: true }],
    import: { vintage: 'mps-borough 2026-03-01', imports: [{ unchanged: true }] },
  });
  expect(await vintages()).toEqual(['mps-borough 2026-03-01']);
});

it('never mixes two publications in one vintage, even of one day', async () => {
  await run(['fetch', 'mps-borough-recent', '--import']);
  [content, version] = [borough(5), 2];
  await run(['fetch', 'mps-borough-recent', '--import'], '2026-03-01T17:45:00Z');
  [content, version] = [borough(6), 3];
  await run(['fetch', 'mps-borough-recent', '--import'], '2026-03-02T12:00:00Z');
  expect(await vintages()).toEqual([
    'mps-borough 2026-03-02',
    'mps-borough 2026-03-01 17.45',
    'mps-borough 2026-03-01',
  ]);
});
