import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { inTransaction } from '../../../test/builders/in-transaction.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { referenceAreas } from '../../geography/index.ts';
import { requireMeasure } from '../catalogue.ts';
import type { CategorySeries } from '../model.ts';
import { revisions, vintagesHolding } from '../revisions/revisions-service.ts';
import { chooseMonths, deleteSeriesOf, readSeries } from '../service.ts';
import { completenessOf, measuresHeld } from './completeness-service.ts';
import { readFindings } from './completeness-store.ts';
import { seriesFindings } from './series-findings-service.ts';

const wards = referenceAreas('wards-2022');
const CAMDEN = 'E09000007';
const MONTHS = 24;

/** Thefts as a file has them: every ward of Camden and Islington has 40 a month from January 2022. */
function byWard(
  change: (value: number, at: number, code: string) => number | null = (value) => value,
): CategorySeries[] {
  return wards.map(({ code }) => run(code, 'wards-2022', (at) => change(40, at, code)));
}

function run(
  areaCode: string,
  boundaryVersion: CategorySeries['boundaryVersion'],
  valueAt: (at: number) => number | null,
  category = 'mps/theft/shoplifting',
): CategorySeries {
  return {
    ...{ category, areaCode, boundaryVersion, publisher: 'mps', firstMonth: '2022-01' },
    values: Array.from({ length: MONTHS }, (_, at) => valueAt(at)),
  };
}

describeStores('completeness', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = async (series: CategorySeries[], vintage = 'March'): Promise<string> => {
    const id = await holdFigures(desk.system, series, { vintage, kind: 'mps-ward' });
    await inTransaction(desk.system, (trx) => chooseMonths(trx, vintage));
    return String(id);
  };
  const findings = (importId: string) =>
    readFindings(desk.platform.records, { importIds: [importId], boundaryVersion: 'wards-2022', areaCodes: null });
  const doubtful = async (measure: string, code: string) => {
    const [series] = await readSeries(desk.platform.records, {
      ...{ measures: [measure], areaCodes: [code], boundaryVersion: 'wards-2022' },
    });
    return series?.doubtful;
  };
  const [first, second] = wards.map(({ code }) => code) as [string, string];

  it('keeps what a month lacks with its import, and takes it away with it', async () => {
    const id = await hold(byWard((value, at) => (at === 12 ? 0 : at === 18 ? null : value)));
    expect(await findings(id)).toMatchObject(
      [
        {
          month: '2023-01',
          state: 'zero',
          areaCodes: null,
          categories: null,
          total: 0,
          expected: 37 * 40,
          empty: null,
        },
        { month: '2023-07', state: 'absent', total: null },
      ].map((each) =>
        expect.objectContaining({ ...each, empty: each.state === 'zero' ? { areas: 37, of: 37 } : null }),
      ),
    );
    await inTransaction(desk.system, (trx) => deleteSeriesOf(trx, id));
    expect(await findings(id)).toEqual([]);
  });

  it('doubts one ward that has nothing in a month, and no other', async () => {
    await hold(byWard((value, at, code) => (at === 12 && code === first ? 0 : value)));
    expect(await doubtful('theft', first)).toEqual(['2023-01']);
    expect(await doubtful('theft', second)).toEqual([]);
  });

  it('doubts the measures that sum a category that is empty, and no other', async () => {
    const robbery = wards.map(({ code }) =>
      run(code, 'wards-2022', () => 20, 'mps/robbery/robbery-of-personal-property'),
    );
    await hold([...byWard((value, at) => (at === 12 ? 0 : value)), ...robbery]);
    expect(await doubtful('theft', first)).toEqual(['2023-01']);
    expect(await doubtful('robbery', first)).toEqual(['2023-01']);
    const kept = await hold([...byWard((value, at) => (at === 12 ? 0 : value)), ...robbery.map(large)], 'April');
    expect(await findings(kept)).toMatchObject([
      { month: '2023-01', state: 'zero', categories: ['mps/theft/shoplifting'] },
    ]);
    expect(await doubtful('theft', first)).toEqual(['2023-01']);
    expect(await doubtful('robbery', first)).toEqual([]);
  });
  const large = (each: CategorySeries): CategorySeries => ({
    ...each,
    values: each.values.map((value) => (value ?? 0) * 20),
  });

  it('says of every measure what is held, with doubtful and absent months', async () => {
    await hold(byWard((value, at) => (at === 12 ? 1 : at === 18 ? null : value)));
    const held = await measuresHeld(desk.platform.records);
    expect(held.find(({ name }) => name === 'theft')?.held).toEqual([
      {
        ...{ vintage: 'March', boundaryVersions: ['wards-2022'], first: '2022-01', last: '2023-12' },
        ...{ doubtfulMonths: ['2023-01'], absentMonths: ['2023-07'] },
      },
    ]);
    expect(held.find(({ name }) => name === 'robbery')?.held).toEqual([]);
  });

  it('says which file is used instead of a stub', async () => {
    await hold(byWard());
    await hold(byWard((value, at) => (at === 0 ? 1 : value - 1)));
    const found = await completenessOf(desk.platform.records, { measure: 'theft', area: null, vintage: null });
    expect(found?.held.doubtfulMonths).toEqual([]);
    expect(found?.files.map(({ findings }) => findings.map(({ month, unusedBy }) => [month, unusedBy]))).toEqual([
      [],
      [['2022-01', 'March.csv']],
    ]);
  });

  it('keeps a stub, and its reason, for the areas that have no other file', async () => {
    await hold(byWard((value, at) => (at === 12 ? 1 : value)));
    await hold(byWard().filter(({ areaCode }) => areaCode === first));
    const of = async (code: string) => {
      const [series] = await readSeries(desk.platform.records, {
        ...{ measures: ['theft'], areaCodes: [code], boundaryVersion: 'wards-2022' },
      });
      if (!series) throw new Error('no series');
      const { because } = await seriesFindings(desk.platform.records, requireMeasure('theft'), series);
      return [series.doubtful, [...because.values()]];
    };
    expect(await of(first)).toEqual([[], []]);
    expect(await of(second)).toEqual([['2023-01'], [expect.stringContaining('the file has 37 in all, about 3 %')]]);
    const found = await completenessOf(desk.platform.records, { measure: 'theft', area: null, vintage: null });
    expect(found?.held.doubtfulMonths).toEqual(['2023-01']);
    expect(found?.files[0]?.findings).toMatchObject([
      { month: '2023-01', unusedBy: null, givenUp: [{ by: 'March.csv', areaCodes: [first] }] },
    ]);
  });

  it('sets wards against boroughs month by month, given-up months and unplaced crime apart', async () => {
    const borough = (code: string) => wards.filter(({ boroughCode }) => boroughCode === code).length * 40;
    await hold([
      ...byWard(),
      run(CAMDEN, 'boroughs-2022', (at) => borough(CAMDEN) + (at === 3 ? 7 : 0)),
      run('E09000019', 'boroughs-2022', () => borough('E09000019')),
      run('unknown', 'unplaced', () => 5),
    ]);
    await hold(byWard((value, at) => (at === 3 ? value - 30 : null)));
    const all = await completenessOf(desk.platform.records, { measure: 'theft', area: null, vintage: 'March' });
    expect(all?.reconciliation?.months.filter(({ difference }) => difference !== 0)).toEqual([
      { month: '2022-04', wards: 37 * 40, boroughs: 37 * 40 + 7, unplaced: 5, difference: 7, doubtful: false },
    ]);
    expect(all?.reconciliation?.years.map(({ year, months, unplaced }) => [year, months, unplaced])).toEqual([
      ['2021-22', 3, 15],
      ['2022-23', 12, 60],
      ['2023-24', 9, 45],
    ]);
    const camden = await completenessOf(desk.platform.records, {
      ...{ measure: 'theft', vintage: null, area: { code: CAMDEN, version: 'boroughs-2022' } },
    });
    expect(camden?.reconciliation?.months[3]).toEqual({
      ...{ month: '2022-04', wards: borough(CAMDEN), boroughs: borough(CAMDEN) + 7, unplaced: 0, difference: 7 },
      doubtful: false,
    });
  });

  it('sets only boroughs all of whose wards are there, and categories that both have, against each other', async () => {
    const borough = (code: string) => wards.filter(({ boroughCode }) => boroughCode === code).length * 40;
    const whole = byWard((value, at) => (at === 12 ? 1 : value)).filter(({ areaCode }) => areaCode !== islington);
    await hold([
      ...whole,
      run(CAMDEN, 'boroughs-2022', () => borough(CAMDEN)),
      run('E09000019', 'boroughs-2022', () => 9_000),
      run('E09000033', 'boroughs-2022', () => 9_000),
      run(CAMDEN, 'boroughs-2022', () => 500, 'mps/theft/other-theft'),
    ]);
    const found = await completenessOf(desk.platform.records, { measure: 'theft', area: null, vintage: 'March' });
    expect(found?.reconciliation?.leftOut).toEqual({
      boroughs: ['Islington', expect.any(String)],
      categories: ['mps/theft/other-theft'],
    });
    expect(found?.reconciliation?.months[3]).toMatchObject({ wards: borough(CAMDEN), boroughs: borough(CAMDEN) });
    expect(found?.reconciliation?.months.filter(({ doubtful }) => doubtful).map(({ month }) => month)).toEqual([
      '2023-01',
    ]);
    expect(found?.reconciliation?.years.map(({ doubtful }) => doubtful)).toEqual([0, 1, 0]);
  });
  const islington = wards.find(({ boroughCode }) => boroughCode === 'E09000019')?.code;

  it('notices figures of a category outside the time it was in use, and counts them', async () => {
    const home = (at: number) => (at === 2 ? 3 : at < 14 ? 0 : 30);
    await hold([run(first, 'wards-2022', home, 'mps/burglary/res-burglary-of-a-home')]);
    const found = await completenessOf(desk.platform.records, {
      measure: 'residential-burglary',
      area: null,
      vintage: null,
    });
    expect(found?.outsidePeriods).toEqual([
      { category: 'mps/burglary/res-burglary-of-a-home', from: '2023-03', until: null, months: 1, total: 3 },
    ]);
    const ended = run(second, 'wards-2022', (at) => at % 2, 'mps/theft/theft-from-person');
    await hold([{ ...ended, firstMonth: '2023-06' }], 'April');
    const after = await completenessOf(desk.platform.records, { measure: 'theft', area: null, vintage: 'April' });
    expect(after?.outsidePeriods).toEqual([
      { category: 'mps/theft/theft-from-person', from: '2010-04', until: '2024-01', months: 8, total: 8 },
    ]);
    const [series] = await readSeries(desk.platform.records, {
      ...{ measures: ['residential-burglary'], areaCodes: [first], boundaryVersion: 'wards-2022' },
    });
    expect([series?.firstMonth, series?.values.slice(0, 13)]).toEqual(['2022-03', [3, ...Array(11).fill(null), 30]]);
  });

  it('lists revisions between two vintages on the areas both have', async () => {
    await hold(byWard(), 'March');
    await hold(
      byWard((value, at, code) => (code === first && at === 5 ? value + 2 : at === 0 ? null : value)),
      'April',
    );
    expect(await vintagesHolding(desk.platform.records, 'theft')).toEqual(['April', 'March']);
    const [found, ...others] = await revisions(desk.platform.records, {
      ...{ measure: 'theft', from: 'March', to: 'April', area: null },
    });
    expect(others).toEqual([]);
    expect(found?.months).toHaveLength(37 * 23);
    expect(found?.months.filter(({ difference }) => difference !== 0)).toEqual([
      { areaCode: first, month: '2022-06', before: 40, after: 42, difference: 2, doubtful: false },
    ]);
    expect(found?.onlyBefore).toContainEqual({ areaCode: second, months: ['2022-01'] });
    expect(
      await revisions(desk.platform.records, {
        ...{ measure: 'theft', from: 'March', to: 'April', area: { code: CAMDEN, version: 'boroughs-2022' } },
      }),
    ).toEqual([]);
  });

  it('knows nothing of a measure or vintage that no import holds', async () => {
    await hold(byWard());
    const ask = (measure: string, vintage: string | null) =>
      completenessOf(desk.platform.records, { measure, area: null, vintage });
    expect(await ask('robbery', null)).toBeNull();
    expect(await ask('theft', 'April')).toBeNull();
    await expect(ask('thft', null)).rejects.toThrow('There is no measure "thft"');
  });
});
