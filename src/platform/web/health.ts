import type { FastifyInstance } from 'fastify';
import type { RouteAccess } from './route-access.ts';
import { sharedAnswer } from './shared-answer.ts';

/** What a server needs to be of use. */
export type ReadyPart = 'records' | 'audit' | 'disk';

/** Tries each part; the one that does not work with what went wrong, or null when all do. */
export type Readiness = () => Promise<{ part: ReadyPart; error: unknown } | null>;

/** Trying costs a transaction and a write, and anybody may ask: the answer is this old at most. */
const OLDEST_ANSWER_MILLISECONDS = 2_000;

const WAY_IN: RouteAccess = { kind: 'way-in' };

/**
 * Mounts /health (this process lives) and /health/ready (what it needs works too, so requests may be sent here). A stranger
 * learns which part does not work and nothing else; the log has the rest.
 */
export function serveHealth(server: FastifyInstance, readiness: Readiness): void {
  const latest = sharedAnswer(readiness, OLDEST_ANSWER_MILLISECONDS, () => performance.now());
  const config = { access: WAY_IN, asksNobody: true };
  server.get('/health', { config }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  server.get('/health/ready', { config }, async (request, reply) => {
    const wrong = await latest();
    reply.header('cache-control', 'no-store');
    if (wrong === null) return reply.send({ status: 'ready' });
    request.log.error({ err: wrong.error, part: wrong.part }, 'not ready');
    return reply.code(503).send({ status: 'not ready', part: wrong.part });
  });
}
