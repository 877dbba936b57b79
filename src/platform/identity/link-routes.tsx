import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { html } from '../web/index.ts';
import { LinkGonePage, LinkPage } from './pages/link-page.tsx';
import { openLink, redeemLink } from './service.ts';
import {
  callerOf,
  GUESSABLE,
  goOn,
  type IdentityRoutesSettings,
  problemsOf,
  typedText,
  WAY_IN,
} from './sign-in-steps.ts';

const parameter = z.object({ token: z.string().max(200) });
const form = z.object({ name: typedText, email: typedText, password: typedText });

/** Mounts one-time links. Looking at one changes nothing, since scanners of mail look; the form uses it up. */
export function linkRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  server.get('/link/:token', { config: WAY_IN }, async (request, reply) => {
    const { token } = parameter.parse(request.params);
    const link = await openLink(system, token);
    if (link === null) return gone(reply);
    return html(reply, <LinkPage path={pathOf(token)} link={link} typed={{ name: '', email: '' }} problems={[]} />);
  });

  server.post('/link/:token', { config: GUESSABLE }, async (request, reply) => {
    const { token } = parameter.parse(request.params);
    const typed = form.parse(request.body ?? {});
    const outcome = await redeemLink(system, { token, ...typed, caller: callerOf(request) });
    if (outcome.kind === 'signed-in' || outcome.kind === 'half') return goOn(reply, outcome, '/');
    const link = await openLink(system, token);
    if (link === null) return gone(reply);
    const refused = problemsOf(outcome);
    return html(
      reply,
      <LinkPage path={pathOf(token)} link={link} typed={typed} problems={refused?.problems ?? []} />,
      refused?.status,
    );
  });
}

const pathOf = (token: string): string => `/link/${encodeURIComponent(token)}`;
const gone = (reply: FastifyReply): FastifyReply => html(reply, <LinkGonePage />, 410);
