import { expect, it } from 'vitest';
import { Refusal } from '../model.ts';
import { type EntryMonth, monthsWriter } from './write-months-importer.ts';

const month = (entry: number, force: string, at: EntryMonth['month'], rows = 1): EntryMonth => ({
  ...{ entry, force, rows },
  month: at,
});
const names = ['first.csv', 'second.csv'];
const nameOf = (entry: number) => names[entry];

it('writes a file for each month of a force and says which it wrote, in order', async () => {
  const writer = monthsWriter('archive.zip', 'lake');
  const paths: string[] = [];
  const write = async (_: EntryMonth, path: string) => void paths.push(path);
  const batch = [month(0, 'metropolitan', '2024-02', 5), month(1, 'btp', '2024-02', 3)];
  await writer.add(batch, nameOf, write);
  await writer.add([month(0, 'metropolitan', '2024-01', 7)], nameOf, write);
  expect(paths).toEqual([
    'lake/metropolitan-2024-02.parquet',
    'lake/btp-2024-02.parquet',
    'lake/metropolitan-2024-01.parquet',
  ]);
  expect([...writer.months()]).toEqual([
    ['btp', ['2024-02']],
    ['metropolitan', ['2024-01', '2024-02']],
  ]);
  expect(writer.files()).toEqual([
    { path: 'btp-2024-02.parquet', rows: 3 },
    { path: 'metropolitan-2024-01.parquet', rows: 7 },
    { path: 'metropolitan-2024-02.parquet', rows: 5 },
  ]);
  expect(batch).toHaveLength(2);
});

it('refuses a month of a force that another batch had, and writes nothing of that batch', async () => {
  const writer = monthsWriter('archive.zip', 'lake');
  const paths: string[] = [];
  const write = async (_: EntryMonth, path: string) => void paths.push(path);
  await writer.add([month(0, 'metropolitan', '2024-01')], nameOf, write);
  const again = writer.add([month(0, 'btp', '2024-01'), month(1, 'metropolitan', '2024-01')], nameOf, write);
  await expect(again).rejects.toThrow(
    new Refusal('"archive.zip" holds 2024-01 of metropolitan more than once (again in second.csv): keep one of them.'),
  );
  expect(paths).toEqual(['lake/metropolitan-2024-01.parquet']);
});

it('writes two months at a time', async () => {
  let running = 0;
  let most = 0;
  const months = (['2024-01', '2024-02', '2024-03', '2024-04'] as const).map((each) => month(0, 'btp', each));
  await monthsWriter('archive.zip', 'lake').add(months, nameOf, async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  });
  expect(most).toBe(2);
});
