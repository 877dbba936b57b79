import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countedAddress } from './counted-address.ts';
import { TooManyRequests } from './named-errors.ts';

/** How often one address may ask, by what asking costs: sign-in is guessed at, exports are heavy, the rest is light. */
export type Pace = 'sign-in' | 'heavy' | 'general';

/** Most requests of one address in a minute. */
export type Rates = Readonly<Record<Pace, number>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** "general" where a route does not say. */
    pace?: Pace;
  }
}

/**
 * An office of two hundred people behind one address asks for some 1,200 pages a minute when all of them work, and signs in
 * within one minute when a shift begins, each mistyping a password once: 400 attempts. The hashing queue carries that: two
 * hundred at once are through in 2.7 s (bench/sign-in), and 400 a minute are 9 % of two processors. It bounds work, not
 * guesses: those are slowed down by account, and by address after 100 failures (identity/throttle.ts). An export is asked
 * for by hand, or by a script that can wait.
 */
export const RATES: Rates = { 'sign-in': 400, heavy: 30, general: 3_000 };

const MINUTE = 60_000;
const SENTENCE: Readonly<Record<Pace, string>> = {
  'sign-in': 'Too many attempts to sign in came from your address: wait a minute, then try again.',
  heavy: 'These figures were asked for too often from your address: wait a minute, then try again.',
  general: 'Too many requests came from your address: wait a minute, then try again.',
};

/** Turns an address away that asks too often, before anything is looked up for it. */
export async function limitRates(server: FastifyInstance, rates: Rates): Promise<void> {
  await server.register(rateLimit, { global: false });
  const limiter = (pace: Pace, keyGenerator: (request: FastifyRequest) => string) =>
    server.createRateLimit({ max: rates[pace], timeWindow: MINUTE, keyGenerator });
  const limiters = {
    general: limiter('general', ({ ip }) => countedAddress(ip)),
    // Each address by itself: who reads every table of the open data asks for one after the other.
    heavy: limiter('heavy', ({ ip, routeOptions }) => `${countedAddress(ip)} ${routeOptions.url}`),
    'sign-in': limiter('sign-in', ({ ip }) => countedAddress(ip)),
  };
  server.addHook('onRequest', async (request, reply) => {
    const { pace = 'general' } = request.routeOptions.config;
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const asked: Pace[] = pace === 'general' || (pace === 'sign-in' && reading) ? ['general'] : ['general', pace];
    for (const each of asked) {
      const limit = await limiters[each](request);
      if (limit.isAllowed || !limit.isExceeded) continue;
      reply.header('retry-after', limit.ttlInSeconds);
      throw new TooManyRequests(SENTENCE[each]);
    }
  });
}
