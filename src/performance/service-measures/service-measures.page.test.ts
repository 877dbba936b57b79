import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { importFiles } from '../../sources/service.ts';
import { serviceMeasuresCommand } from './service-measures-commands.ts';
import { serviceMeasuresRoutes } from './service-measures-routes.tsx';

const EXAMPLES = fileURLToPath(new URL('../../../examples/service-measures/', import.meta.url));
const YEAR = 'area=Islington&period=2023-24';

/** Islington, April 2023 to March 2024, summed with awk. */
const ATTENDED = 943;
const REPORTED = 994;

let pages: PageServer;
let imported: Awaited<ReturnType<typeof importFiles>>;
beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.csv'));
    const files = names.map((name) => ({ name, path: `${EXAMPLES}${name}` }));
    imported = await importFiles(deps.platform, files, { vintage: 'Made-up service figures' });
    serviceMeasuresRoutes(server);
  });
}, 60_000);
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (body: string): string =>
  body
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const text = async (query: string): Promise<string> => textOf((await pages.get(`/performance/service?${query}`)).body);
const json = async (query: string) => (await pages.get(`/performance/service.json?${query}`)).json();

it('imports every example whole, each as its own source', () => {
  expect(imported.imports.map(({ kind }) => kind).toSorted()).toEqual([
    ...['asb-calls', 'backlog', 'burglary-attendance', 'charges'],
    ...['crime-outcomes', 'recorded-counts', 'response-times', 'service-survey'],
  ]);
  expect(imported.imports.every(({ rowsRead, rowsUsed }) => rowsRead > 0 && rowsRead === rowsUsed)).toBe(true);
});

describe('the service given', () => {
  it('gives shares with the counts they are of, and their exact range', async () => {
    const { attendance } = await json(YEAR);
    expect(attendance.attended.current).toMatchObject({ successes: ATTENDED, trials: REPORTED });
    expect(attendance.attended.current.interval[0]).toBeLessThan(ATTENDED / REPORTED);
    expect(attendance.attended.dispersion).toBeGreaterThanOrEqual(1);
    expect(await text(YEAR)).toContain(`${ATTENDED} of ${REPORTED}`);
  });

  it('gives percentiles as the ends of a band only', async () => {
    const { response } = await json(YEAR);
    const [immediate] = response.grades;
    expect(immediate.percentiles[0]).toMatchObject({ share: 0.5, current: { above: 5, upTo: 10 } });
    expect(await text(YEAR)).toContain('only the two ends are known');
  });

  it('says of each survey how sure it is, and does not compare what was asked in the same months', async () => {
    const said = await text(YEAR);
    expect(said).toContain('margin unknown');
    expect(said).toContain('Reckoned as a plain random sample');
    const half = await json('area=Islington&period=2024-01..2024-03&against=2023-10..2023-12');
    const trust = half.survey.rows.find(({ question }: { question: string }) => question === 'trust');
    expect(trust).toMatchObject({ interval: null, words: expect.stringContaining('part of the same months') });
  });

  it('shows every outcome beside those recorded, adds them up to one, and favours none', async () => {
    const { outcomes } = await json(YEAR);
    for (const { outcomes: types } of outcomes.offences) {
      const sum = types.reduce(
        (total: number, { change }: { change: { current: { share: number } } }) => total + change.current.share,
        0,
      );
      expect(sum).toBeCloseTo(1, 10);
    }
    const said = await text(YEAR);
    expect(said).toContain('No outcome is favoured over another');
    expect(said).not.toMatch(/positive (rate|outcome)/i);
  });

  it('compares charges and calls by both tests, and says that a backlog shrinks or grows', async () => {
    const said = await text(YEAR);
    expect(said).toContain('By the counts alone');
    expect(said).toMatch(/(Growing|Shrinking): \d+ (more|fewer) open than at the end of March 2023/);
    const { backlog } = await json(YEAR);
    expect(backlog.works.map(({ unbalanced }: { unbalanced: number }) => unbalanced)).toEqual([0, 0]);
  });

  it('sums the boroughs of a unit, levels at a month’s end among them, and keeps surveys apart', async () => {
    const [unit, islington, camden] = [
      await json('area=Central North&period=2023-24'),
      await json(YEAR),
      await json('area=Camden&period=2023-24'),
    ];
    expect(unit.backlog.works[0].atEnd.open).toBe(
      islington.backlog.works[0].atEnd.open + camden.backlog.works[0].atEnd.open,
    );
    expect(unit.calls.calls.current).toBe(islington.calls.calls.current + camden.calls.calls.current);
    expect(new Set(unit.survey.rows.map(({ areaName }: { areaName: string }) => areaName))).toEqual(
      new Set(['Camden', 'Islington']),
    );
  });

  it('names what is not held, and to whom may import the file that would bring it', async () => {
    const said = await text('area=Barnet&period=2023-24');
    expect(said).toContain('Nothing of it is published here yet.');
    expect(said).toContain('src/sources/response-times/README.md');
    expect(said).not.toContain('April 2023 to March 2024 against');
    const visitor = await pages.as({ kind: 'visitor' }).get('/performance/service?area=Barnet&period=2023-24');
    expect(textOf(visitor.body)).toContain('No response times of Barnet are published here yet.');
    expect(visitor.body).not.toMatch(/src\/sources|href="\/import"/);
    const before = await text('area=Islington&period=2019-20');
    expect(before).toContain('Held from April 2022 to March 2024 only');
  });

  it.each([
    ['area=Atlantis', 'There is no area'],
    ['area=Islington&period=soon', 'is not a period'],
    ['area=Islington&period=2023-24&against=2023-04..2023-06', 'overlap'],
  ])('refuses %s in one sentence', async (query, because) => {
    const answer = await pages.get(`/performance/service?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(textOf(answer.body)).toContain(because);
    expect((await pages.get(`/performance/service.csv?${query}`)).statusCode).toBe(404);
  });

  it('counts every change that its answer does not name', async () => {
    const asked = 'area=Central North&period=2023-24';
    const [said, report] = [await text(asked), await json(asked)];
    const [, others, list = ''] = /The other (\d+) changes below: ([^.]+)\./.exec(said) ?? [];
    const counts = [...list.matchAll(/\d+/g)].map(([count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(others));
    const clear = (JSON.stringify(report).match(/"verdict":"clear"/g) ?? []).length;
    const named = /Clear of chance, each taken alone: ([^.]+)\./.exec(said)?.[1]?.split('; ').length ?? 0;
    expect(clear).toBeGreaterThan(named);
    expect(list).toContain(`${clear - named} clear of chance taken alone`);
  });

  it('is on the command line, with where each figure is from, and as CSV', async () => {
    const asked = ['service', '--area', 'Islington', '--period', '2023-24'];
    const { lines } = await runCommands(serviceMeasuresCommand, pages.platform, asked);
    expect(lines.join('\n')).toMatch(/Publication: Made-up service figures\. Files: \S+\.csv\./);
    const csv = await runCommands(serviceMeasuresCommand, pages.platform, [...asked, '--csv']);
    expect(`${csv.lines.join('\r\n')}\r\n`).toBe((await pages.get(`/performance/service.csv?${YEAR}`)).body);
  });

  it('gives every figure as CSV with its description', async () => {
    const csv = await pages.get(`/performance/service.csv?${YEAR}`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toMatch(new RegExp(`Attendance at residential burglaries,,Attended,${ATTENDED},${REPORTED},`));
    const described = await pages.get(`/performance/service.csv-metadata.json?${YEAR}`);
    expect(described.json().tableSchema.columns).toHaveLength(13);
  });
});
