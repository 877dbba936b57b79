import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Act, CONDITIONS, type Module, type Principal, requirePermission, SignInNeeded } from '../access/index.ts';

/**
 * Who may call a route, said where the route is mounted: `config: { access: { kind: 'published' } }`. A route that does not
 * say it is refused when it is mounted. The service functions behind it check again, with the place that is asked about.
 */
export type RouteAccess =
  /** Anyone: what it shows is published, or made from imported public statistics alone. */
  | { kind: 'published' }
  /** Anyone, because it is the way in: sign-in, its callbacks, one-time links, health. */
  | { kind: 'way-in' }
  /** Anybody signed in: their own account. */
  | { kind: 'signed-in' }
  /** Who may do this somewhere; where is for the service to check. */
  | { kind: 'allowed'; module: Module; act: Act };

/** What a route declares of itself. */
export interface MountedRoute {
  method: string;
  /** Its pattern, such as "/ward/:code". */
  url: string;
  access: RouteAccess;
  /** Whether its form comes with files. */
  takesFiles: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
  interface FastifyInstance {
    /** Every route there is, in the order of mounting; grows as routes are mounted. */
    readonly mountedRoutes: readonly MountedRoute[];
  }
}

/** For what anyone may read. */
export const PUBLISHED: RouteAccess = { kind: 'published' };

/** A route was mounted that does not say who may call it. */
export class UndeclaredRoute extends Error {
  override name = 'UndeclaredRoute';
}

/** Refuses every route mounted from now on that does not say who may call it, and keeps the list of those that do. */
export function requireDeclaredAccess(server: FastifyInstance): void {
  const mounted: MountedRoute[] = [];
  server.decorate('mountedRoutes', mounted);
  server.addHook('onRoute', (route) => {
    mounted.push(...declared(route));
  });
}

/** @throws UndeclaredRoute */
function declared({ method, url, config }: RouteOptions): MountedRoute[] {
  const methods = typeof method === 'string' ? [method] : method;
  const access = config?.access;
  if (access === undefined)
    throw new UndeclaredRoute(`${methods.join(', ')} ${url} does not say who may call it: give it config.access.`);
  return methods.map((each) => ({ method: each, url, access, takesFiles: config?.takesFiles ?? false }));
}

/**
 * Lets a principal call a route as it declares.
 * @throws SignInNeeded, NotAllowed; and UndeclaredRoute for one that declares nothing, should one ever be mounted
 */
export function checkAccess(access: RouteAccess | undefined, principal: Principal): void {
  if (access === undefined) throw new UndeclaredRoute('This route does not say who may call it.');
  if (access.kind === 'published' || access.kind === 'way-in') return;
  // What must be there besides is for the service to ask: the page may be where it is given.
  if (access.kind === 'allowed') requirePermission(principal, { ...access, place: null }, CONDITIONS);
  else if (principal.kind === 'visitor') throw new SignInNeeded('Sign in to go on.');
}
