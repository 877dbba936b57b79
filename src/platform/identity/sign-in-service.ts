import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { boundedQueue, TURNED_AWAY } from '../workers/index.ts';
import {
  type AttemptKey,
  beginTry,
  countFailure,
  forgetFailures,
  forgetOneFailure,
  isBlocked,
} from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { readAuthenticator, readPasswordHash, writePasswordHash } from './credential-store.ts';
import { foldEmail } from './fold-email.ts';
import { type IdentityKeys, identityKeys } from './key-store.ts';
import { knownBrowser } from './known-browsers.ts';
import type { Caller, Person, PersonId, SignInOutcome, StepNeeded } from './model.ts';
import { checkPassword, hashPassword, isOutdated } from './password-hash.ts';
import { readPersonByEmail } from './people-store.ts';
import { endSessions } from './session-store.ts';
import { BUSY, SIGN_IN_REFUSED } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { hashToken, isToken } from './token.ts';

/** What is typed to sign in, and by whom. */
interface Typed {
  email: string;
  password: string;
  caller: Caller;
}

/** Whom failures are counted for. */
interface Counters {
  /** The account; or the browser, where its owner is known in it. */
  own: AttemptKey;
  /** null where the owner's browser tries: it answers for itself alone. */
  address: AttemptKey | null;
}

/** An account that is tried; of nobody, where there is none or nobody may sign in to it. */
interface Tried {
  counters: Counters;
  person: Person | null;
  hash: string | null;
}

/**
 * Tries in the works at once, and waiting. Embedded records do one thing after another: with few tries among them a page
 * waits for few. All others are told to try again in a moment.
 */
const TRIES = { atOnce: 2, waiting: 50 } as const;
const triesOfThisProcess = boundedQueue(TRIES);

/**
 * E-mail and password; then the second factor. Unknown, wrong, disabled and throttled are told in the same sentence and,
 * as far as the password is looked at, after the same work.
 * @returns half, with a token that may do nothing but what is needed next; or refused; or busy
 */
export const signInWithPassword = wayIn(
  'users.sign-in',
  async (system: Platform, typed: Typed): Promise<SignInOutcome> => {
    const outcome = await triesOfThisProcess(() => tryPassword(system, typed));
    return outcome === TURNED_AWAY ? BUSY : outcome;
  },
);

/**
 * Checks first and counts afterwards, in one transaction: whether the password fits is told only to a try that the counters
 * let through, so of a hundred guesses at once as many are answered as of a hundred one after another.
 */
async function tryPassword({ records, dataFolder, now }: Platform, typed: Typed): Promise<SignInOutcome> {
  const keys = await identityKeys(dataFolder);
  const tried = await findAccount(records, keys, typed, now());
  if (await mustWait(records, tried.counters, now())) return SIGN_IN_REFUSED;
  const { hash, person } = tried;
  const fits = await checkPassword(hash, typed.password);
  if (fits === TURNED_AWAY) return BUSY;
  const anew = fits && hash !== null && isOutdated(hash) ? await hashPassword(typed.password) : null;
  return records.transaction().execute(async (trx): Promise<SignInOutcome> => {
    const { own, address } = tried.counters;
    if (address !== null && (await isBlocked(trx, address, now()))) return SIGN_IN_REFUSED;
    const failures = await beginTry(trx, own, now());
    if (failures === null) return SIGN_IN_REFUSED;
    if (!fits || person === null) {
      if (address !== null) await countFailure(trx, address, now());
      await auditRefusal(trx, keys, { person, email: typed.email, failures });
      return SIGN_IN_REFUSED;
    }
    await forgetFailures(trx, own);
    if (address !== null) await forgetOneFailure(trx, address);
    if (typeof anew === 'string') await writePasswordHash(trx, person.id, anew, now());
    return startHalf(trx, person.id, typed.caller, now());
  });
}

async function startHalf(trx: Records, person: PersonId, caller: Caller, now: Date): Promise<SignInOutcome> {
  const needs = await stepAfterPassword(trx, person);
  const start = { person, stage: needs, means: 'password', caller, now, secondFactorAt: null } as const;
  const { token } = await startSession(trx, start);
  return { kind: 'half', token, needs };
}

async function auditRefusal(
  trx: Records,
  keys: IdentityKeys,
  { person, email, failures }: { person: Person | null; email: string; failures: number },
): Promise<void> {
  const unknown = () => Buffer.from(accountCounter(keys, email.trim()).key).toString('hex').slice(0, 16);
  const subject = person?.id ?? `unknown e-mail ${unknown()}`;
  const detail = { failures, means: 'password' };
  const whom = person?.id ?? null;
  await auditUsers(trx, { actor: 'visitor', action: 'users.sign-in-refused', subject, whom, detail });
}

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

/** Finds whom a try is for, and what it is counted under. The same statements for whatever is typed. */
async function findAccount(records: Records, keys: IdentityKeys, { email, caller }: Typed, now: Date): Promise<Tried> {
  const person = await readPersonByEmail(records, email);
  const hash = await readPasswordHash(records, person?.id ?? '');
  const maySignIn = person !== null && person.state === 'active' && !person.demonstration;
  const whom = person?.id ?? foldEmail(email) ?? email.trim();
  return { counters: countersOf(keys, { person, whom, caller, now }), person, hash: maySignIn ? hash : null };
}

/** An address of the network is counted by its hash too: it is personal, and only has to be known again. */
function countersOf(
  keys: IdentityKeys,
  { person, whom, caller, now }: { person: Person | null; whom: string; caller: Caller; now: Date },
): Counters {
  const browser = person === null ? null : knownBrowser(keys, caller.device ?? null, { person: person.id, now });
  if (browser !== null) return { own: { counted: 'device', key: keys.hashed('device', browser) }, address: null };
  const address: AttemptKey = { counted: 'address', key: keys.hashed('address', caller.address) };
  return { own: accountCounter(keys, whom), address };
}

async function mustWait(records: Records, { own, address }: Counters, now: Date): Promise<boolean> {
  return (await isBlocked(records, own, now)) || (address !== null && (await isBlocked(records, address, now)));
}

/**
 * What the failures of an account are counted under.
 * @param whom the person's identity; where there is nobody, the address that was typed
 */
export function accountCounter(keys: IdentityKeys, whom: string): AttemptKey {
  return { counted: 'account', key: keys.hashed('account', whom) };
}
