import type { Config } from '../config.ts';
import type { Safekeeping } from '../platform/audit/index.ts';
import type { Platform } from '../platform/platform.ts';
import { checkImports, whyEntriesStay } from '../sources/service.ts';

/**
 * What keeping the audit needs of everything it keeps.
 * @param system Wardroom's own platform
 */
export function safekeepingOf(system: Platform, { auditHeads = [] }: Pick<Config, 'auditHeads'>): Safekeeping {
  return {
    system: system.records,
    headFolders: auditHeads,
    checkImports: () => checkImports(system),
    mustStay: async (module) => (module === 'imports' ? whyEntriesStay(system) : null),
  };
}
