import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { InvalidRequest, NotFound } from '../web/index.ts';
import { signInAsDemonstration } from './service.ts';
import { callerOf, goOn, type IdentityRoutesSettings, nextOf, WAY_IN } from './sign-in-steps.ts';

const form = z.object({ person: z.string().regex(/^person:[0-9a-f]{16}$/) });

/**
 * Mounts signing in with one press as a made-up person. Not where others than this machine reach the server: nobody there
 * becomes anybody by asking, whatever the records say.
 */
export function demonstrationRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  if (server.reachedByOthers) return;
  server.post('/sign-in/demonstration', { config: WAY_IN }, async (request, reply) => {
    const typed = form.safeParse(request.body);
    if (!typed.success) throw new InvalidRequest('Choose one of the made-up people on the sign-in page.');
    const outcome = await signInAsDemonstration(system, { person: typed.data.person, caller: callerOf(request) });
    if (outcome === null)
      throw new NotFound('The demonstration is not on here, so nobody can be signed in with one press.', [
        { href: '/sign-in', text: 'Sign in' },
      ]);
    return goOn(reply, outcome, nextOf(request.body));
  });
}
