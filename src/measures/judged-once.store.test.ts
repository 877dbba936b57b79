import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { openImportDesk } from '../../test/builders/import-desk.ts';
import { inTransaction } from '../../test/builders/in-transaction.ts';
import { describeStores } from '../../test/builders/records.ts';
import { referenceAreas } from '../geography/index.ts';
import { addMonths, type Month } from '../lib/calendar/month.ts';
import { readSeries, writeCoverage } from './service.ts';

const [ward = ''] = referenceAreas('wards-2022').map(({ code }) => code);
const FIRST: Month = '2024-01';
const STUB: Month = '2024-06';

describeStores('doubt', (open) => {
  it('is told by the findings where they are kept, and by totals only of imports made before', async () => {
    const desk = await openImportDesk(await open());
    const { system: records } = desk;
    const months = Array.from({ length: 18 }, (_, at) => addMonths(FIRST, at));
    const place = { areaCode: ward, boundaryVersion: 'wards-2022' as const, publisher: 'mps' };
    const whole = { ...place, category: 'mps/theft/shoplifting', firstMonth: FIRST, values: months.map(() => 500) };
    const id = await holdFigures(records, [whole], { vintage: 'spring', kind: 'mps-ward' });
    await sql`delete from measures.coverage where import_id = ${id}`.execute(records);
    const { areaCode: _, ...of } = place;
    await inTransaction(records, (trx) =>
      writeCoverage(
        trx,
        String(id),
        months.map((month) => ({ ...of, month, total: month === STUB ? 3 : 500 })),
      ),
    );
    const doubtful = async () =>
      (await readSeries(records, { measures: ['theft'], areaCodes: [ward], boundaryVersion: 'wards-2022' }))[0]
        ?.doubtful;
    expect(await doubtful()).toEqual([]);
    await sql`update sources.import set imported_at = '2020-01-01' where id = ${id}`.execute(records);
    expect(await doubtful()).toEqual([STUB]);
    await desk.close();
  });
});
