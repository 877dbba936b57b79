import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../../../test/builders/each-principal.ts';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { madeSearchFile, type SearchRow } from '../../../test/builders/incident-files.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { referenceAreas } from '../../geography/index.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { type CategorySeries, findMeasure } from '../../measures/index.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { importFiles } from '../../sources/service.ts';
import { disproportionalityRoutes } from './disproportionality-routes.tsx';
import { ETHNIC_GROUPS, GROUP_WORDS } from './ethnic-groups.ts';

const PAGE = '/performance/disproportionality';
const WARDS = referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === ISLINGTON);
const BLACK = 'Black/African/Caribbean/Black British - African';
const NOT_STATED = 'Other ethnic group - Not stated';
const west = (at: number): number => -0.2 + at * 0.01;
const middle = (at: number): readonly [string, string] => [(west(at) + 0.005).toFixed(6), '51.555000'];

/** Every ward of Islington as a square beside the next. */
function boundaries(): string {
  const features = WARDS.map(({ code, name }, at) => {
    const [left, right] = [west(at), west(at + 1)].map((each) => Number(each.toFixed(6)));
    const ring = [
      [left, 51.55],
      [right, 51.55],
      [right, 51.56],
      [left, 51.56],
      [left, 51.55],
    ];
    const properties = { WD22CD: code, WD22NM: name, LAD22CD: ISLINGTON, LAD22NM: 'Islington' };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** In each ward 4 searches of Black people, 4 of White and 2 of nobody known; the officer calls all of the first two so. */
function searches(): SearchRow[] {
  const of = (at: number, times: number, row: SearchRow): SearchRow[] =>
    Array.from({ length: times }, (_, nth) => ({
      ...{ date: `2024-01-${10 + nth}T12:0${nth}:00+00:00`, at: middle(at), ...row },
    }));
  const inWards = WARDS.flatMap((_, at) => [
    ...of(at, 4, { selfDefined: BLACK, officerDefined: 'Black', outcome: 'Arrest' }),
    ...of(at, 4, { selfDefined: 'White - Irish', officerDefined: 'White' }),
    ...of(at, 2, { selfDefined: NOT_STATED, officerDefined: 'Asian' }),
  ]);
  return [
    ...inWards,
    ...of(0, 3, { type: 'Vehicle search', selfDefined: '', officerDefined: '' }),
    ...of(0, 5, { at: null, selfDefined: BLACK, officerDefined: 'Black' }),
    ...of(0, 1, { at: ['-3.5', '55.0'] }),
  ];
}

/** 1,000 White and 500 Black residents a ward, 100 of each other group. */
const residents = (): CategorySeries[] =>
  WARDS.flatMap(({ code }) =>
    ETHNIC_GROUPS.map((group) => ({
      category: findMeasure(GROUP_WORDS[group].residents)?.categories[0] ?? '',
      ...{
        areaCode: code,
        boundaryVersion: 'wards-2022' as const,
        publisher: 'census-2021',
        firstMonth: '2021-03' as const,
      },
      values: [group === 'white' ? 1000 : group === 'black' ? 500 : 100],
    })),
  );

const victims = (): CategorySeries[] =>
  [...ETHNIC_GROUPS, 'not-stated'].map((group, at) => ({
    category: `victims-by-ethnicity/${group}/victims`,
    ...{
      areaCode: ISLINGTON,
      boundaryVersion: 'boroughs-2022' as const,
      publisher: 'victims',
      firstMonth: '2024-01' as const,
    },
    values: [25 * (at + 1)],
  }));

async function importSearches(platform: Platform): Promise<void> {
  const given = {
    'wards.geojson': boundaries(),
    '2024-01-metropolitan-stop-and-search.csv': madeSearchFile(searches()),
  };
  const files = Object.entries(given).map(([name]) => ({ path: join(platform.dataFolder, name), name }));
  for (const [name, text] of Object.entries(given)) await writeFile(join(platform.dataFolder, name), text);
  await importFiles(platform, files, { about: 'metropolitan' });
}

let pages: PageServer;
/** The page before any searches are held. */
let before: Record<'visitor' | 'all', Awaited<ReturnType<PageServer['get']>>>;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdFigures(system.records, residents(), { vintage: 'census', kind: 'mps-ward' });
    await holdFigures(system.records, victims(), { vintage: 'victims', kind: 'mps-ward' });
    disproportionalityRoutes(server);
  });
  before = { visitor: await pages.as({ kind: 'visitor' }).get(PAGE), all: await pages.get(PAGE) };
  await importSearches(pages.system);
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
const visitor = () => pages.as({ kind: 'visitor' });
const seen = async (query: string, asker = visitor()) => {
  const { statusCode, body } = await asker.get(`${PAGE}?${query}`);
  return { statusCode, said: textOf(body) };
};
const ASKED = `area=${ISLINGTON}&period=2024-01..2024-01`;

it('says what is lacking where no searches are held, and who may import them where', () => {
  expect([before.visitor.statusCode, before.all.statusCode]).toEqual([200, 200]);
  expect(textOf(before.visitor.body)).toContain('No stops and searches of data.police.uk are published here yet.');
  expect(before.visitor.body).not.toContain('Import stop-and-search files');
  expect(before.all.body).toContain('Import stop-and-search files');
});

describe('a visitor', () => {
  it('reads the answer first, with the range, the unknown and its bounds', async () => {
    const { statusCode, said } = await seen(ASKED);
    expect(statusCode).toBe(200);
    expect(said).toContain(
      'Black people were searched 1.4 to 2.8 times as often as White people, compared within small areas (17 wards).',
    );
    expect(said).toContain('Of 20.0% of searches of people the self-defined ethnicity is unknown.');
    expect(said).toContain('Were all of them of White people, the ratio would be 1.3; were all of Black people, 3.0.');
    expect(said).toContain('Too few for a ratio: fewer than 20 searches.');
  });

  it('reads what is in no area, and of nobody', async () => {
    const { said } = await seen(ASKED);
    expect(said).toContain(
      '5 of the force’s 179 searches of these months (2.8%) have no location and are in no area; 1 lie outside',
    );
    expect(said).toContain('3 searches here were of a vehicle alone');
  });

  it('reads by object and outcome, and what followed', async () => {
    const { said } = await seen(ASKED);
    expect(said).toMatch(/By what was looked for .* Drugs 170 ● 2\.0 1\.4 to 2\.8 times/);
    expect(said).toMatch(/Arrest 68 too few/);
    expect(said).toContain('100.0% 94.7% to 100.0%');
    const drugs = await seen(`${ASKED}&object=stolen-property`);
    expect(drugs.said).toContain('No ratio. Too few for a ratio: fewer than 20 searches.');
  });

  it('reads the officer’s view, with the groups that officers do not use', async () => {
    const { said } = await seen(`${ASKED}&by=officer`);
    expect(said).toContain('Officers of this force have no such group, so people of it are counted in the others.');
    expect(said).toContain('Officers of this force have no group for people of mixed ethnicity');
  });

  it('reads of victims where they are counted', async () => {
    expect((await seen(ASKED)).said).toMatch(/Victims of recorded crime .* Of 150 victims no group is stated/);
    expect((await seen(`${ASKED}&by=officer`)).said).toContain('Asian 50 1,700');
  });

  it('is told nothing of a ward, on the page or in a file', async () => {
    const ward = WARDS[0]?.code ?? '';
    expect((await seen(ASKED)).said).not.toContain('Ward by ward');
    const refused = await seen(`area=${ward}&period=2024-01..2024-01`);
    expect(refused).toMatchObject({ statusCode: 400, said: expect.stringContaining('are about few people') });
    const file = await visitor().get(`${PAGE}.json?area=${ward}&period=2024-01..2024-01`);
    expect(file.statusCode).toBe(404);
  });

  it('is refused in one sentence what there is not', async () => {
    expect((await seen(`area=${ISLINGTON}&period=2020-21`)).said).toContain(
      'Searches are held from January 2024 to January 2024',
    );
    expect((await seen(`${ASKED}&object=gold`)).said).toContain('There is no object of searches "gold": give drugs,');
    expect((await seen(`${ASKED}&within=lsoas`)).said).toContain('No boundaries of LSOAs are held');
    expect((await seen(`area=${CAMDEN}&period=2024-01..2024-01`)).said).toContain(
      'Residents by ethnic group are not held',
    );
    expect((await visitor().get(`${PAGE}?by=nobody`)).statusCode).toBe(400);
  });
});

describe('staff', () => {
  const officer = (scope: { unit: string; borough: string | null; ward: string | null }) =>
    pages.as(personWith('officer', scope));

  it('of the borough see its wards, by name and with ranges, and the same files as everybody', async () => {
    const here = officer({ unit: UNIT, borough: ISLINGTON, ward: null });
    const { said } = await seen(ASKED, here);
    expect(said).toMatch(/Ward by ward For staff: .* Arsenal 4 0 0 0 4 2 Too few/);
    const file = `${PAGE}.csv?${ASKED}`;
    expect((await here.get(file)).body).toBe((await visitor().get(file)).body);
    expect((await visitor().get(file)).body).not.toContain(WARDS[0]?.name);
  });

  it('of another borough do not', async () => {
    const elsewhere = officer({ unit: UNIT, borough: CAMDEN, ward: null });
    expect((await seen(ASKED, elsewhere)).said).not.toContain('Ward by ward');
  });

  it('may ask for one ward, whose ratio is not within small areas', async () => {
    const here = officer({ unit: UNIT, borough: ISLINGTON, ward: null });
    const { statusCode, said } = await seen(`area=${WARDS[3]?.code}&period=2024-01..2024-01`, here);
    expect(statusCode).toBe(200);
    expect(said).toContain('Too few for a ratio');
  });
});
