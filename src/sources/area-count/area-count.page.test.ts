import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { madeStreetFile, madeWardBoundaries } from '../../../test/builders/street-files.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { sourcesRoutes } from '../routes.tsx';
import { importFiles } from '../service.ts';

const open = () =>
  pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    sourcesRoutes(server, deps);
  });
const textOf = (html: string): string =>
  html
    .replace(/<head>[\s\S]*?<\/head>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const square = (west: number, east: number) => [
  [
    [west, 51.53],
    [east, 51.53],
    [east, 51.54],
    [west, 51.54],
    [west, 51.53],
  ],
];
const feature = (name: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Polygon', coordinates },
});
const GEOJSON = JSON.stringify(feature('My <patch>', square(-0.12, -0.11)));
const ASKED = { what: 'street', from: '2024-01', to: '2024-03', vintage: '', geojson: GEOJSON };

it('says that nothing can be counted before incidents are held, on asking too', async () => {
  const pages = await open();
  try {
    for (const answer of [await pages.get('/area-count'), await pages.postFiles('/area-count', [], ASKED)]) {
      expect(textOf(answer.body)).toContain('Nothing can be counted yet.');
      expect(answer.body).toContain('href="/import"');
      expect(answer.body).not.toContain('<textarea');
    }
  } finally {
    await pages.close();
  }
});

describe('with incidents held', () => {
  let pages: PageServer;
  beforeAll(async () => {
    pages = await open();
    const rows = [
      { id: 'a' },
      { id: 'b', type: 'Drugs', month: '2024-03' },
      { id: 'c', at: null },
      { id: 'd', at: 'belsize' as const },
    ];
    const files = { 'wards.geojson': madeWardBoundaries(), 'street.csv': madeStreetFile(rows) };
    const written = Object.entries(files).map(async ([name, text]) => {
      const path = join(pages.platform.dataFolder, name);
      await writeFile(path, text);
      return { path, name };
    });
    await importFiles(pages.platform, await Promise.all(written), { vintage: 'spring' });
  });
  afterAll(async () => {
    expect(pages.faults).toEqual([]);
    await pages.close();
  });
  const ask = (changed: Partial<typeof ASKED> = {}, address = '/area-count') =>
    pages.postFiles(address, [], { ...ASKED, ...changed });

  it('asks what, when and where, beginning with the months held, and offers a map', async () => {
    const { body, statusCode } = await pages.get('/area-count');
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('nothing of it is kept');
    expect(body).toMatch(/<option value="2024-01" selected>January 2024/);
    expect(body).toContain('<option value="street/burglary">Burglary');
    expect(body).not.toContain('Stop and search</option>');
    expect(body).toContain(
      'data-boundaries="/geography/boundaries.geojson?version=wards-2022&amp;borough=E09000007&amp;borough=E09000019"',
    );
    expect(body).toContain('/assets/islands/draw-area.js');
    expect(body).toMatch(/id="draw-area"[^>]* hidden/);
  });

  it('answers with totals, months, types, gaps, files and notes', async () => {
    const answer = await ask();
    const text = textOf(answer.body);
    expect(answer.statusCode).toBe(200);
    expect(text).toContain('Incidents in My <patch>');
    expect(text).toContain('2 street-level incidents, January 2024 to March 2024, on 1 anonymised point.');
    expect(text).toContain('Under 20 incidents: too few to compare');
    expect(text).toContain('No file covers the area in February 2024.');
    expect(text).toContain('Burglary 1');
    expect(text).toContain('Drugs 1');
    expect(text).toContain('metropolitan spring all street.csv January 2024, March 2024 4');
    expect(text).toContain('No file of metropolitan for February 2024.');
    expect(text).toContain('1 crimes of these months have no location');
    expect(answer.body.match(/aria-label="Chart of incidents in My &lt;patch>/g)?.length).toBe(3);
  });

  it('counts a type, and the months asked for', async () => {
    expect(textOf((await ask({ what: 'street/drugs' })).body)).toContain('1 street-level incident (drugs)');
    expect(textOf((await ask({ to: '2024-01' })).body)).toContain('1 street-level incident, January 2024,');
  });

  it('counts a file instead of the text, each feature apart, and keeps nothing', async () => {
    const file = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature('east', square(-0.12, -0.11)), feature('west', square(-0.17, -0.16))],
    });
    const answer = await pages.postFiles('/area-count', [{ name: 'two.geojson', bytes: file }], ASKED);
    const text = textOf(answer.body);
    expect(text).toContain('2 areas, with 1 to 2 street-level incidents each,');
    expect(text).toContain('east: 2 street-level incidents');
    expect(text).toContain('west: 1 street-level incident');
    expect(await readdir(join(pages.platform.dataFolder, 'staging'))).toEqual([]);
  });

  it('draws ten areas and lists all', async () => {
    const features = Array.from({ length: 11 }, (_, at) => feature(`patch ${at + 1}`, square(-0.12, -0.11)));
    const { body } = await ask({ geojson: JSON.stringify({ type: 'FeatureCollection', features }) });
    expect(textOf(body)).toContain('The first 10 areas are drawn here.');
    expect(body).toContain('id="area-10"');
    expect(body).not.toContain('id="area-11"');
    expect(textOf(body)).toContain('patch 11 2 1 1');
  });

  it.each([
    ['geojson', { geojson: '' }, 'Draw an area, choose a GeoJSON file, or paste GeoJSON.'],
    ['geojson', { geojson: 'a,b' }, 'cannot be read as GeoJSON'],
    ['geojson', { geojson: '{"type":"Polygon","coordinates":[[[51,0],[51,1],[52,1],[51,0]]]}' }, 'longitude first'],
    ['from', { from: '2024-03', to: '2024-01' }, 'swap them'],
    ['from', { from: '2024-02', to: '2024-02' }, 'give months from 2024-01 to 2024-03'],
    ['what', { what: 'stop-and-search' }, 'Choose what is counted from the list.'],
    ['what', { what: 'street/robbery' }, 'There is no type "Robbery" in these months: give Burglary, Drugs.'],
    ['vintage', { vintage: 'autumn' }, 'No vintage "autumn" holds street-level crimes: give "spring".'],
  ])('says at the field %s what to do, and keeps what was typed: %j', async (field, changed, sentence) => {
    const answer = await ask(changed);
    const text = textOf(answer.body);
    expect(answer.statusCode).toBe(400);
    expect(text).toContain('There is a problem');
    expect(text.split(sentence)).toHaveLength(3);
    expect(answer.body).toContain(`href="#${field}"`);
    expect(answer.body).toContain(`id="${field}-error"`);
    expect(answer.body).toContain('<title>Error: ');
    if (!('geojson' in changed)) expect(text).toContain(GEOJSON);
  });

  it('says at the file what is wrong with it, and puts a good one into the text when something else is wrong', async () => {
    const bad = await pages.postFiles('/area-count', [{ name: 'bad.zip', bytes: 'PK\u0003' }], ASKED);
    expect(bad.statusCode).toBe(400);
    expect(bad.body).toContain('href="#file"');
    expect(bad.body).toContain('id="file-error"');
    expect(textOf(bad.body)).toContain(GEOJSON);
    const good = JSON.stringify(feature('from a file', square(-0.12, -0.11)));
    const files = [{ name: 'good.geojson', bytes: good }];
    const answer = await pages.postFiles('/area-count', files, { ...ASKED, what: 'nothing' });
    expect(answer.body).toContain('href="#what"');
    expect(textOf(answer.body)).toContain(good);
  });

  it.each(['', '/area-count-by-month.csv'])('refuses more than 5 MB, as a file or as text, at %s', async (below) => {
    const much = 'x'.repeat(5_000_001);
    for (const answer of [
      await pages.postFiles(`/area-count${below}`, [{ name: 'much.geojson', bytes: much }], ASKED),
      await ask({ geojson: much }, `/area-count${below}`),
    ]) {
      expect(answer.statusCode).toBe(400);
      expect(textOf(answer.body)).toContain('Give at most 5 MB of GeoJSON');
      expect(answer.body.length).toBeLessThan(100_000);
    }
    expect(await readdir(join(pages.platform.dataFolder, 'staging'))).toEqual([]);
  });

  it('passes the question on to the form and the files', async () => {
    const { body } = await ask({ what: 'street/burglary' });
    const passed = [...body.matchAll(/type="hidden" name="(\w+)" value(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name,
      textOf(value ?? ''),
    ]);
    expect(Object.fromEntries(passed)).toEqual({ ...ASKED, what: 'street/burglary' });
    const again = await ask({ what: 'street/burglary' }, '/area-count/change');
    expect(again.statusCode).toBe(200);
    expect(textOf(again.body)).toContain(GEOJSON);
    expect(again.body).toContain('<option value="street/burglary" selected>');
  });

  it('gives the months and the types as files', async () => {
    const months = await ask({}, '/area-count/area-count-by-month.csv');
    expect(months.headers['content-disposition']).toBe('attachment; filename="area-count-by-month.csv"');
    expect(months.body.split('\r\n')).toEqual([
      'area_number,area,month,incidents,is_part',
      '1,My <patch>,2024-01,1,false',
      '1,My <patch>,2024-02,,false',
      '1,My <patch>,2024-03,1,false',
      '',
    ]);
    const types = await ask({}, '/area-count/area-count-by-type.csv');
    expect(types.body).toContain('1,My <patch>,2024-03,Drugs,1\r\n');
    const notes = await ask({}, '/area-count/area-count-by-month.txt');
    expect(notes.body).toContain('No file of metropolitan for 2024-02.');
    expect(notes.body).toContain('vintage spring, from street.csv');
    const json = (await ask({}, '/area-count/area-count-by-month.json')).json();
    expect(json.rows[1]).toEqual({
      area_number: 1,
      area: 'My <patch>',
      month: '2024-02',
      incidents: null,
      is_part: false,
    });
    const described = (await ask({}, '/area-count/area-count-by-type.csv-metadata.json')).json();
    expect(described.tableSchema.primaryKey).toEqual(['area_number', 'month', 'type']);
  });

  it('has no other file, takes no form from elsewhere, and begins again where a form was sent', async () => {
    expect((await ask({}, '/area-count/secrets.csv')).statusCode).toBe(404);
    expect((await pages.post('/area-count', {}, { origin: 'http://elsewhere.example' })).statusCode).toBe(403);
    const returned = await pages.get('/area-count/area-count-by-month.csv');
    expect([returned.statusCode, returned.headers.location]).toEqual([303, '/area-count']);
  });
});
