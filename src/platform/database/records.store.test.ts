import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { type Records, StatementError } from './index.ts';

const write = (records: Records, subject: string) =>
  sql`insert into public.note (subject) values (${subject})`.execute(records);

const subjects = async (records: Records) => {
  const kept = await sql<{ subject: string }>`select subject from public.note order by id`.execute(records);
  return kept.rows.map((row) => row.subject);
};

describeStores('the records', (openEmpty) => {
  const open = async () => {
    const opened = await openEmpty();
    await sql`create table if not exists public.note (id int generated always as identity, subject text)`.execute(
      opened.records,
    );
    return opened;
  };

  it('give back what was put in, by the same rules wherever they are', async () => {
    const { records, close } = await open();
    const given = {
      text: 'O’Brien "x" \\ {}',
      number: 0.1,
      whole: 12,
      day: '2025-03-30',
      instant: new Date('2025-03-30T00:30:00.000Z'),
      truth: true,
      nothing: null,
      series: [1, 2.5, null],
      names: ['a,b', 'c"d', null],
      shape: { rings: [[1, 2]] },
      list: [{ a: 1 }, 'b'],
      bytes: new Uint8Array([0, 255]),
    };
    const answer = await sql`select ${given.text}::text as text, ${given.number}::float8 as number,
      ${given.whole}::bigint as whole, ${given.day}::date as day, ${given.instant}::timestamptz as instant,
      ${given.truth}::boolean as truth, ${given.nothing}::text as nothing, ${given.series}::float8[] as series,
      ${given.names}::text[] as names, ${given.shape}::jsonb as shape, ${JSON.stringify(given.list)}::jsonb as list,
      ${given.bytes}::bytea as bytes`.execute(records);
    const [row] = answer.rows as [typeof given];
    expect({ ...row, bytes: new Uint8Array(row.bytes) }).toEqual(given);
    await close();
  });

  it('count a sum of whole numbers as a number, and a column of arrays as lists', async () => {
    const { records, close } = await open();
    const answer = await sql`select sum(v) as total, count(*) as count, array_agg(v order by v) as all
      from unnest(${[3, 1, 2]}::bigint[]) as v`.execute(records);
    expect(answer.rows).toEqual([{ total: 6, count: 3, all: [1, 2, 3] }]);
    await close();
  });

  it('say how many rows a write touched', async () => {
    const { records, close } = await open();
    await write(records, 'one');
    await write(records, 'two');
    const changed = await sql`update public.note set subject = 'other'`.execute(records);
    expect(changed.numAffectedRows).toBe(2n);
    const read = await sql`select 1`.execute(records);
    expect(read.numAffectedRows).toBeUndefined();
    await close();
  });

  it('keep all of a transaction', async () => {
    const { records, close } = await open();
    await records.transaction().execute(async (trx) => {
      await write(trx, 'one');
      await write(trx, 'two');
    });
    expect(await subjects(records)).toEqual(['one', 'two']);
    await close();
  });

  it('keep nothing of a transaction that throws', async () => {
    const { records, close } = await open();
    const failing = records.transaction().execute(async (trx) => {
      await write(trx, 'one');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await subjects(records)).toEqual([]);
    await close();
  });

  it('never call a transaction saved when one of its statements failed, even if the failure was swallowed', async () => {
    const { records, close } = await open();
    const swallowing = records.transaction().execute(async (trx) => {
      await write(trx, 'one');
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('nothing was saved');
    expect(await subjects(records)).toEqual([]);
    await close();
  });

  it('take a transaction’s statements that are asked for side by side', async () => {
    const { records, close } = await open();
    await records.transaction().execute(async (trx) => {
      await Promise.all(['one', 'two', 'three'].map((subject) => write(trx, subject)));
    });
    expect(await subjects(records)).toEqual(['one', 'two', 'three']);
    await close();
  });

  it('keep two transactions apart', async () => {
    const { records, close } = await open();
    const add = () =>
      records.transaction().execute(async (trx) => {
        await sql`lock table public.note in exclusive mode`.execute(trx);
        const before = (await subjects(trx)).length;
        await write(trx, `after ${before}`);
      });
    await Promise.all([add(), add(), add()]);
    expect(await subjects(records)).toEqual(['after 0', 'after 1', 'after 2']);
    await close();
  });

  it('say what PostgreSQL says of a refused statement, with its code, and nothing of the driver', async () => {
    const { records, close } = await open();
    await sql`insert into organisation.command_unit values ('A', 'B', 'C')`.execute(records);
    const twice = sql`insert into organisation.command_unit values ('A', 'B', 'C')`.execute(records);
    const error = await twice.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StatementError);
    expect({ ...(error as StatementError) }).toEqual({
      name: 'StatementError',
      code: '23505',
      detail: 'Key (name)=(A) already exists.',
      constraint: 'command_unit_pkey',
    });
    expect((error as StatementError).message).toBe(
      'duplicate key value violates unique constraint "command_unit_pkey"',
    );
    await close();
  });

  it('go on after a refused statement', async () => {
    const { records, close } = await open();
    await expect(sql`select nothing`.execute(records)).rejects.toThrow('nothing');
    await write(records, 'one');
    expect(await subjects(records)).toEqual(['one']);
    await close();
  });

  it('take a parameter of five megabytes', async () => {
    const { records, close } = await open();
    const series = Array.from({ length: 500_000 }, (_, index) => index + 0.25);
    const answer = await sql`select cardinality(v) as count, v[500000] as last, v
      from (select ${series}::float8[] as v) as given`.execute(records);
    const [row] = answer.rows as [{ count: number; last: number; v: number[] }];
    expect(row.count).toBe(500_000);
    expect(row.last).toBe(499_999.25);
    expect(row.v[499_999]).toBe(499_999.25);
    await close();
  });
});
