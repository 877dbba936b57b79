import type { Browser } from 'playwright-core';
import { h, type VNode } from 'preact';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../../src/platform/access/index.ts';
import { html, PUBLISHED } from '../../src/platform/web/index.ts';
import { importFiles } from '../../src/sources/service.ts';
import { mountEveryRoute } from '../builders/every-route.ts';
import { holdFigures } from '../builders/held-figures.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';
import { filesIn } from '../builders/written-files.ts';
import { browserPath } from './browser.ts';
import { type Achieved, launch, readHostile, watched } from './hostile-browser.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const chromium = await browserPath();
const NOTHING = { ran: 0, armed: [] };
const person: Principal = { kind: 'person', person: 'person:1', grants: [], demonstration: false, steppedUp: false };
vi.setConfig({ testTimeout: 300_000 });

/**
 * The texts for one of the places that show one text a page: every third, another third from place to place, so that all
 * two hundred are tried in three places or more. HOSTILE=all tries all in each.
 */
const textsFor = (place: number): readonly string[] =>
  process.env.HOSTILE === 'all' ? HOSTILE_TEXTS : HOSTILE_TEXTS.filter((_, at) => at % 3 === place % 3);

it('has two hundred hostile texts, no two alike', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
});

describe.skipIf(chromium === null)('a hostile text', () => {
  let pages: PageServer;
  let browser: Browser;
  const bodies = async (asks: readonly Promise<{ body: string }>[]) =>
    (await Promise.all(asks)).map(({ body }) => body);

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
    pages = await pageServer(async (server, deps) => {
      await mountEveryRoute(server, deps);
      server.get('/unescaped/:at', { config: { access: PUBLISHED } }, async (request, reply) => {
        const { at } = request.params as { at: string };
        // Written as no page of ours may be.
        const unescaped = h('p', { dangerouslySetInnerHTML: { __html: HOSTILE_TEXTS[Number(at)] ?? '' } }) as VNode;
        return html(reply, unescaped);
      });
    });
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  it('is found out by these very eyes where a page does not escape it', async () => {
    const answered = await bodies(HOSTILE_TEXTS.map((_, at) => pages.get(`/unescaped/${at}`)));
    const achieved = await readHostile(browser, answered);
    expect(achieved.ran).toBeGreaterThan(60);
    expect(achieved.armed.length).toBeGreaterThan(120);
  });

  it('runs nothing even there under the content security policy', async () => {
    const address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
    const context = await browser.newContext();
    const achieved: Achieved = { ran: 0, armed: [] };
    const page = await watched(context, achieved);
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 4) await page.goto(`${address}/unescaped/${at}`);
    await context.close();
    expect(achieved.ran).toBe(0);
  });

  it('is text as the name of a publication and of its importer', async () => {
    for (const text of HOSTILE_TEXTS)
      await holdFigures(pages.system.records, [], { vintage: text.replaceAll('\0', ''), kind: 'mps-ward' });
    const count = Math.ceil(HOSTILE_TEXTS.length / 20);
    const answered = await bodies(Array.from({ length: count }, (_, at) => pages.get(`/import?page=${at + 1}`)));
    expect(answered.join('')).toContain('&lt;script>canary()');
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });

  it('is text as the name of a file', async () => {
    const answered: string[] = [];
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 20) {
      const files = HOSTILE_TEXTS.slice(at, at + 20).map((text) => ({
        name: `${text.replaceAll(/[\r\n]/g, ' ')}.csv`,
        bytes: 'a,b\n1,2\n',
      }));
      const { headers } = await pages.postFiles('/import', files);
      answered.push((await pages.get(String(headers.location))).body);
    }
    expect(answered.join('')).toMatch(/&lt;img src=x onerror=canary\(\)/);
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });

  it.each([
    [0, 'a ward', (text: string) => `/ward/${encodeURIComponent(text)}`],
    [1, 'a day', (text: string) => `/?as-at=${encodeURIComponent(text)}`],
    [2, 'a measure', (text: string) => `/measures/${encodeURIComponent(text)}`],
    [3, 'a place', (text: string) => `/measures/theft?area=${encodeURIComponent(text)}`],
    [
      4,
      'a number of officers',
      (text: string) => `/allocation?dwo=${encodeURIComponent(text)}&pcso=${encodeURIComponent(text)}`,
    ],
    [5, 'a table', (text: string) => `/open-data/${encodeURIComponent(text)}`],
    [6, 'a page to come back to', (text: string) => `/sign-in?next=${encodeURIComponent(text)}`],
  ])('%i: is text as the name of %s in an address', async (place, _what, address) => {
    const answered = await bodies(textsFor(place).map((text) => pages.get(address(text))));
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });

  it('is text as the name of who is signed in, and of their roles', async () => {
    const answered = await bodies(
      textsFor(0).map((text) => pages.as(person, { name: text, roles: text }).get('/nothing')),
    );
    expect(answered[0]).toContain('&lt;script>canary()&lt;/script>');
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });

  it('is text in a question about an area, and as the name of a feature', async () => {
    const files = { 'wards.geojson': madeWardBoundaries(), 'street.csv': madeStreetFile([{ id: 'a' }]) };
    await importFiles(pages.platform, await filesIn(pages.platform.dataFolder, files), { vintage: 'spring' });
    const asked = textsFor(0).map((text) =>
      pages.postFiles('/area-count', [], {
        what: text.slice(0, 200),
        from: text.slice(0, 200),
        to: '2024-01',
        vintage: '',
        geojson: text,
      }),
    );
    const named = HOSTILE_TEXTS.slice(0, 1).map(() =>
      pages.postFiles('/area-count', [], {
        what: 'street',
        from: '2024-01',
        to: '2024-01',
        vintage: '',
        geojson: featuresNamed(HOSTILE_TEXTS),
      }),
    );
    const answered = await bodies([...asked, ...named]);
    expect(answered.join('')).toContain('&lt;script>canary()');
    expect(await readHostile(browser, answered)).toEqual(NOTHING);
  });
});

function featuresNamed(names: readonly string[]): string {
  const ring = [
    [-0.12, 51.53],
    [-0.11, 51.53],
    [-0.11, 51.54],
    [-0.12, 51.54],
    [-0.12, 51.53],
  ];
  const features = names.map((name) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
