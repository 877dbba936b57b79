import type { LedgerTotal, PostClass } from '../model.ts';
import { AWAY_FIGURES } from './away-figures.ts';
import { literalMinutes } from './literal-minutes.ts';
import type { AwayAccount, Minutes, OrderMinutes, Rates, ReasonMinutes, Tally } from './model.ts';

/** A total of the ledger, of whichever ward and month. */
export type TallyLine = Pick<LedgerTotal, 'account' | 'reason' | 'orderedBy' | 'late' | 'minutes'> & {
  postClass: PostClass;
};

const NUMBERS: Record<keyof Minutes, number> = {
  promisedMinutes: 0,
  vacancyMinutes: 0,
  leaveMinutes: 0,
  availableMinutes: 0,
  confirmedMinutes: 0,
  presumedMinutes: 0,
  exceptionMinutes: 0,
  permittedMinutes: 0,
  breachMinutes: 0,
  unruledMinutes: 0,
  unrosteredMinutes: 0,
  offDutyMinutes: 0,
  restDayMinutes: 0,
  overtimeMinutes: 0,
  lateMinutes: 0,
  literalBreachMinutes: 0,
};
const MINUTE_NAMES = Object.keys(NUMBERS) as (keyof Minutes)[];
/** Sums that are being made: of figures that one part does not tell, none. */
type Sums = Record<keyof Minutes, number | null>;
const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

/** What every account adds to. */
const FIGURE_OF = {
  confirmed: 'confirmedMinutes',
  presumed: 'presumedMinutes',
  ...AWAY_FIGURES,
  leave: 'leaveMinutes',
} as const satisfies Record<LedgerTotal['account'], keyof Minutes>;

/**
 * Minutes of some officers from their totals in the ledger and what they were promised, with the reasons and the orders that
 * took them away.
 * @returns promised = vacancy + available + leave + unrostered; available = the six accounts of rostered ward duty
 */
export function tallyOf(
  lines: Iterable<TallyLine>,
  { promisedMinutes, vacancyMinutes }: Pick<Minutes, 'promisedMinutes' | 'vacancyMinutes'> = NUMBERS,
): Tally {
  const sums: Record<keyof Minutes, number> = { ...NUMBERS };
  const byReason = new Map<string, ReasonMinutes>();
  const byOrder = new Map<string, OrderMinutes>();
  for (const line of lines) {
    const { account, reason, minutes } = line;
    sums[FIGURE_OF[account]] += minutes;
    if (account === 'exception' && line.late) sums.lateMinutes += minutes;
    sums.literalBreachMinutes += literalMinutes(line, line.postClass);
    if (!isAway(account) || reason === '') continue;
    add(byReason, { reason, ruling: account, minutes });
    add(byOrder, { orderedBy: line.orderedBy === '' ? 'not-said' : line.orderedBy, ruling: account, minutes });
  }
  return tally({ ...sums, promisedMinutes, vacancyMinutes }, [...byReason.values()], [...byOrder.values()]);
}

/** Tallies added up: of wards to a borough, of months to a year. Reasons not shown in one are not shown in the sum. */
export function sumOfTallies(parts: readonly Tally[]): Tally {
  const sums: Sums = { ...NUMBERS };
  const byReason = new Map<string, ReasonMinutes>();
  const byOrder = new Map<string, OrderMinutes>();
  for (const part of parts) {
    for (const name of MINUTE_NAMES) sums[name] = plus(sums[name], part[name]);
    for (const each of part.byReason) add(byReason, each);
    for (const each of part.byOrder) add(byOrder, each);
  }
  // Only what Minutes may leave untold is ever null in a part.
  return tally(sums as Minutes, [...byReason.values()], [...byOrder.values()]);
}

/** Works out what follows from the rest. */
function tally(given: Minutes, byReason: readonly ReasonMinutes[], byOrder: readonly OrderMinutes[]): Tally {
  const { confirmedMinutes, presumedMinutes, exceptionMinutes, permittedMinutes, breachMinutes, unruledMinutes } =
    given;
  const away = exceptionMinutes + permittedMinutes + breachMinutes + unruledMinutes;
  const availableMinutes = confirmedMinutes + presumedMinutes + away;
  const { promisedMinutes, vacancyMinutes, leaveMinutes } = given;
  const offDutyMinutes = promisedMinutes - vacancyMinutes - availableMinutes;
  return {
    ...given,
    availableMinutes,
    offDutyMinutes,
    unrosteredMinutes: leaveMinutes === null ? null : offDutyMinutes - leaveMinutes,
    ...ratesOf(availableMinutes, away, breachMinutes),
    byReason: ordered(byReason, ({ reason }) => reason),
    byOrder: ordered(byOrder, ({ orderedBy }) => orderedBy),
  };
}

function ratesOf(available: number, away: number, breach: number): Rates {
  const share = (minutes: number) => (available > 0 ? Math.round((minutes / available) * 10_000) / 10_000 : null);
  return { awayShare: share(away), breachShare: share(breach) };
}

/** The parts of a tally that are published as they are: the rest is worked out again. */
export function minutesOnly(given: Minutes): Minutes {
  return Object.fromEntries(MINUTE_NAMES.map((name) => [name, given[name]])) as unknown as Minutes;
}

/** A tally from minutes and lists that were put away. */
export function tallyFrom(
  minutes: Minutes,
  byReason: readonly ReasonMinutes[],
  byOrder: readonly OrderMinutes[],
): Tally {
  return tally(minutesOnly(minutes), byReason, byOrder);
}

const isAway = (account: LedgerTotal['account']): account is AwayAccount =>
  account !== 'confirmed' && account !== 'presumed' && account !== 'leave';

/** Adds to a row of a list that is being made, and never to one that was given. */
function add<Row extends ReasonMinutes | OrderMinutes>(rows: Map<string, Row>, row: Row): void {
  const key = `${row.ruling}/${'reason' in row ? row.reason : row.orderedBy}`;
  const found = rows.get(key);
  if (found === undefined) rows.set(key, { ...row });
  else found.minutes += row.minutes;
}

/** The most first; of as many, by name. By code units: it is done for every row of every month of years. */
function ordered<Row extends ReasonMinutes | OrderMinutes>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const keyOf = (row: Row) => `${nameOf(row)}/${row.ruling}`;
  return rows
    .filter(({ minutes }) => minutes !== 0)
    .sort((a, b) => b.minutes - a.minutes || (keyOf(a) < keyOf(b) ? -1 : 1));
}
