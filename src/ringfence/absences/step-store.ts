import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import { type Absence, ORDERED_BY } from '../model.ts';
import { REASON_NAMES } from './reason-names.ts';

/** What was done to an absence, and how that left it. */
export interface AbsenceStep {
  number: number;
  step: 'recorded' | 'returned' | 'corrected' | 'ordered' | 'confirmed' | 'disputed' | 'withdrawn';
  after: Pick<Absence, 'from' | 'to' | 'reason' | 'event' | 'order' | 'covers' | 'chargedTo' | 'note' | 'standing'> & {
    /** Nobody said when they were back: the end is where the next absence begins. */
    endPresumed: boolean;
  };
  because: string;
  /** The month was closed already. */
  afterClose: boolean;
  /** "person:…", "cli:anna" or "wardroom". */
  doneBy: string;
  doneAt: Date;
}

const afterShape = z
  .object({
    from: z.coerce.date(),
    to: z.coerce.date().nullable(),
    endPresumed: z.boolean(),
    reason: z.enum(REASON_NAMES),
    event: z.string().nullable(),
    orderedBy: z.enum(ORDERED_BY).nullable(),
    orderedPerson: z.string().nullable(),
    orderedAt: z.string().nullable(),
    orderReference: z.string(),
    covers: z.number().nullable(),
    chargedTo: z.string().nullable(),
    note: z.string(),
    standing: z.enum(['recorded', 'confirmed', 'disputed', 'withdrawn']),
  })
  .transform(({ orderedBy, orderedPerson, orderedAt, orderReference, ...after }) => ({
    ...after,
    order:
      orderedBy === null
        ? null
        : {
            by: orderedBy,
            person: orderedPerson,
            at: orderedAt === null ? null : new Date(orderedAt),
            reference: orderReference,
          },
  }));
const stepRow = z.object({
  number: z.number(),
  step: z.enum(['recorded', 'returned', 'corrected', 'ordered', 'confirmed', 'disputed', 'withdrawn']),
  after: afterShape,
  because: z.string(),
  afterClose: z.boolean(),
  doneBy: z.string(),
  doneAt: z.date(),
});

/** Every step of an absence, the first first; none where whoever acts may not see it. */
export async function readSteps(trx: Records, absence: string): Promise<AbsenceStep[]> {
  const { rows } = await sql`select number, step, after, because, after_close as "afterClose", done_by as "doneBy",
      done_at as "doneAt" from ringfence.absence_step where absence = ${absence} order by number`.execute(trx);
  return z.array(stepRow).parse(rows);
}

/** An absence as the records keep it with a step. */
export function asStepHasIt(absence: Absence, endPresumed: boolean): object {
  const { order } = absence;
  return {
    from: absence.from,
    to: absence.to,
    endPresumed,
    reason: absence.reason,
    event: absence.event,
    orderedBy: order?.by ?? null,
    // The records read this name: see ringfence.not_by_who_ordered().
    orderedPerson: order?.person ?? null,
    orderedAt: order?.at ?? null,
    orderReference: order?.reference ?? '',
    covers: absence.covers,
    chargedTo: absence.chargedTo,
    note: absence.note,
    standing: absence.standing,
  };
}

/** Adds a step; it can be neither changed nor taken away. The records refuse one by whoever ordered the absence. */
export async function insertStep(
  trx: Records,
  {
    absence,
    step,
    saidAt,
    ...told
  }: Omit<AbsenceStep, 'after'> & {
    absence: Absence;
    endPresumed: boolean;
    /** When its officer said so to a phone that had no signal; left out where it was said to Wardroom itself. */
    saidAt?: Date | undefined;
  },
): Promise<void> {
  const after = { ...asStepHasIt(absence, told.endPresumed), ...(saidAt === undefined ? {} : { saidAt }) };
  await sql`insert into ringfence.absence_step (absence, number, step, after, because, after_close, done_by, done_at)
    values (${absence.id}, ${told.number}, ${step}, ${after}, ${told.because}, ${told.afterClose}, ${told.doneBy},
      ${told.doneAt}::timestamptz)`.execute(trx);
}

/** Whether a person ordered an absence, by any of its steps: they leave it to somebody else. */
export async function wasOrderedBy(trx: Records, absence: string, person: string): Promise<boolean> {
  const { rows } = await sql`select from ringfence.absence_step where absence = ${absence}
    and after ->> 'orderedPerson' = ${person} limit 1`.execute(trx);
  return rows.length > 0;
}

/** Which of these absences whoever acts ordered, by any of their steps. */
export async function readOwnOrders(trx: Records, absences: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql`select distinct absence from ringfence.absence_step
    where absence = any (${[...absences]}::uuid[]) and after ->> 'orderedPerson' = platform.acting_person()`.execute(
    trx,
  );
  const found = z.array(z.object({ absence: z.string() })).parse(rows);
  return new Set(found.map(({ absence }) => absence));
}

/** Whether an absence ends where the next begins, because nobody has said when they were back. */
export async function wasEndPresumed(trx: Records, absence: string): Promise<boolean> {
  return (await readSteps(trx, absence)).at(-1)?.after.endPresumed ?? false;
}
