import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../web/index.ts';
import { beginSignIn, finishSignIn, type OpenIdProvider, ProviderUnavailable, signOutUrl } from './openid/index.ts';
import { pendingCookie } from './pending-cookie.ts';
import { signInWithExternal } from './service.ts';
import { showSignIn } from './sign-in-routes.tsx';
import { callerOf, goOn, type IdentityRoutesSettings, nextOf, originOf, problemsOf, WAY_IN } from './sign-in-steps.ts';

const parameter = z.object({ provider: z.string().max(100) });
const STRANGER = 'This answer does not belong to a sign-in that you began in this browser: start again.';

/** Mounts signing in with an organisation's account: off to its provider, back again, and signing out there. */
export function openIdRoutes(server: FastifyInstance, settings: IdentityRoutesSettings): void {
  const { system, providers, discovery } = settings;
  const cookie = pendingCookie();
  const named = (request: FastifyRequest): OpenIdProvider => {
    const { provider: name } = parameter.parse(request.params);
    const found = providers.find((each) => each.name === name);
    if (found === undefined)
      throw new NotFound('No organisation of that name signs its people in here.', [
        { href: '/sign-in', text: 'Sign in' },
      ]);
    return found;
  };
  const refuse = (request: FastifyRequest, reply: FastifyReply, sentence: string, status: number, next = '/') =>
    showSignIn(request, reply, { settings, next, problems: [{ field: null, sentence }] }, status);
  /** Where a provider cannot be reached, the others, and passwords, go on working. */
  const whereReached = async (request: FastifyRequest, reply: FastifyReply, run: () => Promise<FastifyReply>) => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      request.log.warn(error.log, 'a sign-in provider cannot be used');
      return refuse(request, reply, error.message, 503);
    }
  };

  server.get('/sign-in/openid/:provider', { config: WAY_IN }, (request, reply) =>
    whereReached(request, reply, async () => {
      const provider = named(request);
      const redirectUri = `${originOf(request)}/sign-in/openid/${provider.name}/callback`;
      const { url, pending } = await beginSignIn(provider, { discovery, now: system.now(), redirectUri });
      cookie.keep(reply, { pending, next: nextOf(request.query) });
      return reply.redirect(url, 303);
    }),
  );

  server.get('/sign-in/openid/:provider/callback', { config: WAY_IN }, (request, reply) =>
    whereReached(request, reply, async () => {
      const begun = cookie.take(request, reply);
      const provider = named(request);
      if (begun === null) return refuse(request, reply, STRANGER, 400);
      const { pending, next } = begun;
      const answer = new URL(request.url, originOf(request));
      const who = await finishSignIn(provider, answer, pending, { discovery, now: system.now() });
      if (who.kind === 'refused') {
        request.log.info(who.log, 'nobody was signed in at a provider');
        return refuse(request, reply, who.sentence, 400, next);
      }
      const outcome = await signInWithExternal(system, { identity: who, caller: callerOf(request) });
      if (outcome.kind === 'signed-in' || outcome.kind === 'half') return goOn(reply, outcome, next);
      const refused = problemsOf(outcome);
      return showSignIn(request, reply, { settings, next, problems: refused?.problems }, refused?.status);
    }),
  );

  server.get('/sign-in/openid/:provider/sign-out', { config: WAY_IN }, (request, reply) =>
    whereReached(request, reply, async () => {
      const provider = named(request);
      const redirectUri = `${originOf(request)}/signed-out`;
      const url = await signOutUrl(provider, { discovery, now: system.now(), redirectUri });
      if (url !== null) return reply.redirect(url, 303);
      throw new NotFound(
        `${provider.title} offers no way to sign out from here: close your browser, or sign out there.`,
      );
    }),
  );
}
