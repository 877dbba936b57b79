import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, PERMISSION_MATRIX } from '../access/index.ts';
import type { Role, Scope } from '../access/model.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { aloneOf } from './alone-of.ts';
import { auditUsers, usersRole } from './audit-users.ts';
import {
  insertGrant,
  lockGrant,
  lockGrants,
  readApprovers,
  readGrants,
  readRolesHeld,
  writeEnd,
} from './grant-store.ts';
import { isOwnerOfTheFolder, MADE_UP_STAYS } from './is-owner-of-the-folder.ts';
import type { KnownPlaces, Person, PersonId, Problem, Refused, RoleGrant } from './model.ts';
import { readPerson } from './people-store.ts';
import { placeProblem } from './place-problem.ts';
import { because } from './sign-in-words.ts';
import { newId } from './token.ts';
import { whoActs, whoSits } from './who-acts.ts';

const users = { module: 'users' } as const;

/** Every grant, newest first; of one person when named. */
export const listGrants = guarded(
  { name: 'users.grants', act: 'read', ...users },
  ({ records }: Platform, person: PersonId | null): Promise<readonly RoleGrant[]> =>
    records.transaction().execute((trx) => readGrants(trx, person)),
);

/** Who held which role on a day, for any part of it. */
export const rolesHeldOn = guarded(
  { name: 'users.roles-held-on', act: 'read', ...users },
  ({ records }: Platform, { person, date }: { person: PersonId; date: string }): Promise<readonly RoleGrant[]> =>
    records.transaction().execute((trx) => readRolesHeld(trx, person, date)),
);

export interface RoleAsked {
  person: PersonId;
  role: Role;
  scope: Scope;
  /** First day; today or later. */
  from: string;
  /** Last day; null: until it is ended. */
  until: string | null;
  places: KnownPlaces;
}

/** Proposes a role for a person; it is held once a second person has approved it. */
export const proposeRole = guarded(
  { name: 'users.propose-role', act: 'write', ...users },
  async (
    { records, now, principal, actor }: Platform,
    { person: whom, role, scope, from, until, places }: RoleAsked,
  ): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> => {
    const dated = dateProblems({ from, until, today: todayInLondon(now()) });
    if (dated.length > 0) return { kind: 'refused', problems: dated };
    const place = placeProblem(role, scope, await places(from));
    if (place !== null) return because('place', place);
    return records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const person = await readPerson(trx, whom);
      const problem = await holderProblem(trx, person, { role, scope, from, until });
      if (person === null || problem !== null) return because('role', problem ?? NO_SUCH_PERSON);
      const grant = proposal(
        { person: whom, role, scope, from, until },
        { by: whoActs(principal), through: whoSits(principal), at: now(), organisation: person.organisation },
      );
      await insertGrant(trx, grant, approvesRoles(role));
      const detail = { role, ...scope, from, until };
      await auditUsers(trx, {
        actor,
        role: usersRole(principal, 'write'),
        action: 'users.propose-role',
        subject: grant.id,
        whom,
        detail,
      });
      return { kind: 'done', grant };
    });
  },
);

/** Ends a role, or declines a proposed one, at once and by one. */
export const endRole = guarded(
  { name: 'users.end-role', act: 'write', ...users },
  async (
    { records, now, principal, actor }: Platform,
    { grant: id, reason }: { grant: string; reason: string },
  ): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> => {
    if (reason.trim() === '') return because('reason', 'Say why, in a few words.');
    return records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const grant = await lockGrant(trx, id);
      if (grant === null || grant.endedAt !== null) return because(null, 'There is no such role that still holds.');
      const approved = grant.approvedAt !== null;
      // A role of a made-up person that Wardroom itself gave is what the next visitor signs in with.
      const kept = grant.proposedBy === 'wardroom' && (await readPerson(trx, grant.person))?.demonstration === true;
      if (kept && !isOwnerOfTheFolder(principal)) return because(null, MADE_UP_STAYS);
      if (approved && (await isLastToApprove(trx, grant.person, { now: now(), losing: grant.id })))
        return because(null, LAST_TO_APPROVE);
      const ending = { by: whoActs(principal), at: now(), reason: reason.trim() };
      await writeEnd(trx, { id }, ending);
      const action = approved ? 'users.end-role' : 'users.decline-role';
      await auditUsers(trx, {
        actor,
        role: usersRole(principal, 'write'),
        action,
        subject: id,
        whom: grant.person,
        reason: ending.reason,
      });
      const state = approved ? 'ended' : 'declined';
      return {
        kind: 'done',
        grant: { ...grant, state, endedBy: ending.by, endedAt: ending.at, endReason: ending.reason },
      };
    });
  },
);

/** The first administrator's own role, which nobody is there to propose or approve. Only Wardroom itself gives it. */
export async function giveAdministration(
  trx: Records,
  { person, unit, at }: { person: PersonId; unit: string; at: Date },
): Promise<void> {
  const scope = { unit, borough: null, ward: null };
  const asked = { person, role: 'administrator', scope, from: todayInLondon(at), until: null } as const;
  await giveAlone(trx, proposal(asked, { by: 'wardroom', through: null, at, organisation: null }));
}

/** Keeps a role that Wardroom itself gives, marked as given alone. */
export async function giveAlone(trx: Records, proposed: RoleGrant): Promise<void> {
  const { role, scope, person: whom, from, proposedBy, proposedAt } = proposed;
  const approval = { state: 'approved', approvedBy: proposedBy, approvedAt: proposedAt, alone: true } as const;
  await insertGrant(trx, { ...proposed, ...approval }, approvesRoles(role));
  const detail = { role, ...scope, from, until: null, alone: true };
  await auditUsers(trx, { actor: 'wardroom', action: 'users.give-role', subject: proposed.id, whom, detail });
}

/** A role as it is proposed. */
export function proposal(
  asked: Pick<RoleGrant, 'person' | 'role' | 'scope' | 'from' | 'until'>,
  { by, through, at, organisation }: { by: string; through: string | null; at: Date; organisation: string | null },
): RoleGrant {
  const nobodyYet = { approvedBy: null, approvedAt: null, alone: false, endedBy: null, endedAt: null, endReason: null };
  return {
    id: newId('grant'),
    ...asked,
    organisation,
    state: 'proposed',
    proposedBy: by,
    proposedThrough: through,
    proposedAt: at,
    ...nobodyYet,
  };
}

/**
 * Whether nobody could approve roles if a person, or one grant of theirs, were gone.
 * @param losing the one grant; null: all of the person's
 */
export async function isLastToApprove(
  trx: Records,
  person: PersonId,
  { now, losing }: { now: Date; losing: string | null },
): Promise<boolean> {
  const found = await readApprovers(trx, todayInLondon(now));
  if (aloneOf(found) === person && losing === null) return found.approvers.every((each) => each === person);
  if (found.approvers.length !== 1 || found.approvers[0] !== person) return false;
  if (losing === null) return true;
  const held = await readRolesHeld(trx, person, todayInLondon(now));
  const approving = held.filter(({ role, state }) => state === 'approved' && approvesRoles(role));
  return approving.every(({ id }) => id === losing);
}

const NO_SUCH_PERSON = 'There is no such person: choose one from the list.';
export const LAST_TO_APPROVE =
  'Nobody else could approve roles then: have a second person approved first, or end their sessions and make a new link.';

const approvesRoles = (role: Role): boolean =>
  (PERMISSION_MATRIX.users[role] ?? []).some(({ acts }) => acts.includes('approve'));

function dateProblems({ from, until, today }: { from: string; until: string | null; today: string }): Problem[] {
  const problems: Problem[] = [];
  const day = z.iso.date();
  if (!day.safeParse(from).success || from < today)
    problems.push({ field: 'from', sentence: `Type a first day from ${today} on, such as ${today}.` });
  if (until !== null && (!day.safeParse(until).success || until < from))
    problems.push({ field: 'until', sentence: 'Type a last day that is not before the first, or none.' });
  return problems;
}

async function holderProblem(
  trx: Records,
  person: Person | null,
  asked: { role: Role; scope: Scope; from: string; until: string | null },
): Promise<string | null> {
  if (person === null) return NO_SUCH_PERSON;
  const { role, scope, from, until } = asked;
  if (person.state === 'disabled') return `${person.name} is disabled: make them a new link first.`;
  if ((role === 'council' || role === 'partner') && person.organisation === null)
    return `Say first which organisation ${person.name} acts for.`;
  const same = (await readGrants(trx, person.id)).find(
    (held) =>
      held.endedAt === null &&
      held.role === role &&
      JSON.stringify(held.scope) === JSON.stringify({ unit: scope.unit, borough: scope.borough, ward: scope.ward }) &&
      (until === null || held.from <= until) &&
      (held.until === null || held.until >= from),
  );
  return same === undefined ? null : `${person.name} holds that role there already, or is proposed for it.`;
}
