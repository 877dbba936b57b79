import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { signedIn } from '../builders/signed-in.ts';
import { browserPath, visit } from './browser.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
vi.setConfig({ testTimeout: 300_000 });

describe('the demonstration’s ring-fence', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  }, 300_000);
  afterAll(() => server.close());

  it('has a day, a record and a team to look at, for the officer and the sergeant that one may sign in as', async () => {
    const see = async (cookie: string, path: string) => {
      const answer = await fetch(`${server.address}${path}`, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.text();
    };
    const officer = await signedIn(server.address, 'Officer');
    expect(await see(officer, '/today')).toContain('Today in Bloomsbury');
    expect(await see(officer, '/ringfence/mine')).toContain('Olu Demo-Officer');
    await see(officer, '/ringfence/mine.json');
    const sergeant = await signedIn(server.address, 'Sergeant');
    const team = await see(sergeant, '/ringfence/team');
    expect(team).toContain('Olu Demo-Officer');
    const steps = [...team.matchAll(/href="(\/ringfence\/team\/absences\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(steps.length).toBeGreaterThan(0);
    for (const path of steps.slice(0, 3)) await see(sergeant, path);
  });

  it.skipIf(chromium === null).each(readers('without script'))(
    'shows a resident a closed month, %s',
    async (_name, reader) => {
      const { page, look, close } = await visit(chromium ?? '', server.address, reader);
      try {
        await page.goto('/ringfence');
        await page.getByText('hours were spent elsewhere').first().waitFor();
        await look('ring-fence of the unit');
        await page.getByRole('table').getByRole('link', { name: 'Bloomsbury' }).first().click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await look('ring-fence of a ward');
      } finally {
        await close();
      }
    },
  );
});
