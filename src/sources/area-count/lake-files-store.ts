import { sql } from 'kysely';
import { z } from 'zod';
import { isMonth } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import type { CountedSource, LakeFile } from './model.ts';

const row = z.object({
  path: z.string(),
  rows: z.coerce.number(),
  importId: z.coerce.number(),
  vintage: z.string(),
  file: z.string(),
});
/** lake/IDENTITY/street/import-7/metropolitan-2024-02.parquet */
const PLACE = /^lake\/[^/]+\/([^/]+)\/import-\d+\/(.+)-(\d{4}-\d{2})\.parquet$/;

/** The files of live imports that hold incidents of one kind. */
export async function readLakeFiles(records: Records, source: CountedSource): Promise<LakeFile[]> {
  const { rows } = await sql`
    select path, lake_file."rows", import_id as "importId", vintage, import.file
    from sources.lake_file join sources.import on import.id = import_id where reverted_at is null`.execute(records);
  return z
    .array(row)
    .parse(rows)
    .flatMap((file) => {
      const [, kind, force, month] = PLACE.exec(file.path.replaceAll('\\', '/')) ?? [];
      if (kind !== source || force === undefined || month === undefined || !isMonth(month)) return [];
      return [{ ...file, force, month }];
    });
}
