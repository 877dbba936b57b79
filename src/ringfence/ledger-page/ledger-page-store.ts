import { sql } from 'kysely';
import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import { type Absence, ORDERED_BY } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';

const REASON_NAMES = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];

/** A step of an absence that was written after its month had closed. */
export interface StepAfterClose {
  place: number;
  day: string;
  step: 'recorded' | 'returned' | 'ordered' | 'corrected' | 'confirmed' | 'disputed' | 'withdrawn';
  after: Pick<Absence, 'from' | 'to' | 'reason' | 'order'>;
  because: string;
  doneAt: Date;
}

const stepRow = z.object({
  place: z.number(),
  day: z.string(),
  step: z.enum(['recorded', 'returned', 'ordered', 'corrected', 'confirmed', 'disputed', 'withdrawn']),
  after: z
    .object({
      from: z.coerce.date(),
      to: z.coerce.date().nullable(),
      reason: z.enum(REASON_NAMES),
      orderedBy: z.enum(ORDERED_BY).nullable(),
    })
    .transform(({ from, to, reason, orderedBy }) => ({
      from,
      to,
      reason,
      order: orderedBy === null ? null : { by: orderedBy, person: null, at: null, reference: '' },
    })),
  because: z.string(),
  doneAt: z.date(),
});

/** What was written of a month's absences after it had closed, as whoever acts may see it, in the order it was written. */
export async function readAfterClose(
  trx: Records,
  { places, month }: { places: readonly number[]; month: Month },
): Promise<StepAfterClose[]> {
  const { rows } =
    await sql`select absence.place, absence.day, step.step, step.after, step.because, step.done_at as "doneAt"
    from ringfence.absence_step as step join ringfence.absence on absence.id = step.absence
    where step.after_close and absence.place = any (${[...places]}::integer[])
      and absence.day between ${`${month}-01`}::date and (${`${month}-01`}::date + interval '1 month - 1 day')::date
    order by step.done_at, step.absence, step.number`.execute(trx);
  return z.array(stepRow).parse(rows);
}

/** Whether the report of a unit's month came out. */
export async function isMonthClosed(trx: Records, { unit, month }: { unit: string; month: Month }): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`select exists (select from ringfence.closed_month
    where unit = ${unit} and month = ${`${month}-01`}::date) as closed`.execute(trx);
  return rows[0]?.closed === true;
}
