import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { evaluationRoutes } from '../routes.tsx';

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    evaluationRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});
const visitor = () => pages.as({ kind: 'visitor' });

describe('pilots, to anybody', () => {
  it('are listed with what a charter is and how each stands', async () => {
    const { statusCode, body } = await visitor().get('/evaluation');
    expect(statusCode).toBe(200);
    expect(body).toContain('href="/evaluation/pathfinder-2017"');
    expect(body).toMatch(/Retrospective/);
    expect(body).not.toContain('Write a charter');
  });

  it('say why there is no result while no figures are held', async () => {
    const { statusCode, body } = await visitor().get('/evaluation/pathfinder-2017');
    expect(statusCode).toBe(200);
    expect(body).toContain('There is no result yet');
    expect(body).toContain('it cannot be signed');
    expect((await visitor().get('/evaluation/pathfinder-2017/files/months.csv')).statusCode).toBe(409);
  });

  it('are given out as JSON under their name', async () => {
    const { statusCode, headers } = await visitor().get('/evaluation/pathfinder-2017.json');
    expect([statusCode, headers.location]).toEqual([302, '/evaluation/pathfinder-2017/files/result.json']);
  });

  it('lead on to the charter and to what was decided', async () => {
    for (const page of ['charter', 'decisions'])
      expect((await visitor().get(`/evaluation/pathfinder-2017/${page}`)).statusCode).toBe(200);
  });

  it.each([
    ['/evaluation/no-such-pilot', 'There is no pilot called “no-such-pilot” that you may see.'],
    ['/evaluation/no-such-pilot/decisions', 'There is no pilot called “no-such-pilot”'],
    ['/evaluation/pathfinder-2017/files/secret.csv', 'No file of the pilot is called “secret.csv”'],
    ['/evaluation/no-such-pilot/files/months.csv', 'There is no pilot called “no-such-pilot”'],
  ])('%s is answered in a sentence', async (address, sentence) => {
    const { statusCode, body } = await visitor().get(address);
    expect(statusCode).toBe(404);
    expect(body).toContain(sentence);
  });
});
