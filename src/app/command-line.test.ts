import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { emptyDataFolder } from '../../test/builders/records.ts';
import { runCommandLine } from './command-line.ts';
import { runningAddress } from './running-address.ts';
import { serve } from './serve.ts';

async function run(...args: string[]) {
  const said = { lines: [] as string[], errors: [] as string[], exitCode: 0 };
  await runCommandLine({
    args,
    env: {},
    ended: Promise.resolve(),
    output: {
      line: (text) => said.lines.push(text),
      json: () => undefined,
      error: (sentence) => said.errors.push(sentence),
      exitCode: (code) => {
        said.exitCode = code;
      },
    },
  });
  return said;
}

it('refuses a data folder that is not there, and makes none', async () => {
  const folder = join(await mkdtemp(join(inject('runFolder'), 'mistyped-')), 'dta');
  expect(await run('--data', folder, 'user', 'list')).toEqual({
    lines: [],
    errors: [`There is no folder ${folder}: name the data folder with --data, or begin one with "wardroom start".`],
    exitCode: 2,
  });
  expect(existsSync(folder)).toBe(false);
});

it('prints links that lead to the server that runs, and forgets it when it is closed', async () => {
  const dataFolder = await emptyDataFolder();
  const server = await serve({
    dataFolder,
    databaseUrl: null,
    host: '127.0.0.1',
    port: 0,
    operator: 'test',
    demonstration: false,
  });
  try {
    const added = await run('--data', dataFolder, 'user', 'add', 'ada@example.gov.uk', '--name', 'Ada First');
    expect(added.errors).toEqual([]);
    expect(added.lines.at(-1)).toMatch(new RegExp(`^${server.address}/link/`));
  } finally {
    await server.close();
  }
  expect(runningAddress(dataFolder)).toBeNull();
});

it('takes no address from a server that was killed, or from what is no note', async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'noted-'));
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const note = (content: unknown) => writeFile(join(folder, 'server.json'), JSON.stringify(content));
  await note({ address: 'http://127.0.0.1:4000', pid });
  expect(runningAddress(folder)).toBeNull();
  await note({ address: 'http://127.0.0.1:4000', pid: process.pid });
  expect(runningAddress(folder)).toBe('http://127.0.0.1:4000');
  await note('http://127.0.0.1:4000');
  expect(runningAddress(folder)).toBeNull();
});
