import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdDemonstration, holdFigures } from '../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../test/builders/page-server.ts';
import { madeBoundaries, madeWardFile } from '../../test/journey/made-files.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { readSeries } from '../measures/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { sourcesRoutes } from './routes.tsx';
import { listImports } from './service.ts';
import { readUpload, writeUpload } from './uploads/store.ts';

let pages: PageServer;

beforeEach(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    sourcesRoutes(server, deps);
  });
});
afterEach(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string =>
  html
    .replace(/<head>[\s\S]*?<\/head>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const wardFile = { name: 'wards.csv', bytes: madeWardFile() };
const live = async () => (await listImports(pages.system.records)).filter((each) => each.revertedAt === null);
const kept = () => readdir(join(pages.platform.dataFolder, 'uploads')).catch(() => []);

/** Sends files and returns the address of the page that tells what they are. */
async function send(
  files: { name: string; bytes: string | Buffer }[],
  fields: Record<string, string> = {},
): Promise<string> {
  const answer = await pages.postFiles('/import', files, fields);
  expect(answer.statusCode).toBe(303);
  const address = String(answer.headers.location);
  expect(address).toMatch(/^\/import\/preview\/[0-9a-f-]{36}$/);
  // A file as small as these is read at once; wait in case the machine is busy.
  for (;;) {
    const { progress } = (await pages.get(`${address}/progress`)).json();
    if (progress === null) return address;
  }
}

async function commit(address: string): Promise<string> {
  const answer = await pages.post(`${address}/commit`);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, address]);
  for (;;) {
    const told = await pages.get(address);
    if (told.statusCode === 303) return String(told.headers.location);
  }
}

it('says that nothing is held, then that only made-up figures are', async () => {
  expect(textOf((await pages.get('/import')).body)).toContain('Nothing is held yet: choose files above.');
  await holdDemonstration(pages.system.records);
  const text = textOf((await pages.get('/import')).body);
  expect(text).toContain('Made-up figures only.');
  expect(text).toContain('The demonstration synthetic Made up by Wardroom, with a fixed seed.');
});

it('reads files without changing anything, tells what they are, imports them, and takes them back', async () => {
  await holdDemonstration(pages.system.records);
  const address = await send([wardFile, { name: 'map.geojson', bytes: madeBoundaries() }], { vintage: ' 2026-01 ' });
  const preview = textOf((await pages.get(address)).body);
  expect(preview).toContain('Check before you import');
  expect(preview).toContain('January 2024 to December 2025');
  expect(preview).toContain('2 files become the vintage 2026-01');
  expect(preview).toContain(
    'The made-up figures of the demonstration stop counting, and plans adopted from them are put aside.',
  );
  expect(preview).toContain('A plan that was made from imported figures stays in force as it was adopted.');
  expect(await live()).toHaveLength(1);

  const done = await commit(address);
  expect(done).toBe('/import?imported=2026-01');
  expect(textOf((await pages.get(done)).body)).toContain('Imported: vintage 2026-01 holds 2 files.');
  expect((await live()).map((each) => each.file).toSorted()).toEqual(
    ['map.geojson', 'synthetic demonstration data.csv', 'wards.csv'].toSorted(),
  );

  const wards = (await live()).find((each) => each.file === 'wards.csv');
  const question = await pages.get(`/import/${wards?.id}/revert`);
  expect(textOf(question.body)).toContain('Take back wards.csv?');
  const reverted = await pages.post(`/import/${wards?.id}/revert`);
  expect([reverted.statusCode, reverted.headers.location]).toEqual([303, `/import?reverted=${wards?.id}`]);
  const after = textOf((await pages.get(String(reverted.headers.location))).body);
  expect(after).toContain('Taken back: wards.csv no longer counts.');
  expect(after).toContain('Taken back: 1 file');
  expect((await live()).map((each) => each.file)).not.toContain('wards.csv');
});

it('keeps the files for the import only, and removes them afterwards', async () => {
  const address = await send([wardFile]);
  const id = address.slice('/import/preview/'.length);
  const held = async () => (await readdir(join(pages.platform.dataFolder, 'uploads', id))).toSorted();
  expect(await held()).toEqual(['1', 'lock.duckdb', 'upload.json']);
  await commit(address);
  expect(await held()).toEqual(['lock.duckdb', 'upload.json']);
});

it('counts a file sent under two names once', async () => {
  const address = await send([wardFile, { ...wardFile, name: 'the same.csv' }], { vintage: '2026-01' });
  expect(textOf((await pages.get(address)).body)).toContain('1 file becomes the vintage 2026-01');
});

it('says when everything is held already, and offers no import', async () => {
  await commit(await send([wardFile]));
  const again = await pages.get(await send([{ ...wardFile, name: 'the same again.csv' }]));
  expect(textOf(again.body)).toContain('All of it is held already. Importing would change nothing.');
  expect(again.body).not.toContain('/commit"');
});

it('refuses a file that is not what it says with one sentence, and changes nothing', async () => {
  const address = await send([{ name: 'wards.csv', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 0]) }]);
  const page = await pages.get(address);
  const text = textOf(page.body);
  expect(text).toContain('These files cannot be imported');
  expect(text).toContain('There is a problem');
  expect(text).toContain('wards.csv');
  expect(text).toContain('Nothing was changed.');
  expect(page.body).not.toContain('/commit"');
  expect(await live()).toEqual([]);
  const discarded = await pages.post(`${address}/discard`);
  expect([discarded.statusCode, discarded.headers.location]).toEqual([303, '/import']);
  expect(await kept()).toEqual([]);
});

it('says what each file is though one of them is wrong, and goes on without that one', async () => {
  const files = [{ name: 'empty.csv', bytes: '' }, wardFile, { name: 'notes.txt', bytes: 'a,b\n1,2\n' }];
  const address = await send(files, { vintage: '2026-01' });
  const page = await pages.get(address);
  const text = textOf(page.body);
  expect(text).toContain('111 rows of 1 file can be imported. Nothing has changed yet.');
  expect(text).toContain('2 files cannot be imported, and nothing of them will be.');
  expect(text).toContain('empty.csv Cannot be imported "empty.csv" is empty');
  expect(text).toContain('wards.csv MPS ward-level monthly crime January 2024 to December 2025');
  expect(text).toContain('notes.txt Cannot be imported "notes.txt" is not a file Wardroom knows');
  expect(page.body.indexOf('>empty.csv')).toBeLessThan(page.body.indexOf('>wards.csv'));
  expect(text).toContain('Import the other file');
  expect(await commit(address)).toBe('/import?imported=2026-01');
  expect((await live()).map(({ file }) => file)).toEqual(['wards.csv']);
});

it('says of each file why, when none can be imported', async () => {
  const address = await send([
    { name: 'empty.csv', bytes: '' },
    { name: 'notes.txt', bytes: 'a,b\n1,2\n' },
  ]);
  const text = textOf((await pages.get(address)).body);
  expect(text).toContain('There is a problem "empty.csv" is empty');
  expect(text).toContain('"notes.txt" is not a file Wardroom knows');
  expect((await pages.post(`${address}/commit`)).statusCode).toBe(409);
  expect(await live()).toEqual([]);
});

const badRow = 'BURGLARY,BURGLARY,"=1+1",E0501XXXX,Camden';
const withBadRows = {
  name: 'wards.csv',
  bytes: `${madeWardFile()}${[badRow, `ROBBERY${badRow.slice(8)}`].map((row) => `${row}${',1'.repeat(24)}\n`).join('')}`,
};

it('gives the rows left out, by reason, before the import and after, and no more once it is taken back', async () => {
  const address = await send([withBadRows]);
  const preview = (await pages.get(address)).body;
  const [link] = [...preview.matchAll(/href="([^"]*left-out[.]csv[^"]*)"/g)].map(([, href]) => href ?? '');
  const before = await pages.get((link ?? '').replaceAll('&amp;', '&'));
  expect(before.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="left-out-file-1.csv"',
  });
  expect(before.body.split('\r\n')[0]).toBe('file,line,reason,text');
  expect(before.body).toContain('"=1+1"');
  expect(before.body.trimEnd().split('\r\n')).toHaveLength(3);

  await commit(address);
  expect((await pages.get((link ?? '').replaceAll('&amp;', '&'))).statusCode).toBe(404);
  const [held] = await live();
  const left = await readdir(join(pages.platform.dataFolder, 'uploads', address.slice('/import/preview/'.length)));
  expect(left.toSorted()).toEqual(['lock.duckdb', 'upload.json']);
  const after = await pages.get(`/import/${held?.id}/left-out.csv`);
  expect(after.body).toBe(before.body);
  expect(after.headers['content-disposition']).toBe(`attachment; filename="left-out-import-${held?.id}.csv"`);
  const other = await pages.get(`/import/${held?.id}/left-out.csv?reason=${encodeURIComponent('none such')}`);
  expect(other.body).toBe('file,line,reason,text\r\n');

  await pages.post(`/import/${held?.id}/revert`);
  expect((await pages.get(`/import/${held?.id}/left-out.csv`)).statusCode).toBe(409);
  const files = await readdir(pages.platform.dataFolder, { recursive: true });
  expect(files.filter((file) => file.includes('refused/'))).toEqual([]);
});

it('says what will change of the figures, and which vintage will be shown', async () => {
  await commit(await send([wardFile], { vintage: 'January' }));
  const rows = madeWardFile().trimEnd().split('\n');
  const more = rows.map((row, at) => `${row},${at === 0 ? '202601' : '5'}`).join('\n');
  const address = await send([{ name: 'more.csv', bytes: `${more.replace(/,\d+,5$/m, ',999,5')}\n` }], {
    vintage: 'February',
  });
  const text = textOf((await pages.get(address)).body);
  expect(text).toMatch(/New months for \d+ measures \(wards from May 2022\): January 2026[.]/);
  expect(text).toMatch(
    /values of \d+ measures change in 1 month \(wards from May 2022\), most of all .*, December 2025: [\d,]+ becomes [\d,]+[.]/,
  );
  expect(text).toMatch(/\d+ measures \(wards from May 2022\): from now on shown from February instead of January[.]/);
  await commit(address);
  const history = textOf((await pages.get('/import')).body);
  expect(history).toContain('Vintage January, superseded by February');
  expect(history).toContain('Import 2, 10 March 2026, 12:00, by page test');
  expect(history).toContain('In use');
});

it('passes on what the files are said to be about, and asks for less of it where it is too much', async () => {
  const asked = await pages.postFiles('/import', [wardFile], { about: 'x'.repeat(101) });
  expect(asked.statusCode).toBe(400);
  expect(asked.body).toContain('<a href="#about">');
  const address = await send([wardFile], { about: ' E05000130 ' });
  const upload = await readUpload(pages.platform.dataFolder, address.slice('/import/preview/'.length));
  expect(upload?.about).toBe('E05000130');
});

it('shows twenty vintages on a page', async () => {
  for (let at = 1; at <= 21; at += 1) {
    await holdFigures(pages.system.records, [], { vintage: `number ${at}`, kind: 'mps-ward' });
  }
  const first = textOf((await pages.get('/import')).body);
  expect(first).toContain('Vintage number 21');
  expect(first).not.toContain('Vintage number 1 ');
  expect(first).toContain('Earlier vintages Page 1 of 2');
  const second = textOf((await pages.get('/import?page=2')).body);
  expect(second).toContain('Vintage number 1 ');
  expect(second).not.toContain('Vintage number 21');
});

it('asks for a file where none was chosen, and for a better name where it is none, keeping what was typed', async () => {
  const none = await pages.postFiles('/import', [{ name: '', bytes: '' }], { vintage: '2026-01' });
  expect(none.statusCode).toBe(400);
  expect(none.body).toContain('<a href="#files">Choose at least one file.</a>');
  expect(none.body).toMatch(/id="vintage"[^>]*value="2026-01"/);
  const named = await pages.postFiles('/import', [wardFile], { vintage: '<b>../' });
  expect(named.statusCode).toBe(400);
  expect(named.body).toContain('<a href="#vintage">');
  expect(named.body).toContain('value="&lt;b>../"');
  expect(await kept()).toEqual([]);
});

it.each([
  ['parts without a name', [{ name: '', bytes: 'x' }, { name: '', bytes: 'y' }, wardFile], 303],
  [
    'only parts without a name',
    [
      { name: '', bytes: 'x' },
      { name: '', bytes: 'y' },
    ],
    400,
  ],
])('takes a form with %s for what is in it', async (_what, files, status) => {
  expect((await pages.postFiles('/import', files)).statusCode).toBe(status);
});

it('keeps nothing of a form that breaks off', async () => {
  const token = await pages.formToken();
  const payload =
    `------line\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n${token}\r\n` +
    '------line\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nabc';
  const cookie = [...pages.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', cookie };
  const answer = await pages.server.inject({
    method: 'POST',
    url: '/import',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=----line' },
    payload,
  });
  expect([answer.statusCode, await kept()]).toEqual([400, []]);
});

it('imports an upload once, however often it is asked to', async () => {
  const address = await send([wardFile]);
  await commit(address);
  expect((await pages.post(`${address}/commit`)).statusCode).toBe(409);
  expect(await live()).toHaveLength(1);
});

it('takes a file back once', async () => {
  await commit(await send([wardFile]));
  const [held] = await live();
  expect((await pages.post(`/import/${held?.id}/revert`)).statusCode).toBe(303);
  const again = await pages.post(`/import/${held?.id}/revert`);
  expect(again.statusCode).toBe(409);
  expect(textOf(again.body)).toContain('wards.csv was taken back already');
});

it('says only what the records bear out, whatever an address claims', async () => {
  for (const query of ['imported=2026-01', 'reverted=1', 'imported=a&imported=b'])
    expect((await pages.get(`/import?${query}`)).body).not.toContain('notification-banner');
});

it('changes nothing for a form from another site, nor by GET', async () => {
  const address = await send([wardFile]);
  const forged = { origin: 'https://evil.example' };
  expect((await pages.post(`${address}/commit`, {}, forged)).statusCode).toBe(403);
  expect((await pages.post(`${address}/discard`, {}, forged)).statusCode).toBe(403);
  expect((await pages.get(`${address}/commit`)).statusCode).toBe(404);
  expect((await pages.get(`${address}/discard`)).statusCode).toBe(404);
  expect(await live()).toEqual([]);
  await commit(address);
  const [held] = await live();
  expect((await pages.post(`/import/${held?.id}/revert`, {}, forged)).statusCode).toBe(403);
  await pages.get(`/import/${held?.id}/revert`);
  expect(await live()).toHaveLength(1);
});

it.each(['/import/preview/%2e%2e%2f%2e%2e', '/import/999/revert', '/import/x/revert'])(
  'answers %s with 404',
  async (address) => {
    expect((await pages.get(address)).statusCode).toBe(404);
  },
);

it('writes hostile file names as text, and never as paths', async () => {
  const name = '"><img src=x onerror=alert(1)>.csv';
  const address = await send([{ name, bytes: madeWardFile() }]);
  const preview = await pages.get(address);
  const held = await pages.get(await commit(address));
  for (const { body } of [preview, held]) {
    expect(body).not.toContain('<img');
    expect(body).toContain('&lt;img src=x onerror=alert(1)>.csv');
  }
});

it('says that it will go on with an upload whose process has ended', async () => {
  const address = await send([wardFile]);
  const id = address.slice('/import/preview/'.length);
  const upload = await readUpload(pages.platform.dataFolder, id);
  if (upload === null) throw new Error('The upload is gone.');
  await writeUpload(pages.platform.dataFolder, { ...upload, state: { kind: 'reading' } });
  const text = textOf((await pages.get(address)).body);
  expect(text).toContain('Reading the files Another process of Wardroom is at it, or this one will go on with it');
});

it('says that an upload was given up, and what to do', async () => {
  const address = await send([wardFile]);
  const id = address.slice('/import/preview/'.length);
  const upload = await readUpload(pages.platform.dataFolder, id);
  if (upload === null) throw new Error('The upload is gone.');
  await writeUpload(pages.platform.dataFolder, {
    ...upload,
    state: { kind: 'failed', because: 'stopped too often' },
  });
  const text = textOf((await pages.get(address)).body);
  expect(text).toContain('Wardroom was stopped three times while it was at these files');
  expect(text).toContain('send them one by one');
});

it('serves other pages while files are read', async () => {
  const sent = pages.postFiles('/import', [wardFile]);
  expect((await pages.get('/health')).json()).toEqual({ status: 'ok' });
  await sent;
});

it('has the figures of the file for the measures afterwards', async () => {
  await commit(await send([wardFile]));
  const [series] = await readSeries(pages.system.records, {
    measures: ['burglary'],
    areaCodes: ['E05013653'],
    boundaryVersion: 'wards-2022',
  });
  expect(series).toMatchObject({ firstMonth: '2024-01', synthetic: false });
});
