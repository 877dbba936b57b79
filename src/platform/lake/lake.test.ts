import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Lake, LakeError, openLake } from './index.ts';

let folder = '';
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(inject('runFolder'), 'lake-'));
  lake = await openLake(folder);
});

afterEach(async () => {
  await lake.close();
  await rm(folder, { recursive: true });
});

describe('the lake', () => {
  it('gives rows whose whole numbers are numbers, whatever DuckDB counts them in', async () => {
    const rows = await lake.query(`
      select 3::bigint as big, 4::hugeint as huge, 5::integer as small, 1.25::decimal(10, 2) as money,
        count(*) as count, [6::bigint] as list, {'inside': 7::bigint} as struct, null as nothing`);
    expect(rows).toEqual([
      { big: 3, huge: 4, small: 5, money: 1.25, count: 1, list: [6], struct: { inside: 7 }, nothing: null },
    ]);
  });

  it('refuses a whole number that would lose digits', async () => {
    await expect(lake.query('select 9007199254740993::bigint as big')).rejects.toThrow('cast it to varchar');
  });

  it('gives a date as its text and a timestamp as a Date', async () => {
    const rows = await lake.query(`select date '2024-02-29' as day, timestamp '2024-02-29 13:30:00' as moment`);
    expect(rows).toEqual([{ day: '2024-02-29', moment: new Date('2024-02-29T13:30:00Z') }]);
  });

  it('takes parameters', async () => {
    const rows = await lake.query('select $1 || $2 as joined, $3::integer as number', ['it', "'s", 4]);
    expect(rows).toEqual([{ joined: "it's", number: 4 }]);
  });

  it('gives columns as lists', async () => {
    const columns = await lake.columns('select range as n, range::varchar as text from range(3) order by n');
    expect(columns).toEqual({ n: [0, 1, 2], text: ['0', '1', '2'] });
  });

  it('takes typed columns over more than one of DuckDB’s chunks, in order', async () => {
    const count = 5000;
    await lake.query('create table point (x integer, share double, ward varchar, inside boolean)');
    await lake.append('point', [
      { type: 'integer', values: Int32Array.from({ length: count }, (_, i) => i) },
      { type: 'double', values: Float64Array.from({ length: count }, (_, i) => i / 8) },
      { type: 'varchar', values: Array.from({ length: count }, (_, i) => (i === 7 ? null : `E${i}`)) },
      { type: 'boolean', values: Array.from({ length: count }, (_, i) => i % 2 === 0) },
    ]);
    const [totals] = await lake.query(
      'select count(*) as n, sum(x) as x, sum(share) as share, count(ward) as wards, count_if(inside) as inside from point',
    );
    expect(totals).toEqual({ n: count, x: 12_497_500, share: 1_562_187.5, wards: 4999, inside: 2500 });
    const last = await lake.query('select * from point where x = 4999');
    expect(last).toEqual([{ x: 4999, share: 624.875, ward: 'E4999', inside: false }]);
  });

  it('refuses columns of different lengths', async () => {
    await lake.query('create table pair (a integer, b integer)');
    const columns = [
      { type: 'integer', values: [1, 2] },
      { type: 'integer', values: [1] },
    ] as const;
    await expect(lake.append('pair', columns)).rejects.toThrow('differ in length');
  });

  it('writes and reads Parquet and reads CSV', async () => {
    const csv = join(folder, 'in.csv');
    const parquet = join(folder, 'out', 'a.parquet');
    await mkdir(join(folder, 'out'));
    await writeFile(csv, 'ward,count\nE05013653,3\nE05013654,4\n');
    await lake.query(`copy (select * from read_csv('${csv}')) to '${parquet}' (format parquet, compression zstd)`);
    const rows = await lake.query('select sum(count) as total from read_parquet($1)', [parquet]);
    expect(rows).toEqual([{ total: 7 }]);
  });

  it('runs statements side by side, and one after another on one connection with its temporary tables', async () => {
    await lake.query('create temporary table kept as select 1 as a');
    const both = await Promise.all([lake.query('select 1 as n'), lake.query('select 2 as n')]);
    expect(both).toEqual([[{ n: 1 }], [{ n: 2 }]]);
    expect(await lake.query('select a from kept')).toEqual([{ a: 1 }]);
  });

  it('names what is wrong with a statement', async () => {
    await expect(lake.query('select * from nowhere')).rejects.toThrow(LakeError);
    await expect(lake.query('select * from nowhere')).rejects.toThrow('nowhere');
  });

  it('fetches nothing and cannot be told to', async () => {
    await expect(lake.query("select * from 'https://127.0.0.1:9/a.parquet'")).rejects.toThrow(/httpfs|extension/i);
    await expect(lake.query('set autoload_known_extensions = true')).rejects.toThrow('locked');
  });

  it('spills what does not fit its memory, under the folder, and clears it away', async () => {
    const small = await openLake(folder, { memoryMegabytes: 30, threads: 1 });
    // About 80 MB of text to sort within 30 MB.
    const sorted = await small.query(`
      select count(*) as n from (
        select repeat(md5(range::varchar), 2) as text, row_number() over (order by md5(range::varchar)) as turn
        from range(400000)) where turn > 0 and text <> ''`);
    expect(sorted).toEqual([{ n: 400_000 }]);
    await small.close();
    const left = (await readdir(folder)).filter((name) => name.startsWith('lake-spill-'));
    expect(left).toHaveLength(1); // that of the lake which is still open
  });
});
