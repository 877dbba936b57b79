import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { APP_ROLE } from './app-role.ts';
import { databaseOn } from './index.ts';
import { serverConnections } from './server.ts';

const CLAIM = JSON.stringify({ person: null, may: [] });
const sleep = sql`select pg_sleep(0.5)`;

/** The embedded records cannot be interrupted. */
describeStores(
  'a statement that takes too long',
  (open) => {
    it('is ended on a server; Wardroom’s own work and patient work are not', async () => {
      const { records, close } = await open();
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(records);
      const notice = JSON.parse(await readFile(inject('serverNotice') ?? '', 'utf8')) as { url: string };
      const url = new URL(notice.url);
      url.pathname = `/${rows[0]?.name}`;
      const limited = databaseOn(serverConnections(url.href, APP_ROLE, 100), 'server');
      const inTransaction = (handle: typeof records) => handle.transaction().execute((trx) => sleep.execute(trx));
      await expect(sleep.execute(limited.records)).rejects.toThrow('statement timeout');
      await expect(inTransaction(limited.actingAs(CLAIM))).rejects.toThrow('statement timeout');
      await expect(inTransaction(limited.actingAs(CLAIM, true))).resolves.toBeDefined();
      await expect(sleep.execute(limited.system)).resolves.toBeDefined();
      await expect(inTransaction(limited.actingAs(CLAIM))).rejects.toThrow('statement timeout');
      await limited.close();
      await close();
    });
  },
  { onlyOnServer: true },
);
