import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../test/builders/page-server.ts';
import { referenceAreas } from '../geography/index.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { CategorySeries, Series } from './model.ts';
import { measuresRoutes } from './routes.tsx';

const [CAMDEN, ISLINGTON, BLOOMSBURY] = ['E09000007', 'E09000019', 'E05013653'];
const STUB = 7;
const MONTHS = 30;

/** January 2022 to June 2024; August 2022 is a stub of 1 in every area. */
function run(areaCode: string, boundaryVersion: CategorySeries['boundaryVersion'], monthly: number): CategorySeries {
  return {
    ...{ category: 'mps/burglary/domestic-burglary', areaCode, boundaryVersion, publisher: 'mps' },
    firstMonth: '2022-01',
    values: Array.from({ length: MONTHS }, (_, at) => (at === STUB ? 1 : monthly + (at % 3))),
  };
}

const wards = () => referenceAreas('wards-2022').map(({ code }) => run(code, 'wards-2022', 20));
const boroughs = (monthly: number) => [
  run(CAMDEN, 'boroughs-2022', monthly),
  run(ISLINGTON, 'boroughs-2022', monthly - 50),
];
const searches = (): CategorySeries[] =>
  referenceAreas('wards-2022').map(({ code }) => ({
    ...run(code, 'wards-2022', 2),
    category: 'stop-and-search/officer-defined-ethnicity/black',
    publisher: 'metropolitan',
  }));

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    const { records } = deps.system;
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await holdFigures(records, boroughs(498), { vintage: 'before', kind: 'mps-ward' });
    await holdFigures(records, [...wards(), ...boroughs(500)], { vintage: 'after', kind: 'mps-ward' });
    await holdFigures(records, searches(), { vintage: 'searches', kind: 'mps-ward' });
    const whole = async (_platform: unknown, series: readonly Series[]) => [...series];
    measuresRoutes(server, { onPages: whole, inFiles: whole });
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const text = async (url: string): Promise<string> => textOf((await pages.get(url)).body);

describe('the catalogue', () => {
  it('lists measures with figures by publisher, with their months, and folds the rest', async () => {
    const { body } = await pages.get('/measures');
    const said = textOf(body);
    expect(said).toContain('Metropolitan Police Service: ');
    expect(said).toMatch(/Burglary .* recorded offences More is worse/);
    expect(said).toContain('January 2022 to June 2024');
    expect(said).toContain('after and 1 more');
    expect(said).toMatch(/No file held yet: \d+ measures/);
    expect(body).toContain('href="/measures/burglary"');
  });

  it('does not list harm as held without a table of weights', async () => {
    const said = await text('/measures');
    expect(said.indexOf('Harm-weighted crime')).toBeGreaterThan(said.indexOf('No file held yet'));
  });
});

describe('a measure', () => {
  it('shows the boroughs of the unit, which vintage and why, and doubt in words and in the chart', async () => {
    const { statusCode, body } = await pages.get('/measures/burglary');
    const said = textOf(body);
    expect(statusCode).toBe(200);
    expect(said).toContain('Camden: 6,012 in the year to June 2024; Islington: 5,412 in the year to June 2024.');
    expect(said).toContain('The vintage after is shown: of the 2 held, the one imported last');
    expect(said).toContain('August 2022: the file has ');
    expect(body).toContain('class="w-doubt"');
    expect(said).toContain('More is worse');
    expect(said).toContain('Open Government Licence');
    expect(said).toContain(
      '2,506 of Camden’s recorded offences are filed under “Domestic burglary” in months when that name was not in general use.',
    );
  });

  it('sets the wards of a borough against it', async () => {
    const camden = referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === CAMDEN).length;
    const inWards = camden * (20 * 29 + 29 + 1);
    const inBorough = 500 * 29 + 29 + 1;
    const said = await text(`/measures/burglary?area=${CAMDEN}`);
    const all = (value: number) => value.toLocaleString('en-GB');
    expect(said).toContain(`The wards of Camden sum to ${all(inWards)}, the borough’s own figure is ${all(inBorough)}`);
    expect(said).toContain(`${all(inBorough - inWards)} are in the borough’s figure and in no ward’s`);
  });

  it('finds an area by name, and gives its months as a table', async () => {
    const said = await text('/measures/burglary?area=bloomsbury');
    expect(said).toContain('Bloomsbury: 252 in the year to June 2024');
    expect(said).toContain('June 2024 22');
    expect(said).toContain('doubtful 1');
  });

  it('lists what changed between two vintages, and shows the other when asked', async () => {
    const said = await text('/measures/burglary');
    expect(said).toContain('What changed since the vintage before');
    expect(said).toContain('Camden: 29 of 29 months differ, +58 in all');
    expect(said).toContain('1 month more is doubtful in one of the two and left out.');
    const other = await text('/measures/burglary?vintage=before');
    expect(other).toContain('The vintage before is shown, because you chose it.');
    expect(other).toContain('Camden: 5,988 in the year to June 2024');
  });

  it('says where there are no figures what there are', async () => {
    expect(await text('/measures/residents')).toContain('No figures are held for Camden and Islington');
  });

  it('answers what does not exist with what may have been meant', async () => {
    const measure = await pages.get('/measures/burglry');
    expect(measure.statusCode).toBe(404);
    expect(textOf(measure.body)).toContain('There is no measure called “burglry”.');
    expect(measure.body).toContain('href="/measures/burglary"');
    const area = await pages.get('/measures/burglary?area=bloomsbry');
    expect(area.statusCode).toBe(404);
    expect(area.body).toContain(`href="/measures/burglary?area=${BLOOMSBURY}"`);
    const vintage = await pages.get('/measures/burglary?vintage=aftr');
    expect(vintage.statusCode).toBe(404);
    expect(textOf(vintage.body)).toContain('No vintage “aftr” holds figures for burglary.');
    expect(vintage.body).toContain('href="/measures/burglary?vintage=after"');
    expect((await pages.get('/measures/burglary?area=a&area=b')).statusCode).toBe(400);
  });
});

describe('its figures as files', () => {
  it('are CSV that names its description, which names the CSV', async () => {
    const csv = await pages.get(`/measures/burglary/burglary-${CAMDEN}.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="burglary-${CAMDEN}.csv"`);
    const lines = csv.body.split('\r\n');
    expect(lines[0]).toBe('area_set,area_code,area_name,month,value,doubtful,origin,vintage,synthetic');
    expect(lines[1]).toBe(`boroughs-2022,${CAMDEN},Camden,2022-01,500,false,published,after,false`);
    expect(lines[1 + STUB]).toBe(`boroughs-2022,${CAMDEN},Camden,2022-08,1,true,published,after,false`);
    expect(lines).toHaveLength(1 + MONTHS + 1);
    const [, described] = /^<([^>]+)>; rel="describedby"/.exec(String(csv.headers.link)) ?? [];
    const metadata = await pages.get(`/measures/burglary/${described}`);
    expect(metadata.headers['content-type']).toBe('application/csvm+json; charset=utf-8');
    expect(metadata.json().url).toBe(`burglary-${CAMDEN}.csv`);
    expect(metadata.json().tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(lines[0]?.split(','));
  });

  it('are of the vintage asked, in the short form of the address too', async () => {
    const csv = await pages.get('/measures/burglary/boroughs.csv?vintage=before');
    expect(csv.body).toContain(`boroughs-2022,${CAMDEN},Camden,2022-01,498,false,published,before,false`);
    expect(csv.headers.link).toContain('<boroughs.csv-metadata.json?vintage=before>');
    const metadata = await pages.get('/measures/burglary/boroughs.csv-metadata.json?vintage=before');
    expect(metadata.json().url).toBe('boroughs.csv?vintage=before');
  });

  it('are notes for people and JSON as well', async () => {
    const notes = await pages.get('/measures/burglary/boroughs.txt');
    expect(notes.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(notes.body).toContain(
      '- Doubtful, in some or all areas, because a file seems to lack much of the month: August 2022.',
    );
    const json = (await pages.get('/measures/burglary/boroughs.json')).json();
    expect(json.rows).toHaveLength(2 * MONTHS);
    expect(json.rows[0]).toMatchObject({ area_code: CAMDEN, value: 500, doubtful: false });
  });

  it('are revisions between two vintages', async () => {
    const csv = await pages.get(`/measures/burglary/${CAMDEN}-revisions.csv?from=before&to=after`);
    expect(csv.body.split('\r\n')[1]).toBe(`boroughs-2022,${CAMDEN},Camden,2022-01,498,500,2,false`);
    expect((await pages.get(`/measures/burglary/${CAMDEN}-revisions.csv?from=before&to=never`)).statusCode).toBe(404);
    expect((await pages.get(`/measures/burglary/${CAMDEN}-revisions.csv`)).statusCode).toBe(400);
  });

  it('are not given of people by ethnicity in a ward', async () => {
    const refused = await pages.get(`/measures/stop-and-search-ethnicity-black/${BLOOMSBURY}.csv`);
    expect(refused.statusCode).toBe(404);
    expect(textOf(refused.body)).toContain('given out for boroughs and forces only');
    const page = await pages.get(`/measures/stop-and-search-ethnicity-black?area=${BLOOMSBURY}`);
    expect(page.body).not.toContain(`${BLOOMSBURY}.csv`);
    expect((await pages.get('/measures/stop-and-search-ethnicity-black/boroughs.csv')).statusCode).toBe(200);
  });

  it('are no other kind of file', async () => {
    expect((await pages.get('/measures/burglary/boroughs.xlsx')).statusCode).toBe(404);
    expect((await pages.get('/measures/residents/boroughs.csv')).statusCode).toBe(404);
  });
});
