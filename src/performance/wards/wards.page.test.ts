import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { referenceAreas } from '../../geography/index.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { placesCommand } from '../places/places-commands.ts';
import { placesRoutes } from '../places/places-routes.tsx';
import { wardsCommand } from './wards-commands.ts';
import { wardsRoutes } from './wards-routes.tsx';

const CAMDEN_TOWN = 'E05013655';
const MONTHS = 168;
/** At which a chart is drawn. */
const WIDTHS = 3;
const wards = referenceAreas('wards-2022');
const boroughs = referenceAreas('boroughs-2022');

/** January 2012 to December 2025. */
const run = (category: string, area: (typeof wards)[number], value: (month: number) => number): CategorySeries => ({
  ...{ category, areaCode: area.code, boundaryVersion: area.version, publisher: 'mps', firstMonth: '2012-01' },
  values: Array.from({ length: MONTHS }, (_, month) => value(month)),
});
const once = (category: string, area: (typeof wards)[number], month: CategorySeries['firstMonth'], value: number) => ({
  ...run(category, area, () => value),
  ...{ firstMonth: month, values: [value] },
});
const isFirst = ({ code }: { code: string }) => code === wards[0]?.code;

const figures = (): CategorySeries[] => [
  ...wards.flatMap((ward, at) => [
    run(
      'mps/robbery/robbery-of-personal-property',
      ward,
      (month) => (isFirst(ward) ? 60 : 10) + ((month * 5 + at) % 7),
    ),
    run('mps/theft/theft-from-the-person', ward, () => (isFirst(ward) ? 90 : 10)),
    run('mps/theft/shoplifting', ward, () => 10),
    once('census-2021/residents', ward, '2021-03', 10_000),
  ]),
  ...boroughs.flatMap((borough, at) => [
    run('mps/robbery/robbery-of-personal-property', borough, () => 100 + 10 * at),
    once('census-2021/residents', borough, '2021-03', 200_000),
    once('pas/trust-mps', borough, '2023-12', at === boroughs.length - 1 ? 0.5 : 0.7),
  ]),
];

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdFigures(system.records, figures(), { vintage: 'after', kind: 'mps-ward' });
    wardsRoutes(server);
    placesRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const text = async (url: string): Promise<string> => textOf((await pages.get(url)).body);
const ROBBERY = 'measure=robbery';

describe('wards beside each other', () => {
  it('answers first, shows a funnel, and lists every ward by name with its range', async () => {
    const { statusCode, body } = await pages.get(`/performance/wards?${ROBBERY}`);
    const said = textOf(body);
    expect(statusCode).toBe(200);
    expect(said).toContain(
      `1 of the 37 wards differs from the rest by more than wards here usually differ: ${wards[0]?.name} higher.`,
    );
    expect(body).toContain('Funnel plot of robbery for each 1,000 residents, 37 wards');
    expect(said).toContain('By name. The range is where the ward’s true rate could lie (95%)');
    const names = [...body.matchAll(/measures\/robbery\?area=E\d+">([^<]+)</g)].map(([, name]) => name ?? '');
    expect(names).toHaveLength(37);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
    expect(said.toLowerCase()).not.toMatch(/significant|worst|\brank(s|ed 1)?\b|league/);
  });

  it('says where residents are a poor measure, and in how many changes a call may be false', async () => {
    const said = await text(`/performance/wards?${ROBBERY}`);
    expect(said).toContain('few people live here for how many visit (5.0 times the middle ward’s thefts');
    expect(said).toMatch(/Of the 37 wards, (none is|1 is|\d+ are) called clear/);
    expect(said).toContain('37 could be judged, all together.');
  });

  it('keeps to a borough and to the lines of chance alone when asked', async () => {
    const said = await text(`/performance/wards?${ROBBERY}&borough=Islington&test=counts`);
    expect(said).toContain('of the 17 wards');
    expect(said).toContain('The lines are those of chance alone');
    expect(said).toMatch(/called clear on the counts alone[.;]/);
  });

  it('judges a set over all wards and measures', async () => {
    expect(await text(`/performance/wards?${ROBBERY}&set=mopac-7`)).toContain('Of 259 changes (37 wards, 7 measures)');
  });

  it('refuses in one sentence what cannot be compared', async () => {
    const period = await pages.get(`/performance/wards?${ROBBERY}&period=2031-32`);
    expect(period.statusCode).toBe(400);
    expect(textOf(period.body)).toContain('choose an earlier period.');
    expect(await text(`/performance/wards?measure=robery`)).toContain('did you mean robbery');
    expect(await text('/performance/wards?measure=residents')).toContain('not counted by month');
    expect(await text(`/performance/wards?area=${CAMDEN_TOWN}`)).toContain('is none of these');
  });

  it('gives the wards and the changes as files', async () => {
    const csv = await pages.get(`/performance/wards.csv?${ROBBERY}`);
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(38);
    expect(lines[0]).toContain('ward_code,ward_name,borough_name,count,residents,rate_per_1000,rate_low,rate_high');
    const changes = (await pages.get(`/performance/wards-changes.json?${ROBBERY}`)).json();
    expect(changes.rows).toHaveLength(37);
    expect(changes.rows[0]).toMatchObject({ measure: 'robbery', called_clear: expect.any(Boolean) });
  });

  it('is on the command line', async () => {
    const said = await runCommands(wardsCommand, pages.platform, ['wards', '--measure', 'robbery', '--json']);
    expect(said.json).toMatchObject({ kind: 'wards', beside: { wards: expect.any(Array) } });
    const lines = await runCommands(wardsCommand, pages.platform, [
      ...['wards', '--measure', 'robbery', '--period', '2021-22', '--counts-test'],
    ]);
    const text = lines.lines.join('\n');
    expect(text).toContain('Rates are for the residents of March 2021, the latest held');
    expect(text).toContain('April 2021 to March 2022 has months with restrictions in the pandemic');
    expect(text).toContain('Publication: after. Files: ');
    expect(text).toContain('called clear on the counts alone');
    const refused = await runCommands(wardsCommand, pages.platform, ['wards', '--area', 'Nowhere']);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('There is no area "Nowhere"');
  });
});

describe('places by crime and trust', () => {
  it('sets boroughs on both axes, and says of wards that the survey cannot tell', async () => {
    const { statusCode, body } = await pages.get('/performance/places');
    const said = textOf(body);
    expect(statusCode).toBe(200);
    expect(said).toContain(`trust lower by more than 10 percentage points: ${boroughs.at(-1)?.name}.`);
    expect(body.match(/class="w-clear"/g)).toHaveLength(WIDTHS);
    expect(said).toContain('Trust cannot be said for a ward: the Public Attitude Survey is by borough only');
    expect(said).toContain('No table of harm weights is held, so harm is missing: violence and robbery');
    expect(said).toContain('January 2023 to December 2023');
    expect(said).toContain('Camden: 70% trust the police, of the whole borough');
  });

  it('never gives a ward the trust of its borough', async () => {
    const { rows } = (await pages.get('/performance/places.json')).json();
    const small = rows.filter(({ level }: { level: string }) => level === 'ward');
    expect(small).toHaveLength(37);
    expect(small.every(({ trust }: { trust: unknown }) => trust === null)).toBe(true);
    expect(rows.filter(({ trust }: { trust: unknown }) => trust !== null).length).toBe(boroughs.length);
  });

  it('says where nothing is held by LSOA, and refuses a ward', async () => {
    expect(await text('/performance/places?level=lsoas')).toContain('No crime by LSOA is held for all of January 2023');
    const ward = await pages.get(`/performance/places?area=${CAMDEN_TOWN}`);
    expect(ward.statusCode).toBe(400);
    expect(textOf(ward.body)).toContain('is neither.');
  });

  it('is on the command line', async () => {
    const said = await runCommands(placesCommand, pages.platform, ['places']);
    expect(said.lines.join('\n')).toContain('Margin unknown: the published survey does not say how many were asked.');
  });
});
