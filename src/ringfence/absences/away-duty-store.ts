import { sql } from 'kysely';
import { z } from 'zod';
import type { Place } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { TimeSpan } from '../model.ts';

/** What an absence must know of its duty. */
export interface AwayDuty {
  id: number;
  officer: number;
  place: number;
  unit: string;
  kind: 'ward' | 'rest-day' | 'overtime';
  day: string;
  during: TimeSpan;
  synthetic: boolean;
  /** The month of its day was closed, so that what is written now comes out with its next revision. */
  closed: boolean;
}

const dutyRow = z
  .object({
    id: z.coerce.number(),
    officer: z.coerce.number(),
    place: z.number(),
    unit: z.string(),
    kind: z.enum(['ward', 'rest-day', 'overtime']),
    day: z.string(),
    from: z.date(),
    to: z.date(),
    synthetic: z.boolean(),
    closed: z.boolean(),
  })
  .transform(({ from, to, ...duty }) => ({ ...duty, during: { from, to } }));

/** A duty; null where there is none, or none that whoever acts may see. */
export async function readAwayDuty(trx: Records, id: number): Promise<AwayDuty | null> {
  const { rows } = await sql`select duty.id, officer, place, place.unit, kind, day, lower(during) as "from",
      upper(during) as "to", synthetic, exists (select from ringfence.closed_month as closed
        where closed.unit = place.unit and closed.month = date_trunc('month', day)::date) as closed
    from ringfence.duty join ringfence.place on place.id = duty.place where duty.id = ${id}`.execute(trx);
  return z.array(dutyRow).parse(rows)[0] ?? null;
}

const placeRow = z.object({
  unit: z.string(),
  borough: z.string(),
  ward: z.string(),
  owner: z.string().nullable(),
  team: z.array(z.string()),
});

/**
 * Where a duty is and whose: its ward, the person its officer is, and who leads the ward on a day.
 * @returns nowhere, which nobody reaches, for one that whoever acts may not see
 */
export async function readPlaceOfDuty(trx: Records, id: number, today: string): Promise<Place> {
  const { rows } = await sql`select unit, borough_code as borough, ward_code as ward, account.person as owner,
      to_jsonb(ringfence.leads(duty.place, ${today}::date)) as team
    from ringfence.duty join ringfence.place on place.id = duty.place
    left join ringfence.account on account.officer = duty.officer where duty.id = ${id}`.execute(trx);
  const [found] = z.array(placeRow).parse(rows);
  return found === undefined ? {} : { ...found, owner: found.owner ?? undefined };
}

/** A ward on a day. */
export interface WardOnDay {
  place: number;
  day: string;
}

const leadsRow = z.object({ place: z.number(), day: z.string(), leads: z.array(z.string()) });

/** Who leads wards as their sergeants on days, as people. */
export async function readLeads(trx: Records, wards: readonly WardOnDay[]): Promise<z.infer<typeof leadsRow>[]> {
  const { rows } = await sql`select place, day, to_jsonb(ringfence.leads(place, day)) as leads
    from (select distinct place::integer, day::date from unnest(${wards.map(({ place }) => String(place))}::text[],
      ${wards.map(({ day }) => day)}::text[]) as given (place, day)) as asked`.execute(trx);
  return z.array(leadsRow).parse(rows);
}
