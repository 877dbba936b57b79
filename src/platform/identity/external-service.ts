import { wayIn } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { auditUsers } from './audit-users.ts';
import { linkExternal, readExternalPerson } from './credential-store.ts';
import { identityKeys } from './key-store.ts';
import { endLinks } from './link-store.ts';
import type { Caller, Person, SignInOutcome } from './model.ts';
import { readPerson, readPersonByEmail, setPersonState } from './people-store.ts';
import { stepAfterPassword } from './sign-in-service.ts';
import { EXTERNAL_REFUSED } from './sign-in-words.ts';
import { startSession } from './start-session-service.ts';

/** What an organisation's provider said of who signed in; fits SignedIn of openid/. */
export interface ExternalIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the address may find an invited person. */
  emailIdentifies: boolean;
  /** Organisation whose people the provider signs in; null: of any. */
  organisation: string | null;
  /** Whether the provider used a second factor. */
  secondFactor: boolean;
}

/**
 * Sign-in through an organisation's provider. An address finds an invited person once; from then on only the provider's
 * own subject does. Who proved one factor only gives Wardroom's own second factor too.
 */
export const signInWithExternal = wayIn(
  'users.sign-in-openid',
  async (
    { records, dataFolder, now }: Platform,
    { identity, caller }: { identity: ExternalIdentity; caller: Caller },
  ): Promise<SignInOutcome> => {
    const at = now();
    const keys = await identityKeys(dataFolder);
    return records.transaction().execute(async (trx): Promise<SignInOutcome> => {
      const person = await personBehind(trx, identity, at);
      if (person === null) {
        const known = keys.hashed('subject', `${identity.issuer} ${identity.subject}`);
        const subject = `unknown subject ${Buffer.from(known).toString('hex').slice(0, 16)}`;
        const detail = { means: 'openid', issuer: identity.issuer };
        await auditUsers(trx, { actor: 'visitor', action: 'users.sign-in-refused', subject, whom: null, detail });
        return EXTERNAL_REFUSED;
      }
      const start = { person: person.id, means: 'openid', caller, now: at } as const;
      if (!identity.secondFactor) {
        const needs = await stepAfterPassword(trx, person.id);
        const { token } = await startSession(trx, { ...start, stage: needs, secondFactorAt: null });
        return { kind: 'half', token, needs };
      }
      const { token, session } = await startSession(trx, { ...start, stage: 'full', secondFactorAt: at });
      const detail = { means: 'openid', secondFactor: 'provider' };
      const whom = person.id;
      await auditUsers(trx, { actor: whom, action: 'users.sign-in', subject: session, whom, detail });
      return { kind: 'signed-in', token, person: whom };
    });
  },
);

async function personBehind(trx: Records, identity: ExternalIdentity, at: Date): Promise<Person | null> {
  const { issuer, subject, email, emailIdentifies, organisation } = identity;
  const linked = await readExternalPerson(trx, issuer, subject);
  if (linked !== null) {
    const person = await readPerson(trx, linked);
    return person?.state === 'active' ? person : null;
  }
  const invited = email === null || !emailIdentifies ? null : await readPersonByEmail(trx, email);
  if (invited?.state !== 'invited' || invited.demonstration || invited.firstAdministrator) return null;
  if (organisation !== null && invited.organisation !== organisation) return null;
  if (!(await linkExternal(trx, { issuer, subject, person: invited.id, at }))) return null;
  await setPersonState(trx, invited.id, 'active');
  await endLinks(trx, invited.id, at);
  const detail = { issuer };
  const { id } = invited;
  await auditUsers(trx, { actor: id, action: 'users.link-provider', subject: id, whom: id, detail });
  return { ...invited, state: 'active' };
}
