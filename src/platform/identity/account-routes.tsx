import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html, NotFound, sessionToken } from '../web/index.ts';
import { forgetVisit } from './identify-service.ts';
import type { Problem } from './model.ts';
import { AccountPage } from './pages/account-page.tsx';
import { AuthenticatorPage, ConfirmPage, NewRecoveryCodesPage, PasswordPage } from './pages/own-proof-pages.tsx';
import { RecoveryCodesPage } from './pages/recovery-codes-page.tsx';
import { placeNames } from './pages/says.ts';
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  namesOf,
  newOwnRecoveryCodes,
  offerAuthenticator,
  offeredAuthenticator,
  ownAccountOf,
  ownSessions,
  replaceAuthenticator,
  stepUp,
} from './service.ts';
import { type IdentityRoutesSettings, nextOf, problemsOf, typedText } from './sign-in-steps.ts';

const OWN = { access: { kind: 'signed-in' } } as const;
const DONE: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and your sessions elsewhere are ended.',
  session: 'The session is ended.',
  others: 'Your other sessions are ended.',
};
const ABOVE = [{ text: 'Your account', href: '/account' }];

const doneQuery = z.object({ done: z.string().optional() });
const sessionForm = z.object({ session: typedText });
const passwordForm = z.object({ present: typedText, password: typedText });
const codeForm = z.object({ code: typedText });
const replaceForm = z.object({ sealed: typedText, present: typedText, code: typedText });

/** Mounts everybody's own account: roles, sessions, password, second factor. */
export function accountRoutes(server: FastifyInstance, settings: IdentityRoutesSettings): void {
  const { system, places } = settings;

  server.get('/account', { config: OWN }, async (request, reply) => {
    const { visit, platform } = request;
    const today = todayInLondon(system.now());
    const { person, grants, recoveryCodesLeft } = await ownAccountOf(system, visit);
    const actors = grants.flatMap(({ proposedBy, approvedBy, endedBy }) => [proposedBy, approvedBy, endedBy]);
    const names = await namesOf(platform, [...new Set(actors.filter((actor) => actor !== null))]);
    const sessions = await ownSessions(system, visit);
    const done = DONE[doneQuery.safeParse(request.query).data?.done ?? ''] ?? null;
    const placeName = placeNames(await places(today));
    const here = visit.session?.id ?? null;
    return html(
      reply,
      <AccountPage {...{ person, grants, recoveryCodesLeft, sessions, here, done, today, placeName, names }} />,
    );
  });

  server.post('/account/sessions/end', { config: OWN }, async (request, reply) => {
    const { session } = sessionForm.parse(request.body ?? {});
    await endOwnSession(system, request.visit, session);
    return reply.redirect('/account?done=session', 303);
  });

  server.post('/account/sessions/end-others', { config: OWN }, async (request, reply) => {
    await endOtherSessions(system, request.visit);
    return reply.redirect('/account?done=others', 303);
  });

  passwordRoutes(server, settings);
  secondFactorRoutes(server, settings);
  authenticatorRoutes(server, settings);
}

function passwordRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[], status = 200) => {
    const { person } = await ownAccountOf(system, request.visit);
    return html(reply, <PasswordPage email={person.email} problems={problems} />, status);
  };
  server.get('/account/password', { config: OWN }, (request, reply) => show(request, reply, []));

  server.post('/account/password', { config: OWN }, async (request, reply) => {
    const { present, password: wanted } = passwordForm.parse(request.body ?? {});
    const outcome = await changePassword(system, request.visit, { present, wanted });
    if (outcome.kind === 'done') return reply.redirect('/account?done=password', 303);
    const refused = problemsOf(outcome);
    return show(request, reply, refused?.problems ?? [], refused?.status);
  });
}

function secondFactorRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  server.get('/account/recovery-codes', { config: OWN }, async (_request, reply) =>
    html(reply, <NewRecoveryCodesPage problems={[]} />),
  );

  server.post('/account/recovery-codes', { config: OWN }, async (request, reply) => {
    const { code } = codeForm.parse(request.body ?? {});
    const outcome = await newOwnRecoveryCodes(system, request.visit, code);
    if (outcome.kind === 'refused') return html(reply, <NewRecoveryCodesPage problems={outcome.problems} />, 400);
    return html(reply, <RecoveryCodesPage codes={outcome.codes} next="/account" above={ABOVE} />);
  });

  server.get('/account/confirm', { config: OWN }, async (request, reply) =>
    html(reply, <ConfirmPage next={nextOf(request.query)} problems={[]} />),
  );

  server.post('/account/confirm', { config: OWN }, async (request, reply) => {
    const next = nextOf(request.body);
    const { code } = codeForm.parse(request.body ?? {});
    const outcome = await stepUp(system, request.visit, code);
    if (outcome.kind === 'done') {
      forgetVisit(system, sessionToken(request));
      return reply.redirect(next, 303);
    }
    return html(reply, <ConfirmPage next={next} problems={outcome.problems} />, 400);
  });
}

function authenticatorRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  server.get('/account/authenticator', { config: OWN }, async ({ visit }, reply) => {
    if (visit.principal.kind === 'person' && visit.principal.demonstration)
      throw new NotFound('Made-up people have no second factor.', [{ href: '/account', text: 'Your account' }]);
    return html(reply, <AuthenticatorPage offer={await offerAuthenticator(system, visit)} problems={[]} />);
  });

  server.post('/account/authenticator', { config: OWN }, async ({ visit, body }, reply) => {
    const typed = replaceForm.parse(body ?? {});
    const outcome = await replaceAuthenticator(system, visit, typed);
    if (outcome.kind === 'done')
      return html(reply, <RecoveryCodesPage codes={outcome.codes} next="/account" above={ABOVE} />);
    const offer =
      (await offeredAuthenticator(system, visit, typed.sealed)) ?? (await offerAuthenticator(system, visit));
    return html(reply, <AuthenticatorPage offer={offer} problems={outcome.problems} />, 400);
  });
}
