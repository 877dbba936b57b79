import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Names of the two cookies there are. */
export interface CookieNames {
  /** Holds the session's token, only while somebody is signed in. */
  session: string;
  /** Holds the secret that the forms of a browser are tied to. */
  form: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly cookieNames: CookieNames;
  }
}

/** Under HTTPS the prefix makes browsers refuse a cookie of the same name set by a neighbouring host or without Secure. */
export function cookieNames(https: boolean): CookieNames {
  const prefix = https ? '__Host-' : '';
  return { session: `${prefix}wardroom`, form: `${prefix}wardroom-form` };
}

/**
 * What both cookies are set with. SameSite is Lax and not Strict: a person who follows a link in an e-mail, or comes back
 * from an organisation's own sign-in, is still signed in; what changes something is a POST, with which Lax sends nothing
 * from elsewhere, and it needs a token besides. Both end with the browser; the server ends the session much earlier.
 * @source https://www.rfc-editor.org/rfc/rfc6265#section-4.1 and the draft that replaces it, on __Host- and SameSite
 */
export function cookieSettings(https: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
}

/** The session token that a browser sends; null when it sends none, or something no token can be. */
export function sessionToken(request: FastifyRequest): string | null {
  const value = request.cookies[request.server.cookieNames.session];
  return value === undefined || value === '' || value.length > 200 ? null : value;
}

const secure = (server: FastifyInstance): boolean => server.cookieNames.session.startsWith('__Host-');

/** Hands a new session to the browser. Also ends its forms of before: their secret is made anew. */
export function startSessionCookie(reply: FastifyReply, token: string): FastifyReply {
  const { cookieNames: names } = reply.server;
  const settings = cookieSettings(secure(reply.server));
  return reply.setCookie(names.session, token, settings).clearCookie(names.form, settings);
}

/** Takes the session from the browser, with the secret of its forms. */
export function endSessionCookie(reply: FastifyReply): FastifyReply {
  const { cookieNames: names } = reply.server;
  const settings = cookieSettings(secure(reply.server));
  return reply.clearCookie(names.session, settings).clearCookie(names.form, settings);
}
