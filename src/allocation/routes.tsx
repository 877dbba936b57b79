import type { FastifyInstance } from 'fastify';
import { answersRoutes } from './answers/answers-routes.tsx';
import { consultationRoutes } from './consultation/consultation-routes.tsx';

/** Mounts what allocation shows by itself: the reviews of the allocation, and the answers. The desk shows its plans. */
export function reviewsAndAnswersRoutes(server: FastifyInstance): void {
  consultationRoutes(server);
  answersRoutes(server);
}
