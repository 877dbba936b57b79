import { randomBytes } from 'node:crypto';
import csrf from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FORM_TOKEN } from '../../ui/page-visit.ts';
import { ForeignRequest, InvalidRequest } from './named-errors.ts';
import { cookieSettings } from './session-cookie.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const LOST_TOUCH =
  'This form has lost touch with the page it came from, so nothing was changed: load that page again and send it once more.';

/**
 * Ties every form to the browser and the session it was given to: a secret in a cookie of the browser, a token made of it
 * and of the session in the form, and both asked for with every request that may change something. Before anybody is
 * signed in the session is nobody's, so that the forms of sign-in have tokens as well. See docs/decisions/0014.
 * @source https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export async function tieForms(server: FastifyInstance, https: boolean): Promise<void> {
  const sent = new WeakMap<FastifyRequest, string>();
  await server.register(csrf, {
    cookieKey: server.cookieNames.form,
    cookieOpts: cookieSettings(https),
    sessionPlugin: '@fastify/cookie',
    getToken: (request) => sent.get(request),
    getUserInfo: sessionOf,
    // Of this process: a token ends with the server that gave it out.
    csrfOpts: { hmacKey: randomBytes(32).toString('hex'), userInfo: true },
    logLevel: 'debug',
  });
  const check = (request: FastifyRequest, token: unknown): void => {
    if (typeof token === 'string') sent.set(request, token);
    let right = false;
    // The plugin answers by itself where a token is wrong; ours is an error like any other, with a page.
    const silent = { send: () => undefined } as unknown as FastifyReply;
    server.csrfProtection(request, silent, () => {
      right = true;
    });
    if (!right) throw new ForeignRequest(LOST_TOUCH);
  };
  server.decorateRequest('checkFormToken', function checkFormToken(token) {
    check(this, token);
  });
  server.addHook('preHandler', async (request) => {
    if (READING.includes(request.method) || request.is404) return;
    if (!request.headers['content-type']?.startsWith('multipart/')) return check(request, tokenIn(request.body));
    if (request.routeOptions.config.takesFiles !== true)
      throw new InvalidRequest('This page takes no files, so nothing was changed.');
  });
}

const given = new WeakMap<FastifyReply, string>();

/** The token that the forms on this answer carry; sets the cookie where the browser has none. */
export function formToken(reply: FastifyReply): string {
  // One for all of them: asked again, the plugin would make a secret anew, and only the last form would hold.
  const token = given.get(reply) ?? reply.generateCsrf({ userInfo: sessionOf(reply.request) });
  given.set(reply, token);
  return token;
}

const sessionOf = ({ visit }: FastifyRequest): string => visit.session?.id ?? 'nobody';

function tokenIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, FORM_TOKEN)
    ? (body as Record<string, unknown>)[FORM_TOKEN]
    : undefined;
}
