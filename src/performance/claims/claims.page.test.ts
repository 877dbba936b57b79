import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../test/builders/approvers.ts';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { claimsRoutes } from './claims-routes.tsx';

const TYPED = {
  ...{ words: 'Personal Robbery: -5.7%', saidBy: 'Metropolitan Police', saidOn: '2024-07-18', document: 'A report' },
  ...{ kind: 'percentage change', measure: 'personal-robbery', area: 'E09000019', period: '2023-24' },
  ...{ against: '2022-23', printed: '-5.7%', current: '1,004', previous: '1,065' },
};
const HOME = '/performance/claims';

let pages: PageServer;
let analyst: Asker;
let commander: Asker;
let visitor: Asker;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdApprovers(system.records, ['b', 'c']);
    claimsRoutes(server);
  }, new Date());
  analyst = pages.as(somebody('a', 'analyst'));
  commander = pages.as(somebody('b', 'command'));
  visitor = pages.as({ kind: 'visitor' });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

/** Fields that a form of a page sends along unseen. */
const unseen = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );

describe('the register of claims on its pages', () => {
  let address: string;

  it('shows again what was typed, with what is wrong beside it', async () => {
    const { statusCode, body } = await analyst.post(`${HOME}/new`, { ...TYPED, area: 'Nowhere' });
    expect(statusCode).toBe(400);
    expect(body).toContain('Personal Robbery: -5.7%');
    expect(body).toContain('govuk-error-summary');
  });

  it('keeps a claim, which a visitor does not see', async () => {
    const entered = await analyst.post(`${HOME}/new`, TYPED);
    expect(entered.statusCode).toBe(303);
    address = String(entered.headers.location).replace(/#.*/, '');
    const shown = (await analyst.get(address)).body;
    expect(shown).toContain('Personal Robbery: -5.7%');
    for (const words of ['>Personal robbery</a>', 'A change in percent', '1,004 against 1,065'])
      expect(shown).toContain(words);
    expect((await analyst.get(HOME)).body).toContain('Personal Robbery: -5.7%');
    expect((await visitor.get(address)).statusCode).toBe(404);
    expect((await visitor.get(HOME)).body).not.toContain('Personal Robbery: -5.7%');
  });

  it('refuses a change of what somebody else changed meanwhile, and keeps what was typed', async () => {
    const seen = unseen((await analyst.get(`${address}/edit`)).body);
    const first = await analyst.post(`${address}/edit`, { ...TYPED, ...seen, saidBy: 'The Met' });
    expect(first.statusCode).toBe(303);
    const second = await analyst.post(`${address}/edit`, { ...TYPED, ...seen, saidBy: 'Somebody else' });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Somebody else');
  });

  it('is published by a second person, and then seen by everybody', async () => {
    const waiting = unseen((await analyst.get(address)).body);
    expect((await analyst.post(`${address}/propose`, waiting)).statusCode).toBe(303);
    const proposed = (await analyst.get(address)).body;
    expect(proposed).toContain('Readers do not see it yet. It waits for approval by a second person.');
    expect(proposed).toContain('Readers would see “Personal Robbery: -5.7%”');
    const listed = (await commander.get(HOME)).body;
    expect(listed).toContain('1 claim waits for approval by a second person');
    expect(listed).toContain(`href="${address}#keeping"`);
    expect((await visitor.get(HOME)).body).not.toContain('approval by a second person');
    const own = unseen(proposed);
    expect((await analyst.post(`${address}/approve`, own)).statusCode).toBe(403);
    const shown = unseen((await commander.get(address)).body);
    expect((await commander.post(`${address}/approve`, shown)).statusCode).toBe(303);
    await commander.post(`${address}/publish`, unseen((await commander.get(address)).body));
    expect((await commander.get(HOME)).body).not.toContain('approval by a second person');
    expect((await visitor.get(address)).body).toContain('Personal Robbery: -5.7%');
    expect((await visitor.get(HOME)).body).toContain('Personal Robbery: -5.7%');
  });

  it('is withdrawn with a reason, which is kept', async () => {
    const entered = await analyst.post(`${HOME}/new`, { ...TYPED, words: 'Another' });
    const other = String(entered.headers.location).replace(/#.*/, '');
    const seen = unseen((await analyst.get(other)).body);
    const withdrawn = await analyst.post(`${other}/withdraw`, { ...seen, because: 'It was printed wrongly.' });
    expect(withdrawn.statusCode).toBe(303);
    expect((await analyst.get(other)).body).toContain('It was printed wrongly.');
  });

  it('offers the measures that are held, and of a claim its own', async () => {
    const series: CategorySeries = {
      ...{ category: 'mps/burglary/domestic-burglary', areaCode: 'E05013698', boundaryVersion: 'wards-2022' },
      ...{ publisher: 'mps', firstMonth: '2023-04', values: [100] },
    };
    await holdFigures(pages.system.records, [series], { vintage: 'Held', kind: 'mps-ward' });
    const choices = (body: string) => [...body.matchAll(/<option value="([a-z-]+)"/g)].map(([, name]) => name);
    const fresh = choices((await analyst.get(`${HOME}/new`)).body);
    expect(fresh).toContain('residential-burglary');
    expect(fresh).not.toContain('personal-robbery');
    expect(choices((await analyst.get(`${address}/edit`)).body)).toContain('personal-robbery');
  });
});
