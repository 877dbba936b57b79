import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { actorOf } from '../access/actor-of.ts';
import { guarded, PERMISSION_MATRIX, type Principal, personOf } from '../access/index.ts';
import type { Role, Scope } from '../access/model.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { auditUsers, usersRole } from './audit-users.ts';
import {
  type ApproversFound,
  insertGrant,
  lockGrant,
  lockGrants,
  readApprovers,
  readGrants,
  readRolesHeld,
  writeApproval,
  writeEnd,
} from './grant-store.ts';
import { isOwnerOfTheFolder, MADE_UP_STAYS } from './is-owner-of-the-folder.ts';
import type { Approval, KnownPlaces, Person, PersonId, Problem, Refused, RoleGrant } from './model.ts';
import { readPerson } from './people-store.ts';
import { placeProblem } from './place-problem.ts';
import { because } from './sign-in-words.ts';
import { newId } from './token.ts';

const users = { module: 'users' } as const;

/** Who a principal is on record: a person where there is one, else "cli:NAME" or "wardroom". */
export const whoActs = (principal: Principal): string => personOf(principal) ?? actorOf(principal);

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

/** Who may approve today, and whether somebody may alone. */
export const approvalToday = guarded(
  { name: 'users.approval', act: 'read', ...users },
  ({ records, now }: Platform): Promise<Approval> =>
    records.transaction().execute(async (trx) => {
      const found = await readApprovers(trx, todayInLondon(now()));
      return { alone: aloneOf(found), approvers: found.approvers };
    }),
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
        { by: whoActs(principal), at: now(), organisation: person.organisation },
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

/** Approves a proposed role as a second person: not who proposed it, and not who would hold it. */
export const approveRole = guarded(
  { name: 'users.approve-role', act: 'approve', ...users },
  (platform: Platform, grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> =>
    approve(platform, grant, false),
);

/**
 * Approves a proposed role alone: the first administrator, until a second person who may approve has ever existed; and
 * the owner of the data folder, when all who may approve are gone.
 */
export const approveRoleAlone = guarded(
  { name: 'users.approve-role-alone', act: 'write', ...users },
  (platform: Platform, grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> =>
    approve(platform, grant, true),
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
  await giveAlone(trx, proposal(asked, { by: 'wardroom', at, organisation: null }));
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
  { by, at, organisation }: { by: string; at: Date; organisation: string | null },
): RoleGrant {
  const nobodyYet = { approvedBy: null, approvedAt: null, alone: false, endedBy: null, endedAt: null, endReason: null };
  return {
    id: newId('grant'),
    ...asked,
    organisation,
    state: 'proposed',
    proposedBy: by,
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

const aloneOf = ({ firstAdministrator, secondEver }: ApproversFound): PersonId | null =>
  secondEver ? null : firstAdministrator;

async function approve(
  { records, now, principal, actor }: Platform,
  id: string,
  alone: boolean,
): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> {
  const by = whoActs(principal);
  return records.transaction().execute(async (trx) => {
    await lockGrants(trx);
    const grant = await lockGrant(trx, id);
    if (grant?.state !== 'proposed')
      return because(null, 'That role waits for nobody: it was approved or declined before.');
    const found = await readApprovers(trx, todayInLondon(now()));
    const problem = alone ? aloneProblem(principal, found) : secondPersonProblem(by, grant, found);
    if (problem !== null) return because(null, problem);
    const holder = await readPerson(trx, grant.person);
    if (holder === null || holder.state === 'disabled') return because(null, NO_SUCH_PERSON);
    const approval = { by, at: now(), alone };
    if (!(await writeApproval(trx, id, approval))) return because(null, 'Somebody approved it a moment ago.');
    const action = alone ? 'users.approve-role-alone' : 'users.approve-role';
    const role = usersRole(principal, alone ? 'write' : 'approve');
    await auditUsers(trx, {
      actor,
      role,
      action,
      subject: id,
      whom: grant.person,
      detail: { role: grant.role, alone },
    });
    return { kind: 'done', grant: { ...grant, state: 'approved', approvedBy: by, approvedAt: approval.at, alone } };
  });
}

function secondPersonProblem(by: string, grant: RoleGrant, { approvers }: ApproversFound): string | null {
  if (by === grant.proposedBy) return 'You proposed this role yourself: a second person must approve it.';
  if (by === grant.person) return 'This role would be yours: somebody else must approve it.';
  if (!approvers.includes(by))
    return 'Approving takes a second person who may approve roles: on the command line, name them with --as.';
  return null;
}

function aloneProblem(principal: Principal, found: ApproversFound): string | null {
  const first = aloneOf(found);
  if (first !== null && personOf(principal) === first) return null;
  const ownerOfTheFolder = principal.kind === 'operator' && principal.as === null;
  if (ownerOfTheFolder && found.secondEver && found.approvers.length === 0) return null;
  return 'A second person must approve this role: nobody may do so alone any more.';
}

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
