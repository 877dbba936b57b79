import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import { isMonth } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import type { CountedSource, LakeFile } from './model.ts';

const row = z.object({
  path: z.string(),
  rows: z.coerce.number(),
  importId: z.coerce.number(),
  vintage: z.string(),
  file: z.string(),
  wardSets: z.array(z.enum(BOUNDARY_VERSIONS)),
});
/** lake/IDENTITY/street/import-7/metropolitan-2024-02.parquet */
const PLACE = /^lake\/[^/]+\/([^/]+)\/import-\d+\/(.+)-(\d{4}-\d{2})\.parquet$/;

/** The files of live imports that hold incidents of one kind. */
export async function readLakeFiles(records: Records, source: CountedSource): Promise<LakeFile[]> {
  const { rows } = await sql`
    select path, lake_file."rows", import_id as "importId", vintage, import.file,
      boundary_versions as "wardSets"
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

const covered = z.array(
  z.object({
    importId: z.coerce.number(),
    publisher: z.string(),
    version: z.enum(BOUNDARY_VERSIONS),
    codes: z.array(z.string()),
  }),
);

/** Wards for which live imports have figures of one kind of incident, by "import force" and ward set. */
export async function readCoveredWards(
  records: Records,
  source: CountedSource,
): Promise<Map<string, Map<BoundaryVersion, Set<string>>>> {
  const { rows } = await sql`
    select import_id as "importId", publisher, boundary_version as version, array_agg(distinct area_code) as codes
    from measures.series join sources.import on import.id = import_id
    where reverted_at is null and boundary_version like 'wards-%' and category like ${`${source}/%`}
    group by 1, 2, 3`.execute(records);
  const wards = new Map<string, Map<BoundaryVersion, Set<string>>>();
  for (const { importId, publisher, version, codes } of covered.parse(rows)) {
    const force = publisher.startsWith(`${source}-`) ? publisher.slice(source.length + 1) : publisher;
    const key = coverKey({ importId, force });
    wards.set(key, (wards.get(key) ?? new Map<BoundaryVersion, Set<string>>()).set(version, new Set(codes)));
  }
  return wards;
}

/** By what covered wards are found. */
export function coverKey({ importId, force }: Pick<LakeFile, 'importId' | 'force'>): string {
  return `${importId} ${force}`;
}
