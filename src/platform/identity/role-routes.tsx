import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { personOf, ROLES } from '../access/index.ts';
import type { Scope } from '../access/model.ts';
import type { Platform } from '../platform.ts';
import { html, NotFound } from '../web/index.ts';
import { askCodeAgain } from './ask-code-again.ts';
import { isHeldOn } from './is-held-on.ts';
import { isLettingInASecond } from './is-letting-in-a-second.ts';
import type { Approval, Holder, KnownPlaces, Problem, RoleGrant } from './model.ts';
import { ApprovalsPage, type WaitingRole } from './pages/approvals-page.tsx';
import { ProposeRolePage, type RoleTyped } from './pages/propose-role-page.tsx';
import { ReasonPage } from './pages/reason-page.tsx';
import { RolesOnPage } from './pages/roles-on-page.tsx';
import { sayGrant } from './pages/says.ts';
import { CHANGES_PEOPLE, mayChangePeople, personAt, READS_PEOPLE, roleWords } from './people-view.ts';
import {
  approvalToday,
  approveRole,
  approveRoleAlone,
  endRole,
  holdersOf,
  listGrants,
  namesOf,
  proposeRole,
} from './service.ts';
import { type IdentityRoutesSettings, typedText } from './sign-in-steps.ts';

const personParameter = z.object({ id: z.string().max(100) });
const grantParameter = z.object({ grant: z.string().max(100) });
const roleForm = z.object({ role: typedText, place: typedText, from: typedText, until: typedText });
const reasonForm = z.object({ reason: typedText });
const doneQuery = z.object({ done: z.string().optional() });
const dateQuery = z.object({ date: z.string().max(20).optional() });

/** Mounts roles: proposing, approving and ending them, and who held which on a day. */
export function roleRoutes(server: FastifyInstance, { places }: IdentityRoutesSettings): void {
  proposeRoutes(server, places);
  approvalRoutes(server, places);
  endRoutes(server, places);

  server.get('/people/roles-on', { config: READS_PEOPLE }, async ({ platform, query }, reply) => {
    const date = dateQuery.safeParse(query).data?.date ?? todayInLondon(platform.now());
    const { placeName } = await roleWords(platform, places, []);
    if (!isDate(date)) {
      const problems = [{ field: 'date', sentence: 'Choose a day, or type it as 2026-03-10.' }];
      return html(reply, <RolesOnPage {...{ date, held: null, placeName, problems }} />, 400);
    }
    const grants = (await listGrants(platform, null)).filter((grant) => isHeldOn(grant, date));
    const names = await namesOf(platform, [...new Set(grants.map(({ person }) => person))]);
    const held = grants
      .map((grant) => ({ grant, holder: names.get(grant.person) ?? grant.person }))
      .toSorted((one, other) => one.holder.localeCompare(other.holder, 'en-GB'));
    return html(reply, <RolesOnPage {...{ date, held, placeName, problems: [] }} />);
  });
}

function proposeRoutes(server: FastifyInstance, places: KnownPlaces): void {
  const show = async (
    { platform, reply, id }: { platform: Platform; reply: FastifyReply; id: string },
    typed: RoleTyped,
    problems: readonly Problem[],
  ) => {
    const person = await personAt(platform, id);
    const { alone } = await approvalToday(platform);
    const units = await places(todayInLondon(platform.now()));
    const me = personOf(platform.principal);
    const model = { person, typed, units, problems, alone: alone !== null && alone === me && me !== person.id };
    return html(reply, <ProposeRolePage {...model} />, problems.length === 0 ? 200 : 400);
  };

  server.get('/people/:id/role', { config: CHANGES_PEOPLE }, async ({ platform, params }, reply) => {
    const { id } = personParameter.parse(params);
    const typed = { role: '', place: '', from: todayInLondon(platform.now()), until: '' };
    return show({ platform, reply, id }, typed, []);
  });

  server.post('/people/:id/role', { config: CHANGES_PEOPLE }, async ({ platform, params, body }, reply) => {
    const { id } = personParameter.parse(params);
    const typed = roleForm.parse(body ?? {});
    const role = ROLES.find((each) => each === typed.role);
    const scope = scopeOf(typed.place);
    if (role === undefined || scope === null) return show({ platform, reply, id }, typed, missing(role, scope));
    const until = typed.until === '' ? null : typed.until;
    const outcome = await proposeRole(platform, { person: id, role, scope, from: typed.from, until, places });
    if (outcome.kind === 'refused') return show({ platform, reply, id }, typed, outcome.problems);
    return reply.redirect(`/people/${id}?done=proposed`, 303);
  });
}

/** "unit", "unit/borough" or "unit/borough/ward", as the form has it. Whether there is such a place the service says. */
function scopeOf(place: string): Scope | null {
  const [unit = '', borough = null, ward = null] = place.split('/');
  return unit === '' ? null : { unit, borough, ward };
}

function missing(role: string | undefined, scope: Scope | null): Problem[] {
  return [
    ...(role === undefined ? [{ field: 'role', sentence: 'Choose a role.' } as const] : []),
    ...(scope === null ? [{ field: 'place', sentence: 'Choose where the role is held.' } as const] : []),
  ];
}

function approvalRoutes(server: FastifyInstance, places: KnownPlaces): void {
  const show = async (
    { platform, reply }: { platform: Platform; reply: FastifyReply },
    { done, problems }: { done: string | null; problems: readonly Problem[] },
  ) => {
    const grants = (await listGrants(platform, null)).filter(({ state }) => state === 'proposed');
    const approval = await approvalToday(platform);
    const words = await roleWords(platform, places, grants);
    const holders = await holdersOf(platform, [...new Set(grants.map(({ person }) => person))]);
    const makers = holders.flatMap(({ linkMadeBy }) => (linkMadeBy === null ? [] : [linkMadeBy]));
    const names = new Map([...words.names, ...(await namesOf(platform, makers))]);
    const approvers = await namesOf(platform, approval.approvers);
    const me = personOf(platform.principal);
    const model = {
      ...words,
      names,
      waiting: grants.map((grant) => {
        const of = holders.find(({ id }) => id === grant.person) ?? null;
        const holder = names.get(grant.person) ?? grant.person;
        return { grant, holder, of, can: canApprove(grant, of, approval, me) };
      }),
      mayDecline: mayChangePeople(platform.principal),
      approvers: approval.approvers.map((id) => approvers.get(id) ?? id),
      done,
      problems,
    };
    return html(reply, <ApprovalsPage {...model} />, problems.length === 0 ? 200 : 400);
  };

  server.get('/people/approvals', { config: READS_PEOPLE }, async ({ platform, query }, reply) => {
    const done = doneQuery.safeParse(query).data?.done === 'approved' ? 'The role is approved.' : null;
    return show({ platform, reply }, { done, problems: [] });
  });

  // Who may approve is for the service to say: the first administrator may alone, whose role only lets them propose.
  server.post('/people/roles/:grant/approve', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const asking = askCodeAgain(request, reply, '/people/approvals');
    if (asking !== null) return asking;
    const { platform, params } = request;
    const { grant } = grantParameter.parse(params);
    const { alone } = await approvalToday(platform);
    const asAlone = alone !== null && alone === personOf(platform.principal);
    const outcome = await (asAlone ? approveRoleAlone : approveRole)(platform, grant);
    if (outcome.kind === 'done') return reply.redirect('/people/approvals?done=approved', 303);
    return show({ platform, reply }, { done: null, problems: outcome.problems });
  });
}

function canApprove(
  grant: RoleGrant,
  holder: Holder | null,
  { alone, approvers }: Approval,
  me: string | null,
): WaitingRole['can'] {
  const not = (because: string): WaitingRole['can'] => ({ kind: 'not', because });
  const byAlone = me !== null && alone === me;
  if (!byAlone && (me === null || !approvers.includes(me))) return not('Your roles do not let you approve it.');
  if (!byAlone && grant.proposedBy === me) return not('You proposed it: somebody else must approve it.');
  if (grant.person === me) return not('It would be yours: somebody else must approve it.');
  if (byAlone && !isLettingInASecond(grant, me)) return not('It waits for a second person who may approve roles.');
  if (holder?.proven !== true) return not('It can be approved once they have signed in with a second factor.');
  return { kind: byAlone ? 'alone' : 'approve' };
}

function endRoutes(server: FastifyInstance, places: KnownPlaces): void {
  const grantAt = async (platform: Platform, params: unknown): Promise<RoleGrant> => {
    const { grant } = grantParameter.parse(params);
    const found = (await listGrants(platform, null)).find(({ id }) => id === grant);
    if (found !== undefined && found.endedAt === null) return found;
    throw new NotFound('No role that still holds is kept at this address.', [{ href: '/people', text: 'People' }]);
  };
  const show = async (
    { platform, reply, grant }: { platform: Platform; reply: FastifyReply; grant: RoleGrant },
    reason: string,
    problems: readonly Problem[],
  ) => {
    const { names, placeName } = await roleWords(platform, places, [grant]);
    const holder = names.get(grant.person) ?? grant.person;
    const declines = grant.state === 'proposed';
    const model = {
      title: declines ? 'Decline a role' : 'End a role',
      above: [
        { text: 'People', href: '/people' },
        { text: holder, href: `/people/${grant.person}` },
      ],
      lead: `${sayGrant(grant, placeName)}, ${declines ? 'proposed for' : 'held by'} ${holder}.`,
      action: `/people/roles/${grant.id}/end`,
      button: declines ? 'Decline it' : 'End it now',
      back: declines ? '/people/approvals' : `/people/${grant.person}`,
      reason,
      problems,
    };
    return html(reply, <ReasonPage {...model} />, problems.length === 0 ? 200 : 400);
  };

  server.get('/people/roles/:grant/end', { config: CHANGES_PEOPLE }, async ({ platform, params }, reply) =>
    show({ platform, reply, grant: await grantAt(platform, params) }, '', []),
  );

  server.post('/people/roles/:grant/end', { config: CHANGES_PEOPLE }, async ({ platform, params, body }, reply) => {
    const grant = await grantAt(platform, params);
    const { reason } = reasonForm.parse(body ?? {});
    const outcome = await endRole(platform, { grant: grant.id, reason });
    if (outcome.kind === 'refused') return show({ platform, reply, grant }, reason, outcome.problems);
    return reply.redirect(`/people/${grant.person}?done=${outcome.grant.state}`, 303);
  });
}
