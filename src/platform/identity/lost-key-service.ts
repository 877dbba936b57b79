import { ownWork } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { auditUsers } from './audit-users.ts';
import { deletePassword, deleteSecondFactor } from './credential-store.ts';
import { keepKeyFingerprint, lockKeyFingerprint, readPeopleWithSecrets } from './key-fingerprint-store.ts';
import { fingerprintOf, identityKeys, keysInPlace } from './key-store.ts';
import { endSessions } from './session-store.ts';

/** Secrets were sealed with a key that is not there; the message says what to do. */
export class IdentityKeyLost extends Error {
  // Told at the keyboard like every other refusal.
  override name = 'Refusal';
}

const LOST =
  'The key file is lost or another one than secrets were sealed with: put keys/identity.key back from the backup of the data folder, or, where there is none, run "wardroom user lost-key" to void every second factor.';

/**
 * Sees that the key file is the one that the records' secrets were sealed with, before anybody signs in. Where nothing is
 * sealed yet the key is made, or taken as it is. A key that is missing is not made anew while anything needs the old one.
 * @throws IdentityKeyLost when secrets were sealed with another key
 */
export const requireIdentityKey = ownWork(
  'users.require-identity-key',
  async ({ records, dataFolder, now, actor }: Platform): Promise<void> => {
    const there = await keysInPlace(dataFolder);
    await records.transaction().execute(async (trx) => {
      const kept = await lockKeyFingerprint(trx);
      if (kept !== null && there !== null && Buffer.from(fingerprintOf(there)).equals(kept)) return;
      if (kept !== null && (await readPeopleWithSecrets(trx)).length > 0) throw new IdentityKeyLost(LOST);
      await keepKeyFingerprint(trx, fingerprintOf(there ?? (await identityKeys(dataFolder))), now());
      if (kept !== null)
        await auditUsers(trx, { actor, action: 'users.new-identity-key', subject: 'identity key', whom: null });
    });
  },
);

/**
 * Begins anew with the key file there is, or a new one: voids every second factor and recovery code, and the passwords of
 * those who had one, since a password alone must not be enough to set a new one up. Each needs a new link.
 * @returns who; null, and nothing is changed, when the key file fits
 */
export const resetLostKey = ownWork(
  'users.reset-lost-key',
  async ({ records, dataFolder, now, actor }: Platform, reason: string): Promise<readonly string[] | null> => {
    const fingerprint = fingerprintOf(await identityKeys(dataFolder));
    return records.transaction().execute(async (trx) => {
      const kept = await lockKeyFingerprint(trx);
      if (kept !== null && Buffer.from(fingerprint).equals(kept)) return null;
      const people = await readPeopleWithSecrets(trx);
      for (const person of people) {
        await deleteSecondFactor(trx, person);
        await deletePassword(trx, person);
        await endSessions(trx, { person }, { at: now(), by: actor, reason: 'the identity key was lost' });
      }
      await keepKeyFingerprint(trx, fingerprint, now());
      for (const whom of people)
        await auditUsers(trx, { actor, action: 'users.reset-lost-key', subject: whom, whom, reason });
      return people;
    });
  },
);
