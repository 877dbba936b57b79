import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { countedAddress, localPath, sessionToken, startSessionCookie } from '../web/index.ts';
import { keepDevice, sentDevice } from './device-cookie.ts';
import type { Busy, Caller, KnownPlaces, Problem, Refused, SignInOutcome } from './model.ts';
import type { Discovery, OpenIdProvider } from './openid/index.ts';

/** What the pages of sign-in, accounts and people are handed by app/. */
export interface IdentityRoutesSettings {
  /** Wardroom's own platform: nobody is anybody yet when they sign in. */
  system: Platform;
  /** Organisations whose people may sign in with their own account. */
  providers: readonly OpenIdProvider[];
  discovery: Discovery;
  /** What the buttons of made-up people say, by their address; the role in words where left out. */
  titles?: ReadonlyMap<string, string>;
  /** Where roles can be held. */
  places: KnownPlaces;
}

export const WAY_IN = { access: { kind: 'way-in' } } as const;
/**
 * For what anybody may guess at who is nobody yet: passwords and links. Codes need a session or half of one, and their tries
 * are counted for the person, so that an office behind one address is not held up.
 */
export const GUESSABLE = { ...WAY_IN, pace: 'sign-in' } as const;

/** A text of a form or an address; empty where it was left out, and where something else came. */
export const typedText = z.string().max(2_000).catch('');

/** Where to go on after signing in; home, where an address names no page of ours. */
export function nextOf(asked: unknown): string {
  const next = localPath(z.object({ next: z.string() }).safeParse(asked).data?.next);
  // Signing in leads on, not in a circle.
  return next === null || /^\/(sign-in|sign-out|signed-out|link)(\/|\?|$)/.test(next) ? '/' : next;
}

/** The address of another step that goes on to the same page afterwards. */
export const withNext = (path: string, next: string): string =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;

/** The address by which the server was called, which was checked when the request arrived. */
export const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

/** What a browser says of itself, and the address that failures are counted for. */
export function callerOf(request: FastifyRequest): Caller {
  const { ip, headers } = request;
  return {
    address: countedAddress(ip),
    userAgent: headers['user-agent'] ?? null,
    token: sessionToken(request),
    device: sentDevice(request),
  };
}

/** What stands in the way, and the status it is answered with; null when nothing does. */
export function problemsOf(
  outcome: { kind: string } | Refused | Busy,
): { problems: readonly Problem[]; status: number } | null {
  if (outcome.kind === 'refused' && 'problems' in outcome) return { problems: outcome.problems, status: 400 };
  if (outcome.kind === 'busy' && 'sentence' in outcome)
    return { problems: [{ field: null, sentence: outcome.sentence }], status: 503 };
  return null;
}

/** Hands the browser its session, and sends it on: to what is still needed, or to the page it came for. */
export function goOn(
  reply: FastifyReply,
  outcome: Extract<SignInOutcome, { kind: 'signed-in' | 'half' }>,
  next: string,
): FastifyReply {
  startSessionCookie(reply, outcome.token);
  if (outcome.kind === 'signed-in') {
    if (outcome.device !== undefined) keepDevice(reply, outcome.device);
    return reply.redirect(next, 303);
  }
  return reply.redirect(
    withNext(outcome.needs === 'enrolment' ? '/sign-in/set-up' : '/sign-in/second-factor', next),
    303,
  );
}
