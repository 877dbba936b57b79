import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import type { Records } from './index.ts';

const seen = async (records: Records) =>
  (
    await sql`select current_user as role, platform.acting_person() as person, platform.is_wardroom() as wardroom`.execute(
      records,
    )
  ).rows[0];
const anna = JSON.stringify({ person: "person:o'neil\\", may: [['imports', 'write', 'everywhere']] });
const addUnit = (records: Records) => sql`insert into sources.lake_identity default values`.execute(records);

describeStores('who acts', (open) => {
  it('is nobody outside a transaction, and the person of the claim inside one', async () => {
    const { database, close } = await open();
    const records = database.actingAs(anna);
    const nobody = { role: 'wardroom_app', person: null, wardroom: false };
    expect(await seen(records)).toEqual(nobody);
    expect(await records.transaction().execute(seen)).toEqual({ ...nobody, person: "person:o'neil\\" });
    expect(await seen(records)).toEqual(nobody);
    expect(await database.records.transaction().execute(seen)).toEqual(nobody);
    await close();
  });

  it('is forgotten with a transaction that fails, too', async () => {
    const { database, close } = await open();
    const records = database.actingAs(anna);
    await expect(records.transaction().execute((trx) => sql`select 1 / 0`.execute(trx))).rejects.toThrow();
    await Promise.all(
      Array.from({ length: 20 }, async () => expect(await seen(records)).toMatchObject({ person: null })),
    );
    await close();
  });

  it('is Wardroom itself where it says so, by statement and by transaction', async () => {
    const { database, close } = await open();
    expect(await seen(database.system)).toMatchObject({ wardroom: true });
    expect(await database.system.transaction().execute(seen)).toMatchObject({ wardroom: true });
    expect(await seen(database.records)).toMatchObject({ role: 'wardroom_app', wardroom: false });
    await close();
  });

  it('is not made Wardroom by the setting of its transactions alone', async () => {
    const { database, close } = await open();
    const trying = database.records.transaction().execute(async (trx) => {
      await sql`set local wardroom.system = 'on'`.execute(trx);
      return seen(trx);
    });
    expect(await trying).toMatchObject({ wardroom: false });
    await close();
  });

  it('writes public statistics in a transaction of who may import, and nowhere else', async () => {
    const { database, close } = await open();
    const acting = database.actingAs(anna);
    const refused = 'row-level security';
    await expect(addUnit(acting)).rejects.toThrow(refused);
    await expect(database.records.transaction().execute(addUnit)).rejects.toThrow(refused);
    const reader = database.actingAs(JSON.stringify({ person: 'person:b', may: [['imports', 'read', 'everywhere']] }));
    await expect(reader.transaction().execute(addUnit)).rejects.toThrow(refused);
    await acting.transaction().execute(addUnit);
    expect((await sql`select 1 as one from sources.lake_identity`.execute(database.records)).rows).toHaveLength(1);
    await close();
  });

  it('may not lay out tables, nor say which migrations have run', async () => {
    const { database, close } = await open();
    await expect(sql`create table public.mine (a int)`.execute(database.records)).rejects.toThrow('permission denied');
    await expect(sql`delete from public.migration`.execute(database.records)).rejects.toThrow('permission denied');
    await close();
  });
});
