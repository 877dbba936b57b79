import type { FastifyInstance } from 'fastify';
import { charterRoutes } from './charter/charter-routes.tsx';
import { filesRoutes } from './pages/files-routes.ts';
import { resultRoutes } from './pages/result-routes.tsx';

/** Mounts the pages of pilots and their files. */
export function evaluationRoutes(server: FastifyInstance): void {
  charterRoutes(server);
  resultRoutes(server);
  filesRoutes(server);
}
