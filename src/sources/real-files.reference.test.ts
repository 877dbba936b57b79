import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { emptyRecords } from '../../test/builders/records.ts';
import { type BoundaryVersion, referenceAreas } from '../geography/index.ts';
import { type Month, monthRange } from '../lib/calendar/month.ts';
import { type Series, valueIn } from '../measures/index.ts';
import { heldVintages, readSeries } from '../measures/service.ts';
import { openLake } from '../platform/lake/index.ts';
import type { ImportedFile, ReasonCount } from './model.ts';
import { importFiles, revertImport } from './service.ts';

/**
 * Real public files, kept beside the repository and never in it. The expected numbers were counted by others: the notes
 * that come with the files, and the Islington table of the Metropolitan Police's report to the Homes and Communities
 * Scrutiny Committee of 18 July 2024, whose column 2022-23 the borough files give exactly.
 */
const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterAll(() => desk.close());

const real = (path: string) => ({ path: join(SHARED, path), name: path.split('/').at(-1) ?? '' });
const importReal = async (...paths: string[]): Promise<ImportedFile[]> =>
  (await importFiles(desk.platform, paths.map(real))).imports;
const counts = (reasons: ReasonCount[] | undefined) =>
  Object.fromEntries((reasons ?? []).map(({ reason, count }) => [reason, count]));
const read = (measures: string[], areaCodes: string[], boundaryVersion: BoundaryVersion): Promise<Series[]> =>
  readSeries(desk.platform.records, { measures, areaCodes, boundaryVersion });
/** The series of one vintage, whichever is chosen. */
const readOf = async (
  vintage: string,
  measures: string[],
  areaCodes: string[],
  boundaryVersion: BoundaryVersion,
): Promise<Series[]> => {
  const held = await heldVintages(desk.platform.records, { areaCodes, boundaryVersion });
  return (await held.find((each) => each.vintage === vintage)?.read(measures)) ?? [];
};
const sumOver = (series: readonly Series[], from: Month, to: Month): number =>
  series.reduce(
    (total, each) => total + monthRange(from, to).reduce((sum, month) => sum + (valueIn(each, month) ?? Number.NaN), 0),
    0,
  );

const REPEATED = 'the same crime given again: identical, crime ID and all';
const WITHOUT_ID = 'no crime ID: kept, though a repeat could not be told';
const UNPROVED = 'identical to another row, without a crime ID: kept, since it may be another crime';
const SHARED_ID = 'a crime ID that other rows have with other details: kept';
const UNLOCATED = 'no location (repeats counted too): kept, not counted in any ward';
const outside = (version: BoundaryVersion) =>
  `${version}: outside every ward held (repeats counted too): kept, not counted in any ward`;

describe.skipIf(!existsSync(SHARED))('the monthly files of the Metropolitan Police', () => {
  it('take February 2024 from the complete file: 73,652 crimes against a stub of 40', async () => {
    const [history, recent] = await importReal(
      'mps/MPS Ward Level Crime (Historical).csv',
      'mps/MPS Ward Level Crime (most recent 24 months).csv',
    );
    expect(history).toMatchObject({ rowsRead: 21_118, rowsUsed: 21_118, from: '2010-04', to: '2024-02' });
    expect(recent).toMatchObject({ rowsRead: 18_688, rowsUsed: 18_688, from: '2024-02', to: '2026-02' });
    expect(history?.supersededMonths).toEqual([]);
    expect(recent?.supersededMonths).toEqual([
      { month: '2024-02', total: 40, by: 'MPS Ward Level Crime (Historical).csv', byTotal: 73_652 },
    ]);
    const { rows } = await sql<{ areas: number }>`
      select cardinality(area_codes) as areas from measures.given_up`.execute(desk.system);
    expect(rows).toEqual([{ areas: 679 }]);
  });

  it('give every ward of Camden and Islington every month', async () => {
    const wards = referenceAreas('wards-2022').map(({ code }) => code);
    const series = await read(['recorded-crime'], wards, 'wards-2022');
    expect(series).toHaveLength(37);
    expect(series.every(({ values }) => values.length === 191 && values.every((value) => value !== null))).toBe(true);
    expect(series.every(({ backCast }) => backCast)).toBe(true);
  });

  it('have no doubtful month together: April 2020 was quiet, not lacking', async () => {
    const wards = referenceAreas('wards-2022').map(({ code }) => code);
    const series = await read(['recorded-crime'], wards, 'wards-2022');
    expect(new Set(series.flatMap(({ doubtful }) => doubtful))).toEqual(new Set());
  });

  it('have a doubtful February 2024 when the recent one is imported alone', async () => {
    const text = await readFile(real('mps/MPS Ward Level Crime (most recent 24 months).csv').path, 'utf8');
    const alone = await desk.file('alone.csv', text.slice(0, text.trimEnd().lastIndexOf('\n') + 1));
    const { vintage } = await importFiles(desk.platform, [alone]);
    const [series] = await read(['recorded-crime'], ['E05013698'], 'wards-2022');
    expect(series).toMatchObject({ vintage, firstMonth: '2024-02', doubtful: ['2024-02'] });
    await revertImport(desk.platform, vintage);
  });

  it('count in full when they come as a file for each borough', async () => {
    const wards = referenceAreas('wards-2022').map(({ code }) => code);
    const whole = await read(['recorded-crime', 'burglary'], wards, 'wards-2022');
    const lines = (await readFile(real('mps/MPS Ward Level Crime (Historical).csv').path, 'utf8')).split('\n');
    const half = (borough: string) =>
      desk.file(`${borough}.csv`, [lines[0], ...lines.filter((line) => line.includes(`,${borough},`)), ''].join('\n'));
    const report = await importFiles(desk.platform, [await half('Camden'), await half('Islington')]);
    expect(report.imports.map(({ supersededMonths }) => supersededMonths)).toEqual([[], []]);
    const halves = await readOf(report.vintage, ['recorded-crime', 'burglary'], wards, 'wards-2022');
    expect(await read(['recorded-crime', 'burglary'], wards, 'wards-2022'), 'the fuller reaches further').toEqual(
      whole.map((each) => expect.objectContaining({ values: each.values, vintage: each.vintage })),
    );
    expect(halves.map(({ areaCode, values }) => [areaCode, values])).toEqual(
      whole.map(({ areaCode, values }) => [areaCode, values.slice(0, 167)]),
    );
    await revertImport(desk.platform, report.vintage);
  });

  it('rebuild the published Islington column of 2022-23 from the borough files', async () => {
    await importReal(
      'mps/MPS Borough Level Crime (Historical).csv',
      'mps/MPS Borough Level Crime (most recent 24 months).csv',
    );
    const year = async (measure: string) =>
      sumOver(await read([measure], ['E09000019'], 'boroughs-2022'), '2022-04', '2023-03');
    expect(await year('personal-robbery')).toBe(1_065);
    expect(await year('theft-from-the-person')).toBe(2_688);
    expect(await year('theft-of-motor-vehicle')).toBe(564);
    expect(await year('theft-from-motor-vehicle')).toBe(1_654);
    expect(await year('interfering-with-motor-vehicle')).toBe(195);
    expect(await year('aggravated-vehicle-taking')).toBe(16);
    expect(await year('homicide')).toBe(4);
    expect(await year('violence-with-injury')).toBe(2_269);
    expect(Math.abs((await year('residential-burglary')) - 1_171)).toBeLessThanOrEqual(1);
    await importReal('mps/MPS_MonthlyCrimeDashboard_knife.csv');
    expect(await year('knife-crime')).toBe(436);
  });

  it('give knife crime by ward that adds up to the published figure too', async () => {
    const wards = referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === 'E09000019');
    const series = await read(
      ['knife-crime'],
      wards.map(({ code }) => code),
      'wards-2022',
    );
    expect(series).toHaveLength(17);
    expect(sumOver(series, '2022-04', '2023-03')).toBe(436);
  });

  it('count the same crimes in wards as in boroughs, up to 2022-23, within ten a year', async () => {
    for (const borough of ['E09000007', 'E09000019']) {
      const wards = referenceAreas('wards-2022').filter(({ boroughCode }) => boroughCode === borough);
      const inWards = await read(
        ['recorded-crime'],
        wards.map(({ code }) => code),
        'wards-2022',
      );
      const inBorough = await read(['recorded-crime'], [borough], 'boroughs-2022');
      for (let year = 2011; year <= 2022; year += 1) {
        const [from, to] = [`${year}-04`, `${year + 1}-03`] as [Month, Month];
        const difference = sumOver(inWards, from, to) - sumOver(inBorough, from, to);
        expect(Math.abs(difference), `${borough} ${year}`).toBeLessThanOrEqual(10);
      }
    }
  });

  it('by LSOA have a value without sexual offences only, and a doubtful stub in February 2024', async () => {
    const [imported] = await importReal('mps/MPS LSOA Level Crime (most recent 24 months).csv');
    expect(imported).toMatchObject({ rowsRead: 105_620, rowsUsed: 105_620, from: '2024-02', to: '2026-02' });
    const [series] = await read(['recorded-crime-except-sexual-offences'], ['E01000907'], 'lsoas-2021');
    expect(series).toMatchObject({ firstMonth: '2024-02', doubtful: ['2024-02'] });
    expect(series?.values).toHaveLength(25);
    const whole = await read(['recorded-crime'], ['E01000907'], 'lsoas-2021');
    expect(whole.flatMap(({ values }) => values).filter((value) => value !== null)).toEqual([]);
  });

  it('read the older publication in its own spelling, as another vintage', async () => {
    const report = await importFiles(desk.platform, [real('mps/other-vintages/recent_jn607_feb2022_feb2024.csv')]);
    const [older] = report.imports;
    expect(older).toMatchObject({ recognisedAs: 'MPS borough-level monthly crime', rowsUsed: 1_574 });
    const place = [['theft-from-the-person'], ['E09000019'], 'boroughs-2022'] as const;
    const [series] = await readOf(report.vintage, [...place[0]], [...place[1]], place[2]);
    expect(series).toMatchObject({ files: ['recent_jn607_feb2022_feb2024.csv'], firstMonth: '2022-02' });
    const [shown] = await read([...place[0]], [...place[1]], place[2]);
    expect(shown?.vintage, 'it takes the place of no newer one').not.toBe(report.vintage);
    await revertImport(desk.platform, older?.id ?? '');
  });
});

describe.skipIf(!existsSync(SHARED))('the table of crimes by LSOA that lacks rows', () => {
  it('shows its two absent months without a value, and the stub of May 2023 and ten short months as doubtful', async () => {
    await importReal('bad-input/camden_islington_lsoa_month_category_2023-05_2026-03.csv');
    const [series] = await read(['lsoa-street-crime'], ['E01002801'], 'lsoas-2021');
    if (!series) throw new Error('no series');
    expect(series.firstMonth, 'E01002801 is not in the piece that the stub has').toBe('2023-07');
    expect(valueIn(series, '2023-09')).toBeNull();
    expect(series.doubtful).toEqual([
      '2023-07',
      '2023-08',
      '2023-12',
      '2024-03',
      '2024-05',
      '2025-01',
      '2025-04',
      '2025-06',
      '2025-08',
      '2025-09',
    ]);
    const [stub] = await read(['lsoa-street-crime'], ['E01000907'], 'lsoas-2021');
    expect(stub).toMatchObject({ firstMonth: '2023-05', doubtful: ['2023-05'] });
    expect(stub?.values.slice(1, 5)).toEqual([null, null, null, null]);
  });
});

describe.skipIf(!existsSync(SHARED))('street archives', () => {
  beforeAll(async () => {
    await importReal(
      'geography/wards_2022_camden_islington_ONS.geojson',
      'geography/wards_2014_2018_camden_islington.geojson',
    );
  });

  it('of Camden and Islington: 6,544 of 193,701 rows outside the 37 wards, none dropped', async () => {
    const [archive] = await importReal('police-uk/camden-islington-street-2016-01_2018-06.zip');
    expect(archive).toMatchObject({ rowsRead: 193_701, rowsUsed: 191_666, from: '2016-01', to: '2018-06' });
    expect(counts(archive?.refused)).toEqual({ [REPEATED]: 2_035 });
    expect(counts(archive?.notices)[outside('wards-2022')]).toBe(6_544);
    const lake = await openLake(desk.platform.dataFolder);
    const [kept] = await lake.query(`
      select count(*) as rows, count_if(force = 'btp') as railway, count_if(force = 'btp' and crime_id is null) as bare,
        count_if(ward_2022 is null) as outside, count_if(ward_2014 is null) as outside_2014
      from read_parquet('${desk.platform.dataFolder}/lake/*/street/import-${archive?.id}/*.parquet')`);
    await lake.close();
    expect(kept).toMatchObject({ rows: 191_666, railway: 9_195, bare: 9_195 });

    const wards = referenceAreas('wards-2022').map(({ code }) => code);
    const series = await read(['street-crime', 'anti-social-behaviour'], wards, 'wards-2022');
    expect(series).toHaveLength(74);
    for (const each of series) expect(each.values.indexOf(null), 'March 2016 is absent').toBe(2);
    const total = series.reduce((sum, { values }) => sum + values.reduce<number>((a, b) => a + (b ?? 0), 0), 0);
    expect(total).toBe(191_666 - Number(kept?.outside));
    const older = await read(
      ['street-crime', 'anti-social-behaviour'],
      referenceAreas('wards-2014').map(({ code }) => code),
      'wards-2014',
    );
    const olderTotal = older.reduce((sum, { values }) => sum + values.reduce<number>((a, b) => a + (b ?? 0), 0), 0);
    expect(olderTotal).toBe(191_666 - Number(kept?.outside_2014));
    expect(older.some(({ backCast }) => backCast)).toBe(false);
  });

  it('of burglaries in 171 months: every quirk with its count', async () => {
    const [archive] = await importReal('police-uk/metropolitan-burglary-2010-12_2025-02.zip');
    const [refused, notices] = [counts(archive?.refused), counts(archive?.notices)];
    expect(archive).toMatchObject({ rowsRead: 1_022_291, rowsUsed: 1_015_222, from: '2010-12', to: '2025-02' });
    expect(Object.keys(refused)).toEqual([REPEATED]);
    expect((refused[REPEATED] ?? 0) + (notices[UNPROVED] ?? 0)).toBe(22_943);
    expect(notices[UNPROVED]).toBe(15_874);
    expect((refused[REPEATED] ?? 0) + (notices[SHARED_ID] ?? 0)).toBe(11_411);
    expect(notices[WITHOUT_ID]).toBe(95_102);
    expect(notices[UNLOCATED]).toBe(7_378);
    // Crime IDs that come more than once: kept twice over, or left out as repeats of a row that is kept.
    const lake = await openLake(desk.platform.dataFolder);
    const [repeating] = await lake.query(`
      with kept as (
        select crime_id, month from read_parquet('${desk.platform.dataFolder}/lake/*/street/import-${archive?.id}/*.parquet')
        where crime_id is not null),
      left_out as (
        select split_part("text", ',', 1) as crime_id
        from read_csv('${desk.platform.dataFolder}/lake/*/refused/import-${archive?.id}.csv', header = true, all_varchar = true))
      select (select count(distinct crime_id) from (
          select crime_id from kept group by crime_id having count(*) > 1 union all select crime_id from left_out)) as ids,
        (select count(*) from (select crime_id from kept group by crime_id having count(distinct month) > 1)) as "acrossMonths"`);
    await lake.close();
    expect(repeating).toEqual({ ids: 7_080, acrossMonths: 0 });
    const [series] = await read(['street-burglary'], ['E05013698'], 'wards-2022');
    expect(series?.values).toHaveLength(171);
    expect(await read(['street-crime'], ['E05013698'], 'wards-2022')).toMatchObject([{ firstMonth: '2016-01' }]);
  });

  it('of another force: its few crimes in Camden do not hide those of the local force', async () => {
    const before = await read(['street-crime'], ['E05013662'], 'wards-2022');
    const [city] = await importReal('police-uk/city-of-london-street-2024-01_2025-12.zip');
    expect(city).toMatchObject({ rowsRead: 18_867 });
    expect(counts(city?.notices)).toMatchObject({
      'wards-2022: in the area of another police force: kept, not counted in its wards': 290,
    });
    expect(await read(['street-crime'], ['E05013662'], 'wards-2022')).toEqual(before);
  });
});
