import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { beginTry, forgetFailures } from './attempt-store.ts';
import { auditUsers } from './audit-users.ts';
import { authenticatorAddress, newAuthenticatorSecret, secretInFours, stepOfCode } from './authenticator.ts';
import {
  confirmAuthenticator,
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
import { seal, unseal } from './seal.ts';
import { holds } from './session-limits.ts';
import { endSessions, type FoundSession, readSession } from './session-store.ts';
import { CODE_REFUSED, SIGN_IN_AGAIN } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';
import { hashToken, isToken } from './token.ts';

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
      return given === null ? CODE_REFUSED : signInFully(trx, keys, half, { token, caller, at, factor: given });
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
      await keepNewAuthenticator(trx, half.person, seal(keys.seal, half.person, newAuthenticatorSecret()));
      const [kept, person] = [await readAuthenticator(trx, half.person), await readPerson(trx, half.person)];
      if (kept === null || kept.confirmed || person === null) return null;
      const secret = unseal(keys.seal, half.person, kept.sealed);
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
      if (kept === null || kept.confirmed) return SIGN_IN_AGAIN;
      const step = await stepOfCode(unseal(keys.seal, person, kept.sealed), code, at);
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
 * @returns which it was; null when it is neither, was used before, or there were too many tries
 */
export async function giveCode(
  trx: Records,
  keys: IdentityKeys,
  { person, code, at }: { person: PersonId; code: string; at: Date },
): Promise<'authenticator' | 'recovery code' | null> {
  const counter = { counted: 'code', key: keys.hashed('code', person) } as const;
  const failures = await beginTry(trx, counter, at);
  if (failures === null) return null;
  const factor = await factorOf(trx, keys, { person, code, at });
  if (factor !== null) {
    await forgetFailures(trx, counter);
    return factor;
  }
  const detail = { failures };
  await auditUsers(trx, { actor: person, action: 'users.code-refused', subject: person, whom: person, detail });
  return null;
}

async function factorOf(
  trx: Records,
  keys: IdentityKeys,
  { person, code, at }: { person: PersonId; code: string; at: Date },
): Promise<'authenticator' | 'recovery code' | null> {
  const kept = await readAuthenticator(trx, person);
  if (kept?.confirmed !== true) return null;
  const step = await stepOfCode(unseal(keys.seal, person, kept.sealed), code, at);
  if (step !== null) return (await takeStep(trx, person, step)) ? 'authenticator' : null;
  const recovery = readRecoveryCode(code);
  if (recovery === null) return null;
  const taken = await takeRecoveryCode(trx, person, keys.hashed(`recovery ${person}`, recovery), at);
  return taken ? 'recovery code' : null;
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
