import type { Month } from '../../lib/calendar/month.ts';
import { type Account, type LedgerTotal, WARD_ACCOUNTS } from '../model.ts';
import type { Alert } from '../team/alerts/alert.ts';
import type { TeamWard } from '../team/model.ts';

/** Minutes of one ward in a month, by account. */
export interface WardMinutes {
  ward: TeamWard;
  minutes: Readonly<Record<Account, number>>;
  /** Rostered ward duty: the sum of its six accounts. */
  rostered: number;
}

/** Minutes elsewhere with the same reason, order and account. */
export interface AwayMinutes {
  reason: string;
  orderedBy: string;
  account: Account;
  late: boolean;
  minutes: number;
}

/** One step that was written after the month had closed. */
export interface LateStep {
  day: string;
  ward: string;
  /** "Corrected: Custody from 15:10 to 16:00, …" */
  what: string;
  because: string;
  doneAt: Date;
}

/** What the ledger of a borough's month shows the line. */
export interface LedgerView {
  month: Month;
  borough: { code: string; name: string };
  boroughs: readonly { code: string; name: string }[];
  wards: readonly WardMinutes[];
  away: readonly AwayMinutes[];
  alerts: readonly (Alert & { ward: TeamWard })[];
  /** Last day before the month is closed; null where it was. */
  confirmBy: string | null;
  /** First of the further revisions that comes out, where it was closed. */
  nextClosing: string;
  later: readonly LateStep[];
  totals: readonly LedgerTotal[];
  synthetic: boolean;
}

const NONE: Readonly<Record<Account, number>> = {
  confirmed: 0,
  presumed: 0,
  exception: 0,
  permitted: 0,
  breach: 0,
  unruled: 0,
  'rest-day': 0,
  overtime: 0,
  leave: 0,
};

/** Minutes of each ward by account, by the ward's name and never by its minutes. */
export function wardMinutes(wards: readonly TeamWard[], totals: readonly LedgerTotal[]): WardMinutes[] {
  return wards
    .map((ward) => {
      const minutes = { ...NONE };
      for (const total of totals) if (total.place === ward.place) minutes[total.account] += total.minutes;
      return { ward, minutes, rostered: WARD_ACCOUNTS.reduce((sum, account) => sum + minutes[account], 0) };
    })
    .toSorted((a, b) => a.ward.name.localeCompare(b.ward.name, 'en-GB'));
}

/** Minutes elsewhere by account, reason and who ordered them, in that order: never by how many they are. */
export function awayMinutes(totals: readonly LedgerTotal[]): AwayMinutes[] {
  const sums = new Map<string, AwayMinutes>();
  for (const { account, reason, orderedBy, late, minutes } of totals) {
    if (reason === '') continue;
    const key = JSON.stringify([account, reason, orderedBy, late]);
    const held = sums.get(key) ?? { account, reason, orderedBy, late, minutes: 0 };
    sums.set(key, { ...held, minutes: held.minutes + minutes });
  }
  return [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
