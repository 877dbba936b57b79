import type { FastifyInstance } from 'fastify';
import { filesRoutes } from './pages/files-routes.ts';
import { resultRoutes } from './pages/result-routes.tsx';

/** Mounts the pages of pilots and their files. */
export function evaluationRoutes(server: FastifyInstance): void {
  resultRoutes(server);
  filesRoutes(server);
}
