import { copyFile, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { recordsDialect } from '../database/dialect.ts';
import { openEngine } from '../database/embedded/engine.ts';
import { engineConnections } from '../database/embedded/engine-connections.ts';
import type { Records } from '../database/index.ts';
import { migrate } from '../database/migrate.ts';
import { readChainPage } from './chain-store.ts';
import { checkEnd, checkEntries, NOTHING_CHECKED } from './check-chain.ts';

it('takes entries from before the chain into it in their order, whatever their times', async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'carry-over-'));
  const before = join(folder, 'migrations');
  await mkdir(before);
  const all = fileURLToPath(new URL('../../../migrations/', import.meta.url));
  const older = (await readdir(all)).filter((name) => name < '0014');
  for (const name of older) await copyFile(join(all, name), join(before, name));
  const records: Records = new Kysely({
    dialect: recordsDialect(engineConnections(await openEngine(join(folder, 'records'))), { kind: 'system' }),
  });
  await migrate(records, pathToFileURL(`${before}/`));
  await sql`insert into platform.audit (at, actor, action, subject, detail) values
    ('2026-01-01T10:00:00.123456Z', 'cli:anna', 'sources.import', 'may', '{"z": [1], "a": "é"}'),
    ('2026-01-01T09:00:00Z', 'cli:ben', 'allocation.adopt-plan', 'Central North', '{}')`.execute(records);
  await migrate(records);
  const { entries, latest } = await readChainPage(records, 0, 10);
  expect(entries.map(({ at, module, content }) => [at, module, content?.actor, content?.detail])).toEqual([
    [1_767_261_600_123_456, 'imports', 'cli:anna', '{"a": "é", "z": [1]}'],
    [1_767_261_600_123_456, 'allocation', 'cli:ben', '{}'],
  ]);
  expect(checkEnd(checkEntries(NOTHING_CHECKED, entries, new Map()), latest, []).broken).toBeNull();
  await records.destroy();
});
