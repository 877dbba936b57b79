import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { openEngine } from './engine.ts';
import { tidy } from './tidy.ts';

it('vacuums the tables that lost many rows, and no others', async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'tidy-'));
  await cp(inject('recordsTemplate'), folder, { recursive: true });
  const engine = await openEngine(folder);
  await engine.run('reset role', []);
  for (const table of ['emptied', 'thinned', 'kept']) {
    await engine.run(`create table ${table} as select n from generate_series(1, 6000) as n`, []);
  }
  expect(await tidy(engine)).toEqual([]);
  await engine.run('delete from emptied where n > 2000', []);
  await engine.run('delete from thinned where n > 5900', []);
  expect(await tidy(engine)).toEqual(['public.emptied']);
  expect(await tidy(engine)).toEqual([]);
  await engine.close();
});
