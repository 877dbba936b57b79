import { guarded } from '../platform/access/index.ts';
import { namesOf } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';
import { importerName, peopleIn } from './pages/importer-name.ts';
import type { StandingImport } from './standing/standing-import.ts';

/** Imports with the names of who imported them and took them back in place of their identities. */
export const withImporterNames = guarded(
  { name: 'sources.importer-names', module: 'imports', act: 'read' },
  async (platform: Platform, imports: readonly StandingImport[]): Promise<StandingImport[]> => {
    const people = peopleIn(imports.flatMap(({ importedBy, revertedBy }) => [importedBy, revertedBy]));
    const names = await namesOf(platform, people);
    return imports.map(({ importedBy, revertedBy, ...rest }) => ({
      ...rest,
      importedBy: importerName(importedBy, names),
      revertedBy: revertedBy === null ? null : importerName(revertedBy, names),
    }));
  },
);
