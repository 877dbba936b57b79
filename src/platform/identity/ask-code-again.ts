import type { FastifyReply, FastifyRequest } from 'fastify';
import { withNext } from './sign-in-steps.ts';

/**
 * Sends whoever gave no code for a quarter of an hour to give one, before something that must not be done at an open desk.
 * Whom a provider signed in, and who has no authenticator here, counts as having given one for as long after signing in.
 * @param page where they go on afterwards, to press the button again
 * @returns null where they may go on at once
 */
export function askCodeAgain({ visit }: FastifyRequest, reply: FastifyReply, page: string): FastifyReply | null {
  const { principal } = visit;
  if (principal.kind !== 'person' || principal.steppedUp) return null;
  return reply.redirect(withNext('/account/confirm', page), 303);
}
