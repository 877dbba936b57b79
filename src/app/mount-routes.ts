import type { FastifyInstance } from 'fastify';
import { limitsFor } from '../allocation/index.ts';
import { allocationRoutes } from '../allocation/routes.ts';
import { deskRoutes } from '../desk/routes.tsx';
import { evaluationRoutes } from '../evaluation/routes.tsx';
import { geographyRoutes } from '../geography/routes.ts';
import { measuresRoutes } from '../measures/routes.tsx';
import { organisationRoutes } from '../organisation/routes.tsx';
import { performanceRoutes } from '../performance/routes.tsx';
import { givenOutSeries, seriesAsAsked } from '../performance/service.ts';
import type { Principal } from '../platform/access/index.ts';
import { auditRoutes } from '../platform/audit/routes.tsx';
import type { Safekeeping } from '../platform/audit/safekeeping.ts';
import type { OpenIdProvider } from '../platform/identity/openid/index.ts';
import { identityRoutes } from '../platform/identity/routes.tsx';
import { listPeople } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';
import { ringfenceRoutes } from '../ringfence/routes.tsx';
import { sourcesRoutes } from '../sources/routes.tsx';
import { demandShares } from './demand-shares.ts';
import { DEMONSTRATION_TITLES } from './demonstration/demonstration-people.ts';
import { knownPlaces } from './known-places.ts';
import { whoIs } from './who-is.ts';

export interface WhatRoutesNeed {
  /** Wardroom's own platform, past row security: for signing in. */
  system: Platform;
  /** Platforms for work that goes on after its request was answered. */
  inBackground(principal: Principal): Platform;
  providers: readonly OpenIdProvider[];
  safekeeping: Safekeeping;
}

/** Mounts every page there is; the walk through all of them in test/structure mounts the same. */
export function mountRoutes(server: FastifyInstance, needed: WhatRoutesNeed): void {
  const { system, inBackground, providers, safekeeping } = needed;
  const own = inBackground({ kind: 'wardroom' });
  deskRoutes(server);
  allocationRoutes(server);
  organisationRoutes(server, { floorOn: (date) => limitsFor(date, { dwo: 0, pcso: 0 }).floors, demandShares });
  measuresRoutes(server, { onPages: seriesAsAsked, inFiles: givenOutSeries });
  performanceRoutes(server);
  evaluationRoutes(server);
  ringfenceRoutes(server);
  sourcesRoutes(server, { platform: own, inBackground, whoIs: (person) => whoIs(system, person) });
  geographyRoutes(server);
  identityRoutes(server, { system, providers, places: knownPlaces(own.records), titles: DEMONSTRATION_TITLES });
  auditRoutes(server, { safekeeping, people: listPeople });
}
