import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { checkAccess } from './route-access.ts';
import { sessionToken } from './session-cookie.ts';
import { type Identify, VISITOR, type Visit } from './visit.ts';

/** Who is behind a session token, and what they are handed to work with. */
export interface WhoAsks {
  identify: Identify;
  actingAs(principal: Principal): Platform;
}

/**
 * Finds out who is behind each request before its handler runs, and whether its route is for them. Handlers work with
 * `request.platform`, which is of that person alone.
 */
export function lookUpVisits(server: FastifyInstance, { identify, actingAs }: WhoAsks): void {
  const visits = new WeakMap<FastifyRequest, Visit>();
  const platforms = new WeakMap<FastifyRequest, Platform>();
  const visitOf = (request: FastifyRequest) => visits.get(request) ?? VISITOR;
  server.decorateRequest('visit', {
    getter(this: FastifyRequest) {
      return visitOf(this);
    },
  });
  server.decorateRequest('platform', {
    getter(this: FastifyRequest) {
      const platform = platforms.get(this) ?? actingAs(visitOf(this).principal);
      platforms.set(this, platform);
      return platform;
    },
  });
  server.addHook('onRequest', async (request) => {
    const { asksNobody, access } = request.routeOptions.config ?? {};
    if (asksNobody !== true) visits.set(request, await identify(sessionToken(request)));
    if (!request.is404) checkAccess(access, request.visit.principal);
  });
}
