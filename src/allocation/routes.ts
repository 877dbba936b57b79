import type { FastifyInstance } from 'fastify';
import { answersRoutes } from './answers/answers-routes.tsx';

/** Mounts the pages of allocation that are no other domain's: the answers of wards and unit. */
export function allocationRoutes(server: FastifyInstance): void {
  answersRoutes(server);
}
