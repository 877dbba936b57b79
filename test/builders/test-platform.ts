import { actorOf, claimOf, type Principal } from '../../src/platform/access/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';

/**
 * What service functions are handed in a test: Wardroom itself by default, which may do everything, but as the role that
 * owns no table, so that a missing grant or policy shows.
 */
export function testPlatform(
  database: Database,
  given: { dataFolder?: string; now?: Date; actor?: string; principal?: Principal } = {},
): Platform {
  const { dataFolder = '/nowhere', now = new Date('2026-03-10T12:00:00Z'), principal = { kind: 'wardroom' } } = given;
  return {
    records: database.actingAs(claimOf(principal)),
    dataFolder,
    principal,
    actor: given.actor ?? actorOf(principal),
    now: () => now,
  };
}
