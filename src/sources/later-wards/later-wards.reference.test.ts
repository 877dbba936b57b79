import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { importFiles, revertImport } from '../service.ts';

/** Real public files, kept beside the repository and never in it. */
const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const real = (path: string) => ({ path: join(SHARED, path), name: path.split('/').at(-1) ?? '' });
const ARCHIVE = 'police-uk/camden-islington-street-2016-01_2018-06.zip';
const OLDER = 'geography/wards_2014_2018_camden_islington.geojson';
const NEWER = 'geography/wards_2022_camden_islington_ONS.geojson';

/** What the archive's own import counts in the older wards when they come with it. */
const COUNTED = 185_614;

/** One line for all figures of incidents: how many runs, and a hash of every one of them. */
async function figures(desk: ImportDesk): Promise<unknown> {
  const { rows } = await sql`
    select what, boundary_version as version, count(*)::int as rows, md5(string_agg(row, ' ' order by row)) as hash
    from (
      select 'series' as what, boundary_version, (to_jsonb(series) - 'import_id')::text as row from measures.series
      union all
      select 'coverage', boundary_version, (to_jsonb(coverage) - 'import_id')::text from measures.coverage
      union all
      select 'finding', boundary_version, (to_jsonb(finding) - 'import_id')::text from measures.finding) as held
    group by 1, 2 order by 1, 2`.execute(desk.system);
  return rows;
}

describe.skipIf(!existsSync(SHARED))('the real archive of Camden and Islington', () => {
  it('has in the older wards, imported after it, what it has when they come first', async () => {
    const desk = await openImportDesk(await emptyRecords());
    try {
      await importFiles(desk.platform, [real(OLDER), real(NEWER), real(ARCHIVE)], { vintage: 'together' });
      const together = await figures(desk);
      const { rows } = await sql`
        select sum(total)::int as total from measures.coverage where boundary_version = 'wards-2014'`.execute(
        desk.system,
      );
      expect(rows).toEqual([{ total: COUNTED }]);
      await revertImport(desk.platform, 'together');
      await importFiles(desk.platform, [real(NEWER), real(ARCHIVE)], { vintage: 'archive' });
      const without = await figures(desk);
      const later = await importFiles(desk.platform, [real(OLDER)], { vintage: 'later' });
      expect(later.imports[0]?.notices).toEqual([
        {
          reason: `crimes of "${real(ARCHIVE).name}", imported before: counted in 34 wards of this set`,
          count: COUNTED,
        },
      ]);
      expect(await figures(desk)).toEqual(together);
      expect((await importFiles(desk.platform, [real(ARCHIVE)])).imports[0]?.unchanged).toBe(true);
      await revertImport(desk.platform, 'later');
      expect(await figures(desk)).toEqual(without);
    } finally {
      await desk.close();
    }
  }, 120_000);
});
