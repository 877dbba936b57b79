import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callAway } from '../../src/ringfence/absences/absence-service.ts';
import { planDuty } from '../../src/ringfence/duties/duty-service.ts';
import { teamRoutes } from '../../src/ringfence/team/team-routes.tsx';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { type RingfenceRecords, ringfencePrincipal, ringfenceRecords } from '../builders/ringfence-records.ts';
import { browserPath, type Reader, visit } from './browser.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 120_000 });
const NOW = new Date('2026-03-10T15:30:00Z');

/** Each reader looks at an officer of their own. */
const READERS: (Reader & { officer: string; name: string })[] = [
  { width: 360, script: true, officer: 'BLO-1', name: 'Ana Cole' },
  { width: 1280, script: false, officer: 'BLO-2', name: 'Ben Okafor' },
];

describe.skipIf(chromium === null)('a sergeant and their team, in a browser', () => {
  let pages: PageServer;
  let kept: RingfenceRecords;
  let address: string;
  const duties = new Map<string, number>();
  beforeAll(async () => {
    pages = await pageServer((server) => teamRoutes(server), NOW, { assetsFolder: ASSETS });
    kept = await ringfenceRecords(pages.database, { now: NOW });
    for (const reference of ['BLO-1', 'BLO-2', 'HOL-1'])
      for (const day of ['2026-03-09', '2026-03-10']) {
        const officer = kept.officers[reference] ?? -1;
        const at = { day, start: '14:00', end: '22:00' };
        const duty = await planDuty(kept.as('inspector'), { officer, ...at, kind: 'ward' });
        duties.set(`${reference} ${day}`, duty.id);
      }
    address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => pages?.close());

  it.each(READERS)('at $width px, script $script: sees, confirms, corrects, is refused', async (reader) => {
    const { page, look, close } = await visit(chromium ?? '', address, reader);
    const sergeant = pages.as(ringfencePrincipal('sergeant'));
    await page.context().addCookies([...sergeant.cookies].map(([name, value]) => ({ name, value, url: address })));
    const row = (name: string) => page.locator('#team-now tr', { hasText: name });
    const away = (day: string, time: string, rest: Pick<Parameters<typeof callAway>[1], 'reason' | 'order'>) =>
      callAway(kept.as('sergeant'), {
        id: randomUUID(),
        duty: duties.get(`${reader.officer} ${day}`) ?? -1,
        from: new Date(`${day}T${time}:00Z`),
        to: null,
        ...rest,
      });

    await page.goto('/ringfence/team');
    await row(reader.name).getByText('On the ward').waitFor();
    await away('2026-03-10', '15:10', { reason: 'custody', order: { by: 'duty-inspector' } });
    if (!reader.script) await page.getByRole('link', { name: 'Look again' }).press('Enter');
    await row(reader.name).getByText('Away since 15:10').waitFor({ timeout: 15_000 });
    await row(reader.name).getByText('Custody, by order of the duty inspector.').waitFor();
    if (reader.script) expect(await page.locator('[data-live-said]').textContent()).toContain('called away');

    // An order of their own, on another day: not theirs to confirm.
    const person = ringfencePrincipal('sergeant').person;
    await away('2026-03-09', '20:00', { reason: 'scene-guard', order: { by: 'ward-sergeant', person } });
    await page.reload();
    const own = page.locator('[aria-labelledby="to-confirm"] tr', { hasText: 'Guarding a scene' });
    const theirs = own.filter({ hasText: reader.name });
    await theirs.getByText('You ordered this, so somebody else confirms or corrects it').waitFor();
    expect(await theirs.getByRole('button').count()).toBe(0);
    await look('what needs confirming');

    await page
      .getByRole('link', { name: new RegExp(`^Correct\\W+Custody of ${reader.name} on 10 March 2026`) })
      .press('Enter');
    await page.getByLabel('Away from').fill('15:20');
    await page.getByRole('button', { name: 'Correct it' }).press('Enter');
    await page.getByRole('link', { name: 'Say in a sentence why it is corrected.' }).waitFor();
    await look('a correction without a reason');
    await page.getByLabel('Why it is corrected').fill('The log says 15:20.');
    await page.getByRole('button', { name: 'Correct it' }).press('Enter');
    await page.getByText('What was recorded before stays beside it.').waitFor();
    await row(reader.name).getByText('Away since 15:20').waitFor();

    await page
      .getByRole('button', { name: new RegExp(`^Confirm\\W+Custody of ${reader.name} on 10 March 2026`) })
      .press('Enter');
    await page.getByText('1 record confirmed.').waitFor();
    await page.getByLabel(`Tick the duty of ${reader.name} on 9 March 2026`).press('Space');
    await page.getByRole('button', { name: 'Confirm those that are ticked' }).press('Enter');
    await page.getByText('1 record confirmed.').waitFor();
    expect(await page.getByLabel(`Tick the duty of ${reader.name} on 9 March 2026`).count()).toBe(0);
    await close();
  });
});
