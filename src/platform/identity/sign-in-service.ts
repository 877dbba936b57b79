import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { type AttemptKey, beginTry, countFailure, forgetFailures, isBlocked, uncountFailure } from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { TURNED_AWAY } from './bounded-queue.ts';
import { readAuthenticator, readPasswordHash, writePasswordHash } from './credential-store.ts';
import { type IdentityKeys, identityKeys } from './key-store.ts';
import type { Caller, Person, SignInOutcome, StepNeeded } from './model.ts';
import { checkPassword, hashPassword, isOutdated } from './password-hash.ts';
import { readPersonByEmail } from './people-store.ts';
import { endSessions } from './session-store.ts';
import { BUSY, SIGN_IN_REFUSED } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { hashToken, isToken } from './token.ts';

/** Whom failures are counted for. */
interface Counters {
  account: AttemptKey;
  address: AttemptKey;
}

/**
 * E-mail and password; then the second factor. Unknown, wrong, disabled and throttled are told in the same sentence and,
 * as far as the password is looked at, after the same work.
 * @returns half, with a token that may do nothing but what is needed next; or refused; or busy
 */
export const signInWithPassword = wayIn(
  'users.sign-in',
  async (
    { records, dataFolder, now }: Platform,
    { email, password, caller }: { email: string; password: string; caller: Caller },
  ): Promise<SignInOutcome> => {
    const keys = await identityKeys(dataFolder);
    const counters = countersOf(keys, email, caller);
    const found = await records.transaction().execute((trx) => findAccount(trx, counters, email, now()));
    if (found === null) return SIGN_IN_REFUSED;
    const fits = await checkPassword(found.hash, password);
    if (fits === TURNED_AWAY) {
      await records.transaction().execute((trx) => uncountFailure(trx, counters.account));
      return BUSY;
    }
    const { person, failures, hash } = found;
    if (!fits || person === null || hash === null) {
      const subject = person?.id ?? `unknown e-mail ${Buffer.from(counters.account.key).toString('hex').slice(0, 16)}`;
      await records.transaction().execute(async (trx) => {
        await countFailure(trx, counters.address, now());
        const detail = { failures, means: 'password' };
        const whom = person?.id ?? null;
        await auditUsers(trx, { actor: 'visitor', action: 'users.sign-in-refused', subject, whom, detail });
      });
      return SIGN_IN_REFUSED;
    }
    const anew = isOutdated(hash) ? await hashPassword(password) : null;
    return records.transaction().execute(async (trx) => {
      await forgetFailures(trx, counters.account);
      if (typeof anew === 'string') await writePasswordHash(trx, person.id, anew, now());
      const needs = await stepAfterPassword(trx, person.id);
      const start = {
        person: person.id,
        stage: needs,
        means: 'password',
        caller,
        now: now(),
        secondFactorAt: null,
      } as const;
      const { token } = await startSession(trx, start);
      return { kind: 'half', token, needs } as const;
    });
  },
);

/** What comes after a password: the code, or setting a second factor up. */
export async function stepAfterPassword(trx: Records, person: string): Promise<StepNeeded> {
  return (await readAuthenticator(trx, person))?.confirmed === true ? 'second-factor' : 'enrolment';
}

/** Ends the session of a token, half or whole. */
export const signOut = wayIn(
  'users.sign-out',
  async ({ records, now }: Platform, token: string | null): Promise<void> => {
    if (!isToken(token)) return;
    await records.transaction().execute(async (trx) => {
      const ending = { at: now(), by: 'its owner', reason: 'signed out' };
      const [ended] = await endSessions(trx, { hash: hashToken(token) }, ending);
      if (ended === undefined) return;
      const { id: subject, person } = ended;
      await auditUsers(trx, { actor: person, action: 'users.sign-out', subject, whom: person });
    });
  },
);

/** Counts the try and finds whom it is for; null when who tries must wait. The same statements for whatever is typed. */
async function findAccount(
  trx: Records,
  counters: Counters,
  email: string,
  now: Date,
): Promise<{ person: Person | null; hash: string | null; failures: number } | null> {
  if (await isBlocked(trx, counters.address, now)) return null;
  const failures = await beginTry(trx, counters.account, now);
  if (failures === null) return null;
  const person = await readPersonByEmail(trx, email);
  const hash = await readPasswordHash(trx, person?.id ?? '');
  const maySignIn = person !== null && person.state === 'active' && !person.demonstration;
  return { person, hash: maySignIn ? hash : null, failures };
}

/** An address of the network is counted by its hash too: it is personal, and only has to be known again. */
function countersOf(keys: IdentityKeys, email: string, { address }: Caller): Counters {
  return {
    account: accountCounter(keys, email),
    address: { counted: 'address', key: keys.hashed('address', address) },
  };
}

/** What the failures of an account are counted under. */
export function accountCounter(keys: IdentityKeys, email: string): AttemptKey {
  return { counted: 'account', key: keys.hashed('account', email.trim().toLowerCase()) };
}
