import type { FastifyReply, FastifyRequest } from 'fastify';
import { KNOWN_DAYS } from './known-browsers.ts';

/** Longest that is read: what ten people leave is shorter. */
const LONGEST = 2_000;

/** What a browser sends of who signed in there before; null when it sends nothing that could be ours. */
export function sentDevice(request: FastifyRequest): string | null {
  const value = request.cookies[nameFor(request.server.cookieNames.session)];
  return value === undefined || value === '' || value.length > LONGEST ? null : value;
}

/** Lets the browser remember it. Signing out does not take it away: it is for the next sign-in, and opens nothing. */
export function keepDevice(reply: FastifyReply, value: string): void {
  const { session } = reply.server.cookieNames;
  const secure = isSecure(session);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: KNOWN_DAYS * 86_400 } as const;
  reply.setCookie(nameFor(session), value, options);
}

const isSecure = (session: string): boolean => session.startsWith('__Host-');
const nameFor = (session: string): string => `${isSecure(session) ? '__Host-' : ''}wardroom-device`;
