import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemonstration } from '../../src/app/demonstration/start-demonstration.ts';
import { mountRoutes } from '../../src/app/mount-routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { makeIdentify } from '../../src/platform/identity/index.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';
import { browserPath, openAs, type Reader, type Visit, visit } from './browser.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';

const chromium = await browserPath();
const ASSETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist', 'assets');
vi.setConfig({ testTimeout: 300_000 });

const WIDE: Reader = { width: 1280, script: true };
const NARROW: Reader = { width: 320, script: true };
const BARE: Reader = { width: 320, script: false };

const NAME = 'Autumn review of the wards';
const REASONS = 'It counts what residents asked for, and every ward keeps its floor.';
const BLOOMSBURY = 'E05013653';

interface Walk extends Visit {
  keys: Keyboard;
}

describe.skipIf(chromium === null)(
  'a consultation, by keyboard alone, from its opening to the published answer',
  () => {
    const clock = new Date('2026-03-10T12:00:00Z');
    let pages: PageServer;
    let address: string;
    beforeAll(async () => {
      pages = await pageServer(
        async (server, { platform, system }) => {
          await ensureReferenceAreas(system);
          await ensureReferenceUnit(system);
          await startDemonstration({ system, own: platform }, true, 2);
          const safekeeping = { system: system.records, headFolders: [], checkImports: null };
          mountRoutes(server, { system, inBackground: () => platform, providers: [], safekeeping });
        },
        clock,
        { identify: (own) => makeIdentify(own), assetsFolder: ASSETS },
      );
      address = await pages.server.listen({ host: '127.0.0.1', port: 0 });
    });
    afterAll(() => pages?.close());

    /** Somebody comes on a day, signed in as a made-up person or as nobody, and goes again. */
    async function come(day: string, who: string | null, reader: Reader, walk: (walk: Walk) => Promise<void>) {
      clock.setTime(Date.parse(`${day}T12:00:00Z`));
      const visited = await visit(chromium ?? '', address, reader);
      try {
        if (who !== null) await openAs(visited.page, who, '/account');
        await walk({ ...visited, keys: keyboardOf(visited.page) });
      } finally {
        await visited.close();
      }
    }

    it('is walked by analyst, council, panel chair, commander, superintendent and a visitor', async () => {
      await come('2026-03-10', 'Analyst', WIDE, opens);
      await come('2026-03-11', 'Commander', WIDE, announces);
      await come('2026-03-20', 'Council officer', NARROW, sharesOutPoints);
      await come('2026-03-21', 'Panel chair', BARE, comparesSteps);
      await come('2026-04-22', 'Commander', WIDE, choosesAndMayNotApprove);
      await come('2026-04-23', 'Superintendent', BARE, approvesAndPublishes);
      await come('2026-05-02', null, WIDE, readsTheAnswer);
    });
  },
);

const button = ({ page }: Walk, name: string) => page.getByRole('button', { name, exact: true });
const link = ({ page }: Walk, name: string) => page.getByRole('link', { name, exact: true }).first();
const field = ({ page }: Walk, name: string) => page.getByLabel(name, { exact: true });
const says = ({ page }: Walk, text: string | RegExp) => page.getByText(text).first().waitFor();

async function goToTheReview(walk: Walk): Promise<void> {
  await walk.page.goto('/allocation/reviews');
  await walk.keys.press(walk.page.getByRole('link', { name: new RegExp(NAME) }).first());
  await walk.page.getByRole('heading', { level: 1, name: NAME }).waitFor();
}

async function opens(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await page.goto('/allocation/reviews');
  await look('reviews');
  await keys.press(link(walk, 'Open a review'));
  await page.getByRole('heading', { level: 1, name: 'Open a review' }).waitFor();
  await look('open a review');
  await keys.press(button(walk, 'Open the review'));
  await says(walk, 'There is a problem');
  await look('open a review with errors');
  await keys.type(field(walk, 'Name'), NAME);
  await keys.type(field(walk, 'The question'), 'How much should each part of demand count from May?');
  await keys.typeDay(field(walk, 'Last day to comment'), '2026-04-21');
  await keys.typeDay(field(walk, 'First day of the plan'), '2026-05-01');
  await keys.tick(field(walk, 'Islington Council'));
  await keys.choose(field(walk, 'Every ward panel'));
  await keys.press(button(walk, 'Open the review'));
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await look('a review just opened');
  await keys.press(link(walk, 'Announce it to the public'));
  await button(walk, 'Propose the notice').waitFor();
  await look('announce a review');
  await keys.press(button(walk, 'Propose the notice'));
  await link(walk, 'See the public notice that waits for approval').waitFor();
}

async function announces(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await goToTheReview(walk);
  await keys.press(link(walk, 'See the public notice that waits for approval'));
  await page.getByRole('button', { name: 'Approve and publish' }).waitFor();
  await look('a notice that waits');
  await keys.press(page.getByRole('button', { name: 'Approve and publish' }));
  await page.waitForURL(/now=published/);
  await look('a review that is announced');
}

async function sharesOutPoints(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await goToTheReview(walk);
  await look('a review for a council');
  await keys.press(link(walk, 'Propose weights for Islington Council'));
  await button(walk, 'Go on').waitFor();
  await look('how to propose');
  await keys.choose(field(walk, 'Share out 100 points'));
  await keys.press(button(walk, 'Go on'));
  await keys.type(field(walk, 'Recorded crime'), 'a lot');
  await look('points to share out');
  await keys.press(button(walk, 'Propose it'));
  await says(walk, 'There is a problem');
  expect(await field(walk, 'Recorded crime').inputValue()).toBe('a lot');
  await look('points with errors');
  await keys.type(field(walk, 'Recorded crime'), '20');
  await keys.type(field(walk, 'Residents'), '40');
  await keys.type(field(walk, 'Deprivation'), '40');
  await keys.type(field(walk, 'Why (optional)'), 'Where people have least, harm goes unreported.');
  await keys.tick(page.getByLabel(/My comment may be published with the decision/));
  await keys.press(button(walk, 'Propose it'));
  await page.getByRole('heading', { level: 1, name: 'What Islington Council proposes' }).waitFor();
  await look('a proposal');
}

async function comparesSteps(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await goToTheReview(walk);
  expect(await page.getByText('Islington Council, ').count(), 'others’ answers are not shown').toBe(0);
  await keys.press(link(walk, 'Propose weights for Bloomsbury ward panel'));
  await keys.choose(field(walk, 'Compare the steps'));
  await keys.press(button(walk, 'Go on'));
  await field(walk, 'Recorded crime').waitFor();
  await look('steps to compare');
  await keys.type(field(walk, 'Recorded crime'), '100');
  await keys.type(field(walk, 'Residents'), '50');
  await keys.press(button(walk, 'Propose it'));
  await page.getByRole('heading', { level: 1, name: 'What Bloomsbury ward panel proposes' }).waitFor();
  await look('a proposal by steps');
}

async function choosesAndMayNotApprove(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await goToTheReview(walk);
  await look('a review that closed');
  await keys.press(link(walk, 'See the proposals side by side'));
  await page.getByRole('heading', { level: 1, name: 'Two proposals side by side' }).waitFor();
  await look('proposals side by side');
  await page.goBack();
  await keys.press(link(walk, 'Choose one of the proposals'));
  await page.getByRole('heading', { level: 1, name: 'Choose one of the proposals' }).waitFor();
  await look('choose');
  await keys.press(button(walk, 'Choose it and propose its plan'));
  await says(walk, 'There is a problem');
  await look('choose with errors');
  await keys.choose(field(walk, 'Islington Council'));
  await keys.type(field(walk, 'Why you choose it'), REASONS);
  await keys.press(button(walk, 'Choose it and propose its plan'));
  await page.waitForURL(/\/allocation\/plans\/\d+/);
  await look('a plan that was chosen');
  const plan = new URL(page.url()).pathname;
  await page.goto(`${plan}/approve`);
  await look('a plan that waits, for who chose it');
  expect(await page.getByRole('button', { name: /Approve/ }).count(), 'who chose may not approve').toBe(0);
}

async function approvesAndPublishes(walk: Walk): Promise<void> {
  const { page, look, keys } = walk;
  await goToTheReview(walk);
  await keys.press(page.getByRole('link', { name: /who may approve it/ }).first());
  await says(walk, 'What would change for a reader');
  await look('a plan that waits, for a second person');
  await keys.press(page.getByRole('button', { name: 'Approve and publish' }));
  await page.waitForURL(/\/allocation\/plans\/\d+/);
  await says(walk, /in force from|comes into force/);
  await look('a plan that is published');
}

async function readsTheAnswer(walk: Walk): Promise<void> {
  const { page, look } = walk;
  await page.goto(`/allocation/answers/${BLOOMSBURY}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await says(walk, /Islington Council/);
  await look('the answer of a ward');
  await goToTheReview(walk);
  await says(walk, REASONS);
  await look('a review that is decided');
  await page.goto('/allocation/plans');
  await look('plans');
  await walk.keys.press(page.getByRole('table').getByRole('link').first());
  await says(walk, REASONS);
  await look('the decision of a plan');
}
