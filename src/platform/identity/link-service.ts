import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { TURNED_AWAY } from '../workers/index.ts';
import { forgetFailures } from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { deleteSecondFactor, writePasswordHash } from './credential-store.ts';
import { readDemonstration } from './demonstration-store.ts';
import { lockGrants } from './grant-store.ts';
import { identityKeys } from './key-store.ts';
import { endLinks, insertLink, type KeptLink, type LinkToKeep, readLink, takeLink } from './link-store.ts';
import type { Caller, LinkPurpose, NewLink, OpenLink, Person, PersonId, Problem, SignInOutcome } from './model.ts';
import { hashPassword } from './password-hash.ts';
import { passwordProblem } from './password-rules.ts';
import { anyRealPerson, insertPerson, readPerson, setPersonState } from './people-store.ts';
import { personProblems } from './person-problems.ts';
import { giveAdministration } from './role-service.ts';
import { endSessions } from './session-store.ts';
import { accountCounter, stepAfterPassword } from './sign-in-service.ts';
import { BUSY, LINK_REFUSED } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { hashToken, isToken, newId, newToken } from './token.ts';

/** How long a link works: the first one waits in a terminal, an invitation for somebody's next shift. */
export const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24,
  invitation: 72,
  reset: 24,
};
/** Where links lead; the token follows. */
export const LINK_PATH = '/link/';

/** What a one-time link is for; null when there is none, or it was used, or it is too old. Looking does not use it up. */
export const openLink = wayIn(
  'users.open-link',
  async ({ records, now }: Platform, token: string): Promise<OpenLink | null> => {
    if (!isToken(token)) return null;
    return records.transaction().execute(async (trx) => {
      const link = await readLink(trx, hashToken(token), now());
      if (link === null) return null;
      const person = link.person === null ? null : await readPerson(trx, link.person);
      const { purpose, expiresAt } = link;
      return { purpose, expiresAt, person: person === null ? null : { name: person.name, email: person.email } };
    });
  },
);

/** What is typed after following a one-time link. */
export interface LinkTyped {
  token: string;
  /** Counts only where the link makes the person, like the e-mail. */
  name?: string | undefined;
  email?: string | undefined;
  password: string;
  caller: Caller;
}

/**
 * Uses a one-time link up: sets the password, and where the link says so makes the person. Goes on with the second factor.
 * @returns half; refused with each problem, the link being good still; or busy
 */
export const redeemLink = wayIn(
  'users.redeem-link',
  async (system: Platform, typed: LinkTyped): Promise<SignInOutcome> => {
    const open = await openLink(system, typed.token);
    if (open === null) return LINK_REFUSED;
    const { name = '', email = '' } = open.person ?? typed;
    const problems = await problemsOf(system, open, { name, email, password: typed.password });
    if (problems.length > 0) return { kind: 'refused', problems };
    const hash = await hashPassword(typed.password);
    if (hash === TURNED_AWAY) return BUSY;
    const keys = await identityKeys(system.dataFolder);
    const at = system.now();
    return system.records.transaction().execute(async (trx): Promise<SignInOutcome> => {
      // One after another, so that of two first people there is one.
      await lockGrants(trx);
      const link = await takeLink(trx, hashToken(typed.token), at);
      const person = link === null ? null : await personOf(trx, link, { name, email, at });
      if (link === null || person === null) return LINK_REFUSED;
      await writePasswordHash(trx, person.id, hash, at);
      if (link.secondFactorToo) await deleteSecondFactor(trx, person.id);
      if (person.state !== 'active') await setPersonState(trx, person.id, 'active');
      await endSessions(trx, { person: person.id }, { at, by: person.id, reason: 'a one-time link was followed' });
      await endLinks(trx, person.id, at);
      await forgetFailures(trx, accountCounter(keys, person.id));
      const { purpose, unit, secondFactorToo, id: subject } = link;
      const whom = person.id;
      const needs = await stepAfterPassword(trx, whom);
      const start = { person: whom, stage: needs, means: 'password', caller: typed.caller, now: at } as const;
      const { token } = await startSession(trx, { ...start, secondFactorAt: null });
      const detail = { purpose, secondFactorToo };
      await auditUsers(trx, { actor: whom, action: 'users.follow-link', subject, whom, detail });
      if (unit !== null) await giveAdministration(trx, { person: whom, unit, at });
      return { kind: 'half', token, needs };
    });
  },
);

/**
 * A link that makes the first person, where nobody real exists and the demonstration is not on; null anywhere else.
 * A new one ends the one before.
 * @param unit command unit in which the first administrator's role is held
 */
export const firstAdministratorLink = wayIn(
  'users.first-administrator-link',
  async ({ records, now, actor }: Platform, unit: string): Promise<NewLink | null> =>
    records.transaction().execute(async (trx) => {
      await lockGrants(trx);
      if ((await anyRealPerson(trx)) || (await readDemonstration(trx)) === 'on') return null;
      const link = { purpose: 'first-administrator', person: null, unit, secondFactorToo: false } as const;
      return makeLink(trx, link, { by: actor, at: now() });
    }),
);

/** Makes a one-time link in place of those there are for the person; only its hash is kept. */
export async function makeLink(
  trx: Records,
  link: Pick<LinkToKeep, 'purpose' | 'person' | 'unit' | 'secondFactorToo'>,
  { by, at, reason = null }: { by: string; at: Date; reason?: string | null },
): Promise<NewLink> {
  const { purpose, person, secondFactorToo } = link;
  const token = newToken();
  const id = newId('link');
  const expiresAt = new Date(at.getTime() + LINK_HOURS[purpose] * 3_600_000);
  await endLinks(trx, person, at);
  await insertLink(trx, { ...link, id, hash: hashToken(token), madeBy: by, madeAt: at, expiresAt });
  const detail = { purpose, secondFactorToo };
  await auditUsers(trx, { actor: by, action: 'users.make-link', subject: id, whom: person, reason, detail });
  return { path: `${LINK_PATH}${token}`, purpose, expiresAt };
}

async function problemsOf(
  { records }: Platform,
  open: OpenLink,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<Problem[]> {
  const person = { name, email, organisation: null };
  const problems =
    open.person === null ? await records.transaction().execute((trx) => personProblems(trx, person, null)) : [];
  const sentence = passwordProblem(password, [name, email]);
  return sentence === null ? problems : [...problems, { field: 'password', sentence }];
}

/** The person a link is for; made now, where the link makes them. */
async function personOf(
  trx: Records,
  link: KeptLink,
  { name, email, at }: { name: string; email: string; at: Date },
): Promise<Person | null> {
  if (link.person !== null) return readPerson(trx, link.person);
  if ((await anyRealPerson(trx)) || (await readDemonstration(trx)) === 'on') return null;
  const person: Person = newPerson({ name, email, organisation: null }, { at, firstAdministrator: true });
  await insertPerson(trx, person);
  const { id } = person;
  await auditUsers(trx, { actor: id, action: 'users.add', subject: id, whom: id });
  return person;
}

/** A person as they begin: invited, and of no role. */
export function newPerson(
  { name, email, organisation }: { name: string; email: string; organisation: string | null },
  { at, firstAdministrator }: { at: Date; firstAdministrator: boolean },
): Person {
  const id: PersonId = newId('person');
  const typed = { name: name.trim(), email: email.trim(), organisation: organisation?.trim() || null };
  return { id, ...typed, state: 'invited', demonstration: false, firstAdministrator, createdAt: at, version: 1 };
}
