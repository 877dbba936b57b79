import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { demonstrationFigures } from '../../app/demonstration/figures.ts';
import { demonstrationPerformance } from '../../app/demonstration/performance-figures.ts';
import { referenceAreas } from '../../geography/index.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { asPublishedRoutes } from './as-published/as-published-routes.tsx';
import { homeRoutes } from './home/home-routes.tsx';
import { measureRoutes } from './measure/measure-routes.tsx';

let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    const wards = referenceAreas('wards-2022');
    const residents = demonstrationFigures(wards).filter(({ category }) => category.endsWith('/residents'));
    const series = [...demonstrationPerformance(wards), ...residents];
    await holdFigures(system.records, series, { vintage: 'made up', kind: 'synthetic' });
    homeRoutes(server);
    asPublishedRoutes(server);
    measureRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the home of performance', () => {
  it('answers for a borough: what is clear, what could be chance, what is too few', async () => {
    const { statusCode, body } = await pages.get('/performance?area=Islington');
    expect(statusCode).toBe(200);
    expect(body).toContain(
      '<b>One of the nine changes that could be judged by earlier years is larger than years here usually bring: theft from motor vehicles, fewer.</b>',
    );
    expect(body.match(/class="w-clear"/g)).toHaveLength(2);
    const text = textOf(body);
    expect(text).toContain('March 2025 to February 2026 against March 2024 to February 2025');
    expect(text).toContain('Too few for a percentage.');
    expect(text).toContain('Nine rows are nine chances to be misled');
    expect(text).toContain('Synthetic demonstration data');
    expect(body).not.toContain('Estimated from');
  });

  it('is the same page for a ward, a borough and a set by another name, and shows the counts alone on request', async () => {
    const ward = await pages.get('/performance?area=E05013653&set=mopac-7&period=2024-25&test=counts');
    expect(ward.statusCode).toBe(200);
    expect(textOf(ward.body)).toContain('Bloomsbury · April 2024 to March 2025 against April 2023 to March 2024');
    expect(ward.body).toContain('Estimated from');
    expect(ward.body).toContain('<option value="mopac-7" selected>');
  });

  it('takes any two periods that are written, before those that are chosen, and says what makes them unlike', async () => {
    const written = '&other-period=2024-04..2024-12&other-against=2023-24';
    const { statusCode, body } = await pages.get(`/performance?area=Islington&period=2024-25&against=${written}`);
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain('April 2024 to December 2024 against April 2023 to March 2024');
    expect(text).toContain('could be judged by earlier years');
    expect(text).toContain('Change a day');
    expect(text).toContain('what a season brings counts as change');
    expect(body).not.toMatch(/<circle class="w-clear" cx="[^"]+" cy="15"/);
    expect(body).toContain(
      'href="/performance/table.csv?area=Islington&amp;period=2024-04..2024-12&amp;against=2023-24"',
    );
    expect((await pages.get('/performance?area=Islington&other-period=9999-00')).statusCode).toBe(400);
  });

  it('refuses on a page that keeps the form and says what to do', async () => {
    const overlap = await pages.get('/performance?area=Camden&period=2024-25&against=2024-04..2024-06');
    expect(overlap.statusCode).toBe(400);
    expect(textOf(overlap.body)).toContain('overlap');
    expect(overlap.body).toContain('<option value="2024-25" selected>');
    const nowhere = await pages.get('/performance?area=Bloomsbry');
    expect(nowhere.statusCode).toBe(400);
    expect(nowhere.body).toContain('<a class="govuk-link" href="/performance?area=E05013653">');
  });

  it('is given out as JSON and as CSV that says where its description is', async () => {
    const json = await pages.get('/performance/table.json?area=Islington');
    const { area, rows } = json.json();
    expect([area.name, rows.length, rows[4].measureName]).toEqual(['Islington', 12, 'theft-from-motor-vehicle']);
    const csv = await pages.get('/performance/table.csv?area=Islington');
    expect(csv.body.split('\n')).toHaveLength(14);
    expect(csv.headers.link).toContain('<table.csv-metadata.json?area=Islington>');
    expect((await pages.get('/performance/table.csv?area=Nowhere')).statusCode).toBe(400);
  });
});

describe('a measure’s page', () => {
  it('has its finding, its chart with a table of every month, its last year and its wards', async () => {
    const { statusCode, body } = await pages.get('/performance/measures/theft-from-motor-vehicle?area=Islington');
    expect(statusCode).toBe(200);
    expect(body.match(/aria-label="Control chart of theft from motor vehicles in Islington/g)).toHaveLength(3);
    const [, table = ''] = /Every month as a table(.*?)<\/table>/s.exec(body) ?? [];
    expect(table.match(/<th scope="row"/g)?.length).toBeGreaterThan(24);
    const text = textOf(body);
    expect(text).toContain('Fewer is better.');
    expect(text).toContain('Fewer, clear of chance taken alone');
    const [, lastYear = ''] = /id="last-year"(.*?)<\/section>/s.exec(body) ?? [];
    expect(textOf(lastYear)).toContain('synthetic');
    expect(text).toContain('By name: the order says nothing.');
    expect(body.match(/href="\/performance\/measures\/theft-from-motor-vehicle\?area=E050/g)?.length).toBeGreaterThan(
      17,
    );
  });

  it('says so where nothing is held, and names what may have been meant', async () => {
    expect(textOf((await pages.get('/performance/measures/shoplifting?area=Islington')).body)).toContain(
      'No figures are held for Islington',
    );
    const wrong = await pages.get('/performance/measures/homicid');
    expect(wrong.statusCode).toBe(404);
    expect(wrong.body).toContain('href="/performance/measures/homicide"');
    expect((await pages.get('/performance/measures/homicide?area=Islingto')).statusCode).toBe(404);
  });

  it('gives the points of its chart out as a file', async () => {
    const csv = await pages.get('/performance/measures/personal-robbery/chart.csv?area=Islington');
    expect(csv.body.split('\n')[0]).toContain('month,recorded');
    expect((await pages.get('/performance/measures/shoplifting/chart.csv?area=Islington')).statusCode).toBe(404);
  });
});

describe('a table as published', () => {
  it('keeps its printed counts and percentages, with what each can bear beside them', async () => {
    const { statusCode, body } = await pages.get('/performance/as-published/islington-2024-07');
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain('As published on 18 July 2024');
    expect(text).toContain('Aggravated Taking of MV 5 16 −68.8% ↓');
    expect(text).toContain('Every printed percentage is that of its printed counts.');
    // What the demonstration holds is made up: real counts are not judged by it, nor set beside it.
    expect(text).toContain('could be judged by earlier years.');
    expect(text).toContain('on the counts alone');
    expect(text).not.toMatch(/clear of chance taken alone|[Hh]eld now|restate/);
    expect(text).toContain('neither judged by them nor set beside them');
    expect(body.match(/class="w-table w-compact w-stack"/g)).toHaveLength(1);
    expect((await pages.get('/performance/as-published/nowhere')).statusCode).toBe(404);
  });
});
