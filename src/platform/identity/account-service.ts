import { ownAccount } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { TURNED_AWAY } from '../workers/index.ts';
import { beginTry, forgetFailures } from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { countRecoveryCodes, readPasswordHash, writePasswordHash } from './credential-store.ts';
import { readGrants } from './grant-store.ts';
import { identityKeys } from './key-store.ts';
import { endLinks } from './link-store.ts';
import type { Busy, Person, Refused, RoleGrant, Session } from './model.ts';
import { checkPassword, hashPassword } from './password-hash.ts';
import { passwordProblem } from './password-rules.ts';
import { readPerson } from './people-store.ts';
import { giveCode, makeRecoveryCodes } from './second-factor-service.ts';
import { idleSince } from './session-limits.ts';
import { endSessions, readSessions, type SessionsToEnd, writeSecondFactor } from './session-store.ts';
import { BUSY, because } from './sign-in-words.ts';

/** The caller's sessions that still hold, newest first. */
export const ownSessions = ownAccount(
  'users.own-sessions',
  async ({ records, now }: Platform, { person }): Promise<readonly Session[]> =>
    readSessions(records, person, { now: now(), idleSince: idleSince(now()) }),
);

/** Ends one of the caller's sessions; another's is left alone. */
export const endOwnSession = ownAccount('users.end-own-session', (system, { person }, session: string) =>
  endOwn(system, person, { id: session, person }),
);

/** Ends every session of the caller's but this one. */
export const endOtherSessions = ownAccount('users.end-other-sessions', (system, { person, session }) =>
  endOwn(system, person, { person, but: session }),
);

/** Changes the caller's password; ends their other sessions, and links that would set another password. */
export const changePassword = ownAccount(
  'users.change-password',
  async (
    { records, dataFolder, now }: Platform,
    { person, session },
    { present, wanted }: { present: string; wanted: string },
  ): Promise<{ kind: 'done' } | Refused | Busy> => {
    const keys = await identityKeys(dataFolder);
    const counter = { counted: 'code', key: keys.hashed('present password', person) } as const;
    const held = await records.transaction().execute(async (trx) => {
      if ((await beginTry(trx, counter, now())) === null) return null;
      return { hash: await readPasswordHash(trx, person), who: await readPerson(trx, person) };
    });
    const fits = held === null ? false : await checkPassword(held.hash, present);
    if (fits === TURNED_AWAY) return BUSY;
    if (!fits) return because('present', 'Your present password is not right: type it again, or wait a few minutes.');
    const sentence = passwordProblem(wanted, [held?.who?.name ?? '', held?.who?.email ?? '']);
    if (sentence !== null) return because('password', sentence);
    const hash = await hashPassword(wanted);
    if (hash === TURNED_AWAY) return BUSY;
    await records.transaction().execute(async (trx) => {
      await forgetFailures(trx, counter);
      await writePasswordHash(trx, person, hash, now());
      await endLinks(trx, person, now());
      await endSessions(trx, { person, but: session }, { at: now(), by: person, reason: 'the password was changed' });
      await auditUsers(trx, { actor: person, action: 'users.change-password', subject: person, whom: person });
    });
    return { kind: 'done' };
  },
);

/** A code of the authenticator again: the session is stepped up for a quarter of an hour. */
export const stepUp = ownAccount(
  'users.step-up',
  async (
    { records, dataFolder, now }: Platform,
    { person, session, demonstration },
    code: string,
  ): Promise<{ kind: 'done' } | Refused> => {
    // Made-up people have no authenticator, and nothing worth one.
    if (demonstration) return { kind: 'done' };
    const keys = await identityKeys(dataFolder);
    return records.transaction().execute(async (trx) => {
      const factor = await giveCode(trx, keys, { person, code, at: now() });
      if (typeof factor !== 'string') return factor;
      await writeSecondFactor(trx, session, now());
      const detail = { secondFactor: factor };
      await auditUsers(trx, { actor: person, action: 'users.step-up', subject: session, whom: person, detail });
      return { kind: 'done' };
    });
  },
);

/** Ten new recovery codes, shown once; the old ones are void. A code of the authenticator is asked for. */
export const newOwnRecoveryCodes = ownAccount(
  'users.new-recovery-codes',
  async (
    { records, dataFolder, now }: Platform,
    { person },
    code: string,
  ): Promise<{ kind: 'done'; codes: readonly string[] } | Refused> => {
    const keys = await identityKeys(dataFolder);
    return records.transaction().execute(async (trx) => {
      const given = await giveCode(trx, keys, { person, code, at: now() });
      if (typeof given !== 'string') return given;
      const codes = await makeRecoveryCodes(trx, keys, person);
      await auditUsers(trx, { actor: person, action: 'users.new-recovery-codes', subject: person, whom: person });
      return { kind: 'done', codes };
    });
  },
);

/** Who the caller is, with every role they hold, held or are proposed for, and how many recovery codes are left. */
export const ownAccountOf = ownAccount(
  'users.own-account',
  async (
    { records }: Platform,
    { person },
  ): Promise<{ person: Person; grants: readonly RoleGrant[]; recoveryCodesLeft: number }> =>
    records.transaction().execute(async (trx) => {
      const found = await readPerson(trx, person);
      if (found === null) throw new Error(`The session's person ${person} is not on record.`);
      const grants = await readGrants(trx, person);
      return { person: found, grants, recoveryCodesLeft: await countRecoveryCodes(trx, person) };
    }),
);

async function endOwn({ records, now }: Platform, person: string, which: SessionsToEnd): Promise<void> {
  await records.transaction().execute(async (trx) => {
    const ended = await endSessions(trx, which, { at: now(), by: person, reason: 'ended by its owner' });
    for (const { id } of ended)
      await auditUsers(trx, { actor: person, action: 'users.end-session', subject: id, whom: person });
  });
}
