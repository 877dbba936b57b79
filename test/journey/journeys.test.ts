import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { madeStreetFile } from '../builders/street-files.ts';
import { browserPath, openAs, openAsAnother, type Reader, type Visit, visit } from './browser.ts';
import { madeBoundaries, madeWardFile } from './made-files.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
if (chromium === null)
  process.stdout.write('Browser journeys are skipped: no chromium here (CHROMIUM_PATH names one elsewhere).\n');

const STYLES = fileURLToPath(new URL('../../dist/assets/wardroom.css', import.meta.url));

/** A journey takes seconds; a busy machine may take minutes. */
vi.setConfig({ testTimeout: 300_000 });

/** A server on a folder of its own, with the demonstration in it. */
async function startServer(): Promise<RunningServer> {
  await access(STYLES).catch(() => {
    throw new Error('The styles are not built: run "npm run build" first.');
  });
  const dataFolder = await demonstrationFolder();
  return serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
}

async function travel(server: RunningServer, reader: Reader, journey: (visit: Visit) => Promise<void>): Promise<void> {
  const visited = await visit(chromium ?? '', server.address, reader);
  try {
    await journey(visited);
  } finally {
    await visited.close();
  }
}

describe.skipIf(chromium === null)('looking', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it.each(readers('without script'))('from the unit’s home to a ward, %s', async (_name, reader) => {
    await travel(server, reader, async ({ page, look }) => {
      await page.goto('/');
      await look('home');
      await page.getByLabel('Colour the map by').selectOption({ label: 'Burglary' });
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByText('Burglary in each ward').first().waitFor();
      await look('home by burglary');
      await page.getByRole('table').getByRole('link', { name: 'Bloomsbury' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Bloomsbury' }).waitFor();
      await look('ward');
      await page.getByText('by month as a table').first().click();
      await look('ward with a table open');
    });
  });

  it.each(readers('with script'))('at the workforce and at an address that is none, %s', async (_name, reader) => {
    await travel(server, reader, async ({ page, look }) => {
      await page.goto('/organisation');
      await look('workforce');
      await page.goto('/ward/bloomsbry');
      await look('not found');
      await page.getByRole('link', { name: 'Bloomsbury, Camden' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bloomsbury' }).waitFor();
    });
  });

  it.each(readers('without script'))('what other numbers would do, %s', async (_name, reader) => {
    await travel(server, reader, async ({ page, look }) => {
      await page.goto('/allocation');
      await look('allocation');
      await page.getByLabel('Officers', { exact: true }).fill('120');
      await page.getByLabel('Residents', { exact: true }).fill('40');
      await page.getByText('Change the floors and ceilings').click();
      await look('allocation with floors open');
      await page.getByRole('button', { name: 'Show the plan' }).click();
      await page.getByText('Tried out, not adopted').waitFor();
      expect(await page.getByLabel('Officers', { exact: true }).inputValue()).toBe('120');
      await page.getByText('The weights sum to 125, not 100.').waitFor();
      await look('allocation tried');
      await page.getByRole('row', { name: 'Bloomsbury' }).getByRole('link', { name: 'why' }).click();
      await page.locator('#why-E05013653').waitFor();
      await look('allocation with reasons open');

      await page.getByLabel('Officers', { exact: true }).fill('70');
      await page.getByRole('button', { name: 'Show the plan' }).click();
      await page.getByText('The floor needs 74 officers (37 wards × 2) and there are 70.').waitFor();
      await look('allocation without a plan');

      await page.getByLabel('Officers', { exact: true }).fill('a lot');
      await page.getByRole('button', { name: 'Show the plan' }).click();
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      expect(await page.getByLabel('Officers', { exact: true }).inputValue()).toBe('a lot');
      await look('allocation with a wrong number');
      await page.getByRole('link', { name: 'Officers must be a whole number, such as 118.' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('dwo');
    });
  });

  it('what other numbers would do, by keyboard alone', async () => {
    await travel(server, { width: 1280, script: true }, async ({ page }) => {
      const press = async (key: string, until: () => Promise<boolean>) => {
        for (let presses = 0; presses < 200; presses += 1) {
          if (await until()) return;
          await page.keyboard.press(key);
        }
        throw new Error(`Not reached by pressing ${key}.`);
      };
      const on = (id: string) => () => page.evaluate((wanted) => document.activeElement?.id === wanted, id);
      const onText = (text: string) => () =>
        page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, text);
      await page.goto('/allocation');
      await page.keyboard.press('Tab');
      expect(await onText('Skip to main content')()).toBe(true);
      await page.keyboard.press('Enter');
      await press('Tab', on('dwo'));
      await page.keyboard.press('Control+A');
      await page.keyboard.type('112');
      await press('Tab', on('weight-residents'));
      await page.keyboard.press('Control+A');
      await page.keyboard.type('15');
      await press('Tab', onText('Show the plan'));
      const outlined = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      });
      expect(outlined, 'the focus can be seen').toBe(true);
      await page.keyboard.press('Enter');
      await page.getByText('The other 38 officers').waitFor();
    });
  });
});

describe.skipIf(chromium === null)('importing', () => {
  it.each(readers('with script'))('a bad file, then good ones, and back, %s', async (_name, reader) => {
    const server = await startServer();
    try {
      await travel(server, reader, (visited) => importAndTakeBack(visited, reader.script));
    } finally {
      await server.close();
    }
  });
});

const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

async function importAndTakeBack({ page, look }: Visit, script: boolean): Promise<void> {
  await openAs(page, 'Analyst', '/import');
  await page.getByText('Made-up figures only.').waitFor();
  await look('import');

  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByRole('link', { name: 'Choose at least one file.' }).waitFor();
  await look('import without a file');

  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([asFile('wards.csv', 'BoroughName,202401\nCamden,1\n')]);
  await page.getByRole('button', { name: 'Read the files' }).click();
  await page.getByRole('heading', { name: 'These files cannot be imported' }).waitFor();
  await page.getByText('Nothing was changed.').waitFor();
  await look('import refused');
  await page.getByRole('button', { name: 'Choose other files' }).click();

  await chooseThree(page, script);
  await page.getByLabel('Name of this publication (optional)').fill('2026-01');
  await look('import with files chosen');
  await page.getByRole('button', { name: 'Read the files' }).click();
  await arriveAt(page, 'Check before you import');
  await page.getByText('One file cannot be imported').waitFor();
  await page.getByText('"notes.csv" is not a file Wardroom knows').waitFor();
  await look('import preview');
  await page.getByText('2 rows left out').first().click();
  if ((await page.getByText('Measure by measure').count()) > 0) await page.getByText('Measure by measure').click();
  await look('import preview with all open');
  expect(await downloaded(page, 'Download all 2 rows left out')).toContain("'@SUM(A1)");
  await page.getByRole('button', { name: 'Import the other 2 files' }).click();
  await arriveAt(page, 'Import public files');
  await page.getByText('Imported: vintage 2026-01 holds 2 files.').waitFor();
  await page.getByText('by Anouk Demo-Analyst').first().waitFor();
  await look('import done');
  await page.getByText('2 rows left out').first().click();
  expect(await downloaded(page, 'Download all 2 rows left out')).toContain("'@SUM(A1)");

  await page.goto('/');
  await page.getByRole('heading', { name: 'Every ward at a glance' }).waitFor();
  // What is left of the demonstration are its duties, which no file of figures takes the place of: the second answer alone.
  expect(await page.locator('main .w-syn').count()).toBe(1);
  await page.goto('/?show=burglary');
  await look('home on imported figures');

  await page.goto('/allocation');
  await page.getByText('A proposal, not adopted').waitFor();
  await page.getByRole('link', { name: 'Propose the plan on this page' }).click();
  await page.getByRole('heading', { name: 'Propose this plan?' }).waitFor();
  await look('propose');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByText('The plan is proposed: somebody else can approve it.').waitFor();
  await look('proposed');
  const plan = new URL(page.url()).pathname;
  await page.goto(`${plan}/approve`);
  await page.getByRole('heading', { name: 'What would change for a reader' }).waitFor();
  expect(await page.getByRole('button', { name: /Approve/ }).count(), 'its author may not approve it').toBe(0);

  await openAsAnother(page, 'Commander', `${plan}/approve`);
  await look('approve');
  await page.getByRole('button', { name: 'Approve only' }).click();
  await page.waitForURL(`**${plan}?now=approved`);
  await page.goto('/allocation');
  expect(await page.getByText('A proposal, not adopted').count(), 'approved is not yet in force').toBe(1);
  await page.goto(`${plan}/approve`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('The plan is in force from').waitFor();
  await look('allocation adopted');

  await openAsAnother(page, 'Analyst', '/import');
  await page.getByRole('link', { name: 'Take back MPS Ward Level Crime.csv' }).click();
  await look('take back');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Taken back: MPS Ward Level Crime.csv no longer counts.').waitFor();
  await look('import taken back');
  // The plan adopted stays in force; the figures are the demonstration's again.
  await page.goto('/?show=recorded-crime');
  await page.getByText('Synthetic demonstration data').waitFor();
}

/** Two files that can be imported, one with rows that cannot be used, and one that is none Wardroom knows. */
async function chooseThree(page: Visit['page'], script: boolean): Promise<void> {
  const bad = [`@SUM(A1)${','.repeat(28)}`, 'too,few'].map((row) => `${row}\n`).join('');
  const wards = asFile('MPS Ward Level Crime.csv', `${madeWardFile()}${bad}${lastRow(madeWardFile())}`);
  const others = [asFile('notes.csv', 'a,b\n1,2\n'), asFile('wards.geojson', madeBoundaries())];
  if (!script) return page.getByLabel('Files', { exact: true }).setInputFiles([wards, ...others]);
  // With script, files chosen one after the other add up, can be dropped, and can be taken off.
  await page.getByLabel('Files', { exact: true }).setInputFiles([wards]);
  await page.getByLabel('Files', { exact: true }).setInputFiles([asFile('by mistake.csv', 'x')]);
  const dropped = await page.evaluateHandle(
    (files) => {
      const carried = new DataTransfer();
      for (const { name, text } of files) carried.items.add(new File([text], name));
      return carried;
    },
    others.map(({ name, buffer }) => ({ name, text: buffer.toString() })),
  );
  await page.dispatchEvent('[data-choose-files]', 'drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Take off by mistake.csv' }).click();
  await page.getByText('3 files,').waitFor();
}

const lastRow = (file: string) =>
  `${file.trimEnd().split('\n').at(-1)?.replace('VIOLENCE WITH', 'OTHER VIOLENCE WITH')}\n`;

/** What a link downloads. */
async function downloaded(page: Visit['page'], link: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).first().click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** Without script a page under way is asked again by its button; with script it asks itself. */
async function arriveAt(page: Visit['page'], heading: string): Promise<void> {
  const arrived = page.getByRole('heading', { level: 1, name: heading });
  const again = page.getByRole('button', { name: 'Show progress' });
  for (;;) {
    await arrived.or(again).first().waitFor();
    if (await arrived.isVisible()) return;
    await again.click().catch(() => {});
  }
}

describe.skipIf(chromium === null)('the map', () => {
  it('draws the boundaries once they are imported, and its buttons work', async () => {
    const server = await startServer();
    try {
      await travel(server, { width: 1280, script: true }, async ({ page, look }) => {
        await page.goto('/');
        expect(await page.locator('#ward-map').count()).toBe(0);
        await openAs(page, 'Analyst', '/import');
        await page.getByLabel('Files', { exact: true }).setInputFiles([asFile('wards.geojson', madeBoundaries())]);
        await page.getByRole('button', { name: 'Read the files' }).click();
        await arriveAt(page, 'Check before you import');
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await arriveAt(page, 'Import public files');
        await page.goto('/');
        await page.locator('#ward-map canvas').waitFor();
        await look('home with a map');
        await page.getByRole('button', { name: 'Next ward' }).click();
        await page
          .locator('.w-wardmap__name')
          .getByText(/officers|crimes|offences/)
          .waitFor();
        await look('home with a ward chosen on the map');
      });
    } finally {
      await server.close();
    }
  });
});

describe.skipIf(chromium === null)('counting in an area', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    await travel(server, { width: 1280, script: true }, async ({ page }) => {
      await openAs(page, 'Analyst', '/import');
      const rows = ['a', 'b'].map((id) => ({ id, at: ['-0.14', '51.54'] as const }));
      await page
        .getByLabel('Files', { exact: true })
        .setInputFiles([
          asFile('wards.geojson', madeBoundaries()),
          asFile('street.csv', madeStreetFile([...rows, { id: 'c', month: '2024-03', at: ['-0.14', '51.54'] }])),
        ]);
      await page.getByRole('button', { name: 'Read the files' }).click();
      await arriveAt(page, 'Check before you import');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await arriveAt(page, 'Import public files');
    });
  });
  afterAll(() => server.close());

  it.each(readers('both'))('drawn by keyboard or pasted, %s', async (_name, reader) => {
    await travel(server, reader, (visited) => countInAnArea(visited, reader.script));
  });
});

const CORNERS = [
  [-0.15, 51.53],
  [-0.13, 51.53],
  [-0.14, 51.55],
] as const;

async function countInAnArea({ page, look }: Visit, script: boolean): Promise<void> {
  await page.goto('/measures');
  await page.getByRole('link', { name: 'count incidents in an area you draw' }).click();
  await page.getByRole('heading', { level: 1, name: 'Count incidents in any area' }).waitFor();
  if (script) await page.locator('#draw-area canvas').waitFor();
  else expect(await page.locator('#draw-area').isVisible()).toBe(false);
  await look('count in an area');
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByRole('link', { name: 'Draw an area, choose a GeoJSON file, or paste GeoJSON.' }).waitFor();
  await look('count without an area');

  if (script) await drawByKeyboard(page, look);
  else
    await page
      .getByLabel('Or the area as GeoJSON text')
      .fill(JSON.stringify({ type: 'Polygon', coordinates: [[...CORNERS, CORNERS[0]]] }));
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByText('3 street-level incidents,').first().waitFor();
  await page.getByText('No file covers the area in February 2024.').waitFor();
  await look('counted in an area');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV by month', exact: true }).click(),
  ]);
  const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(rows.slice(1).map((row) => row.split(',').slice(2).join(','))).toEqual([
    '2024-01,2,false',
    '2024-02,,false',
    '2024-03,1,false',
  ]);
  await page.getByRole('button', { name: 'Change the question or the area' }).click();
  await page.getByRole('heading', { level: 1, name: 'Count incidents in any area' }).waitFor();
  expect(await page.getByLabel('Or the area as GeoJSON text').inputValue()).toContain('[-0.14,51.55]');
}

/** Corners put at the cross by Enter and taken back, then three typed and closed: no pointer is needed. */
async function drawByKeyboard(page: Visit['page'], look: Visit['look']): Promise<void> {
  const told = page.locator('#draw-area [data-told]');
  await page.locator('#draw-area canvas').focus();
  await page.getByText('No corner yet.').waitFor();
  await page.getByText('Under the cross: ').waitFor();
  await page.keyboard.press('Enter');
  await told.getByText('One corner: an area needs three.').waitFor();
  await page.keyboard.press('Backspace');
  await told.getByText('No corner yet.').waitFor();
  for (const corner of CORNERS) {
    await page.getByLabel('A corner by longitude and latitude').fill(corner.join(', '));
    await page.keyboard.press('Enter');
  }
  await told.getByText('3 corners: close the area to draw another, or count.').waitFor();
  await page.getByRole('button', { name: 'Close the area' }).press('Enter');
  await told.getByText('One area drawn.').waitFor();
  await look('area drawn');
}
