import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, type Principal, published } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { auditUsers, usersRole } from './audit-users.ts';
import { holdsSecondFactor } from './credential-store.ts';
import { readDemonstration } from './demonstration-store.ts';
import { declineProposalsOf, lockGrants, readGrants, writeEnd } from './grant-store.ts';
import { isOwnerOfTheFolder, MADE_UP_STAYS } from './is-owner-of-the-folder.ts';
import { type IdentityKeys, identityKeys } from './key-store.ts';
import { makeLink, newPerson } from './link-service.ts';
import { endLinks } from './link-store.ts';
import type { NewLink, Person, PersonId, Refused, Session } from './model.ts';
import {
  anyRealPerson,
  insertPerson,
  lockPerson,
  readNames,
  readPeople,
  readPerson,
  setPersonState,
  updatePerson,
} from './people-store.ts';
import { personProblems } from './person-problems.ts';
import { isLastToApprove, LAST_TO_APPROVE } from './role-service.ts';
import { idleSince } from './session-limits.ts';
import { endSessions, readSessions } from './session-store.ts';
import { because } from './sign-in-words.ts';
import { whoActs } from './who-acts.ts';

const users = { module: 'users' } as const;

/** Everybody, by name. */
export const listPeople = guarded(
  { name: 'users.list', act: 'read', ...users },
  ({ records }: Platform): Promise<readonly Person[]> => records.transaction().execute(readPeople),
);

/** By identity or e-mail; null when there is none. */
export const findPerson = guarded(
  { name: 'users.find', act: 'read', ...users },
  ({ records }: Platform, idOrEmail: string): Promise<Person | null> =>
    records.transaction().execute((trx) => readPerson(trx, idOrEmail)),
);

/** Names of those whom records speak of, by identity, for anybody signed in; a visitor gets none. */
export const namesOf = published(
  'users.names',
  ({ records }: Platform, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    records.transaction().execute((trx) => readNames(trx, ids)),
);

export interface PersonAsked {
  name: string;
  email: string;
  /** null for the police. */
  organisation: string | null;
  /** Command unit in which the very first person becomes administrator; of no meaning for anybody later. */
  firstUnit: string;
}

/** Adds a person and makes the link that invites them. The very first one becomes the first administrator. */
export const addPerson = guarded(
  { name: 'users.add', act: 'write', ...users },
  async (
    { records, now, principal, actor }: Platform,
    asked: PersonAsked,
  ): Promise<{ kind: 'done'; person: Person; link: NewLink } | Refused> =>
    records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      if ((await readDemonstration(trx)) === 'on') return because(null, DEMONSTRATION_ON);
      const problems = await personProblems(trx, asked, null);
      if (problems.length > 0) return { kind: 'refused', problems } as const;
      const firstAdministrator = !(await anyRealPerson(trx));
      const at = now();
      const person = newPerson(asked, { at, firstAdministrator });
      await insertPerson(trx, person);
      await auditUsers(trx, {
        actor,
        role: usersRole(principal, 'write'),
        action: 'users.add',
        subject: person.id,
        whom: person.id,
      });
      const purpose = firstAdministrator ? 'first-administrator' : 'invitation';
      const unit = firstAdministrator ? asked.firstUnit : null;
      if (firstAdministrator) await endLinks(trx, null, at);
      const secondFactorToo = principal.kind === 'operator';
      const link = await makeLink(
        trx,
        { purpose, person: person.id, unit, secondFactorToo },
        { by: whoActs(principal), at },
      );
      return { kind: 'done', person, link } as const;
    }),
);

/**
 * Changes what is known of a person. Whoever holds a role, or waits for one, keeps the address they were approved under,
 * unless the owner of the data folder changes it.
 * @returns stale when somebody changed the person first, with what they made of it
 */
export const editPerson = guarded(
  { name: 'users.edit', act: 'write', ...users },
  async (
    { records, dataFolder, now, principal, actor }: Platform,
    asked: { person: PersonId; version: number; name: string; email: string; organisation: string | null },
  ): Promise<{ kind: 'done'; person: Person } | { kind: 'stale'; current: Person } | Refused> => {
    const keys = await identityKeys(dataFolder);
    return records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const current = await lockPerson(trx, asked.person);
      if (current === null) return because(null, NO_SUCH_PERSON);
      if (isKeptForVisitors(current, principal)) return because(null, MADE_UP_STAYS);
      if (current.version !== asked.version) return { kind: 'stale', current } as const;
      const problems = await personProblems(trx, asked, asked.person);
      if (problems.length > 0) return { kind: 'refused', problems } as const;
      const typed = {
        name: asked.name.trim(),
        email: asked.email.trim(),
        organisation: asked.organisation?.trim() || null,
      };
      const moves = typed.email.toLowerCase() !== current.email.toLowerCase();
      if (moves && !isOwnerOfTheFolder(principal) && (await holdsOrAwaits(trx, asked.person, now())))
        return because('email', ADDRESS_STAYS);
      await updatePerson(trx, { person: asked.person, version: asked.version, ...typed });
      await auditUsers(trx, {
        actor,
        role: usersRole(principal, 'write'),
        action: 'users.edit',
        subject: asked.person,
        whom: asked.person,
        detail: changeOf(keys, current, typed),
      });
      return { kind: 'done', person: { ...current, ...typed, version: current.version + 1 } } as const;
    });
  },
);

/** Disables a person at once, by one: their sessions, links and roles end, and roles they proposed are declined. */
export const disablePerson = guarded(
  { name: 'users.disable', act: 'write', ...users },
  async (
    { records, now, principal, actor }: Platform,
    { person: id, reason }: { person: PersonId; reason: string },
  ): Promise<{ kind: 'done' } | Refused> => {
    if (reason.trim() === '') return because('reason', SAY_WHY);
    return records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const person = await lockPerson(trx, id);
      if (person === null || person.state === 'disabled') return because(null, NO_SUCH_PERSON);
      if (isKeptForVisitors(person, principal)) return because(null, MADE_UP_STAYS);
      if (await isLastToApprove(trx, id, { now: now(), losing: null })) return because(null, LAST_TO_APPROVE);
      const ending = { at: now(), by: whoActs(principal), reason: reason.trim() };
      await setPersonState(trx, id, 'disabled');
      const roles = await writeEnd(trx, { person: id }, ending);
      const sessions = (await endSessions(trx, { person: id }, ending)).length;
      await endLinks(trx, id, now());
      const role = usersRole(principal, 'write');
      const declined = await declineProposalsOf(trx, id, ending);
      for (const { grant: subject, person: whom } of declined)
        await auditUsers(trx, { actor, role, action: 'users.decline-role', subject, whom, reason: ending.reason });
      const detail = { roles, sessions, declined: declined.length };
      await auditUsers(trx, {
        actor,
        role,
        action: 'users.disable',
        subject: id,
        whom: id,
        reason: ending.reason,
        detail,
      });
      return { kind: 'done' } as const;
    });
  },
);

/**
 * A new one-time link: an invitation for who has never signed in, a new password for anybody else. Only the owner of the
 * data folder makes one for who holds a role or waits for one, or one that takes the second factor away too: otherwise
 * whoever may make links could become anybody, and approve their own proposals as somebody else.
 */
export const newLink = guarded(
  { name: 'users.link', act: 'write', ...users },
  async (
    { records, now, principal }: Platform,
    { person: id, reason, firstUnit }: { person: PersonId; reason: string; firstUnit: string },
  ): Promise<{ kind: 'done'; link: NewLink } | Refused> => {
    if (reason.trim() === '') return because('reason', SAY_WHY);
    return records.transaction().execute(async (trx) => {
      const person = await lockPerson(trx, id);
      if (person === null) return because(null, NO_SUCH_PERSON);
      if (person.demonstration) return because(null, 'Made-up people sign in with one click and need no link.');
      const secondFactorToo = isOwnerOfTheFolder(principal);
      if (!secondFactorToo && (await holdsOrAwaits(trx, id, now()))) return because(null, LINK_BY_OWNER);
      const invited = person.state === 'invited';
      const purpose = !invited ? 'reset' : person.firstAdministrator ? 'first-administrator' : 'invitation';
      const unit = purpose === 'first-administrator' ? firstUnit : null;
      const made = { by: whoActs(principal), at: now(), reason: reason.trim() };
      if (!invited && !secondFactorToo && !(await holdsSecondFactor(trx, id))) return because(null, NO_SECOND_FACTOR);
      return { kind: 'done', link: await makeLink(trx, { purpose, person: id, unit, secondFactorToo }, made) } as const;
    });
  },
);

/** A person's sessions that still hold, newest first. */
export const sessionsOf = guarded(
  { name: 'users.sessions', act: 'read', ...users },
  ({ records, now }: Platform, person: PersonId): Promise<readonly Session[]> =>
    records.transaction().execute((trx) => readSessions(trx, person, { now: now(), idleSince: idleSince(now()) })),
);

/** Ends somebody's session. */
export const endSession = guarded(
  { name: 'users.end-session', act: 'write', ...users },
  async (
    { records, now, principal, actor }: Platform,
    { session, reason }: { session: string; reason: string },
  ): Promise<{ kind: 'done' } | Refused> => {
    if (reason.trim() === '') return because('reason', SAY_WHY);
    return records.transaction().execute(async (trx) => {
      const ending = { at: now(), by: whoActs(principal), reason: reason.trim() };
      const [ended] = await endSessions(trx, { id: session }, ending);
      if (ended === undefined) return because(null, 'That session has ended already.');
      const whom = ended.person;
      await auditUsers(trx, {
        actor,
        role: usersRole(principal, 'write'),
        action: 'users.end-session',
        subject: session,
        whom,
        reason: ending.reason,
      });
      return { kind: 'done' } as const;
    });
  },
);

/** Anybody who reaches a demonstration may be its administrator for a while: its people must be there for the next. */
const isKeptForVisitors = ({ demonstration }: Person, principal: Principal): boolean =>
  demonstration && !isOwnerOfTheFolder(principal);

/** Whether a person holds an approved role, today or later, or is proposed for one. */
async function holdsOrAwaits(trx: Records, person: PersonId, at: Date): Promise<boolean> {
  const today = todayInLondon(at);
  const grants = await readGrants(trx, person);
  return grants.some(({ endedAt, until }) => endedAt === null && (until === null || until >= today));
}

/** What an edit changed, without what it was: an address is told by a keyed hash, so that a known one can be recognised. */
function changeOf(
  keys: IdentityKeys,
  before: Person,
  after: Pick<Person, 'name' | 'email' | 'organisation'>,
): { changed: string[]; emailBefore?: string; emailAfter?: string } {
  const changed = (['name', 'email', 'organisation'] as const).filter((field) => before[field] !== after[field]);
  if (!changed.includes('email')) return { changed };
  const hashed = (email: string) => Buffer.from(keys.hashed('audited address', email.toLowerCase())).toString('hex');
  return { changed, emailBefore: hashed(before.email), emailAfter: hashed(after.email) };
}

const NO_SUCH_PERSON = 'There is no such person, or they are disabled: choose one from the list.';
/** Whoever followed the link would set one up, and be that person. */
const NO_SECOND_FACTOR =
  'They have no authenticator here, so only the owner of the data folder makes this link: "wardroom user link".';
const LINK_BY_OWNER =
  'They hold a role or wait for one, so only the owner of the data folder makes this link: "wardroom user link".';
const ADDRESS_STAYS =
  'They hold a role or wait for one, so their address stays: decline or end the role first, or add a new person.';
const SAY_WHY = 'Say why, in a few words.';
const DEMONSTRATION_ON =
  'The demonstration is on, so no real person can be added: end it first with "wardroom demonstration end".';
