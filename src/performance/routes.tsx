import type { FastifyInstance } from 'fastify';
import { homeRoutes } from './pages/home/home-routes.tsx';
import { wardsRoutes } from './wards/wards-routes.tsx';

/** Mounts every page and file of performance. */
export function performanceRoutes(server: FastifyInstance): void {
  homeRoutes(server);
  wardsRoutes(server);
}
