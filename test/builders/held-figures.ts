import { sql } from 'kysely';
import { demonstrationFigures } from '../../src/app/demonstration/figures.ts';
import { referenceAreas } from '../../src/geography/index.ts';
import type { CategorySeries } from '../../src/measures/index.ts';
import { writeCoverage, writeSeries } from '../../src/measures/service.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { inTransaction } from './in-transaction.ts';

/** Holds the demonstration's figures, as `wardroom start` does; needs the reference areas. */
export function holdDemonstration(records: Records): Promise<number> {
  const series = demonstrationFigures(referenceAreas('wards-2022'));
  return holdFigures(records, series, { vintage: 'synthetic demonstration data', kind: 'synthetic' });
}

/**
 * Holds series under an import of their own, every month of them used.
 * @returns the import's number
 */
export async function holdFigures(
  records: Records,
  series: CategorySeries[],
  { vintage, kind }: { vintage: string; kind: 'synthetic' | 'mps-ward' },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
      boundary_versions, imported_by)
    values (${vintage}, ${`${vintage}.csv`}, gen_random_uuid()::text, ${kind}, 'figures', 1, 1, '[]', '[]',
      '{wards-2022}', 'test')
    returning id::text`.execute(records);
  const id = rows[0]?.id ?? '0';
  await inTransaction(records, (trx) => writeSeries(trx, id, series));
  await inTransaction(records, (trx) => writeCoverage(trx, id, coverageOf(series)));
  return Number(id);
}

function coverageOf(series: CategorySeries[]): Parameters<typeof writeCoverage>[2] {
  const totals = new Map<string, Parameters<typeof writeCoverage>[2][number]>();
  for (const { firstMonth, values, publisher, boundaryVersion } of series) {
    const [year, month] = firstMonth.split('-').map(Number);
    values.forEach((value, index) => {
      if (value === null) return;
      const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + index, 1))
        .toISOString()
        .slice(0, 7) as `${number}-${number}`;
      const key = `${at} ${publisher} ${boundaryVersion}`;
      const total = (totals.get(key)?.total ?? 0) + value;
      totals.set(key, { month: at, publisher, boundaryVersion, total });
    });
  }
  return [...totals.values()];
}
