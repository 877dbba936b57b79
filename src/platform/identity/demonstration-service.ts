import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, ROLES, wayIn } from '../access/index.ts';
import type { Role, Scope } from '../access/model.ts';
import type { Platform } from '../platform.ts';
import { auditUsers, usersRole } from './audit-users.ts';
import { demonstrationEmail } from './demonstration-email.ts';
import { disableDemonstrationPeople, readDemonstration, writeDemonstration } from './demonstration-store.ts';
import { lockGrants } from './grant-store.ts';
import type { Caller, DemonstrationState, Person, PersonId, Refused } from './model.ts';
import { anyRealPerson, insertPerson, readOfferedPeople, readPeople } from './people-store.ts';
import { giveAlone, proposal } from './role-service.ts';
import { endDemonstrationSessions } from './session-store.ts';
import { because } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { newId } from './token.ts';

/** A made-up person of the demonstration, with the role they hold. */
export interface DemonstrationPerson {
  name: string;
  role: Role;
  scope: Scope;
  organisation: string | null;
  /** Before the @ of their address, which nobody else has; the role where left out. */
  mailbox?: string;
  /** What their button on the sign-in page says; the role in words where left out. */
  title?: string;
}

/** A made-up person whom one press signs in. */
export interface OfferedPerson {
  person: PersonId;
  role: Role;
  email: string;
}

/** undecided: nobody said yet, and it may be switched on; off: never again. */
export const demonstrationState = wayIn(
  'users.demonstration',
  ({ records }: Platform): Promise<DemonstrationState> => readDemonstration(records),
);

/** Whom one press signs in, in the order of the roles; nobody while the demonstration is off. */
export const offeredPeople = wayIn(
  'users.demonstration-people',
  ({ records }: Platform): Promise<OfferedPerson[]> =>
    records.transaction().execute(async (trx) => {
      if ((await readDemonstration(trx)) !== 'on') return [];
      const offered = await readOfferedPeople(trx);
      return offered.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
    }),
);

/**
 * Switches the demonstration on and makes its people; where it is on, only those whom an earlier Wardroom did not make.
 * Does nothing where it was ended or real people work.
 * @returns whether it is on now
 */
export const beginDemonstration = wayIn(
  'users.begin-demonstration',
  async ({ records, now, actor }: Platform, people: readonly DemonstrationPerson[]): Promise<boolean> =>
    records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const state = await readDemonstration(trx);
      if (state === 'off' || (await anyRealPerson(trx))) return false;
      const at = now();
      if (state === 'undecided') await writeDemonstration(trx, 'on', actor, at);
      const made = people.map((one) => ({ ...one, person: madeUp(one, at) }));
      const there = new Set((await readPeople(trx)).map(({ email }) => email));
      const missing = made.filter(({ person }) => !there.has(person.email));
      if (missing.length === 0) return true;
      await auditUsers(trx, { actor, action: 'users.begin-demonstration', subject: 'demonstration', whom: null });
      for (const { person, role, scope, organisation } of missing) {
        await insertPerson(trx, person);
        const asked = { person: person.id, role, scope, from: todayInLondon(at), until: null };
        await giveAlone(trx, proposal(asked, { by: 'wardroom', through: null, at, organisation }));
      }
      return true;
    }),
);

/**
 * Decides that the demonstration is never to be here, where nobody has said yet; one that is on stays.
 * @returns what holds from now on
 */
export const decideAgainstDemonstration = wayIn(
  'users.decide-against-demonstration',
  async ({ records, now, actor }: Platform): Promise<'on' | 'off'> =>
    records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const state = await readDemonstration(trx);
      if (state !== 'undecided') return state;
      await writeDemonstration(trx, 'off', actor, now());
      const action = 'users.decide-against-demonstration';
      await auditUsers(trx, { actor, action, subject: 'demonstration', whom: null });
      return 'off';
    }),
);

/** One click: signs a visitor in as a made-up person. null while the demonstration is off, or they are not offered. */
export const signInAsDemonstration = wayIn(
  'users.sign-in-demonstration',
  async (
    { records, now }: Platform,
    { person: asked, caller }: { person: PersonId; caller: Caller },
  ): Promise<{ kind: 'signed-in'; token: string; person: PersonId } | null> =>
    records.transaction().execute(async (trx) => {
      if ((await readDemonstration(trx)) !== 'on') return null;
      const person = (await readOfferedPeople(trx)).find((offered) => offered.person === asked);
      if (person === undefined) return null;
      const start = { person: asked, stage: 'full', means: 'demonstration', caller, now: now() } as const;
      const { token, session } = await startSession(trx, { ...start, secondFactorAt: null });
      const detail = { means: 'demonstration' };
      const whom = asked;
      await auditUsers(trx, { actor: whom, action: 'users.sign-in', subject: session, whom, detail });
      return { kind: 'signed-in', token, person: whom } as const;
    }),
);

/**
 * Ends the demonstration for ever: its people's sessions end and they cannot sign in again. Their names stay for what the
 * audit says of them.
 * @returns refused unless the owner of the data folder asks
 */
export const endDemonstration = guarded(
  { name: 'users.end-demonstration', module: 'users', act: 'approve' },
  async ({ records, now, principal, actor }: Platform): Promise<{ kind: 'done'; wasOn: boolean } | Refused> => {
    // A made-up commander is one click away: what is for ever is for the owner of the folder.
    if (principal.kind === 'person')
      return because(null, 'The demonstration is ended on the command line, by "wardroom demonstration end".');
    return records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      const before = await readDemonstration(trx);
      if (before === 'off') return { kind: 'done', wasOn: false };
      await writeDemonstration(trx, 'off', actor, now());
      const sessions = await endDemonstrationSessions(trx, now(), actor);
      await disableDemonstrationPeople(trx);
      const detail = { sessions };
      const role = usersRole(principal, 'approve');
      const action = 'users.end-demonstration';
      await auditUsers(trx, { actor, role, action, subject: 'demonstration', whom: null, detail });
      return { kind: 'done', wasOn: before === 'on' };
    });
  },
);

function madeUp(one: DemonstrationPerson, at: Date): Person {
  const { name, organisation } = one;
  const email = demonstrationEmail(one);
  const flags = { state: 'active', demonstration: true, firstAdministrator: false } as const;
  return { id: newId('person'), name, email, organisation, ...flags, createdAt: at, version: 1 };
}
