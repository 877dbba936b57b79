import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { geographyRoutes } from '../../src/geography/routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { measuresRoutes } from '../../src/measures/routes.tsx';
import { organisationRoutes } from '../../src/organisation/routes.tsx';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { givenOutSeries, seriesAsAsked } from '../../src/performance/service.ts';
import { sourcesRoutes } from '../../src/sources/routes.tsx';
import { importFiles } from '../../src/sources/service.ts';
import { holdDemonstration } from '../builders/held-figures.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';
import { filesIn } from '../builders/written-files.ts';
import { browserPath } from './browser.ts';
import { launch } from './hostile-browser.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 300_000 });

/** Pages with every kind of script there is: maps with a worker, forms that are helped, a table, nothing at all. */
const PAGES = ['/', '/ward/E05013653', '/area-count', '/import', '/allocation', '/measures', '/open-data', '/nothing'];

describe.skipIf(chromium === null)('the content security policy', () => {
  let pages: PageServer;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
    pages = await pageServer(
      async (server, deps) => {
        await ensureReferenceAreas(deps.system);
        await ensureReferenceUnit(deps.system);
        await holdDemonstration(deps.system.records);
        deskRoutes(server);
        organisationRoutes(server, { floorOn: () => ({ dwo: 2, pcso: 1 }), demandShares: async () => null });
        measuresRoutes(server, { onPages: seriesAsAsked, inFiles: givenOutSeries });
        sourcesRoutes(server, deps);
        geographyRoutes(server);
      },
      undefined,
      { assetsFolder: ASSETS },
    );
    const files = { 'wards.geojson': madeWardBoundaries(), 'street.csv': madeStreetFile([{ id: 'a' }]) };
    await importFiles(pages.platform, await filesIn(pages.platform.dataFolder, files), { vintage: 'spring' });
    address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  it.each(PAGES)('is kept by %s, whose scripts run', async (path) => {
    const context = await browser.newContext();
    const broken: string[] = [];
    const loaded: string[] = [];
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted|TrustedScript|Refused to/i.test(message.text())) broken.push(message.text());
    });
    context.on('weberror', (error) => broken.push(String(error.error())));
    context.on('response', (answer) => loaded.push(`${new URL(answer.url()).pathname} ${answer.status()}`));
    const page = await context.newPage();
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const islands = await page.locator('script[src]').count();
    expect(loaded.filter((each) => /\/islands\/[\w-]+\.js 200/.test(each))).toHaveLength(islands);
    expect(broken).toEqual([]);
    if (path === '/area-count') {
      expect(loaded).toContain('/assets/maplibre/maplibre-gl.mjs 200');
      expect(await page.evaluate(canStartWorker)).toBe('started');
    }
    await context.close();
  });

  it('tells of a script that has no nonce, so that the others could have failed', async () => {
    const context = await browser.newContext();
    const broken: string[] = [];
    context.on('console', (message) => broken.push(message.text()));
    const page = await context.newPage();
    await page.goto(`${address}/measures`);
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('script'), { src: '/assets/islands/enhance.js' })),
    );
    await page.waitForTimeout(300);
    expect(broken.join()).toContain('Content Security Policy');
    await context.close();
  });
});

/** Runs in the browser: what MapLibre does first, whether or not there is WebGL here. */
function canStartWorker(): Promise<string> {
  return new Promise((resolve) => {
    const worker = new Worker('/assets/maplibre/maplibre-gl-worker.mjs', { type: 'module' });
    worker.addEventListener('error', (event) => resolve(`refused: ${event.message}`));
    setTimeout(() => resolve('started'), 1_000);
  });
}
