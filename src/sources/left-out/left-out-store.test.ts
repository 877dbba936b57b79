import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, inject, it } from 'vitest';
import {
  leftOutIn,
  moveLeftOut,
  readLeftOut,
  readLeftOutOfImport,
  removeLeftOut,
  sweepLeftOut,
  writeLeftOut,
} from './left-out-store.ts';

const identity = '00000000-0000-4000-8000-000000000000';
let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(inject('runFolder'), 'left-out-'));
});

const all = { reason: null, file: 'wards.csv' };
const row = { line: 2, reason: 'no area', text: 'a,b' };
const kept = () => readdir(join(dataFolder, 'lake', identity, 'refused'));

async function lines(rows: AsyncIterable<{ line: number }> | null): Promise<number[]> {
  const found: number[] = [];
  for await (const { line } of rows ?? []) found.push(line);
  return found;
}

it('writes the rows of each file that has any, and reads them where they are moved', async () => {
  const staging = join(dataFolder, 'staging');
  const written = join(dataFolder, 'written.csv');
  await writeFile(written, 'line,reason,text\n7,no month,"a,b"\n');
  const paths = await writeLeftOut(staging, [
    { sha256: 'a', name: 'wards.csv', rows: { kind: 'rows', rows: [row] } },
    { sha256: 'b', name: 'whole.csv', rows: { kind: 'rows', rows: [] } },
    { sha256: 'c', name: 'street.zip', rows: { kind: 'file', path: written } },
  ]);
  expect([...paths.keys()]).toEqual(['a', 'c']);
  expect(await lines(await readLeftOut(leftOutIn(staging, 'a'), all))).toEqual([2]);
  expect(await readLeftOut(leftOutIn(staging, 'b'), all)).toBeNull();
  await moveLeftOut(dataFolder, paths.get('c') ?? '', { identity, importId: '7' });
  expect(await lines(await readLeftOutOfImport(dataFolder, { identity, importId: '7' }, all))).toEqual([7]);
  expect(await readLeftOutOfImport(dataFolder, { identity, importId: '8' }, all)).toBeNull();
});

it('removes those of an import that was taken back, and sweeps those that no import owns', async () => {
  for (const importId of ['7', '8', '9']) {
    const paths = await writeLeftOut(dataFolder, [{ sha256: 'a', name: 'x', rows: { kind: 'rows', rows: [row] } }]);
    await moveLeftOut(dataFolder, paths.get('a') ?? '', { identity, importId });
  }
  await removeLeftOut(dataFolder, identity, ['7', '12']);
  expect(await kept()).toEqual(['import-8.csv', 'import-9.csv']);
  await sweepLeftOut(dataFolder, identity, new Set(['9', '10']));
  expect(await kept()).toEqual(['import-9.csv']);
  await sweepLeftOut(dataFolder, '00000000-0000-4000-8000-000000000001', new Set());
  expect(await kept(), 'another database’s').toEqual(['import-9.csv']);
});
