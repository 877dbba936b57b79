import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDataRoutes } from '../../src/desk/open-data/routes.tsx';
import { referenceAreas } from '../../src/geography/index.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { addMonths, type Month, monthRange } from '../../src/lib/calendar/month.ts';
import type { Relation } from '../../src/lib/disclosure/index.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import type { CategorySeries } from '../../src/measures/index.ts';
import { measuresRoutes } from '../../src/measures/routes.tsx';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { performanceRoutes } from '../../src/performance/routes.tsx';
import { givenOutSeries, seriesAsAsked } from '../../src/performance/service.ts';
import { CAMDEN, ISLINGTON, personWith, UNIT } from '../builders/each-principal.ts';
import { holdFigures } from '../builders/held-figures.ts';
import { type Asker, type PageServer, pageServer } from '../builders/page-server.ts';
import { type Seen, solverInterval } from '../builders/solver-attack.ts';

const MEASURE = 'hate-crime-excluding-domestic-abuse';
const CATEGORY = `recorded-counts/${MEASURE}/count`;
const FROM: Month = '2024-04';
const MONTHS = 15;
const ALL = monthRange(FROM, addMonths(FROM, MONTHS - 1));
const YEAR = { from: FROM, to: addMonths(FROM, 11) };
const BOROUGHS = referenceAreas('boroughs-2022').filter(({ code }) => ['E09000007', 'E09000019'].includes(code));
/** A few wards of each borough, so that the solver is quick. */
const WARDS = BOROUGHS.flatMap(({ code }) =>
  referenceAreas('wards-2022')
    .filter(({ boroughCode }) => boroughCode === code)
    .slice(0, 4),
);
const PERIODS = [
  ...['2024-25', '2024-04..2024-09', '2024-10..2025-03', '2024-04..2024-05', '2024-04..2025-05', '2025-04..2025-05'],
  ...['ytd:2024-12', 'rolling12:2025-05', '2024-04..2024-04', '2024-05..2024-05', '2024-06..2024-06'],
];

/** Counts of few people, many under five, as a plain CSV has them; a borough has some that are placed in no ward. */
function planted(): { code: string; version: CategorySeries['boundaryVersion']; values: number[] }[] {
  const random = seededRandom(11);
  const draw = () => Array.from({ length: MONTHS }, () => Math.floor(random() * (random() < 0.6 ? 6 : 14)));
  const wards = WARDS.map(({ code, boroughCode }) => ({
    code,
    boroughCode,
    version: 'wards-2022' as const,
    values: draw(),
  }));
  const boroughs = BOROUGHS.map(({ code }) => ({
    ...{ code, version: 'boroughs-2022' as const },
    values: Array.from({ length: MONTHS }, (_, at) =>
      wards
        .filter(({ boroughCode }) => boroughCode === code)
        .reduce((sum, { values }) => sum + (values[at] ?? 0), at % 2),
    ),
  }));
  return [...wards, ...boroughs];
}

const series = planted();
const asHeld = (): CategorySeries[] => [
  ...series.map(({ code, version, values }) => ({
    ...{ category: CATEGORY, areaCode: code, boundaryVersion: version, publisher: 'police', firstMonth: FROM, values },
  })),
  ...series.map(({ code, version }) => ({
    ...{ category: 'census-2021/residents', areaCode: code, boundaryVersion: version, publisher: 'ons' },
    ...{ firstMonth: '2021-03' as Month, values: [10_000] },
  })),
];

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdFigures(system.records, asHeld(), { vintage: 'own', kind: 'mps-ward' });
    performanceRoutes(server);
    measuresRoutes(server, { onPages: seriesAsAsked, inFiles: givenOutSeries });
    openDataRoutes(server);
  });
});
afterAll(async () => {
  expect(pages.faults).toEqual([]);
  await pages.close();
});

const cell = (code: string, month: string): string => `${code} ${month}`;

/** What somebody has who reads every output: counts of months, and sums of areas over months. */
interface Read {
  months: Map<string, number>;
  sums: { code: string; from: Month; to: Month; count: number }[];
}

/** Rows of a CSV by the names of its columns; no value in these has a comma. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value])));
}

async function readEverything(asker: Asker): Promise<Read> {
  const first = await readMonths(asker);
  const read = [first, await readTables(asker, first), await readWards(asker)];
  return { months: new Map(read.flatMap(({ months }) => [...months])), sums: read.flatMap(({ sums }) => sums) };
}

async function csv(asker: Asker, address: string): Promise<Record<string, string>[]> {
  const { statusCode, body } = await asker.get(address);
  return statusCode === 200 ? rowsOf(body) : [];
}

/** Open data, and the downloads and charts of each area. */
async function readMonths(asker: Asker): Promise<Read> {
  const open = await csv(asker, `/open-data/series-${MEASURE}.csv`);
  const rows = open.map((row) => ({ code: row.area_code ?? '', month: row.month ?? '', value: row.value ?? '' }));
  for (const { code } of series) {
    for (const { month = '', value = '' } of await csv(asker, `/measures/${MEASURE}/${MEASURE}-${code}.csv`))
      rows.push({ code, month, value });
    for (const row of await csv(asker, `/performance/measures/${MEASURE}/chart.csv?area=${code}`))
      rows.push({ code, month: row.month ?? '', value: row.recorded ?? '' });
  }
  const held = rows.filter(({ value }) => value !== '');
  return { months: new Map(held.map(({ code, month, value }) => [cell(code, month), Number(value)])), sums: [] };
}

const tableShape = z.object({
  periods: z.record(z.enum(['current', 'previous']), z.object({ from: z.string(), to: z.string() })),
  rows: z.array(z.object({ measureName: z.string(), current: z.number().nullable(), previous: z.number().nullable() })),
});

/** The performance table of each area over many periods, as JSON, against the last month that is shown of it. */
async function readTables(asker: Asker, { months }: Read): Promise<Read> {
  const sums: Read['sums'] = [];
  for (const { code } of series.filter((_, at) => at % 4 < 2)) {
    const against = ALL.findLast((month) => months.has(cell(code, month))) ?? FROM;
    for (const period of PERIODS) {
      const asked = `area=${code}&set=public-space&period=${period}&against=${against}..${against}`;
      const { statusCode, body } = await asker.get(`/performance/table.json?${asked}`);
      if (statusCode !== 200) continue;
      const { rows, periods } = tableShape.parse(JSON.parse(body));
      const row = rows.find(({ measureName }) => measureName === MEASURE);
      for (const which of ['current', 'previous'] as const) {
        const count = row?.[which] ?? null;
        const { from, to } = periods[which];
        if (count !== null) sums.push({ code, from: from as Month, to: to as Month, count });
      }
    }
  }
  return { months: new Map(), sums };
}

/** The wards beside each other, over the year, each month and two more spans. */
async function readWards(asker: Asker): Promise<Read> {
  const sums: Read['sums'] = [];
  const spans = ['2024-04..2025-03', '2024-04..2024-05', '2024-04..2025-06'];
  for (const { code: area } of BOROUGHS)
    for (const span of [...spans, ...monthRange(FROM, addMonths(FROM, 3)).map((month) => `${month}..${month}`)]) {
      const [from, to] = span.split('..') as [Month, Month];
      for (const row of await csv(asker, `/performance/wards.csv?area=${area}&measure=${MEASURE}&period=${span}`))
        if ((row.count ?? '') !== '') sums.push({ code: row.ward_code ?? '', from, to, count: Number(row.count) });
    }
  return { months: new Map(), sums };
}

/** What the attacker knows of every month and year, and every sum between them. */
function known({ months, sums }: Read) {
  const seen = new Map<string, Seen>();
  const relations: Relation[] = [];
  const put = (key: string, count: number | null) => seen.set(key, { count, least: 0, most: Number.POSITIVE_INFINITY });
  for (const { code } of series) {
    for (const month of ALL) put(cell(code, month), months.get(cell(code, month)) ?? null);
    put(`${code} year`, null);
    relations.push({ total: `${code} year`, parts: monthRange(YEAR.from, YEAR.to).map((month) => cell(code, month)) });
  }
  for (const { code: borough } of BOROUGHS)
    for (const month of ALL) {
      put(`${borough} rest ${month}`, null);
      const wards = WARDS.filter(({ boroughCode }) => boroughCode === borough).map(({ code }) => cell(code, month));
      relations.push({ total: cell(borough, month), parts: [...wards, `${borough} rest ${month}`] });
    }
  sums.forEach(({ code, from, to, count }, at) => {
    put(`sum ${at}`, count);
    relations.push({ total: `sum ${at}`, parts: monthRange(from, to).map((month) => cell(code, month)) });
  });
  return { seen, relations };
}

/** Counts under five of a month and under three of a year, by the rules as they are written. */
function sensitive(): { key: string; count: number; width: number }[] {
  return series.flatMap(({ code, values }) => {
    const year = values.slice(0, 12).reduce((sum, value) => sum + value, 0);
    return [
      ...values.map((count, at) => ({ key: cell(code, addMonths(FROM, at)), count, width: 3 })),
      { key: `${code} year`, count: year, width: 1 },
    ].filter(({ count, width }) => count > 0 && count < width + 2);
  });
}

/** Sensitive counts that the attacker knows more closely than their rule allows. */
async function recovered(read: Read): Promise<string[]> {
  const { seen, relations } = known(read);
  const found: string[] = [];
  for (const { key, count, width } of sensitive()) {
    if (seen.get(key)?.count != null) {
      found.push(key);
      continue;
    }
    const { least, most } = await solverInterval(seen, relations, key, { count, width });
    if (most - least < width) found.push(key);
  }
  return found;
}

describe('what visitors read in every table, chart and file together', () => {
  let read: Read;
  beforeAll(async () => {
    read = await readEverything(pages.as({ kind: 'visitor' }));
  });

  it('is much, and gives no count of few people back', async () => {
    expect(sensitive().length).toBeGreaterThan(30);
    expect(read.months.size).toBeGreaterThan(50);
    expect(read.sums.length).toBeGreaterThan(20);
    expect(await recovered(read)).toEqual([]);
  });

  it('would give some back were one sum too many out', async () => {
    const hidden = sensitive().find(({ key }) => !key.endsWith('year') && !read.months.has(key));
    const [code = '', month = ''] = hidden?.key.split(' ') ?? [];
    const sum = { code, from: month as Month, to: month as Month, count: hidden?.count ?? 0 };
    expect(await recovered({ ...read, sums: [...read.sums, sum] })).toContain(hidden?.key);
  });

  it('is told as not shown, not as not held', async () => {
    const key = sensitive().find(({ key: each }) => !each.endsWith('year') && !read.months.has(each))?.key ?? '';
    const [code = ''] = key.split(' ');
    const visitor = pages.as({ kind: 'visitor' });
    for (const address of [
      `/performance/measures/${MEASURE}?area=${code}`,
      `/measures/${MEASURE}?area=${code}`,
      `/performance?area=${code}&set=public-space&period=2024-04..2024-08&against=2024-09..2025-01`,
    ]) {
      const { body } = await visitor.get(address);
      expect(body.replace(/&#39;/g, "'"), address).toMatch(/not shown: fewer than 5, or would reveal such a figure\./i);
      expect(body, address).not.toContain('mport a file that has them');
    }
  });

  it('is all of it for staff who read performance', async () => {
    const { months } = await readMonths(pages);
    const charted = sensitive().filter(({ key }) => months.has(key));
    expect(charted.length).toBeGreaterThan(sensitive().length / 2);
  });

  it('is another borough’s as everybody sees it for who reads performance in one borough only', async () => {
    const officer = pages.as(personWith('officer', { unit: UNIT, borough: CAMDEN, ward: null }));
    const { months } = await readMonths(officer);
    const boroughOf = new Map(WARDS.map(({ code, boroughCode }) => [code, boroughCode]));
    const charted = sensitive().flatMap(({ key }) => {
      const [code = ''] = key.split(' ');
      return months.has(key) && boroughOf.has(code) ? [boroughOf.get(code)] : [];
    });
    expect(charted).toContain(CAMDEN);
    expect(charted).not.toContain(ISLINGTON);
  });
});
