import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/app/serve.ts';
import { MonitorPage } from '../../src/evaluation/pages/monitor-page.tsx';
import { outcomeShown } from '../../src/evaluation/pages/outcome-shown.ts';
import { ResultPage } from '../../src/evaluation/pages/result-page.tsx';
import { renderPage } from '../../src/ui/render.tsx';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { sampleCharterShown, sampleEvaluation } from '../builders/evaluation-result.ts';
import { browserPath, visit } from './browser.ts';
import { keyboardOf } from './keyboard.ts';
import { readers } from './readers.ts';

const chromium = await browserPath();
vi.setConfig({ testTimeout: 300_000 });

/** A result and its board as made up for tests: a real one takes minutes to work out. */
function samplePages(): Record<'result' | 'board', string> {
  const result = sampleEvaluation();
  const inFull = outcomeShown(result.outcomes, { group: null, outcome: null });
  if (inFull === null) throw new Error('The sample has no outcomes.');
  const model = {
    unit: { name: 'Central North', boroughs: ['Camden', 'Islington'] },
    recorded: [],
    mayRecord: false,
    result,
    inFull,
  };
  const shown = sampleCharterShown();
  return {
    result: renderPage(<ResultPage {...model} shown={shown} />),
    board: renderPage(<MonitorPage {...model} shown={shown} />),
  };
}

describe.skipIf(chromium === null)('pilots by keyboard', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const dataFolder = await demonstrationFolder();
    server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' });
  });
  afterAll(() => server?.close());

  it.each(readers('without script'))('from the menu to a result, its outcomes and its board, %s', async (_, reader) => {
    const { page, look, close } = await visit(chromium ?? '', server.address, reader);
    const keyboard = keyboardOf(page);
    const sample = samplePages();
    const answers = { contentType: 'text/html; charset=utf-8' };
    try {
      await page.goto('/');
      await keyboard.press(page.getByRole('link', { name: 'Pilots' }));
      await page.getByRole('heading', { level: 1, name: 'Is what we are trying working?' }).waitFor();
      await look('every pilot');
      await keyboard.press(page.getByRole('row', { name: /pathfinder-2017/ }).getByRole('link'));
      await page.getByText('it cannot be signed').first().waitFor();
      await look('a pilot without figures');

      await page.route(/\/evaluation\/sample-2017\/monitor/, (route) =>
        route.fulfill({ ...answers, body: sample.board }),
      );
      await page.route(/\/evaluation\/sample-2017([?#]|$)/, (route) =>
        route.fulfill({ ...answers, body: sample.result }),
      );
      await page.goto('/evaluation/sample-2017');
      await page.getByRole('heading', { name: /^State: harm boundary crossed/ }).waitFor();
      await page.getByRole('img', { name: /^Gap chart of robbery in Camden and Islington/ }).waitFor();
      await keyboard.press(page.locator('summary', { hasText: 'The gap in robbery by month' }).first());
      await page.getByRole('rowheader', { name: 'December 2017' }).first().waitFor();
      await look('the result of a pilot with its months open');
      await keyboard.press(page.getByRole('link', { name: 'Every outcome at every look', exact: true }));
      await page.getByRole('heading', { level: 1, name: /Every outcome at every look/ }).waitFor();
      await look('the board of a pilot');
    } finally {
      await close();
    }
  });
});
