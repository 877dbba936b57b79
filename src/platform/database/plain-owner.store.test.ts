import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { administer, askedFor, type ServerNotice } from '../../../test/server-postgresql.ts';
import { claimOf } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { openDatabase } from './index.ts';

/** A login of its own that is no superuser, as a hosting company gives one, and its database. */
async function plainDatabase(rights: string): Promise<{ url: string; drop(): Promise<void> }> {
  const file = inject('serverNotice') ?? '';
  await writeFile(askedFor(file), '');
  let notice: ServerNotice | null = null;
  for (let attempt = 0; notice === null && attempt < 300; attempt += 1) {
    notice = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as ServerNotice,
      () => null,
    );
    if (notice === null) await pause(100);
  }
  const admin = notice?.url ?? '';
  const name = `plain_${randomBytes(5).toString('hex')}`;
  await administer(admin, `create role ${name} login password '${name}' ${rights}`);
  await administer(admin, `create database ${name} owner ${name}`);
  const url = new URL(admin);
  url.username = name;
  url.password = name;
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await administer(admin, `drop database ${name} with (force)`);
      await administer(admin, `drop role ${name}`);
    },
  };
}

describe.skipIf(inject('serverNotice') === null)('records whose owner is no superuser', () => {
  it('are laid out, audited and kept from strangers all the same', async () => {
    const { url, drop } = await plainDatabase('createrole');
    const database = await openDatabase({ dataFolder: '/nowhere', databaseUrl: url });
    const addImports = (principal: Parameters<typeof claimOf>[0]) =>
      database
        .actingAs(claimOf(principal))
        .transaction()
        .execute(async (trx) => {
          await sql`insert into sources.lake_identity default values`.execute(trx);
          await recordAudit(trx, { actor: 'cli:anna', action: 'sources.import', subject: 'one' });
        });
    await expect(addImports({ kind: 'visitor' })).rejects.toThrow('row-level security');
    await addImports({ kind: 'operator', name: 'anna', as: null });
    expect((await sql`select seq, subject from platform.audit`.execute(database.system)).rows).toEqual([
      { seq: 1, subject: 'one' },
    ]);
    expect((await sql`select seq from platform.audit`.execute(database.records)).rows).toEqual([]);
    await database.close();
    await drop();
  });

  it('cannot be taken over from a login that owns nothing, whatever a statement sets', async () => {
    const { url, drop } = await plainDatabase('createrole');
    const owner = await openDatabase({ dataFolder: '/nowhere', databaseUrl: url });
    const app = new URL(url);
    app.username = `${app.username}_app`;
    await sql
      .raw(`create role ${app.username} login password '${app.password}' in role wardroom_app`)
      .execute(owner.system);
    await owner.close();
    const database = await openDatabase({ dataFolder: '/nowhere', databaseUrl: url, databaseAppUrl: app.href });
    await database.system
      .transaction()
      .execute((trx) => recordAudit(trx, { actor: 'wardroom', action: 'sources.import', subject: 'one' }));
    const seen = await database.records.transaction().execute(async (trx) => {
      await sql`select set_config('role', 'none', true), set_config('wardroom.system', 'on', true)`.execute(trx);
      return sql`select platform.is_wardroom() as wardroom, (select count(*) from platform.audit) as entries`.execute(
        trx,
      );
    });
    expect(seen.rows).toEqual([{ wardroom: false, entries: 0 }]);
    expect((await sql`select count(*) as entries from platform.audit`.execute(database.system)).rows).toEqual([
      { entries: 1 },
    ]);
    await database.close();
    const again = await openDatabase({ dataFolder: '/nowhere', databaseUrl: url });
    await sql.raw(`drop role ${app.username}`).execute(again.system);
    await again.close();
    await drop();
  });

  it('say which line the server’s administrator must run, where the role cannot be taken on', async () => {
    const { url, drop } = await plainDatabase('');
    await expect(openDatabase({ dataFolder: '/nowhere', databaseUrl: url })).rejects.toThrow(
      /administrator must first run: create role wardroom_app nologin; grant wardroom_app to plain_/,
    );
    await drop();
  });
});
