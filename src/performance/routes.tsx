import type { FastifyInstance } from 'fastify';
import { chartsRoutes } from './charts/charts-routes.tsx';
import { claimsRoutes } from './claims/claims-routes.tsx';
import { disproportionalityRoutes } from './disproportionality/disproportionality-routes.tsx';
import { expectationRoutes } from './expectation/expectation-routes.tsx';
import { asPublishedRoutes } from './pages/as-published/as-published-routes.tsx';
import { homeRoutes } from './pages/home/home-routes.tsx';
import { measureRoutes } from './pages/measure/measure-routes.tsx';
import { placesRoutes } from './places/places-routes.tsx';
import { serviceMeasuresRoutes } from './service-measures/service-measures-routes.tsx';
import { wardsRoutes } from './wards/wards-routes.tsx';

/** Mounts every page and file of performance. */
export function performanceRoutes(server: FastifyInstance): void {
  homeRoutes(server);
  asPublishedRoutes(server);
  claimsRoutes(server);
  disproportionalityRoutes(server);
  measureRoutes(server);
  chartsRoutes(server);
  wardsRoutes(server);
  placesRoutes(server);
  expectationRoutes(server);
  serviceMeasuresRoutes(server);
}
