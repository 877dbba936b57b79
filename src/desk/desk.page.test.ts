import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBoundaries } from '../../test/builders/boundary-import.ts';
import { holdDemonstration } from '../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { deskRoutes } from './routes.tsx';
import { solveForm, type WhatIfFigures } from './what-if/solve-form.ts';

let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await holdDemonstration(deps.system.records);
    deskRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

/** The text of a page as read, white space simplified. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

async function textAt(url: string): Promise<string> {
  return textOf((await pages.get(url)).body);
}

describe('the unit’s home', () => {
  it('shows the first measure where no plan is in force, marked as made up', async () => {
    const answer = await pages.get('/');
    expect(answer.statusCode).toBe(200);
    const text = textOf(answer.body);
    expect(text).toContain('Central North: Camden and Islington');
    expect(text).toContain('as at 10 March 2026');
    expect(text).toContain('Synthetic demonstration data');
    expect(answer.body).toContain('href="/ward/E05013669"');
  });

  it('shows the measure chosen, and offers the others', async () => {
    const answer = await pages.get('/?show=burglary');
    expect(textOf(answer.body)).toContain('12 months to February 2026');
    expect(answer.body).toMatch(/<option value="burglary" selected>/);
  });

  it('counts only months that ended by the day asked for', async () => {
    expect(await textAt('/?show=burglary&as-at=2025-06-15')).toContain('12 months to May 2025');
  });

  it('answers a measure nobody holds with 404, and a day that is none with 400', async () => {
    expect((await pages.get('/?show=unicorns')).statusCode).toBe(404);
    const answer = await pages.get('/?as-at=2025-02-30');
    expect(answer.statusCode).toBe(400);
    expect(textOf(answer.body)).toContain('“2025-02-30” is not a date: write it as 2026-03-01.');
    expect((await pages.get('/?as-at=a&as-at=b')).statusCode).toBe(400);
  });

  it('offers the map only once boundaries are held', async () => {
    expect((await pages.get('/')).body).not.toContain('boundaries.geojson');
    await holdBoundaries(pages.system.records, [
      {
        code: 'E05013653',
        name: 'Bloomsbury',
        kind: 'ward',
        version: 'wards-2022',
        boroughCode: 'E09000007',
        boroughName: 'Camden',
        polygons: [],
      },
    ]);
    expect((await pages.get('/')).body).toContain(
      '/geography/boundaries.geojson?version=wards-2022&amp;borough=E09000007&amp;borough=E09000019',
    );
  });
});

it.each(['/', '/ward/E05013669', '/allocation', '/allocation/propose'])(
  'answers %s with 4xx for a day no calendar agrees about',
  async (path) => {
    for (const day of ['0000-01-01', '0001-12-31', '9999-12-31', '%00'])
      expect([400, 404]).toContain((await pages.get(`${path}?as-at=${day}`)).statusCode);
  },
);

describe('a ward’s page', () => {
  it('is found by its code', async () => {
    const text = await textAt('/ward/E05013669');
    expect(text).toContain('St Pancras & Somers Town');
    expect(text).toContain('Recorded crime');
  });

  it('answers a measure nobody holds with 404, and draws one that is drawn already as it is', async () => {
    for (const name of ['unicorns', 'fraud', '', '%00'])
      expect((await pages.get(`/ward/E05013669?measure=${name}`)).statusCode).toBe(404);
    expect((await pages.get('/ward/E05013669?measure=a&measure=b')).statusCode).toBe(400);
    expect((await pages.get('/ward/E05013669?measure=burglary')).statusCode).toBe(200);
  });

  it('leads from its name to its code, carrying the day', async () => {
    const answer = await pages.get('/ward/st-pancras-and-somers-town?as-at=2026-01-01');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/ward/E05013669?as-at=2026-01-01');
  });

  it('leads from a ward of other days to a day on which it was one', async () => {
    const answer = await pages.get('/ward/E05000130');
    expect(answer.statusCode).toBe(404);
    const address = /href="(\/ward\/E05000130[?]as-at=2022-05-04)"/.exec(answer.body)?.[1];
    expect((await pages.get(String(address))).statusCode).toBe(200);
    const before = await pages.get('/ward/E05013653?as-at=2020-01-01');
    expect(before.statusCode).toBe(404);
    expect(before.body).toContain('/ward/E05013653?as-at=2022-05-05');
  });

  it('names wards that may have been meant', async () => {
    const answer = await pages.get('/ward/bloomsbry');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('href="/ward/E05013653">Bloomsbury, Camden</a>');
  });

  it('writes a hostile name as text', async () => {
    const answer = await pages.get(`/ward/${encodeURIComponent('<img src=x onerror=alert(1)>"')}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('<img');
    expect(textOf(answer.body)).toContain('No ward here is called “<img src=x onerror=alert(1)>"”.');
  });
});

describe('the allocation page', () => {
  it('puts a plan forward where none is in force, and says so', async () => {
    const text = await textAt('/allocation');
    expect(text).toContain('A proposal, not adopted · as at 10 March 2026 synthetic');
    expect(text).toContain('The other 37 officers are handed out one by one.');
    expect(text).toContain('All 37 wards');
    expect(text).toContain('The 37 extra officers end here. Next in line:');
  });

  it('shows the plan for other numbers, with a reason for every officer', async () => {
    const answer = await pages.get('/allocation?dwo=118&pcso=48');
    const text = textOf(answer.body);
    expect(text).toContain('Tried out, not adopted');
    expect(text).toContain('The other 44 officers are handed out one by one.');
    expect(answer.body.match(/ got the \d+(st|nd|rd|th) of 44 extra officers: /g)).toHaveLength(44);
    expect(answer.body.match(/ got the \d+(st|nd|rd|th) of 11 extra PCSOs: /g)).toHaveLength(11);
  });

  it('gives a browser the figures of every part of the form, and nothing beyond what pages show anyone', async () => {
    const visitor = pages.as({ kind: 'visitor' });
    const answer = await visitor.get('/allocation/what-if.json?weight-burglary=5&weight-nonsense=5');
    const figures: WhatIfFigures = answer.json();
    expect(Object.keys(figures).toSorted()).toEqual(['components', 'demand', 'hexPlaces', 'start']);
    expect(figures.components).toContain('burglary');
    expect(figures.components).not.toContain('nonsense');
    expect(figures.demand.parts.map(({ component }) => component).toSorted()).toEqual(figures.components.toSorted());
    expect(figures.demand.wards).toHaveLength(37);
    expect(solveForm(figures, { dwo: '118', pcso: '48' }).plan).toMatchObject({
      kind: 'optimal',
      officers: { dwo: 118 },
    });
  });

  it('says that weights which do not sum to 100 were rescaled', async () => {
    const weights = '&weight-recorded-crime=50&weight-residents=40';
    const others = ['violence-and-robbery', 'anti-social-behaviour', 'violence-against-women-and-girls', 'deprivation'];
    const text = await textAt(`/allocation?dwo=118${weights}${others.map((name) => `&weight-${name}=0`).join('')}`);
    expect(text).toContain('The weights sum to 90, not 100. They were rescaled, each in proportion.');
    expect(text).toContain('Recorded crime 55.6%');
  });

  it('keeps what was typed wrongly and says what to do', async () => {
    const answer = await pages.get('/allocation?dwo=lots&pcso=48&floor-dwo=3');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('<title>Error: Allocation – Wardroom</title>');
    expect(answer.body).toContain('<a href="#dwo">Officers must be a whole number, such as 118.</a>');
    expect(answer.body).toContain('value="lots"');
    expect(answer.body).toMatch(/id="floor-dwo"[^>]*value="3"/);
  });

  it('answers numbers that no plan can meet with the rule that stands in the way', async () => {
    const answer = await pages.get('/allocation?dwo=70');
    expect(answer.statusCode).toBe(200);
    expect(textOf(answer.body)).toContain(
      "No plan. The floor needs 74 officers (37 wards × 2) and there are 70. Add 4 officers or change the rule 'ward floor'.",
    );
    expect(answer.body).toMatch(/id="dwo"[^>]*value="70"/);
    expect(await textAt('/allocation?dwo=300')).toContain('The ceiling leaves room for 259 officers (37 wards × 7)');
  });

  it('says which parts are missing when none has figures on the day', async () => {
    const text = await textAt('/allocation?as-at=2019-01-01');
    expect(text).toContain('No plan. No part of demand has figures for these wards and months.');
    expect(text).toContain('Import files');
  });

  it('writes hostile fields as text', async () => {
    const answer = await pages.get(`/allocation?dwo=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(answer.body).not.toContain('<script>alert');
    expect(answer.body).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
  });
});
