import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { browserPath, type Reader, type Visit, visit } from './browser.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
const STYLES = fileURLToPath(new URL('../../dist/assets/wardroom.css', import.meta.url));

/** A journey takes seconds; a busy machine may take minutes. */
vi.setConfig({ testTimeout: 300_000 });

describe.skipIf(chromium === null)('the measures', () => {
  let server: RunningServer;
  beforeAll(async () => {
    await access(STYLES).catch(() => {
      throw new Error('The styles are not built: run "npm run build" first.');
    });
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  });
  afterAll(() => server.close());

  async function travel(reader: Reader, journey: (visit: Visit) => Promise<void>): Promise<void> {
    const visited = await visit(chromium ?? '', server.address, reader);
    try {
      await journey(visited);
    } finally {
      await visited.close();
    }
  }

  it.each(readers('without script'))(
    'from the catalogue to a ward’s figures and the file of them, %s',
    async (_name, reader) => {
      await travel(reader, async ({ page, look }) => {
        await page.goto('/');
        await page.getByRole('link', { name: 'Measures' }).click();
        await page.getByRole('heading', { level: 1, name: 'What is measured' }).waitFor();
        await look('measures');
        await page.getByText(/^No file held yet/).click();
        await look('measures with those that have no file open');
        await page.getByRole('link', { name: 'Burglary', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Burglary' }).waitFor();
        await look('a measure by borough');
        await page.getByLabel('Area').selectOption({ label: 'Bloomsbury, Camden' });
        await page.getByRole('button', { name: 'Show' }).click();
        await page.getByRole('heading', { level: 1, name: 'Bloomsbury' }).waitFor();
        await page.getByText(/^All \d+ months as a table/).click();
        await page.getByText(/^Source categories it sums/).click();
        await look('a measure of a ward with its tables open');
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: 'CSV', exact: true }).click();
        expect((await download).suggestedFilename()).toBe('burglary-E05013653.csv');
      });
    },
  );

  it.each(readers('with script'))('the open data, %s', async (_name, reader) => {
    await travel(reader, async ({ page, look }) => {
      await page.goto('/open-data');
      await look('open data');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV of Areas' }).click();
      expect((await download).suggestedFilename()).toBe('areas.csv');
    });
  });

  it('another area is chosen by keyboard alone', async () => {
    await travel({ width: 1280, script: true }, async ({ page }) => {
      await page.goto('/measures/burglary');
      const atArea = () => page.evaluate(() => document.activeElement?.id === 'area');
      for (let presses = 0; presses < 30 && !(await atArea()); presses += 1) await page.keyboard.press('Tab');
      expect(await atArea()).toBe(true);
      await page.keyboard.type('Camden (');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/area=E09000007/);
      await page.getByRole('heading', { level: 1, name: 'Camden Burglary' }).waitFor();
    });
  });
});
