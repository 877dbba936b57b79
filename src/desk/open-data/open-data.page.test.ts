import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
// @ts-expect-error -- the validator ships no types
import { Package } from 'datapackage';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { holdBoundaries } from '../../../test/builders/boundary-import.ts';
import { holdDemonstration, holdFigures } from '../../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { adoptPlan } from '../../allocation/service.ts';
import { referenceAreas } from '../../geography/index.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { openDataCommands } from '../commands.ts';
import { openDataRoutes } from './routes.tsx';

const FORMULA_WARD = 'E05099999';
const CAMDEN = 'E09000007';

function run(category: string, areaCode: string, publisher = 'mps'): CategorySeries {
  return {
    ...{ category, areaCode, boundaryVersion: 'wards-2022', publisher },
    firstMonth: '2024-01',
    values: Array.from({ length: 24 }, (_, at) => 10 + (at % 5)),
  };
}
const codes = () => [...referenceAreas('wards-2022').map(({ code }) => code), FORMULA_WARD];
const burglaries = () => codes().map((code) => run('mps/burglary/domestic-burglary', code));
const searches = () =>
  codes().map((code) => run('stop-and-search/officer-defined-ethnicity/black', code, 'metropolitan'));

async function openPages(
  fill: (deps: Pick<PageServer, 'platform' | 'system'>) => Promise<unknown>,
): Promise<PageServer> {
  return pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    await fill(deps);
    openDataRoutes(server);
  });
}

/** Figures of the unit's wards, one of which an import names as a spreadsheet's formula. */
async function holdReal({ system }: Pick<PageServer, 'system'>): Promise<void> {
  await holdBoundaries(system.records, [
    {
      ...{ code: FORMULA_WARD, name: '=HYPERLINK("a")', kind: 'ward', version: 'wards-2022' },
      ...{ boroughCode: CAMDEN, boroughName: 'Camden', polygons: [] },
    },
  ]);
  await holdFigures(system.records, [...burglaries(), ...searches()], { vintage: '2026-01', kind: 'mps-ward' });
  await sql`update sources.import set imported_by = 'Jane Roe'`.execute(system.records);
}

let pages: PageServer;
beforeAll(async () => {
  pages = await openPages(holdReal);
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const newFolder = () => mkdtemp(join(inject('runFolder'), 'open-data-'));
const exportTo = (folder: string) => runCommands(openDataCommands, pages.platform, ['open-data', 'export', folder]);

describe('the package', () => {
  it('is valid to the validator of the format, which reads every row back as it is held', async () => {
    const folder = join(await newFolder(), 'package');
    expect((await exportTo(folder)).exitCode).toBe(0);
    const descriptor = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
    const read = await Package.load(descriptor, { basePath: folder, strict: false });
    expect(read.errors).toEqual([]);
    for (const resource of read.resources) {
      const told = await resource.read().catch(({ errors }: { errors: Error[] }) => errors.map(String));
      expect(
        told.filter((row: unknown) => typeof row === 'string'),
        resource.name,
      ).toEqual([]);
    }
    const rows = await read.getResource('series-residential-burglary').read();
    expect(rows.filter((row: unknown[]) => row[0] === 'wards-2022')).toHaveLength(codes().length * 24);
    const first = rows.find((row: unknown[]) => row[1] === 'E05013653');
    expect([first[2], first[4], first[5], first[6], first[7], first[8]]).toEqual([
      ...['Bloomsbury', 10, false],
      ...['published', '2026-01', false],
    ]);
  });

  it('names files that are there, each with notes and a description of its columns', async () => {
    const folder = join(await newFolder(), 'package');
    await exportTo(folder);
    const { resources } = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
    const names = resources.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['areas', 'measures', 'imports', 'imports-rows', 'completeness']));
    expect(names, 'nothing is weighed without a table of weights').not.toContain('series-harm-weighted-crime');
    expect((await readdir(folder)).toSorted()).toEqual(
      [
        'datapackage.json',
        ...names.flatMap((name: string) => [`${name}.csv`, `${name}.csv-metadata.json`, `${name}.txt`]),
      ].toSorted(),
    );
    for (const { name, path, schema } of resources) {
      const csvw = JSON.parse(await readFile(join(folder, `${path}-metadata.json`), 'utf8'));
      const [header] = (await readFile(join(folder, path), 'utf8')).split('\r\n');
      expect(csvw.url).toBe(path);
      expect(csvw.tableSchema.columns.map((each: { name: string }) => each.name).join()).toBe(header);
      expect(schema.fields.map((each: { name: string }) => each.name).join(), name).toBe(header);
    }
  });

  it('lets no spreadsheet run a ward’s name, and gives it as it is in JSON', async () => {
    const folder = join(await newFolder(), 'package');
    await exportTo(folder);
    const csv = await readFile(join(folder, 'areas.csv'), 'utf8');
    expect(csv).toContain(`wards-2022,${FORMULA_WARD},"'=HYPERLINK(""a"")",ward,`);
    for (const file of (await readdir(folder)).filter((each) => each.endsWith('.csv')))
      expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(/(^|,)"?[=@]/m);
    const { rows } = (await pages.get('/open-data/areas.json')).json();
    expect(rows.find((row: { area_code: string }) => row.area_code === FORMULA_WARD).area_name).toBe('=HYPERLINK("a")');
  });

  it('gives searches by ethnicity of boroughs only, and names nobody', async () => {
    const folder = join(await newFolder(), 'package');
    await exportTo(folder);
    const csv = await readFile(join(folder, 'series-stop-and-search-ethnicity-black.csv'), 'utf8');
    const sets = new Set(
      csv
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    );
    expect([...sets]).toEqual(['boroughs-2022']);
    expect(await readFile(join(folder, 'completeness.csv'), 'utf8')).not.toContain('ethnicity');
    for (const file of await readdir(folder))
      expect(await readFile(join(folder, file), 'utf8'), file).not.toContain('Jane Roe');
    expect(await readFile(join(folder, 'imports.txt'), 'utf8')).toContain('Who imported a file');
  });
});

describe('the command', () => {
  it('replaces a package of its own, and says what it wrote', async () => {
    const folder = await newFolder();
    await exportTo(folder);
    await writeFile(join(folder, 'areas.csv'), 'changed');
    const said = await runCommands(openDataCommands, pages.platform, ['open-data', 'export', folder, '--json']);
    expect(said.json).toMatchObject({ folder });
    expect((said.json as { tables: { name: string; rows: number }[] }).tables).toContainEqual(
      expect.objectContaining({ name: 'imports', rows: 2 }),
    );
    expect(await readFile(join(folder, 'areas.csv'), 'utf8')).toMatch(/^area_set,/);
    expect(await readdir(join(folder, '..'))).not.toContainEqual(expect.stringMatching(/open-data-.*[.]/));
  });

  it.each([
    ['notes.txt', 'mine'],
    ['datapackage.json', '{"name":"another","resources":[]}'],
    ['datapackage.json', 'no JSON'],
  ])('refuses a folder with other files in it, and leaves them: %s', async (name, content) => {
    const folder = await newFolder();
    await writeFile(join(folder, name), content);
    await expect(exportTo(folder)).rejects.toThrow('holds files that are no open data of Wardroom’s');
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name), 'utf8')).toBe(content);
  });

  it('refuses a package into which someone put a file, and a file in place of the folder', async () => {
    const folder = await newFolder();
    await exportTo(folder);
    await mkdir(join(folder, 'more'));
    await expect(exportTo(folder)).rejects.toThrow('holds files that are no open data');
    await expect(exportTo(join(folder, 'areas.csv'))).rejects.toThrow('is a file: name a folder');
  });
});

describe('the pages', () => {
  it('list every table in four forms, all of which are there', async () => {
    const { body, statusCode } = await pages.get('/open-data');
    expect(statusCode).toBe(200);
    const { resources } = (await pages.get('/open-data/datapackage.json')).json();
    for (const { name, path } of resources) {
      expect(body).toContain(`href="/open-data/${name}.csv"`);
      for (const format of ['csv', 'txt', 'csv-metadata.json', 'json'])
        expect((await pages.get(`/open-data/${name}.${format}`)).statusCode, `${name}.${format}`).toBe(200);
      expect((await pages.get(`/open-data/${path}`)).headers.link).toContain(`<${name}.csv-metadata.json>`);
    }
  });

  it('send a long table as the export writes it', async () => {
    const folder = join(await newFolder(), 'package');
    await exportTo(folder);
    const { body } = await pages.get('/open-data/series-residential-burglary.csv');
    expect(body.length).toBeGreaterThan(65_536);
    expect(body).toBe(await readFile(join(folder, 'series-residential-burglary.csv'), 'utf8'));
  });

  it('know no other table', async () => {
    for (const file of ['nothing.csv', 'series-unicorns.csv', 'areas.xlsx', 'areas'])
      expect((await pages.get(`/open-data/${file}`)).statusCode).toBe(404);
  });
});

it('marks made-up figures in every table they are in, and gives the plan with its reasons', async () => {
  const made = await openPages(async ({ platform, system }) => {
    await holdDemonstration(system.records);
    await adoptPlan(platform, { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48 });
  });
  try {
    for (const name of ['series-burglary', 'demand-index', 'demand-weights', 'plan', 'plan-reasons'])
      expect((await made.get(`/open-data/${name}.txt`)).body, name).toContain('- Synthetic: figures here are made up');
    const plan = (await made.get('/open-data/plan.csv')).body.split('\r\n').slice(1, -1);
    expect(plan).toHaveLength(referenceAreas('wards-2022').length);
    expect(plan.every((line) => line.endsWith(',true'))).toBe(true);
    const officers = plan.reduce((sum, line) => sum + Number(line.split(',').at(-6)), 0);
    expect(officers).toBe(118);
    const reasons = (await made.get('/open-data/plan-reasons.json')).json().rows as { post: string; reason: string }[];
    expect(reasons.filter(({ post }) => post === 'dwo')).toHaveLength(118 - 2 * plan.length);
    expect(reasons.every(({ reason }) => reason.length > 20)).toBe(true);
    const weights = (await made.get('/open-data/demand-weights.json')).json().rows as { weight_used: number }[];
    expect(weights.reduce((sum, each) => sum + each.weight_used, 0)).toBeCloseTo(1);
  } finally {
    await made.close();
  }
});
