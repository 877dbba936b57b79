import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html } from '../web/index.ts';
import { askCodeAgain } from './ask-code-again.ts';
import type { Person, Problem, Session } from './model.ts';
import { NewLinkPage } from './pages/new-link-page.tsx';
import { ReasonPage, type ReasonPageModel } from './pages/reason-page.tsx';
import { CHANGES_PEOPLE, personAt } from './people-view.ts';
import { disablePerson, endSession, newLink, sessionsOf } from './service.ts';
import { type IdentityRoutesSettings, originOf, typedText } from './sign-in-steps.ts';

const parameter = z.object({ id: z.string().max(100) });
const sessionParameter = parameter.extend({ session: z.string().max(100) });
const reasonForm = z.object({ reason: typedText });

/** Mounts what is done to somebody's account, each with its reason: a new link, disabling, ending a session. */
export function personEndRoutes(server: FastifyInstance, settings: IdentityRoutesSettings): void {
  linkRoutes(server, settings);
  disableRoutes(server);
  sessionRoutes(server);
}

function linkRoutes(server: FastifyInstance, { places }: IdentityRoutesSettings): void {
  server.get('/people/:id/link', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const person = await personAt(request.platform, parameter.parse(request.params).id);
    return askCodeAgain(request, reply, `/people/${person.id}/link`) ?? show(reply, linkAsked(person));
  });

  server.post('/people/:id/link', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const { platform, params, body } = request;
    const person = await personAt(platform, parameter.parse(params).id);
    const asking = askCodeAgain(request, reply, `/people/${person.id}/link`);
    if (asking !== null) return asking;
    const { reason } = reasonForm.parse(body ?? {});
    const [unit] = await places(todayInLondon(platform.now()));
    const outcome = await newLink(platform, { person: person.id, reason, firstUnit: unit?.name ?? '' });
    if (outcome.kind === 'refused') return show(reply, linkAsked(person), { reason, problems: outcome.problems });
    const { link } = outcome;
    return html(reply, <NewLinkPage person={person} link={link} address={`${originOf(request)}${link.path}`} />);
  });
}

function disableRoutes(server: FastifyInstance): void {
  server.get('/people/:id/disable', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const person = await personAt(request.platform, parameter.parse(request.params).id);
    return askCodeAgain(request, reply, `/people/${person.id}/disable`) ?? show(reply, disableAsked(person));
  });

  server.post('/people/:id/disable', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const { platform, params, body } = request;
    const person = await personAt(platform, parameter.parse(params).id);
    const asking = askCodeAgain(request, reply, `/people/${person.id}/disable`);
    if (asking !== null) return asking;
    const { reason } = reasonForm.parse(body ?? {});
    const outcome = await disablePerson(platform, { person: person.id, reason });
    if (outcome.kind === 'done') return reply.redirect(`/people/${person.id}?done=disabled`, 303);
    return show(reply, disableAsked(person), { reason, problems: outcome.problems });
  });
}

function sessionRoutes(server: FastifyInstance): void {
  server.get('/people/:id/sessions/:session/end', { config: CHANGES_PEOPLE }, async ({ platform, params }, reply) => {
    const { id, session } = sessionParameter.parse(params);
    const person = await personAt(platform, id);
    const found = (await sessionsOf(platform, person.id)).find((each) => each.id === session);
    if (found === undefined) return reply.redirect(`/people/${person.id}`, 303);
    return show(reply, sessionAsked(person, found));
  });

  server.post(
    '/people/:id/sessions/:session/end',
    { config: CHANGES_PEOPLE },
    async ({ platform, params, body }, reply) => {
      const { id, session } = sessionParameter.parse(params);
      const person = await personAt(platform, id);
      const { reason } = reasonForm.parse(body ?? {});
      const found = (await sessionsOf(platform, person.id)).find((each) => each.id === session);
      // Ended meanwhile: what was wanted is so.
      if (found === undefined) return reply.redirect(`/people/${person.id}?done=session`, 303);
      const outcome = await endSession(platform, { session, reason });
      if (outcome.kind === 'done') return reply.redirect(`/people/${person.id}?done=session`, 303);
      return show(reply, sessionAsked(person, found), { reason, problems: outcome.problems });
    },
  );
}

type Asked = Omit<ReasonPageModel, 'reason' | 'problems'>;

function show(
  reply: FastifyReply,
  asked: Asked,
  refused: { reason: string; problems: readonly Problem[] } | null = null,
): FastifyReply {
  const { reason, problems } = refused ?? { reason: '', problems: [] };
  return html(reply, <ReasonPage {...asked} reason={reason} problems={problems} />, refused === null ? 200 : 400);
}

const frameOf = ({ id, name }: Person) => ({
  above: [
    { text: 'People', href: '/people' },
    { text: name, href: `/people/${id}` },
  ],
  back: `/people/${id}`,
});

const linkAsked = (person: Person): Asked => ({
  ...frameOf(person),
  title: `Make a one-time link for ${person.name}`,
  lead:
    person.state === 'invited'
      ? 'It lets them choose their password. An earlier link of theirs ends with it.'
      : 'It lets them choose a new password; their sessions end when they use it. Their second factor stays: only who runs the machine that Wardroom is on can take that away. Roles that ended do not come back.',
  action: `/people/${person.id}/link`,
  button: 'Make the link',
});

const disableAsked = (person: Person): Asked => ({
  ...frameOf(person),
  title: `Disable ${person.name}`,
  lead: 'At once: their sessions, links and roles end, and they cannot sign in. What they did stays on record.',
  action: `/people/${person.id}/disable`,
  button: 'Disable',
});

const sessionAsked = (person: Person, { id, browser }: Session): Asked => ({
  ...frameOf(person),
  title: `End a session of ${person.name}`,
  lead: `They are signed out of ${browser} within seconds, and can sign in again.`,
  action: `/people/${person.id}/sessions/${id}/end`,
  button: 'End the session',
});
