import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { endSessionCookie, html, sessionToken, startSessionCookie } from '../web/index.ts';
import { keepDevice } from './device-cookie.ts';
import type { Problem } from './model.ts';
import { RecoveryCodesPage } from './pages/recovery-codes-page.tsx';
import { SecondFactorPage } from './pages/second-factor-page.tsx';
import { SetUpPage } from './pages/set-up-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { SignedOutPage } from './pages/signed-out-page.tsx';
import { ROLE_WORDS } from './role-words.ts';
import {
  beginEnrolment,
  confirmEnrolment,
  offeredPeople,
  signInWithCode,
  signInWithPassword,
  signOut,
  stepNeeded,
} from './service.ts';
import {
  callerOf,
  GUESSABLE,
  goOn,
  type IdentityRoutesSettings,
  nextOf,
  problemsOf,
  typedText,
  WAY_IN,
  withNext,
} from './sign-in-steps.ts';

const passwordForm = z.object({ email: typedText, password: typedText });
const codeForm = z.object({ code: typedText });

/** Mounts signing in with a password, the second factor, and signing out. */
export function signInRoutes(server: FastifyInstance, settings: IdentityRoutesSettings): void {
  const { system } = settings;

  server.get('/sign-in', { config: WAY_IN }, async (request, reply) => {
    const next = nextOf(request.query);
    if (request.visit.session !== null) return reply.redirect(next, 303);
    return showSignIn(request, reply, { settings, next });
  });

  server.post('/sign-in', { config: GUESSABLE }, async (request, reply) => {
    const next = nextOf(request.body);
    const { email, password } = passwordForm.parse(request.body ?? {});
    const missing = missingOf({ email, password });
    if (missing.length > 0) return showSignIn(request, reply, { settings, next, email, problems: missing }, 400);
    const outcome = await signInWithPassword(system, { email, password, caller: callerOf(request) });
    if (outcome.kind === 'signed-in' || outcome.kind === 'half') return goOn(reply, outcome, next);
    const refused = problemsOf(outcome);
    return showSignIn(request, reply, { settings, next, email, problems: refused?.problems }, refused?.status);
  });

  secondFactorRoutes(server, settings);
  setUpRoutes(server, settings);

  server.post('/sign-out', { config: WAY_IN }, async (request, reply) => {
    await signOut(system, sessionToken(request));
    return endSessionCookie(reply).redirect('/signed-out', 303);
  });

  server.get('/signed-out', { config: WAY_IN }, async (_request, reply) =>
    html(reply, <SignedOutPage providers={settings.providers} />),
  );
}

function secondFactorRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  server.get('/sign-in/second-factor', { config: WAY_IN }, async (request, reply) => {
    const next = nextOf(request.query);
    const needs = await stepNeeded(system, sessionToken(request));
    if (needs === 'second-factor') return html(reply, <SecondFactorPage next={next} problems={[]} />);
    return reply.redirect(withNext(needs === null ? '/sign-in' : '/sign-in/set-up', next), 303);
  });

  server.post('/sign-in/second-factor', { config: WAY_IN }, async (request, reply) => {
    const next = nextOf(request.body);
    const token = sessionToken(request);
    if (token === null || (await stepNeeded(system, token)) !== 'second-factor')
      return reply.redirect(withNext('/sign-in', next), 303);
    const { code } = codeForm.parse(request.body ?? {});
    if (code.trim() === '') return html(reply, <SecondFactorPage next={next} problems={[NO_CODE]} />, 400);
    const outcome = await signInWithCode(system, { token, code, caller: callerOf(request) });
    if (outcome.kind === 'signed-in' || outcome.kind === 'half') return goOn(reply, outcome, next);
    const refused = problemsOf(outcome);
    return html(reply, <SecondFactorPage next={next} problems={refused?.problems ?? []} />, refused?.status);
  });
}

function setUpRoutes(server: FastifyInstance, { system }: IdentityRoutesSettings): void {
  server.get('/sign-in/set-up', { config: WAY_IN }, async (request, reply) => {
    const next = nextOf(request.query);
    const token = sessionToken(request);
    const enrolment = token === null ? null : await beginEnrolment(system, token);
    if (enrolment === null) return reply.redirect(withNext('/sign-in', next), 303);
    return html(reply, <SetUpPage enrolment={enrolment} next={next} problems={[]} />);
  });

  server.post('/sign-in/set-up', { config: WAY_IN }, async (request, reply) => {
    const next = nextOf(request.body);
    const token = sessionToken(request);
    const enrolment = token === null ? null : await beginEnrolment(system, token);
    if (token === null || enrolment === null) return reply.redirect(withNext('/sign-in', next), 303);
    const { code } = codeForm.parse(request.body ?? {});
    const shown = (problems: readonly Problem[]) =>
      html(reply, <SetUpPage enrolment={enrolment} next={next} problems={problems} />, 400);
    if (code.trim() === '') return shown([NO_CODE]);
    const outcome = await confirmEnrolment(system, { token, code, caller: callerOf(request) });
    if (outcome.kind === 'refused') return shown(outcome.problems);
    startSessionCookie(reply, outcome.token);
    if (outcome.device !== undefined) keepDevice(reply, outcome.device);
    return html(reply, <RecoveryCodesPage codes={outcome.recoveryCodes} next={next} />);
  });
}

/** Shows the sign-in page, with what stands in the way. */
export async function showSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  shown: {
    settings: IdentityRoutesSettings;
    next: string;
    email?: string;
    problems?: readonly Problem[] | undefined;
  },
  status = 200,
): Promise<FastifyReply> {
  const { settings, next, email = '', problems = [] } = shown;
  const { providers, titles } = settings;
  const offered = request.visit.demonstrationOn ? await offeredPeople(settings.system) : [];
  const madeUp = offered.map(({ person, role, email: address }) => ({
    ...{ person, role },
    title: titles?.get(address) ?? ROLE_WORDS[role],
  }));
  return html(reply, <SignInPage {...{ next, email, problems, providers, madeUp }} />, status);
}

const NO_CODE: Problem = { field: 'code', sentence: 'Type the code that your authenticator app shows now.' };

function missingOf({ email, password }: { email: string; password: string }): Problem[] {
  return [
    ...(email.trim() === '' ? [{ field: 'email', sentence: 'Type your e-mail address.' } as const] : []),
    ...(password === '' ? [{ field: 'password', sentence: 'Type your password.' } as const] : []),
  ];
}
