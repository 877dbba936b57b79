import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { browserPath, openAs, visit } from './browser.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
vi.setConfig({ testTimeout: 300_000 });

describe.skipIf(chromium === null)('posts and people of the demonstration, by keyboard', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  });
  afterAll(() => server?.close());

  it.each(readers('with script'))(
    'an inspector reads the unit, a borough, a ward and the check, %s',
    async (_, reader) => {
      const { page, look, close } = await visit(chromium ?? '', server.address, reader);
      const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().press('Enter');
      const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
      /** The page as it stands, and as a phone shows it. */
      const lookTwice = async (name: string) => {
        await look(name);
        await page.setViewportSize({ width: 320, height: 800 });
        await look(`${name}, narrow`);
        await page.setViewportSize({ width: reader.width, height: 800 });
      };
      try {
        await openAs(page, 'Inspector', '/organisation/changes');
        await title('Before and after');
        await follow('The unit');
        await title('Posts and people of Central North');
        await lookTwice('posts of the unit');
        const below = page.getByRole('table', { name: /Below, or at the floor/ }).getByRole('link');
        const ward = await below.first().innerText();

        await follow('Camden');
        await title('Camden');
        await page.getByText('shared with Islington, half').first().waitFor();
        await lookTwice('posts of a borough');

        await page
          .getByRole('navigation', { name: 'Workforce' })
          .getByRole('link', { name: 'The unit' })
          .press('Enter');
        await below.first().press('Enter');
        await title(ward);
        expect(await page.getByRole('heading', { name: 'Days below the floor' }).count()).toBe(1);
        await lookTwice('posts of a ward');
        await page.getByLabel('As at').fill('2024-06-01');
        await page.getByRole('button', { name: 'Show' }).press('Enter');
        await page.getByText('as at 1 June 2024').waitFor();

        await follow('Check of the rules');
        await page.getByText('as at 1 June 2024').first().waitFor();
        await look('check of the rules');
      } finally {
        await close();
      }
    },
  );
});
