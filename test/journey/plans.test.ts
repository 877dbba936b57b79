import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adoptPlan } from '../../src/allocation/service.ts';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { holdApprovers, somebody } from '../builders/approvers.ts';
import { holdDemonstration } from '../builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../builders/page-server.ts';
import { browserPath, visit } from './browser.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 300_000 });

describe.skipIf(chromium === null)('a plan from proposal to withdrawal, by three people in a browser', () => {
  let pages: PageServer;
  let address: string;
  beforeAll(async () => {
    pages = await pageServer(
      async (server, deps) => {
        await ensureReferenceAreas(deps.system);
        await ensureReferenceUnit(deps.system);
        await holdDemonstration(deps.system.records);
        await adoptPlan(deps.system, { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48 });
        await holdApprovers(deps.system.records, ['b', 'c']);
        deskRoutes(server);
      },
      undefined,
      { assetsFolder: ASSETS },
    );
    address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => pages?.close());

  it.each(readers('without script'))('by keyboard, %s', async (_name, reader) => {
    const { page, look, close } = await visit(chromium ?? '', address, reader);
    const become = async (asker: Asker) => {
      await page.context().clearCookies();
      await page.context().addCookies([...asker.cookies].map(([name, value]) => ({ name, value, url: address })));
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const officers = reader.script ? 121 : 120;

    await become(pages.as(somebody('a', 'analyst')));
    await page.goto(`/allocation?dwo=${officers}&pcso=48`);
    await page.locator('summary', { hasText: 'Plan sergeants' }).press('Enter');
    await page.getByLabel('Sergeants', { exact: true }).fill('27');
    await page.locator('summary', { hasText: 'Side rules' }).press('Enter');
    await page.getByLabel('Camden', { exact: true }).fill('60');
    await press('Show the plan');
    await page.getByText('led by 27 sergeants').waitFor();
    await look('a plan with sergeants and side rules');
    await page.goto('/allocation/rules');
    await look('every rule');
    await page.goto(`/allocation?dwo=${officers}&pcso=48`);
    await page.getByRole('link', { name: 'Propose the plan on this page' }).press('Enter');
    await page.getByRole('heading', { name: 'Propose this plan?' }).waitFor();
    await look('propose');
    await press('Propose');
    await page.getByText('The plan is proposed: somebody else can approve it.').waitFor();
    await look('proposed');
    const plan = new URL(page.url()).pathname;

    await become(pages.as(somebody('b', 'command')));
    await page.goto('/allocation/plans');
    await look('every plan');
    await page.goto(`${plan}/approve`);
    await page.getByText('gains 1 officer').first().waitFor();
    await look('approval');
    await press('Approve and publish');
    await page.getByText('The plan is in force from 10 March 2026.').waitFor();

    await become(pages.as({ kind: 'visitor' }));
    await page.goto(plan);
    await page.getByText('In force since 10 March 2026').first().waitFor();
    await look('a plan that is published');

    await become(pages.as(somebody('c', 'command')));
    await page.goto(`${plan}/approve`);
    await press('Withdraw');
    await page.getByRole('link', { name: 'Say why it is withdrawn' }).waitFor();
    await page.getByLabel('Why it is withdrawn').fill('It was counted twice.');
    await press('Withdraw');
    await page.getByRole('heading', { name: 'This plan was withdrawn' }).waitFor();
    await look('a plan that was withdrawn');
    expect(await page.getByText('It was counted twice.').count()).toBeGreaterThan(0);
    await close();
  });
});
