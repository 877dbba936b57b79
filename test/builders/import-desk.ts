import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import type { Records } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { FileToImport } from '../../src/sources/index.ts';
import type { EmptyRecords } from './records.ts';
import { testPlatform } from './test-platform.ts';

/** Records and a data folder of their own to import into, with a folder of files beside them. */
export interface ImportDesk {
  platform: Platform;
  /** Wardroom's own handle, past row security: for laying out what no service would, and for looking at everything. */
  system: Records;
  /** Writes a file and gives it as one to import. */
  file(name: string, content: string | Uint8Array): Promise<FileToImport>;
  /** Everything an import can change, to be compared before and after. */
  state(): Promise<unknown>;
  /** Files in the lake and in staging, relative to the data folder. */
  filesKept(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openImportDesk({ records, database, close }: EmptyRecords): Promise<ImportDesk> {
  const folder = await mkdtemp(join(inject('runFolder'), 'desk-'));
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder);
  const platform = testPlatform(database, { dataFolder, actor: 'cli:test', now: new Date('2026-04-01T12:00:00Z') });
  await ensureReferenceAreas({ ...platform, records });
  const filesKept = async (): Promise<string[]> => {
    const found = await readdir(dataFolder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dataFolder.length + 1))
      .sort();
  };
  return {
    platform,
    system: records,
    async file(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return { path, name };
    },
    async state() {
      const held = await sql`
        select 'series' as what, to_jsonb(series) - 'import_id' as row from measures.series
        union all select 'coverage', to_jsonb(coverage) - 'import_id' from measures.coverage
        union all select 'finding', to_jsonb(finding) - 'import_id' from measures.finding
        union all select 'given up', to_jsonb(given_up) - 'import_id' - 'by_import_id' from measures.given_up
        union all select 'import', jsonb_build_array(vintage, file) from sources.import where reverted_at is null
        union all select 'boundary', jsonb_build_array(version, code, boundary.polygons) from geography.boundary
          join sources.import on import.id = import_id where reverted_at is null
        union all select 'lake', jsonb_build_array("rows") from sources.lake_file
        order by 1, 2`.execute(records);
      return {
        rows: held.rows,
        files: (await filesKept()).map((path) =>
          path.replace(/lake\/[0-9a-f-]{36}/, 'lake').replace(/import-\d+/, 'import'),
        ),
      };
    },
    filesKept,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A data folder with empty, migrated records, for a process of its own. */
export async function dataFolderOnDisk(): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'));
  await cp(inject('recordsTemplate'), join(folder, 'records'), { recursive: true });
  return folder;
}
