import { statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../../src/sources/index.ts';
import { importFiles } from '../../src/sources/service.ts';
import { differences, heldState, orphans } from './kills/held-state.ts';
import { withPlatform } from './kills/stores.ts';

// Imports files and fills the disk of the data folder but for some bytes when the import has got to a step; makes room and
// imports them again. Says in JSON what the first import was refused with, in what the records differ afterwards, and what
// the second came to.
//   node --import tsx import-on-full-disk.ts DATA_FOLDER STEP SPARE_BYTES FILE…
const [dataFolder = '', step = '', spare = '0', ...paths] = process.argv.slice(2);
const files = paths.map((path) => ({ path, name: basename(path) }));
const ballast = join(dataFolder, 'ballast');

let isFilled = false;

function fill(): void {
  if (isFilled) return;
  isFilled = true;
  const { bavail, bsize } = statfsSync(dataFolder);
  writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize - Number(spare), 0)));
}

const first = await withPlatform({ dataFolder, url: null }, async (platform) => {
  const before = await heldState(platform);
  const refused = await importFiles(platform, files, { vintage: 'full' }, (progress) => {
    if (progress.step === step) fill();
  }).then(
    () => null,
    (error: unknown) => error,
  );
  await rm(ballast);
  return { before, refused };
}).catch((error: unknown) => ({ before: null, refused: error }));
const said = await withPlatform({ dataFolder, url: null }, async (platform) => {
  const held = await heldState(platform);
  const { imports } = await importFiles(platform, files, { vintage: 'full' });
  return {
    isRefusal: first.refused instanceof Refusal,
    sentence:
      first.refused === null ? null : String(first.refused instanceof Error ? first.refused.message : first.refused),
    differences: first.before === null ? ['not seen'] : differences(first.before, held),
    rowsUsed: imports.map(({ rowsUsed }) => rowsUsed),
    unchanged: imports.every(({ unchanged }) => unchanged),
    orphans: await orphans(platform),
  };
});
process.stdout.write(`${JSON.stringify(said)}\n`);
