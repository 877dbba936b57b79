import { Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { readLinks } from '../officers/account-store.ts';
import { putRight } from './clock-difference.ts';
import type { SentRecord } from './model.ts';
import { keptRecord } from './sent-shape.ts';
import { type KeptRecord, lockSentOf, readSent, readUnsettled, updateSent } from './sent-store.ts';

/** A record that a phone sent and that a person must look at, or that waits for another of the same phone. */
export interface HeldRecord {
  id: string;
  officer: number;
  device: string;
  outcome: 'waiting' | 'held';
  /** What the officer was told. */
  said: string;
  /** What it says, its time put right; null where it cannot be read. */
  record: SentRecord | null;
  at: Date | null;
  /** As it came, where it cannot be read. */
  written: string;
  /** The absence that it is about, where one is recorded. */
  absence: string | null;
  receivedAt: Date;
}

/** What phones sent that nobody has looked at, of officers whose duties whoever asks may see, the oldest first. */
export const heldRecords = guarded(
  { name: 'ringfence.held-records', module: 'duties', act: 'write' },
  (platform: Platform): Promise<HeldRecord[]> =>
    inTransaction(platform, async (trx) => (await readUnsettled(trx)).map(heldRecordOf)),
);

function heldRecordOf({ body, saidAt, clockAheadSeconds, outcome, ...kept }: KeptRecord): HeldRecord {
  const record = keptRecord(body);
  const { id, officer, device, said, absence, receivedAt } = kept;
  return {
    ...{ id, officer, device, said, absence, receivedAt, record },
    outcome: outcome === 'waiting' ? 'waiting' : 'held',
    at: record === null ? null : putRight(saidAt, clockAheadSeconds),
    written: record === null ? JSON.stringify(body) : '',
  };
}

/**
 * Says that a record which was held, or waits, has been looked at: what it says was recorded by hand, or did not take place.
 * The record itself stays as it came.
 * @throws NotFound; Refused without a sentence of what was done
 */
export const settleHeld = guarded(
  { name: 'ringfence.settle-held', module: 'duties', act: 'write' },
  (platform: Platform, { id, because }: { id: string; because: string }): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const reason = because.trim();
      if (reason === '')
        throw new Refused([{ field: 'because', sentence: 'Say in a sentence what was done about it.' }]);
      const [seen] = await readSent(trx, [id]);
      // A phone of the officer may settle it at this moment by what it sends.
      if (seen !== undefined) await lockSentOf(trx, seen.officer);
      const [kept] = await readSent(trx, [id]);
      if (kept === undefined) throw new NotFound('There is no such record among those that phones sent.');
      if (kept.settledAt !== null) return;
      // What was done stands with the record and goes with it: the audit is kept for longer.
      await updateSent(trx, { ...kept, said: `${kept.said} Looked at: ${reason}`, settledAt: platform.now() });
      const { personOf: whom } = await readLinks(trx, { officer: kept.officer, person: null });
      await recordAudit(trx, { actor: platform.actor, action: 'ringfence.settle-sent', subject: id, whom });
    }),
);
