import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adoptPlan, planAllocation } from '../../src/allocation/service.ts';
import { loadWhatIf } from '../../src/desk/allocation/service.ts';
import { SaveAsProposal } from '../../src/desk/pages/allocation/open-reviews.tsx';
import { readAllocationForm } from '../../src/desk/read-allocation-form.ts';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { type SolvedForm, solveForm, type WhatIfFigures } from '../../src/desk/what-if/solve-form.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { holdDemonstration } from '../builders/held-figures.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { type RandomForm, randomForms } from '../builders/random-forms.ts';
import { browserPath, visit } from './browser.ts';
import { ALL_JOURNEYS } from './readers.ts';

const chromium = await browserPath();
if (chromium === null)
  process.stdout.write('The what-if is not compared in a browser: no chromium here (CHROMIUM_PATH names one).\n');

const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
const BUNDLE = '/assets/islands/what-if.js';
const TODAY = '2026-03-10';
/** Settings that the browser and the server both solve. */
const SETTINGS = 1000;
/** Reading figures takes the server 40 ms: for all but every 20th setting it reads them once, unless JOURNEYS=all. */
const READ_ANEW = ALL_JOURNEYS ? 1 : 20;
vi.setConfig({ testTimeout: 300_000 });

/** Parts of the page that read the same whether the server or the browser drew them. */
const SAME_REGIONS = ['standing', 'answer', 'how', 'counts', 'next', 'rules', 'why'];

type SolveForm = (figures: WhatIfFigures, form: RandomForm) => SolvedForm;

let pages: PageServer;
let address: string;
beforeAll(async () => {
  pages = await pageServer(
    async (server, deps) => {
      await ensureReferenceAreas(deps.system);
      await ensureReferenceUnit(deps.system);
      await holdDemonstration(deps.system.records);
      await adoptPlan(deps.system, { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48 });
      deskRoutes(server);
    },
    undefined,
    { assetsFolder: ASSETS },
  );
  address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => pages?.close());

/** The whole of an answer as one text whatever the order of its members; what JSON has no word for is spelt out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member === 'number' && !Number.isFinite(member)) return String(member);
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The plan that the server makes of a form, its figures read from the records for this one alone. */
async function planOfServer({ start, components }: WhatIfFigures, form: RandomForm): Promise<unknown> {
  const { asked } = readAllocationForm(form, start, components);
  return asked === null ? null : planAllocation(pages.platform.records, { unit: null, ...asked });
}

async function figuresAndForms(count: number): Promise<{ figures: WhatIfFigures; forms: RandomForm[] }> {
  const figures = await loadWhatIf(pages.platform, {}, TODAY);
  const forms = randomForms(count, figures.components, figures.demand.wards.length, seededRandom(6));
  return { figures, forms };
}

it('the bundle for browsers makes the plans of the server, in Node', async () => {
  const bundle: { solveForm: SolveForm } = await import(pathToFileURL(join(ASSETS, 'islands', 'what-if.js')).href);
  const { figures, forms } = await figuresAndForms(50);
  const sent = JSON.parse(JSON.stringify(figures)) as WhatIfFigures;
  for (const form of forms)
    expect(canonical(bundle.solveForm(sent, form).plan), JSON.stringify(form)).toBe(
      canonical(await planOfServer(figures, form)),
    );
});

describe.skipIf(chromium === null)('in a browser', () => {
  it(`makes the whole of the server’s plan in ${SETTINGS} random settings`, async () => {
    const { figures, forms } = await figuresAndForms(SETTINGS);
    const { page, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    await page.goto('/allocation');
    const bundle = await page.evaluateHandle<{ solveForm: SolveForm }>(`import('${BUNDLE}')`);
    const inOrder = await page.evaluateHandle<typeof canonical>(`(${canonical})`);
    const hashes = await page.evaluate(
      async ({ bundle, inOrder, forms }) => {
        const answer = await fetch('/allocation/what-if.json');
        const figures = await answer.json();
        return Promise.all(
          forms.map(async (form) => {
            const text = new TextEncoder().encode(inOrder(bundle.solveForm(figures, form).plan));
            const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
            return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
          }),
        );
      },
      { bundle, inOrder, forms },
    );
    await close();
    const kinds = new Map<string, number>();
    for (const [place, form] of forms.entries()) {
      const plan = place % READ_ANEW === 0 ? await planOfServer(figures, form) : solveForm(figures, form).plan;
      expect(hashes[place], JSON.stringify(form)).toBe(hashOf(plan));
      const kind = (plan as { kind: string } | null)?.kind ?? 'wrong form';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    // Were every setting alike, their agreement would show little.
    expect(kinds.get('optimal')).toBeGreaterThan(SETTINGS / 4);
    expect(kinds.get('infeasible')).toBeGreaterThan(SETTINGS / 20);
    expect(new Set(hashes).size).toBeGreaterThan(SETTINGS * 0.9);
  });

  it('draws what the server would as a slider moves, keeps the address, and puts the page back', async () => {
    const { page, look, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    const region = (name: string) => page.locator(`[data-region="${name}"]`);
    await page.goto('/');
    await page.goto('/allocation');
    const slider = page.getByLabel('Residents, slider');
    const field = page.getByLabel('Residents', { exact: true });
    await slider.waitFor();
    const before = await region('wards').innerText();
    await look('allocation with sliders');

    await slider.focus();
    for (let presses = 0; presses < 25; presses += 1) await page.keyboard.press('ArrowRight');
    await page.getByText('Tried out, not adopted').waitFor();
    await page.waitForURL('**weight-residents=40*');
    expect(await field.inputValue()).toBe('40');
    await page.getByText('They sum to 125: each counts for its share of that.').waitFor();
    await says(page)
      .filter({ hasText: /(gain|lose)s? / })
      .waitFor();
    expect(await region('wards').innerText()).toMatch(/\d → \d/);
    expect(await region('map').innerText()).toMatch(/\d [+−]\d/);
    await look('allocation after a move');

    const texts = () => Promise.all(SAME_REGIONS.map((name) => region(name).innerText()));
    const drawn = await texts();
    const said = await says(page).innerText();
    await page.reload();
    await slider.waitFor();
    await expect.poll(texts).toEqual(drawn);
    expect(await says(page).innerText()).toBe(said);

    await page.goBack();
    await page.goForward();
    await expect.poll(() => field.inputValue()).toBe('40');
    await page.goto('/allocation');
    await slider.waitFor();
    await field.fill('60');
    await expect.poll(() => slider.inputValue()).toBe('60');
    await page.getByText('Tried out, not adopted').waitFor();
    await page.getByLabel('Officers', { exact: true }).fill('70');
    await says(page).filter({ hasText: 'The floor needs 74 officers' }).waitFor();
    await look('allocation with too few officers, by slider');
    await page.getByRole('link', { name: 'Start again' }).click();
    await region('standing').filter({ hasText: 'In force since' }).waitFor();
    await expect.poll(() => region('wards').innerText()).toBe(before);
    await close();
  });

  it('measures what changes against the plan in force, however often the page is loaded', async () => {
    const { page, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    await page.goto('/allocation');
    const field = page.getByLabel('Residents', { exact: true });
    const inForce = await field.inputValue();
    await field.fill('60');
    await says(page)
      .filter({ hasText: /(gain|lose)s? / })
      .waitFor();
    const said = await says(page).innerText();
    await page.waitForURL('**weight-residents=60*');
    await page.reload();
    await expect.poll(() => says(page).innerText()).toBe(said);
    await page.getByText('Against the plan in force since 1 March 2026.').waitFor();
    await field.fill(inForce);
    await says(page).filter({ hasText: 'No ward’s number changes.' }).waitFor();
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.locator('[data-region="standing"]').filter({ hasText: 'In force since 1 March 2026' }).waitFor();
    expect(new URL(page.url()).search).toBe('');

    await page.goto('/allocation?as-at=2026-02-01&weight-recorded-crime=100');
    await page.getByText('Against the plan this page puts forward, for none is in force.').waitFor();
    await says(page).filter({ hasText: /gain/ }).waitFor();
    expect(await page.locator('#weights-sum').innerText()).toBe('');
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.getByText('A proposal, not adopted').waitFor();
    expect(new URL(page.url()).search).toBe('?as-at=2026-02-01');
    await close();
  });

  it('takes the weights of the form into a proposal even where the plan is the server’s, and no wrong ones', async () => {
    const { page, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    await offerToSave(page);
    await page.goto('/allocation');
    const field = page.getByLabel('Residents', { exact: true });
    const weightSaved = async () =>
      new URL((await page.getByText('Save as your proposal').getAttribute('href')) ?? '', address).searchParams.get(
        'weight-residents',
      );
    const propose = page.locator('#what-if-propose');
    await field.fill('50');
    await says(page)
      .filter({ hasText: /(gain|lose)s? / })
      .waitFor();
    await expect.poll(weightSaved).toBe('50');
    await expect.poll(() => propose.locator('a').getAttribute('href')).toContain('weight-residents=50&');
    await page.getByText('Change the floors and ceilings, or the day').click();
    await page.getByLabel('As at').fill('2026-03-09');
    await field.fill('80');
    await says(page).filter({ hasText: 'Another day has other figures' }).waitFor();
    await expect.poll(weightSaved).toBe('80');
    await page.getByText('They sum to 165: each counts for its share of that.').waitFor();
    await propose.waitFor({ state: 'hidden' });
    for (const wrong of ['-3', '']) {
      await field.fill(wrong);
      await says(page).filter({ hasText: 'The weight of residents must be a number of 0 or more' }).waitFor();
      await page.getByText('Save as your proposal').waitFor({ state: 'hidden' });
      expect(await propose.isHidden()).toBe(true);
    }
    await page.waitForURL('**weight-residents=&*');
    await page.reload();
    await page.getByText('There is a problem').waitFor();
    expect(await page.getByText('Save as your proposal').isHidden()).toBe(true);
    await close();
  });

  it('remembers that the figures did not arrive, and follows the form all the same', async () => {
    const { page, close } = await visit(chromium ?? '', address, { width: 1280, script: true });
    await offerToSave(page);
    await page.route('**/allocation/what-if.json*', (route) => route.abort());
    await page.goto('/allocation');
    await says(page).filter({ hasText: 'The figures did not arrive' }).waitFor();
    await page.getByLabel('Residents', { exact: true }).fill('50');
    await expect
      .poll(() => page.getByText('Save as your proposal').getAttribute('href'))
      .toContain('weight-residents=50&');
    expect(await says(page).innerText()).toContain('The figures did not arrive');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.getByText('Tried out, not adopted').waitFor();
    await close();
  });

  it('keeps the map beside the sliders, and what changes within sight, down to 320 px', async () => {
    for (const [width, height] of [
      [1280, 900],
      [320, 640],
    ] as const) {
      const { page, close } = await visit(chromium ?? '', address, { width, script: true });
      await page.setViewportSize({ width, height });
      await page.goto('/allocation');
      const slider = page.getByLabel('Recorded crime, slider');
      await slider.waitFor();
      await slider.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const within = async (place: Locator) => {
        const box = await place.boundingBox();
        return box !== null && box.y >= 0 && box.y + box.height <= height;
      };
      await expect
        .poll(async () => [await within(says(page)), await within(slider)], { message: `${width} px` })
        .toEqual([true, true]);
      if (width === 1280) expect(await within(page.locator('[data-region="map"] svg').first())).toBe(true);
      await close();
    }
  });
});

/** What the page says of a move, as it is seen. */
const says = (page: Page): Locator => page.locator('#what-if-shown');

/** Puts the link of an open review on the page, as the server writes it: no review is open in these records. */
async function offerToSave(page: Page): Promise<void> {
  await page.route(/[/]allocation([?]|$)/, async (route) => {
    const answer = await route.fetch();
    const wrong = answer.status() === 400;
    const openReview = { id: 1, number: '2026-1', name: 'Spring', closesOn: '2026-04-30', synthetic: false };
    const line = SaveAsProposal({
      reviews: [{ ...openReview, announced: true, mayAnswer: true }],
      weights: { residents: '15' },
      wrong,
    });
    const body = (await answer.text()).replace('</form>', `</form>${renderToString(h(Fragment, null, line))}`);
    await route.fulfill({ response: answer, body });
  });
}
