import { z } from 'zod';
import { ownAccount } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { auditUsers } from './audit-users.ts';
import { authenticatorAddress, newAuthenticatorSecret, secretInFours, stepOfCode } from './authenticator.ts';
import { confirmAuthenticator, deleteSecondFactor, keepNewAuthenticator, takeStep } from './credential-store.ts';
import { type IdentityKeys, identityKeys } from './key-store.ts';
import type { Enrolment, PersonId, Refused } from './model.ts';
import { readPerson } from './people-store.ts';
import { seal, unseal } from './seal.ts';
import { giveCode, makeRecoveryCodes } from './second-factor-service.ts';
import { because, CODE_REFUSED, KEY_LOST } from './sign-in-words.ts';

/** Longest between the offer of a new secret and its first code. */
const OFFER_MINUTES = 10;

/** A new authenticator on offer: what it is shown, and the same sealed, for the form to send back. */
export interface OfferedAuthenticator extends Enrolment {
  sealed: string;
}

const offerJson = z.object({ secret: z.string(), at: z.number() });

/** Offers a new authenticator; the present one works until the new one is confirmed, and nothing is kept before. */
export const offerAuthenticator = ownAccount(
  'users.offer-authenticator',
  async ({ records, dataFolder, now }: Platform, { person }): Promise<OfferedAuthenticator> => {
    const keys = await identityKeys(dataFolder);
    const found = await records.transaction().execute((trx) => readPerson(trx, person));
    const secret = newAuthenticatorSecret();
    return offered(secret, found?.email ?? '', sealOffer(keys, person, { secret, at: now().getTime() }));
  },
);

/** Shows an offer again that came back with a form; null when it is too old, or not this person's. */
export const offeredAuthenticator = ownAccount(
  'users.offered-authenticator',
  async ({ records, dataFolder, now }: Platform, { person }, sealed: string): Promise<OfferedAuthenticator | null> => {
    const secret = openOffer(await identityKeys(dataFolder), person, sealed, now());
    if (secret === null) return null;
    const found = await records.transaction().execute((trx) => readPerson(trx, person));
    return offered(secret, found?.email ?? '', sealed);
  },
);

/**
 * Puts a new authenticator in the place of the present one, by a code of each; a recovery code stands in for the present
 * one's. The old recovery codes are void with it.
 * @returns ten new recovery codes, shown once
 */
export const replaceAuthenticator = ownAccount(
  'users.replace-authenticator',
  async (
    { records, dataFolder, now }: Platform,
    { person, demonstration },
    asked: { sealed: string; present: string; code: string },
  ): Promise<{ kind: 'done'; codes: readonly string[] } | Refused> => {
    if (demonstration) return because(null, 'Made-up people have no second factor.');
    const keys = await identityKeys(dataFolder);
    const at = now();
    const secret = openOffer(keys, person, asked.sealed, at);
    if (secret === null) return because(null, 'That took too long: begin again with a new picture.');
    const step = await stepOfCode(secret, asked.code, at);
    if (step === null) return CODE_REFUSED;
    return records.transaction().execute(async (trx) => {
      const given = await giveCode(trx, keys, { person, code: asked.present, at });
      if (typeof given !== 'string') return given === KEY_LOST ? KEY_LOST : PRESENT_REFUSED;
      await deleteSecondFactor(trx, person);
      await keepNewAuthenticator(trx, person, seal(keys.seal, person, secret));
      await takeStep(trx, person, step);
      await confirmAuthenticator(trx, person, at);
      const codes = await makeRecoveryCodes(trx, keys, person);
      await auditUsers(trx, { actor: person, action: 'users.set-second-factor', subject: person, whom: person });
      return { kind: 'done', codes } as const;
    });
  },
);

const PRESENT_REFUSED = because(
  'present',
  'The code of your present authenticator is not right, or was used before: wait for the next one and try again.',
);

const offered = (secret: string, email: string, sealed: string): OfferedAuthenticator => ({
  secret: secretInFours(secret),
  address: authenticatorAddress(secret, email),
  sealed,
});

const ownerOf = (person: PersonId): string => `offer to ${person}`;

function sealOffer(keys: IdentityKeys, person: PersonId, offer: { secret: string; at: number }): string {
  return Buffer.from(seal(keys.seal, ownerOf(person), JSON.stringify(offer))).toString('base64url');
}

function openOffer(keys: IdentityKeys, person: PersonId, sealed: string, now: Date): string | null {
  try {
    const text = unseal(keys.seal, ownerOf(person), Buffer.from(sealed, 'base64url'));
    const { secret, at } = offerJson.parse(JSON.parse(text));
    return now.getTime() - at <= OFFER_MINUTES * 60_000 ? secret : null;
  } catch {
    // Changed, or offered to somebody else.
    return null;
  }
}
