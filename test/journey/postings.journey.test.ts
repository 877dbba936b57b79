import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { postingsRoutes } from '../../src/organisation/postings/postings-routes.tsx';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { sharingRoutes } from '../../src/organisation/sharing/sharing-routes.tsx';
import { CAMDEN, personWith, UNIT } from '../builders/each-principal.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { postOfficers } from '../builders/posted-officers.ts';
import { browserPath, type Reader, visit } from './browser.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 120_000 });

const READERS: Reader[] = [
  { width: 320, script: false },
  { width: 1280, script: true },
];

describe.skipIf(chromium === null)('an inspector and the post book, in a browser', () => {
  let pages: PageServer;
  let address: string;
  beforeAll(async () => {
    pages = await pageServer(
      async (server, { system }) => {
        await ensureReferenceAreas(system);
        await ensureReferenceUnit(system);
        await postOfficers(system.records);
        postingsRoutes(server, { floorOn: () => ({ dwo: 2, pcso: 1 }) });
        sharingRoutes(server, { demandShares: async () => null });
      },
      undefined,
      { assetsFolder: ASSETS },
    );
    address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => pages?.close());

  it.each(READERS)('at $width px, script $script: posts, is refused, records an absence, books', async (reader) => {
    const { page, look, close } = await visit(chromium ?? '', address, reader);
    const inspector = pages.as(personWith('inspector', { unit: UNIT, borough: CAMDEN, ward: null }));
    await page.context().addCookies([...inspector.cookies].map(([name, value]) => ({ name, value, url: address })));
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const follow = (name: string) => page.getByRole('link', { name, exact: true }).press('Enter');
    // Each reader does it for days of their own.
    const [year, half] = reader.script ? ['2027', '0.4'] : ['2026', '0.5'];

    await page.goto('/organisation/postings');
    await page.getByLabel('Name, number, post or ward').fill('Stone');
    await press('Look');
    await follow('Eve Stone');
    await follow('Post to another post');
    await page.getByLabel('Ward, title, rank or reference').fill('Bloomsbury');
    await press('Look');
    await page.getByLabel('BLO-3').check();
    await look('a post chosen');
    await press('Go on');
    await page.getByLabel('First day').fill(`${year}-04-01`);
    await page.getByLabel('Last day').fill(`${year}-09-30`);
    await page.getByLabel('Fraction of their time').fill(half);
    await press('Post them');
    await page.getByText('The officer is posted.').waitFor();

    await follow('Post to another post');
    await page.getByLabel('CAM-FAITH').check();
    await press('Go on');
    await page.getByLabel('First day').fill(`${year}-05-01`);
    await page.getByLabel('Unit they come from').fill('Central East');
    await press('Post them');
    await page.getByRole('link', { name: /Eve Stone \(301\) would be posted 1[.][45] from 1 May/ }).waitFor();
    await look('double booking refused');
    expect(await page.getByLabel('First day').inputValue()).toBe(`${year}-05-01`);
    expect(await page.getByLabel('Unit they come from').inputValue()).toBe('Central East');

    await page.getByRole('link', { name: 'Eve Stone', exact: true }).press('Enter');
    await follow('Record an absence or adjusted duties');
    await page.getByLabel('What it is').selectOption('Absent');
    await page.getByLabel('First day').fill(`${year}-06-01`);
    await page.getByLabel('Last day').fill(`${year}-06-30`);
    await press('Record it');
    await page.getByText('It is recorded.').waitFor();
    await look('absence recorded');

    await page.goto('/organisation/sharing');
    await follow('Patrol van');
    await page.getByLabel('Day').fill(`${year}-03-27`);
    await page.getByLabel('From').fill('22:00');
    await page.getByLabel('To', { exact: true }).fill('07:00');
    await page.getByLabel('What for').fill('Night patrol');
    await press('Book it');
    await page.getByText('It is booked.').waitFor();
    await look('van booked');
    await page.goto(`/organisation/sharing/report?from=${year}-03-01&to=${year}-03-31&by=wards`);
    await look('fair share');
    await close();
  });
});
