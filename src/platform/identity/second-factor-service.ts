import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { beginTry, forgetFailures } from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { authenticatorAddress, newAuthenticatorSecret, secretInFours, stepOfCode } from './authenticator.ts';
import {
  confirmAuthenticator,
  deleteSecondFactor,
  keepNewAuthenticator,
  readAuthenticator,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from './credential-store.ts';
import { type IdentityKeys, identityKeys } from './key-store.ts';
import { rememberBrowser } from './known-browsers.ts';
import type { Caller, Enrolment, PersonId, Refused, SignInOutcome, StepNeeded } from './model.ts';
import { readPerson } from './people-store.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';
import { seal, unsealOrNull } from './seal.ts';
import { holds } from './session-limits.ts';
import { endSessions, type FoundSession, readSession } from './session-store.ts';
import { CODE_REFUSED, KEY_LOST, SIGN_IN_AGAIN } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { hashToken, isToken } from './token.ts';

/** What a second factor was given with. */
type Factor = 'authenticator' | 'recovery code';
type SignedIn = Extract<SignInOutcome, { kind: 'signed-in' }>;

/** What a half-signed-in token still needs; null when it is none, or is signed in already. */
export const stepNeeded = wayIn(
  'users.step-needed',
  async ({ records, now }: Platform, token: string | null): Promise<StepNeeded | null> => {
    const found = await halfSession(records, token, now());
    return found === null || found.stage === 'full' ? null : found.stage;
  },
);

/**
 * Ends a half sign-in with a code of the authenticator, or with a recovery code.
 * @returns signed-in with a new token; refused when the code is wrong, was used, or the half sign-in is over
 */
export const signInWithCode = wayIn(
  'users.second-factor',
  async (
    { records, dataFolder, now }: Platform,
    { token, code, caller }: { token: string; code: string; caller: Caller },
  ): Promise<SignInOutcome> => {
    const keys = await identityKeys(dataFolder);
    const at = now();
    return records.transaction().execute(async (trx): Promise<SignInOutcome> => {
      const half = await halfSession(trx, token, at);
      if (half?.stage !== 'second-factor') return SIGN_IN_AGAIN;
      const given = await giveCode(trx, keys, { person: half.person, code, at });
      return typeof given !== 'string' ? given : signInFully(trx, keys, half, { token, caller, at, factor: given });
    });
  },
);

/** Begins a second factor for a half-signed-in token that needs one: the same secret until it is confirmed. */
export const beginEnrolment = wayIn(
  'users.begin-enrolment',
  async ({ records, dataFolder, now }: Platform, token: string): Promise<Enrolment | null> => {
    const keys = await identityKeys(dataFolder);
    return records.transaction().execute(async (trx) => {
      const half = await halfSession(trx, token, now());
      if (half?.stage !== 'enrolment') return null;
      const person = await readPerson(trx, half.person);
      const secret = person === null ? null : await secretToConfirm(trx, keys, half.person);
      if (person === null || secret === null) return null;
      return { secret: secretInFours(secret), address: authenticatorAddress(secret, person.email) };
    });
  },
);

/** Confirms it with its first code: signed in, and ten recovery codes to be shown once. */
export const confirmEnrolment = wayIn(
  'users.confirm-enrolment',
  async (
    { records, dataFolder, now }: Platform,
    { token, code, caller }: { token: string; code: string; caller: Caller },
  ): Promise<(SignedIn & { recoveryCodes: readonly string[] }) | Refused> => {
    const keys = await identityKeys(dataFolder);
    const at = now();
    return records.transaction().execute(async (trx) => {
      const half = await halfSession(trx, token, at);
      if (half?.stage !== 'enrolment') return SIGN_IN_AGAIN;
      const { person } = half;
      const kept = await readAuthenticator(trx, person);
      const secret = kept === null || kept.confirmed ? null : unsealOrNull(keys.seal, person, kept.sealed);
      if (secret === null) return SIGN_IN_AGAIN;
      const step = await stepOfCode(secret, code, at);
      if (step === null || !(await takeStep(trx, person, step))) return CODE_REFUSED;
      await confirmAuthenticator(trx, person, at);
      const recoveryCodes = await makeRecoveryCodes(trx, keys, person);
      const signedIn = await signInFully(trx, keys, half, { token, caller, at, factor: 'authenticator' });
      if (signedIn.kind !== 'signed-in') return SIGN_IN_AGAIN;
      await auditUsers(trx, { actor: person, action: 'users.set-second-factor', subject: person, whom: person });
      return { ...signedIn, recoveryCodes };
    });
  },
);

/** Makes ten recovery codes in place of those there were; only their keyed hashes are kept. */
export async function makeRecoveryCodes(trx: Records, keys: IdentityKeys, person: PersonId): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((each) => keys.hashed(`recovery ${person}`, each));
  await replaceRecoveryCodes(trx, person, hashes);
  return codes;
}

/**
 * Takes a code of a person's authenticator, or one of their recovery codes, and uses it up.
 * @returns which it was; refused when it is neither, was used before, there were too many tries, or the key is lost
 */
export async function giveCode(
  trx: Records,
  keys: IdentityKeys,
  { person, code, at }: { person: PersonId; code: string; at: Date },
): Promise<Factor | Refused> {
  const counter = { counted: 'code', key: keys.hashed('code', person) } as const;
  const failures = await beginTry(trx, counter, at);
  if (failures === null) return CODE_REFUSED;
  const factor = await factorOf(trx, keys, { person, code, at });
  if (typeof factor === 'string') {
    await forgetFailures(trx, counter);
    return factor;
  }
  const detail = { failures };
  await auditUsers(trx, { actor: person, action: 'users.code-refused', subject: person, whom: person, detail });
  return factor;
}

async function factorOf(
  trx: Records,
  keys: IdentityKeys,
  { person, code, at }: { person: PersonId; code: string; at: Date },
): Promise<Factor | Refused> {
  const kept = await readAuthenticator(trx, person);
  if (kept?.confirmed !== true) return CODE_REFUSED;
  // First, since they need nothing to be unsealed.
  const recovery = readRecoveryCode(code);
  if (recovery !== null && (await takeRecoveryCode(trx, person, keys.hashed(`recovery ${person}`, recovery), at)))
    return 'recovery code';
  const secret = unsealOrNull(keys.seal, person, kept.sealed);
  if (secret === null) return KEY_LOST;
  const step = await stepOfCode(secret, code, at);
  return step !== null && (await takeStep(trx, person, step)) ? 'authenticator' : CODE_REFUSED;
}

/** The secret of an authenticator that is being set up, the same until it is confirmed; null when it is already. */
async function secretToConfirm(trx: Records, keys: IdentityKeys, person: PersonId): Promise<string | null> {
  const keep = () => keepNewAuthenticator(trx, person, seal(keys.seal, person, newAuthenticatorSecret()));
  const open = async () => {
    const kept = await readAuthenticator(trx, person);
    if (kept === null || kept.confirmed) return { confirmed: true, secret: null };
    return { confirmed: false, secret: unsealOrNull(keys.seal, person, kept.sealed) };
  };
  await keep();
  const first = await open();
  if (first.confirmed || first.secret !== null) return first.secret;
  // Sealed with a key that was lost, and never used: another one takes its place.
  await deleteSecondFactor(trx, person);
  await keep();
  return (await open()).secret;
}

/** Puts a whole session in the place of a half one; of two at once, one. */
async function signInFully(
  trx: Records,
  keys: IdentityKeys,
  { person, means }: FoundSession,
  { token, caller, at, factor }: { token: string; caller: Caller; at: Date; factor: string },
): Promise<SignInOutcome> {
  const ending = { at, by: person, reason: 'signed in fully' };
  const ended = await endSessions(trx, { hash: hashToken(token) }, ending);
  if (ended.length === 0) return SIGN_IN_AGAIN;
  const begun = await startSession(trx, { person, stage: 'full', means, caller, now: at, secondFactorAt: at });
  const detail = { means, secondFactor: factor };
  const { session: subject } = begun;
  await auditUsers(trx, { actor: person, action: 'users.sign-in', subject, whom: person, detail });
  const signedIn = { kind: 'signed-in', token: begun.token, person } as const;
  // Whoever signs in at a provider is not held up by guesses at a password here.
  if (means !== 'password') return signedIn;
  return { ...signedIn, device: rememberBrowser(keys, caller.device ?? null, { person, now: at }) };
}

/** The half sign-in of a token, while it holds and its person may sign in. */
async function halfSession(trx: Records, token: string | null, now: Date): Promise<FoundSession | null> {
  if (!isToken(token)) return null;
  const found = await readSession(trx, hashToken(token), now.toISOString().slice(0, 10));
  return found?.personActive && holds(found, now) ? found : null;
}
