import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { insertRows, type Records } from './index.ts';

const makeTable = (records: Records) =>
  sql`create table if not exists public.sample
    (id bigint primary key, name text, series double precision[], detail jsonb, at timestamptz)`.execute(records);
const columns = {
  id: 'bigint',
  name: 'text',
  series: 'double precision[]',
  detail: 'jsonb',
  at: 'timestamptz',
} as const;
const at = new Date('2025-01-02T03:04:05.678Z');

describeStores('insertRows', (open) => {
  it('keeps every kind of value as given', async () => {
    const { records, close } = await open();
    await makeTable(records);
    const rows = [
      { id: 1, name: 'St Mary’s, "x" \\ {y}', series: [1, 2.5, null], detail: { a: [1] }, at },
      { id: 2, name: null, series: [], detail: '[1, "two"]', at: null },
      { id: 3, name: '', series: new Float64Array([0.1]), detail: null, at },
    ];
    expect(await insertRows(records, 'public.sample', columns, rows)).toBe(3);
    const kept = await sql`select * from public.sample order by id`.execute(records);
    expect(kept.rows).toEqual([rows[0], { ...rows[1], detail: [1, 'two'] }, { ...rows[2], series: [0.1] }]);
    await close();
  });

  it('inserts more than one batch of rows, and of text', async () => {
    const { records, close } = await open();
    await makeTable(records);
    const wide = 'x'.repeat(100_000);
    const rows = function* () {
      for (let id = 1; id <= 12_345; id += 1) {
        yield { id, name: id <= 60 ? wide : 'n', series: [id], detail: null, at };
      }
    };
    expect(await insertRows(records, 'public.sample', columns, rows())).toBe(12_345);
    const totals = await sql`select count(*) as count, sum(id) as ids, sum(series[1]) as series,
      sum(length(name)) as text from public.sample`.execute(records);
    expect(totals.rows).toEqual([{ count: 12_345, ids: 76_205_685, series: 76_205_685, text: 6_000_000 + 12_285 }]);
    await close();
  });

  it('inserts nothing of a transaction in which one row is refused', async () => {
    const { records, close } = await open();
    await makeTable(records);
    const rows = [1, 2, 1].map((id) => ({ id, name: 'n', series: [], detail: null, at }));
    const inserting = records.transaction().execute((trx) => insertRows(trx, 'public.sample', columns, rows));
    await expect(inserting).rejects.toThrow('duplicate key');
    expect((await sql`select id from public.sample`.execute(records)).rows).toEqual([]);
    await close();
  });

  it('asks nothing of PostgreSQL for no rows', async () => {
    const { records, close } = await open();
    expect(await insertRows(records, 'no.such_table', { id: 'bigint' }, [])).toBe(0);
    await close();
  });
});
