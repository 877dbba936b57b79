import { ownWork } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Charter } from '../model.ts';
import { charterHash } from './charter-hash-service.ts';
import { insertCharter, insertSignature, insertWording } from './charter-store.ts';
import type { Written } from './model.ts';

/** A made-up charter of the demonstration, as it was entered and signed in its past. */
export interface LaidCharter {
  charter: Charter;
  entered: Written;
  signatures: readonly { organisation: string; name: string; signed: Written }[];
}

/** Lays a charter of the demonstration down with its signatures: Wardroom's own work, since nobody signs in the past. */
export const layCharter = ownWork(
  'evaluation.lay-charter',
  (platform: Platform, { charter, entered, signatures }: LaidCharter): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const hash = charterHash(charter);
      const id = await insertCharter(trx, charter, entered);
      const first = { number: 1, amendment: null, previous: null, because: '', changed: [] };
      await insertWording(trx, id, { ...first, charter, hash, written: entered });
      for (const each of signatures) await insertSignature(trx, id, { ...each, wording: 1, hash });
      const subject = `charter ${charter.name} of ${charter.unit}`;
      await recordAudit(trx, { actor: platform.actor, action: 'evaluation.enter-charter', subject, detail: { hash } });
    }),
);
