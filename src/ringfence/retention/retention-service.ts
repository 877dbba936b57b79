import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { ownWork } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { keptFor, type RetentionRule, RINGFENCE_RETENTION } from './retention-rules.ts';
import {
  deleteDetail,
  deleteHeldBack,
  deleteRevoked,
  deleteSent,
  deleteSentWithDetail,
  deleteSilent,
  foldLines,
  type MonthToFold,
  readMonthsToFold,
} from './retention-store.ts';

const DAY_MILLISECONDS = 86_400_000;

/** What was taken away. */
export interface TakenAway {
  months: MonthToFold[];
  sentRecords: number;
  phones: number;
}

/**
 * Takes away what is past its time: the ledger of a month is folded into sums without officers, which stay what they were,
 * and its duties, absences and leave are deleted; so are what phones sent and
 * phones that were revoked, and with the detail of their days what nobody looked at and phones that nobody revoked.
 * @param platform Wardroom's own, past row security
 */
export const keepNoLonger = ownWork(
  'ringfence.keep-no-longer',
  async (platform: Platform, rules: readonly RetentionRule[] = RINGFENCE_RETENTION): Promise<TakenAway> => {
    const at = platform.now();
    const today = todayInLondon(at);
    const months = keptFor(rules, 'detail', today);
    const found =
      months === null ? [] : await platform.records.transaction().execute((trx) => readMonthsToFold(trx, months));
    for (const month of found) await foldMonth(platform, month, at);
    const daysAgo = (days: number | null) => new Date(days === null ? 0 : at.getTime() - days * DAY_MILLISECONDS);
    return platform.records.transaction().execute(async (trx) => ({
      months: found,
      sentRecords:
        (await deleteSent(trx, daysAgo(keptFor(rules, 'sent-records', today)))) +
        (months === null ? 0 : await deleteSentWithDetail(trx, months)),
      phones:
        (await deleteRevoked(trx, daysAgo(keptFor(rules, 'revoked-phones', today)))) +
        (months === null ? 0 : await deleteSilent(trx, months)),
    }));
  },
);

function foldMonth(platform: Platform, month: MonthToFold, at: Date): Promise<void> {
  return platform.records.transaction().execute(async (trx) => {
    await foldLines(trx, month, { actor: platform.actor, at });
    const duties = await deleteDetail(trx, month);
    await deleteHeldBack(trx, month);
    await recordAudit(trx, {
      actor: platform.actor,
      action: 'ringfence.keep-no-longer',
      subject: month.month,
      detail: { unit: month.unit, duties },
    });
  });
}
