import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { browserPath, visit } from './browser.ts';
import { keyboardOf } from './keyboard.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
vi.setConfig({ testTimeout: 300_000 });

describe.skipIf(chromium === null)('what changed, and how sure one can be, by keyboard', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  });
  afterAll(() => server?.close());

  it.each(readers('without script'))(
    'from the fourth question to a borough, a measure and its months, %s',
    async (_, reader) => {
      const { page, look, close } = await visit(chromium ?? '', server.address, reader);
      const keyboard = keyboardOf(page);
      try {
        await page.goto('/');
        await keyboard.press(page.getByRole('link', { name: 'Is it working?' }));
        await page.getByRole('heading', { level: 1, name: 'What changed, and how sure can we be?' }).waitFor();
        await look('performance of the unit');

        await page.getByLabel('Area').selectOption({ label: 'Islington (borough)' });
        await keyboard.press(page.getByRole('button', { name: 'Show' }));
        await page.getByText('larger than years here usually bring: theft from motor vehicles, fewer.').waitFor();
        const row = page.getByRole('row', { name: /^Theft from motor vehicles/ });
        await row.getByText('Fewer, clear of chance').waitFor();
        await keyboard.press(page.getByRole('link', { name: 'Show the test of the counts alone' }));
        await page.getByRole('heading', { name: 'The counts alone, beside the test that is used' }).waitFor();
        await look('performance of a borough with both tests');

        await keyboard.press(row.getByRole('link'));
        await page.getByRole('heading', { level: 1, name: 'Theft from motor vehicles' }).waitFor();
        await page.getByRole('img', { name: /^Control chart of theft from motor vehicles in Islington/ }).waitFor();
        await keyboard.press(page.locator('summary', { hasText: 'Every month as a table' }));
        await page.getByRole('rowheader', { name: 'February 2026' }).waitFor();
        await look('a measure with its months open');

        await keyboard.press(
          page
            .getByRole('table', { name: /^Theft from motor vehicles/ })
            .getByRole('link')
            .first(),
        );
        await page.getByText('Arsenal, Islington').first().waitFor();
        await look('a measure of a ward');

        await page.goto('/performance?area=Islington&period=2024-25&against=2024-04..2024-06');
        await page.getByRole('heading', { name: 'That could not be compared' }).waitFor();
        expect(await page.getByLabel('Period').inputValue()).toBe('2024-25');
        await look('periods that overlap');
      } finally {
        await close();
      }
    },
  );
});
