import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { localPath } from '../web/index.ts';
import { PENDING_MINUTES, type PendingSignIn, readPending } from './openid/index.ts';
import { seal, unseal } from './seal.ts';

/** A sign-in at a provider that has begun, and where the person goes on afterwards. */
export interface Begun {
  pending: PendingSignIn;
  next: string;
}

const OWNER = 'sign-in at a provider';
const begunJson = z.object({ pending: z.unknown(), next: z.string() });

/**
 * Keeps a sign-in that has begun in the browser that began it, sealed with a key of this process alone, so that nobody
 * reads or makes one. SameSite is Lax: a Strict cookie would not be sent when the person comes back from the provider.
 */
export function pendingCookie() {
  const key = randomBytes(32);
  return {
    keep(reply: FastifyReply, begun: Begun): void {
      const sealed = Buffer.from(seal(key, OWNER, JSON.stringify(begun))).toString('base64url');
      const { name, options } = cookieOf(reply);
      reply.setCookie(name, sealed, { ...options, maxAge: PENDING_MINUTES * 60 });
    },
    /** Takes it out of the browser, whatever the answer was; null when there is none that we sealed. */
    take(request: FastifyRequest, reply: FastifyReply): Begun | null {
      const { name, options } = cookieOf(reply);
      reply.clearCookie(name, options);
      return opened(key, request.cookies[name]);
    },
  };
}

function opened(key: Uint8Array, sealed: string | undefined): Begun | null {
  if (sealed === undefined) return null;
  try {
    const read = begunJson.parse(JSON.parse(unseal(key, OWNER, Buffer.from(sealed, 'base64url'))));
    const pending = readPending(read.pending);
    return pending === null ? null : { pending, next: localPath(read.next) ?? '/' };
  } catch {
    // Another process sealed it, or it was changed: the sign-in starts again.
    return null;
  }
}

function cookieOf(reply: FastifyReply) {
  const secure = reply.server.cookieNames.session.startsWith('__Host-');
  // A prefix of __Host- keeps other names of this site from planting one, and wants the path of all pages.
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: `${secure ? '__Host-' : ''}wardroom-openid`, options };
}
