import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { afterEachFile } from '../after-each-file.ts';
import { ALL_JOURNEYS } from './readers.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The narrowest window that every page must fit, in pixels: WCAG 2.2, 1.4.10. */
const NARROW = 320;

/** Where a browser for the journeys is: CHROMIUM_PATH, or Debian's chromium; null where there is none. */
export async function browserPath(): Promise<string | null> {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return access(path, constants.X_OK).then(
    () => path,
    () => null,
  );
}

/** How a reader comes: the width of the page, and whether scripts run. */
export interface Reader {
  width: number;
  script: boolean;
  /** True where the journey cuts the network: requests that are lost then are no complaint. */
  losesNetwork?: boolean;
}

/** A page that every look at checks. */
export interface Visit {
  page: Page;
  /**
   * Checks the page as it stands: no axe violation, nothing wider than the page at its width and at 320 px, no error on
   * the console (which is where a broken content security policy is told). What was looked at under the same name before
   * is not given to axe again, unless JOURNEYS=all. Keeps a picture when JOURNEY_PICTURES names a folder.
   */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The browser of this file of tests, once something asked for it. */
let running: Promise<Browser> | null = null;

afterEachFile(async () => {
  const browser = await running;
  running = null;
  await browser?.close();
});

/** Begins one journey with nothing remembered: contexts of a browser share nothing, and starting one takes longer. */
export async function visit(
  executablePath: string,
  baseURL: string,
  { width, script, losesNetwork = false }: Reader,
): Promise<Visit> {
  running ??= chromium.launch({ executablePath, args: FLAGS });
  const browser = await running;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
    locale: 'en-GB',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = complaintsOf(context, baseURL, losesNetwork);
  const seen = new Set<string>();
  return {
    page,
    async look(name) {
      const label = `${name} at ${width} px ${script ? 'with' : 'without'} script`;
      await picture(page, label);
      if (ALL_JOURNEYS || !seen.has(name)) {
        const violations = script ? axeViolations(page) : axeViolationsOfCopy(browser, page);
        expect(await violations, `axe, ${label}`).toEqual([]);
      }
      seen.add(name);
      expect(await overflow(page), `pixels wider than the page, ${label}`).toBeLessThanOrEqual(0);
      if (width > NARROW) {
        await page.setViewportSize({ width: NARROW, height: 800 });
        expect(await overflow(page), `pixels wider than a page of ${NARROW} px, ${label}`).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width, height: 800 });
        // On a busy machine the page is laid out at the old width for a while, and its text is another.
        await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      }
      expect(complaints, `console, ${label}`).toEqual([]);
    },
    async close() {
      await context.close();
    },
  };
}

/** Goes to a page that needs somebody, signing in as a made-up person of the demonstration where nobody is yet. */
export async function openAs(page: Page, role: string, path: string): Promise<void> {
  await page.goto(path);
  const button = page.getByRole('button', { name: role, exact: true });
  if ((await button.count()) === 0) return;
  await button.click();
  await page.waitForURL(`**${path}`);
}

/** The same as somebody else: signs out first. */
export async function openAsAnother(page: Page, role: string, path: string): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await openAs(page, role, path);
}

/** What axe finds wrong with a page as it stands. */
async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** Axe is a script: for a reader without, it looks at a copy of the page, in which the page's own scripts do not load. */
async function axeViolationsOfCopy(browser: Browser, page: Page): Promise<string[]> {
  const address = page.url();
  const body = await page.content();
  const copy = await browser.newContext({ viewport: page.viewportSize() });
  try {
    const copied = await copy.newPage();
    await copied.route('**/*', (route) => {
      const kind = route.request().resourceType();
      if (kind === 'document') return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      return kind === 'script' ? route.abort() : route.continue();
    });
    await copied.goto(address);
    return await axeViolations(copied);
  } finally {
    await copy.close();
  }
}

/** How many pixels more than its window a page is wide. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Errors on the console and requests to anywhere else, as they come; answers of 4xx are part of the journeys. */
function complaintsOf(context: BrowserContext, baseURL: string, losesNetwork: boolean): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const expected = /the server responded with a status of 4\d\d/.test(message.text());
    const lost = losesNetwork && /net::ERR_/.test(message.text());
    if (message.type() === 'error' && !expected && !lost) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    if (!request.url().startsWith(baseURL)) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
}
