import { sql } from 'kysely';
import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import { type LedgerTotal, ORDERED_BY, POST_CLASSES, WARD_ACCOUNTS } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';
import type { WardPromise } from './promises-of.ts';

const promiseRow = z.object({
  month: z.string().transform((day) => day.slice(0, 7) as Month),
  wardCode: z.string(),
  boundaryVersion: z.string(),
  boroughCode: z.string(),
  postClass: z.enum(POST_CLASSES),
  promisedMinutes: z.number(),
  vacancyMinutes: z.number(),
  synthetic: z.boolean(),
});

/** What a closed month promised, as it was kept. */
export type KeptPromise = WardPromise & { month: Month; synthetic: boolean };

/** What months that are closed promised to wards, as far as whoever acts may see it. */
export async function readPromises(
  trx: Records,
  { places, from, to }: { places: readonly number[]; from: Month; to: Month },
): Promise<KeptPromise[]> {
  const { rows } = await sql`select promise.month, place.ward_code as "wardCode",
      place.boundary_version as "boundaryVersion", place.borough_code as "boroughCode", promise.post_class as "postClass",
      promised_minutes as "promisedMinutes", vacancy_minutes as "vacancyMinutes", promise.synthetic
    from ringfence.promise join ringfence.place on place.id = promise.place
    where promise.place = any (${[...places]}::integer[])
      and promise.month between ${`${from}-01`}::date and ${`${to}-01`}::date
    order by 1, 2, 5`.execute(trx);
  return z.array(promiseRow).parse(rows);
}

/**
 * From which day on whoever acts may see the sums of every ward of an area: all places of it that there are, and, where it has
 * none yet, the area itself. Who leads its wards as a sergeant sees them from the first day whose rows are theirs to see.
 * Who reads nothing but totals sees what was closed.
 * @returns null: of no day
 */
export async function readTotalsSince(
  trx: Records,
  {
    unit,
    boroughCode,
    wardCode,
    places,
  }: { unit: string; boroughCode: string | null; wardCode: string | null; places: readonly number[] },
): Promise<string | null> {
  const { rows } = await sql<{ all: boolean; since: string | null }>`
    with led as (select ringfence.led('read') as wards)
    select platform.may_at('duties', 'read', ${unit}::text, ${boroughCode}::text, ${wardCode}::text) as all,
      (select case when count(*) = count(led.wards ->> asked.place::text) then max(led.wards ->> asked.place::text) end
        from led, unnest(${[...places]}::integer[]) as asked (place)) as since`.execute(trx);
  return rows[0]?.all === true ? '0001-01-01' : (rows[0]?.since ?? null);
}

const reasons = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];
const sumRow = z
  .tuple([
    z.number().nullable(),
    z.string(),
    z.enum(POST_CLASSES),
    z.enum([...WARD_ACCOUNTS, 'rest-day', 'overtime', 'leave']),
    z.enum(['', ...reasons]),
    z.enum(['', ...ORDERED_BY]),
    z.boolean(),
    z.number(),
    z.boolean(),
  ])
  .transform(
    ([place, day, postClass, account, reason, orderedBy, late, minutes, synthetic]): LedgerSum => ({
      ...{ place, month: day.slice(0, 7) as Month, postClass, account, reason, orderedBy },
      ...{ late, minutes, synthetic },
    }),
  );

/** A sum over officers; place null: over all places asked about. */
export type LedgerSum = Omit<LedgerTotal, 'place' | 'officers' | 'event'> & { place: number | null };

/** Sums over officers of places and months, by what the records let whoever acts see. Days after today are left out. */
export async function readSums(
  trx: Records,
  { places, from, to, byPlace }: { places: readonly number[]; from: Month; to: Month; byPlace: boolean },
): Promise<LedgerSum[]> {
  if (from > to) return [];
  // As one value: thousands of rows of nine columns take longer to hand over than to add up.
  const { rows } = await sql<{ sums: unknown }>`select coalesce(json_agg(json_build_array(
      place, month, post_class, account, reason, ordered_by, late, minutes, synthetic)), '[]') as sums
    from ringfence.sums(${[...places]}::integer[], ${`${from}-01`}::date, ${`${to}-01`}::date, ${byPlace})`.execute(
    trx,
  );
  return z.array(sumRow).parse(rows[0]?.sums);
}
