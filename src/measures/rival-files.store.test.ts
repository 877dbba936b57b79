import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { inTransaction } from '../../test/builders/in-transaction.ts';
import { describeStores } from '../../test/builders/records.ts';
import { referenceAreas } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries } from './model.ts';
import { chooseMonths, deleteSeriesOf, readSeries, supersededMonths } from './service.ts';

const [a, b, c] = referenceAreas('wards-2022').map(({ code }) => code) as [string, string, string];

function run(areaCode: string, values: number[], other: Partial<CategorySeries> = {}): CategorySeries {
  return {
    category: 'mps/theft/shoplifting',
    areaCode,
    boundaryVersion: 'wards-2022',
    publisher: 'mps',
    firstMonth: '2024-01' as Month,
    values,
    ...other,
  };
}

describeStores('rival files of one vintage', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = async (series: CategorySeries[]) => {
    const id = await holdFigures(desk.system, series, { vintage: 'March', kind: 'mps-ward' });
    await inTransaction(desk.system, (trx) => chooseMonths(trx, 'March'));
    return id;
  };
  const values = async (measure = 'theft') =>
    Object.fromEntries(
      (
        await readSeries(desk.platform.records, {
          measures: [measure],
          areaCodes: [a, b, c],
          boundaryVersion: 'wards-2022',
        })
      ).map((series) => [series.areaCode, series.values]),
    );
  const superseded = () => supersededMonths(desk.platform.records);

  it('counts two halves of a publication fully', async () => {
    await hold([run(a, [5, 6])]);
    await hold([run(b, [50, 60]), run(c, [70, 80])]);
    expect(await values()).toEqual({ [a]: [5, 6], [b]: [50, 60], [c]: [70, 80] });
    expect(await superseded()).toEqual([]);
  });

  it('decides each month over the shared areas, and takes the others from the file that has them', async () => {
    const first = await hold([run(a, [900, 900]), run(b, [20, 2])]);
    const second = await hold([run(b, [10, 30]), run(c, [1, 1])]);
    expect(await values()).toEqual({ [a]: [900, 900], [b]: [20, 30], [c]: [1, 1] });
    expect(await superseded()).toEqual([
      {
        ...{ importId: String(first), boundaryVersion: 'wards-2022', publisher: 'mps', month: '2024-02' },
        ...{ total: 2, by: 'March.csv', byTotal: 30 },
      },
      {
        ...{ importId: String(second), boundaryVersion: 'wards-2022', publisher: 'mps', month: '2024-01' },
        ...{ total: 10, by: 'March.csv', byTotal: 20 },
      },
    ]);
  });

  it('sums the categories of a shared area, and does not count the total of street files on top', async () => {
    const street = { publisher: 'metropolitan' };
    const files = (drugs: number, burglary: number) => [
      run(b, [drugs], { ...street, category: 'street/drugs' }),
      run(b, [burglary], { ...street, category: 'street/burglary' }),
      run(b, [drugs + burglary], { ...street, category: 'street-total/crime' }),
    ];
    await hold([...files(1, 3), run(a, [9], { ...street, category: 'street/drugs' })]);
    await hold([...files(2, 5), run(c, [9], { ...street, category: 'street/drugs' })]);
    expect(await superseded()).toMatchObject([{ publisher: 'metropolitan', total: 4, byTotal: 7 }]);
    expect((await values('street-crime'))[b]).toEqual([7]);
  });

  it('keeps publishers and boundary versions apart', async () => {
    const older = { boundaryVersion: 'wards-2014' as const };
    await hold([run(a, [5]), run(a, [9], { publisher: 'btp' }), run(a, [7], older)]);
    await hold([run(a, [6]), run(a, [8], { publisher: 'btp' }), run(a, [1], older)]);
    const given = await superseded();
    expect(
      given.map(({ boundaryVersion, publisher, total, byTotal }) => [boundaryVersion, publisher, total, byTotal]),
    ).toEqual([
      ['wards-2022', 'mps', 5, 6],
      ['wards-2014', 'mps', 1, 7],
      ['wards-2022', 'btp', 8, 9],
    ]);
  });

  it('is exactly as before when a rival is taken back', async () => {
    await hold([run(a, [5, 6]), run(b, [20, 2])]);
    const before = await desk.state();
    const { system: records } = desk;
    const rival = await hold([run(b, [10, 30])]);
    expect((await values())[b]).toEqual([20, 30]);
    await sql`update sources.import set reverted_at = now(), reverted_by = 'test' where id = ${rival}`.execute(records);
    await inTransaction(records, (trx) => deleteSeriesOf(trx, String(rival)));
    await inTransaction(records, (trx) => chooseMonths(trx, 'March'));
    expect(await desk.state()).toEqual(before);
    expect((await values())[b]).toEqual([20, 2]);
  });
});
