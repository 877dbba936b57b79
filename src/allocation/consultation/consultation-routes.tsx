import type { FastifyInstance } from 'fastify';
import { compareRoutes } from './comparison/compare-routes.tsx';
import { noticeRoutes } from './notice/notice-routes.tsx';
import { reviewRoutes } from './review/review-routes.tsx';

/** Mounts everything about reviews of the allocation. */
export function consultationRoutes(server: FastifyInstance): void {
  reviewRoutes(server);
  noticeRoutes(server);
  compareRoutes(server);
}
