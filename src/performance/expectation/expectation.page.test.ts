import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { expectationRoutes } from './expectation-routes.tsx';

let pages: PageServer;
let visitor: Asker;

beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdDemonstration(system.records);
    expectationRoutes(server);
  });
  visitor = pages.as({ kind: 'visitor' });
}, 60_000);
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

describe('the year to come', () => {
  it('is one row for the place and one for each of its wards, on the page and in the file', async () => {
    const page = await visitor.get('/performance/expectation?area=Islington&measure=violence-and-robbery');
    expect(page.statusCode).toBe(200);
    expect(page.body.match(/href="\/performance\/measures\/violence-and-robbery\?area=E05/g)).toHaveLength(17);
    const { rows } = (await visitor.get('/performance/expectation.json?area=Islington')).json();
    expect(rows).toHaveLength(18);
    expect(rows[0]).toMatchObject({ area: 'E09000019', area_name: 'Islington' });
    for (const row of rows) {
      expect(['shown', 'not better', 'too short', 'no figures']).toContain(row.outcome);
      // A figure stands only where the forecast beat the year before.
      expect(row.expected === null).toBe(row.outcome !== 'shown');
      if (row.outcome === 'shown') expect(row.month_error).toBeLessThanOrEqual(row.month_error_naive);
    }
  });

  it('of one ward is that ward alone', async () => {
    const { rows } = (await visitor.get('/performance/expectation.json?area=Highbury')).json();
    expect(rows.map((row: { area_name: string }) => row.area_name)).toEqual(['Highbury']);
  });

  it('says in one sentence what cannot be reckoned, and keeps the form', async () => {
    const unknown = await visitor.get('/performance/expectation?area=Islingtn');
    expect(unknown.statusCode).toBe(400);
    expect(unknown.body).toContain('did you mean Islington?');
    expect(unknown.body).toContain('value="Islingtn"');
    const share = await visitor.get('/performance/expectation?measure=survey-trust');
    expect(share.body).toContain('No year can be expected of “survey-trust”'.replace(/[“”]/g, '&quot;'));
    expect((await visitor.get('/performance/expectation.csv?area=Nowhere')).statusCode).toBe(404);
  });
});
