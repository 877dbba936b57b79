import { sql } from 'kysely';
import type { Boundary } from '../../src/geography/index.ts';
import { storeBoundaries } from '../../src/geography/service.ts';
import type { Records } from '../../src/platform/database/index.ts';
import { inTransaction } from './in-transaction.ts';

/**
 * Holds boundaries under an import of their own, as the import of a boundary file does; needs the reference areas.
 * @returns the import's number
 */
export async function holdBoundaries(records: Records, boundaries: readonly Boundary[]): Promise<number> {
  const versions = [...new Set(boundaries.map((boundary) => boundary.version))];
  const { rows } = await sql<{ id: number }>`
    insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
      boundary_versions, imported_by)
    values ('test', 'wards.geojson', gen_random_uuid()::text, 'boundaries', 'boundaries', ${boundaries.length},
      ${boundaries.length}, '[]', '[]', ${versions}, 'test')
    returning id`.execute(records);
  const id = rows[0]?.id ?? 0;
  await inTransaction(records, (trx) => storeBoundaries(trx, id, { boundaries }));
  return id;
}
