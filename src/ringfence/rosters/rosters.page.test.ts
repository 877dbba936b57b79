import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import {
  type RingfencePerson,
  type RingfenceRecords,
  ringfencePrincipal,
  ringfenceRecords,
} from '../../../test/builders/ringfence-records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { rosterCommands } from './roster-commands.ts';
import { rostersRoutes } from './rosters-routes.tsx';

let pages: PageServer;
let kept: RingfenceRecords;
beforeAll(async () => {
  pages = await pageServer((server) => rostersRoutes(server));
  kept = await ringfenceRecords(pages.database);
});
afterAll(() => pages?.close());

const as = (who: RingfencePerson) => pages.as(ringfencePrincipal(who));
const roster = (name: string, ...rows: string[]) => [
  { name, bytes: ['officer,day,start,end,code,ward', ...rows, ''].join('\r\n') },
];
const waiting = () => readdir(join(pages.platform.dataFolder, 'rosters'));

it('shows what a roster would change, and changes it once it is confirmed', async () => {
  const sergeant = as('sergeant');
  const files = roster(
    'week.csv',
    'BLO-1,2026-03-11,07:00,15:00,WARD,',
    'BLO-2,2026-03-11,,,SICK,',
    'BUN-1,2026-03-11,07:00,15:00,<b>,',
  );
  const sent = await sergeant.postFiles('/ringfence/rosters', files);
  expect(sent.statusCode).toBe(303);
  const address = String(sent.headers.location);
  const [file = ''] = await waiting();
  expect(await readFile(join(pages.platform.dataFolder, 'rosters', file), 'utf8')).not.toMatch(/sick/i);

  const preview = await sergeant.get(address);
  expect(preview.body).toContain('What week.csv would change');
  expect(preview.body).toContain('Its code is not in the list');
  const digest = /name="digest" value="([0-9a-f]{64})"/.exec(preview.body)?.[1] ?? '';
  expect((await as('inspector').get(address)).statusCode).toBe(404);
  expect((await sergeant.post(address, { digest: 'e'.repeat(64) })).statusCode).toBe(409);

  const done = await sergeant.post(address, { digest });
  expect(done.statusCode).toBe(303);
  const page = await sergeant.get(String(done.headers.location));
  expect(page.body).toContain('The roster is taken in.');
  expect(await waiting()).toEqual([]);
  const number = /rosters\/(\d+)/.exec(String(done.headers.location))?.[1];
  expect((await sergeant.post(`/ringfence/rosters/${number}/settle`, { line: '4' })).statusCode).toBe(303);
  expect((await sergeant.get(`/ringfence/rosters/${number}`)).body).toContain('10 March 2026 at 12:00');

  const again = await sergeant.postFiles('/ringfence/rosters', files);
  expect([again.statusCode, again.body]).toEqual([
    400,
    expect.stringContaining('week.csv was taken in on 10 March 2026; nothing changed.'),
  ]);
});

it('refuses a file of which nothing can be used, with its lines, and keeps none of it', async () => {
  const sergeant = as('sergeant');
  const none = await sergeant.postFiles('/ringfence/rosters', roster('none.csv', 'X,2026-03-11,07:00,15:00,WARD,'));
  expect([none.statusCode, none.body]).toEqual([400, expect.stringContaining('No row of it can be used')]);
  expect(none.body).toContain('There is no officer X');
  const headless = await sergeant.postFiles('/ringfence/rosters', [{ name: 'a.csv', bytes: 'a,b\n1,2' }]);
  expect(headless.body).toContain('It lacks the columns officer, day, start, end, code');
  expect((await sergeant.postFiles('/ringfence/rosters', [])).body).toContain('Choose a roster');
  expect(await waiting()).toEqual([]);
});

it('lets a roster be thrown away, and is for sergeants and inspectors', async () => {
  const sergeant = as('sergeant');
  const sent = await sergeant.postFiles('/ringfence/rosters', roster('away.csv', 'BLO-1,2026-03-12,07:00,15:00,WARD,'));
  expect((await sergeant.post(`${sent.headers.location}/discard`)).statusCode).toBe(303);
  expect((await sergeant.get(String(sent.headers.location))).statusCode).toBe(404);
  expect((await as('officer').get('/ringfence/rosters')).statusCode).toBe(403);
  expect((await as('analyst').get('/ringfence/rosters')).statusCode).toBe(403);
  expect((await sergeant.get('/ringfence/rosters/99')).statusCode).toBe(404);
  expect((await sergeant.get('/ringfence/rosters/what')).statusCode).toBe(404);
  expect((await sergeant.get('/ringfence/rosters')).body).toContain('week.csv');
  expect(pages.faults).toEqual([]);
  expect(kept.officers['BLO-1']).toBeGreaterThan(0);
});

it('is taken in at the command line too: 0 done, 1 with rows held back or refused, 2 wrong usage', async () => {
  const folder = await mkdtemp(join(pages.platform.dataFolder, 'files-'));
  const [good = '', bad = ''] = ['good.csv', 'bad.csv'].map((name) => join(folder, name));
  await writeFile(good, 'officer,day,start,end,code\nHOL-1,2026-03-12,07:00,15:00,WARD\n');
  await writeFile(
    bad,
    'officer,day,start,end,code\nHOL-1,2026-03-13,07:00,15:00,WARD\nHOL-1,2026-03-14,07:00,15:00,WRD\n',
  );
  const run = (...args: string[]) =>
    runCommands((program, open, output) => rosterCommands(program, { open, output }), kept.as('inspector'), [
      'roster',
      ...args,
    ]);
  const tried = await run(good, '--dry-run');
  expect([tried.exitCode, tried.lines.at(-1)]).toEqual([
    0,
    'good.csv, for Central North, would be taken in; nothing was changed.',
  ]);
  expect(await run(good)).toMatchObject({ exitCode: 0, closed: 1 });
  const again = await run(good, '--json');
  expect(again).toMatchObject({ exitCode: 0, json: { rosters: [{ kind: 'already', name: 'good.csv' }] } });
  const held = await run(bad);
  expect([held.exitCode, held.errors[0]]).toEqual([1, expect.stringContaining('Line 3: Its code is not in the list')]);
  expect(await run(join(folder, 'none.csv'))).toMatchObject({
    exitCode: 2,
    errors: [expect.stringContaining('There is no file')],
  });
  expect(await run(good, '--unit', 'Nowhere')).toMatchObject({ exitCode: 2 });
});
