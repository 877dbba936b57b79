import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, inject, it } from 'vitest';
import { type Engine, openEngine } from './engine.ts';

const endless = 'create function endless(i int) returns int language plpgsql as $$ begin return endless(i + 1); end $$';
let engine: Engine;

beforeEach(async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'engine-'));
  await cp(inject('recordsTemplate'), folder, { recursive: true });
  engine = await openEngine(folder);
  await engine.run('reset role', []);
});

it('answers a text without a statement with nothing', async () => {
  for (const sql of ['', ' ;\n', '-- a remark', '/* a\nremark */ ;']) {
    expect(await engine.run(sql, [])).toEqual({ rows: [], affectedRows: null, command: '' });
  }
  await engine.close();
});

it('refuses a statement that goes too deep, and goes on', async () => {
  await engine.run(endless, []);
  await expect(engine.run('select endless(1)', [])).rejects.toMatchObject({
    name: 'StatementError',
    message: 'stack depth limit exceeded',
  });
  expect((await engine.run('select 1 as one', [])).rows).toEqual([{ one: 1 }]);
  await engine.close();
});

it('never takes silence for an answer when it broke down', async () => {
  await engine.run(endless, []);
  await engine.run("set max_stack_depth = '7MB'", []);
  const broken = { name: 'RecordsUnavailable', message: expect.stringContaining('broke down') };
  await expect(engine.run('select endless(1)', [])).rejects.toMatchObject(broken);
  await expect(engine.run("insert into organisation.command_unit values ('', '', '')", [])).rejects.toThrow();
});
