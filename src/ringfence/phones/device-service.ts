import { Refused } from '../../lib/refused.ts';
import { guarded, personOf, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import {
  type Device,
  insertDevice,
  readDevice,
  readDevices,
  readOnDutySince,
  revokeDeviceRow,
  touchDeviceRow,
} from './device-store.ts';
import { sayMayBeLost } from './say-sent.ts';

export type { Device };

/** A phone that gets in touch. */
interface Touched {
  id: string;
  person: string;
  officer: number;
  browser: string;
  /** How many records it still holds. */
  waiting: number;
  erased: boolean;
  at: Date;
}

/** Notes that a phone is in touch and how much it still holds, and adds it where it is new. */
export const touchDevice = within(
  'ringfence.touch-device',
  async (trx: Records, touched: Touched): Promise<{ revoked: boolean }> => {
    const known = await touchDeviceRow(trx, touched);
    if (known !== null) return known;
    await insertDevice(trx, touched);
    // One that was somebody else's before is not theirs to touch: what it sends is taken all the same.
    return (await touchDeviceRow(trx, touched)) ?? { revoked: false };
  },
);

/** Adds the phone of whoever is signed in, where it is new. @throws Refused where nobody has said which officer this is */
export const registerDevice = guarded(
  { name: 'ringfence.register-device', module: 'duties', act: 'write' },
  (platform: Platform, { id, browser = '' }: { id: string; browser?: string }): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const officer = await readActingOfficer(trx);
      const person = personOf(platform.principal);
      if (officer === null || person === null)
        throw new Refused([
          { field: null, sentence: 'Ask your inspector to link your account with your warrant number.' },
        ]);
      await insertDevice(trx, { id, person, officer: officer.officer, browser, at: platform.now() });
    }),
);

/** Whether a phone of whoever is signed in was revoked; false for one that is new. */
export const isRevoked = guarded(
  { name: 'ringfence.is-revoked', module: 'duties', act: 'write' },
  (platform: Platform, id: string): Promise<boolean> =>
    inTransaction(platform, async (trx) => {
      const device = await readDevice(trx, id);
      return device !== null && device.revokedAt !== null;
    }),
);

/** The phones of officers whose duties whoever asks may see, the latest in touch first. */
export const devicesOf = guarded(
  { name: 'ringfence.devices-of', module: 'duties', act: 'write' },
  (platform: Platform, { officer = null }: { officer?: number | null } = {}): Promise<Device[]> =>
    inTransaction(platform, (trx) => readDevices(trx, officer)),
);

/**
 * Revokes a phone that was lost or handed on: at its next contact it sends what it holds, which is held for the sergeant,
 * and erases it. Its officer goes on with another phone.
 * @returns what may be lost, in one sentence
 * @throws NotFound where it is not there for them; Refused without a reason, and where it was revoked before
 */
export const revokeDevice = guarded(
  { name: 'ringfence.revoke-device', module: 'duties', act: 'write' },
  (platform: Platform, { id, because }: { id: string; because: string }): Promise<string> =>
    inTransaction(platform, async (trx) => {
      const reason = because.trim();
      if (reason === '')
        throw new Refused([{ field: 'because', sentence: 'Say in a sentence why the phone is revoked.' }]);
      const device = await readDevice(trx, id);
      if (device === null) throw new NotFound('There is no such phone among those of your officers.');
      if (!(await revokeDeviceRow(trx, { id, by: platform.actor, at: platform.now() })))
        throw new Refused([{ field: null, sentence: 'This phone was revoked before, or is not yours to revoke.' }]);
      const { actor } = platform;
      await recordAudit(trx, { actor, action: 'ringfence.revoke-device', subject: id, whom: device.person, reason });
      return sayMayBeLost({ ...device, revokedAt: platform.now() }, platform.now());
    }),
);

/** A phone on which something may be that never reaches Wardroom. */
export interface MayBeLost {
  device: Device;
  /** From when on. */
  since: Date;
  /** One sentence: what, and whom to ask. */
  said: string;
}

/** A phone that has not been in touch for as long, of an officer who was on duty since, is silent. */
const SILENT_HOURS = 12;

/**
 * Phones on which records may be that never come, for the sergeant to ask about: those that were revoked, or are silent,
 * with something waiting or with a time of duty since they were last in touch.
 */
export const whatMayBeLost = guarded(
  { name: 'ringfence.what-may-be-lost', module: 'duties', act: 'write' },
  (platform: Platform): Promise<MayBeLost[]> =>
    inTransaction(platform, async (trx) => {
      const now = platform.now();
      const onDuty = new Map((await readOnDutySince(trx, now)).map(({ id, since }) => [id, since]));
      return (await readDevices(trx, null)).flatMap((device) => {
        const since = onDuty.get(device.id);
        if (!isOutOfTouch(device, now) || (since === undefined && device.waiting === 0)) return [];
        return [{ device, since: since ?? device.lastAt, said: sayMayBeLost(device, now) }];
      });
    }),
);

/** What was revoked and has sent and erased everything since is out of touch with nothing. */
function isOutOfTouch({ revokedAt, erasedAt, waiting, lastAt }: Device, now: Date): boolean {
  if (revokedAt !== null) return erasedAt === null || waiting > 0;
  return now.getTime() - lastAt.getTime() > SILENT_HOURS * 3_600_000;
}
