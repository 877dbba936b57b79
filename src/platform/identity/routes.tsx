import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './account-routes.tsx';
import { demonstrationRoutes } from './demonstration-routes.ts';
import { linkRoutes } from './link-routes.tsx';
import { makeDiscovery } from './openid/index.ts';
import { openIdRoutes } from './openid-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { permissionsRoutes } from './permissions-routes.tsx';
import { roleRoutes } from './role-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import type { IdentityRoutesSettings } from './sign-in-steps.ts';

export type { IdentityRoutesSettings } from './sign-in-steps.ts';

/** Mounts the way in, everybody's own account, the people and their roles. */
export function identityRoutes(
  server: FastifyInstance,
  settings: Omit<IdentityRoutesSettings, 'discovery'> & Partial<Pick<IdentityRoutesSettings, 'discovery'>>,
): void {
  // One for the process: what providers say of themselves is asked for once.
  const complete: IdentityRoutesSettings = { discovery: makeDiscovery(), ...settings };
  signInRoutes(server, complete);
  demonstrationRoutes(server, complete);
  openIdRoutes(server, complete);
  linkRoutes(server, complete);
  accountRoutes(server, complete);
  peopleRoutes(server, complete);
  roleRoutes(server, complete);
  permissionsRoutes(server);
}
