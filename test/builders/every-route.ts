import type { FastifyInstance } from 'fastify';
import { mountRoutes } from '../../src/app/mount-routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import type { Principal, Role } from '../../src/platform/access/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { UNIT } from './each-principal.ts';

/** Mounts every page that Wardroom serves, on records that have the reference areas and unit. */
export async function mountEveryRoute(
  server: FastifyInstance,
  { platform, system }: { platform: Platform; system: Platform },
): Promise<void> {
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const safekeeping = { system: system.records, headFolders: [], checkImports: null };
  mountRoutes(server, { system, inBackground: () => platform, providers: [], safekeeping });
}

const EVERY: readonly Role[] = ['analyst', 'command', 'inspector', 'auditor', 'administrator'];

/** Somebody to whom every page opens: no one role sees all of them. */
export const whoMayOpenAll = (person: string): Principal => ({
  kind: 'person',
  person,
  grants: EVERY.map((role) => ({ role, scope: { unit: UNIT, borough: null, ward: null }, organisation: null })),
  demonstration: false,
  steppedUp: true,
});
