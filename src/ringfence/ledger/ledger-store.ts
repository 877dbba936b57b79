import { sql } from 'kysely';
import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import { insertRows, type Records } from '../../platform/database/index.ts';
import { type OfficersDays, officersDays } from '../duties/leave-store.ts';
import { type LedgerLine, type LedgerTotal, ORDERED_BY, POST_CLASSES, WARD_ACCOUNTS } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';

const REASON_NAMES = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];
const account = z.enum([...WARD_ACCOUNTS, 'rest-day', 'overtime', 'leave']);
const what = {
  postClass: z.enum(POST_CLASSES),
  account,
  reason: z.enum(['', ...REASON_NAMES]),
  orderedBy: z.enum(['', ...ORDERED_BY]),
  event: z.string(),
  late: z.boolean(),
};

const lineRow = z.object({
  officer: z.coerce.number(),
  place: z.number(),
  month: z.string(),
  day: z.string(),
  duty: z.coerce.number().nullable(),
  absence: z.string().nullable(),
  policy: z.number().nullable(),
  minutes: z.coerce.number(),
  synthetic: z.boolean(),
  ...what,
});
/** A line as it stands, and whether it is of the demonstration. */
type StandingLine = LedgerLine & { synthetic: boolean };

const SUMMED = sql`select officer, place, month, day, post_class as "postClass", duty::float8 as duty, absence, account, reason,
    ordered_by as "orderedBy", event, late, policy, sum(minutes)::float8 as minutes, bool_or(synthetic) as synthetic
  from ringfence.ledger_line`;
const BY_WHAT = sql`group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 having sum(minutes) <> 0 order by day, duty, account`;

/** What stands in the ledger of some duties: sums of lines, and none that were taken back whole. */
export async function readLinesOfDuties(trx: Records, duties: readonly number[]): Promise<StandingLine[]> {
  const { rows } =
    await sql`${SUMMED} where duty = any (${[...duties]}::bigint[]) and officer is not null ${BY_WHAT}`.execute(trx);
  return z.array(lineRow).parse(rows);
}

/** What stands of an officer from the first day to the last. */
export async function readLinesOfOfficer(
  trx: Records,
  { officer, from, to }: { officer: number; from: string; to: string },
): Promise<StandingLine[]> {
  const { rows } = await sql`${SUMMED} where officer = ${officer} and day between ${from}::date and ${to}::date
    ${BY_WHAT}`.execute(trx);
  return z.array(lineRow).parse(rows);
}

/** What stands of the leave of officers' days. */
export async function readLinesOfLeave(trx: Records, days: OfficersDays): Promise<StandingLine[]> {
  const { rows } =
    await sql`${SUMMED} where (officer, day) in (${officersDays(days)}) and duty is null and account = 'leave'
    ${BY_WHAT}`.execute(trx);
  return z.array(lineRow).parse(rows);
}

/** Adds lines; none is ever changed or taken away. */
export async function insertLines(
  trx: Records,
  lines: readonly StandingLine[],
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  await insertRows(
    trx,
    'ringfence.ledger_line',
    {
      officer: 'bigint',
      place: 'integer',
      month: 'date',
      day: 'date',
      post_class: 'text',
      duty: 'bigint',
      absence: 'uuid',
      account: 'text',
      reason: 'text',
      ordered_by: 'text',
      event: 'text',
      late: 'boolean',
      policy: 'integer',
      minutes: 'integer',
      synthetic: 'boolean',
      entered_by: 'text',
      entered_at: 'timestamptz',
    },
    lines.map(({ postClass, orderedBy, ...line }) => ({
      ...line,
      post_class: postClass,
      ordered_by: orderedBy,
      entered_by: actor,
      entered_at: at,
    })),
  );
}

const totalRow = z.object({
  place: z.number(),
  month: z.string().transform((month) => month.slice(0, 7) as Month),
  minutes: z.coerce.number(),
  officers: z.coerce.number(),
  synthetic: z.boolean(),
  ...what,
});

/** Sums over officers, by what the records let whoever acts read: rows or totals. Days after today are left out. */
export async function readTotals(
  trx: Records,
  { places, from, to }: { places: readonly number[]; from: Month; to: Month },
): Promise<LedgerTotal[]> {
  const { rows } =
    await sql`select place, month, post_class as "postClass", account, reason, ordered_by as "orderedBy", event,
      late, minutes, officers, synthetic
    from ringfence.totals(${[...places]}::integer[], ${`${from}-01`}::date, ${`${to}-01`}::date)
    order by place, month, "postClass", account, reason, "orderedBy", event, late`.execute(trx);
  return z.array(totalRow).parse(rows);
}
