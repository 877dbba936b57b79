import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '../../../test/builders/approvers.ts';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { LOOKED_BACK, lookedBackFigures } from '../../../test/builders/looked-back-pilot.ts';
import { type Asker, type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { enterCharter } from '../charter/charter-service.ts';
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
/** A page once its result is worked out, which takes longer on a busy machine. */
const whenWorkedOut = async (asker: Asker, address: string): ReturnType<Asker['get']> => {
  const answer = await asker.get(address);
  return answer.statusCode === 202 ? whenWorkedOut(asker, address) : answer;
};

describe('pilots, to anybody', () => {
  it('are listed with what a charter is and how each stands', async () => {
    const { statusCode, body } = await visitor().get('/evaluation');
    expect(statusCode).toBe(200);
    expect(body).toContain('href="/evaluation/pathfinder-2017"');
    expect(body).toMatch(/Retrospective/);
    expect(body).not.toContain('Write a charter');
  });

  it('say why there is no result while no figures are held', async () => {
    const { statusCode, body } = await whenWorkedOut(visitor(), '/evaluation/pathfinder-2017');
    expect(statusCode).toBe(200);
    expect(body).toContain('There is no result yet');
    expect(body).toContain('it cannot be signed');
    expect((await visitor().get('/evaluation/pathfinder-2017/files/months.csv')).statusCode).toBe(409);
  });

  it('are given out as JSON under their name', async () => {
    const { statusCode, headers } = await visitor().get('/evaluation/pathfinder-2017.json');
    expect([statusCode, headers.location]).toEqual([302, '/evaluation/pathfinder-2017/files/result.json']);
  });

  it('lead on to the charter and to what was decided, and from there up again by title', async () => {
    for (const page of ['charter', 'decisions']) {
      const { statusCode, body } = await visitor().get(`/evaluation/pathfinder-2017/${page}`);
      expect(statusCode).toBe(200);
      expect(body).toContain(
        `<a class="govuk-breadcrumbs__link" href="/evaluation/pathfinder-2017">Is the merger working?</a>`,
      );
    }
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

describe('looks that are due, on the monitoring board', () => {
  const board = `/evaluation/${LOOKED_BACK.name}/monitor`;
  beforeAll(async () => {
    await holdFigures(pages.system.records, lookedBackFigures(1.5), { vintage: 'March 2021', kind: 'mps-ward' });
    await enterCharter(pages.platform, LOOKED_BACK);
  });
  const analyst = () => pages.as(somebody('a', 'analyst'));
  const read = async (asker: Asker): Promise<string> => (await whenWorkedOut(asker, board)).body;

  it('are recorded by who may write, by the charter they saw', async () => {
    const before = await read(analyst());
    expect(before).toContain('No look was taken at the time');
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(before)?.[1] ?? '';
    const stale = await analyst().post(`${board}/record`, { seen: 'a'.repeat(64) });
    expect([stale.statusCode, stale.body.includes('changed since these looks were shown')]).toEqual([409, true]);
    expect((await analyst().post(`${board}/record`, { seen })).statusCode).toBe(303);
    const after = await read(analyst());
    expect(after).toContain('Looks as they were recorded');
    expect(after).toContain('Record these looks');
  });

  it('are recorded by nobody else', async () => {
    const reader = pages.as(somebody('b', 'auditor'));
    expect(await read(reader)).not.toContain('Record these looks');
    expect((await reader.post(`${board}/record`)).statusCode).toBe(403);
    expect((await visitor().post(`${board}/record`)).statusCode).toBe(401);
  });
});
