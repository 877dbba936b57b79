import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Safekeeping } from '../../src/platform/audit/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { EmptyRecords } from './records.ts';
import { testPlatform } from './test-platform.ts';

/** What keeping the audit needs, on records of a test and a data folder of its own. */
export async function madeSafekeeping(
  { records, database }: EmptyRecords,
  given: Partial<Safekeeping> & { now?: Date } = {},
): Promise<{ platform: Platform; safekeeping: Safekeeping }> {
  const { now = new Date('2026-03-10T12:00:00Z'), ...rest } = given;
  const dataFolder = await mkdtemp(join(inject('runFolder'), 'audit-'));
  return {
    platform: testPlatform(database, { dataFolder, actor: 'cli:test', now }),
    safekeeping: { system: records, headFolders: [], checkImports: null, ...rest },
  };
}
