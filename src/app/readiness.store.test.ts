import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../test/builders/records.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { readinessOf } from './readiness-service.ts';

describeStores('what a server needs', (open) => {
  it('works, and trying it leaves nothing behind', async () => {
    const { records, database, close } = await open();
    const dataFolder = await mkdtemp(join(tmpdir(), 'wardroom-ready-'));
    const system = { ...testPlatform(database, { dataFolder }), records };
    expect(await readinessOf(system)()).toBeNull();
    expect(await readdir(dataFolder)).toEqual([]);
    const { rows } = await sql<{ kept: number }>`select count(*)::int as kept from platform.audit`.execute(records);
    expect(rows[0]?.kept).toBe(0);
    await rm(dataFolder, { recursive: true });
    expect(await readinessOf(system)()).toMatchObject({ part: 'disk' });
    await close();
  });

  it('is told apart: an audit that takes nothing', async () => {
    const { records, database, close } = await open();
    const system = { ...testPlatform(database), records, actor: 'no text \0' };
    expect(await readinessOf(system)()).toMatchObject({ part: 'audit' });
    await close();
  });
});
