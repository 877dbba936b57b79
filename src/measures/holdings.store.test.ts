import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { describeStores } from '../../test/builders/records.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import type { Records } from '../platform/database/index.ts';
import { chooseMonths, deleteSeriesOf } from './service.ts';

const MIGRATION = readFileSync(new URL('../../migrations/0009-holdings.sql', import.meta.url), 'utf8');

async function holdings(records: Records): Promise<unknown[]> {
  const { rows } = await sql`
    select import_id::text as id, boundary_version as version, publisher, first_month as first, totals,
      array(select unnest(categories) as category order by category) as categories
    from measures.holding order by 1, 2, 3`.execute(records);
  return rows;
}

describeStores('what imports hold', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const hold = async (): Promise<number[]> => {
    const wards = burglaries('wards-2022', '2022-04', '2022-06');
    const gap = wards.map((each) => ({ ...each, values: [1, null, 3] }));
    const none = burglaries('wards-2022', '2022-04', '2022-06').map((each) => ({
      ...{ ...each, publisher: 'another', values: [null, null, null] },
    }));
    const { system: records } = desk;
    return [
      await holdFigures(records, wards, { vintage: 'one', kind: 'mps-ward' }),
      await holdFigures(records, [...gap, ...none], { vintage: 'two', kind: 'mps-ward' }),
    ];
  };

  it('is filled for figures kept before the table was there, as it is when figures are kept', async () => {
    const [, second] = await hold();
    const written = await holdings(desk.system);
    expect(written).toHaveLength(3);
    expect(written).toContainEqual(
      expect.objectContaining({ id: `${second}`, publisher: 'another', first: null, totals: [] }),
    );
    await desk.system.transaction().execute(async (trx) => {
      await sql`drop table measures.holding`.execute(trx);
      for (const statement of MIGRATION.split(/;\n/).filter((text) => /\w/.test(text))) {
        await sql.raw(statement).execute(trx);
      }
    });
    expect(await holdings(desk.system)).toEqual(written);
  });

  it('goes with the figures of an import, and no other’s', async () => {
    const [first] = await hold();
    const { system: records } = desk;
    const before = await holdings(records);
    await records.transaction().execute(async (trx) => {
      await deleteSeriesOf(trx, `${first}`);
      await chooseMonths(trx, 'one');
    });
    expect(await holdings(records)).toEqual(before.slice(1));
    expect(await holdings(records)).toHaveLength(2);
  });
});
