import type { FastifyInstance } from 'fastify';
import { answersRoutes } from './answers/answers-routes.tsx';
import { consultationRoutes } from './consultation/consultation-routes.tsx';

/** Mounts the pages of allocation that are no other domain's: reviews of the allocation, and the answers of wards and unit. */
export function allocationRoutes(server: FastifyInstance): void {
  consultationRoutes(server);
  answersRoutes(server);
}
