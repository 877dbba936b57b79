import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adoptPlan, planAllocation } from '../../src/allocation/service.ts';
import { loadWhatIf } from '../../src/desk/allocation/service.ts';
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
    await page.locator('#what-if-says', { hasText: /(gain|lose)s? / }).waitFor();
    expect(await region('wards').innerText()).toMatch(/\d → \d/);
    expect(await region('map').innerText()).toMatch(/\d [+−]\d/);
    await look('allocation after a move');

    const drawn = await Promise.all(SAME_REGIONS.map((name) => region(name).innerText()));
    await page.reload();
    await slider.waitFor();
    expect(await Promise.all(SAME_REGIONS.map((name) => region(name).innerText()))).toEqual(drawn);

    await page.goBack();
    await page.goForward();
    expect(await field.inputValue()).toBe('40');
    await page.goto('/allocation');
    await field.fill('60');
    expect(await slider.inputValue()).toBe('60');
    await page.getByText('Tried out, not adopted').waitFor();
    await page.getByLabel('Officers', { exact: true }).fill('70');
    await page.locator('#what-if-says', { hasText: 'The floor needs 74 officers' }).waitFor();
    await look('allocation with too few officers, by slider');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('In force since').waitFor();
    expect(await region('wards').innerText()).toBe(before);
    await close();
  });
});
