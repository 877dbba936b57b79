import type { Act, Module } from '../access/model.ts';

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

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
}
