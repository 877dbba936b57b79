import { sql } from 'kysely';
import type { Month } from '../../src/lib/calendar/month.ts';
import type { Records } from '../../src/platform/database/index.ts';

/** A force's ledger: how large, and of which months. */
export interface ForceSize {
  /** Officers of the unit that is asked about, five to a ward; and of all other units. */
  unit: string;
  wards: readonly { code: string; boroughCode: string }[];
  otherOfficers: number;
  from: Month;
  to: Month;
}

/** Days of duty of 1,461 that an officer has: 220 a year. */
const SHARE_ON_DUTY = 0.602;

/**
 * Writes the ledger of the unit's wards, as closing months of it leaves it, in one statement; triggers are off, since
 * checking millions of made-up lines is not what is measured.
 */
export async function writeUnit(records: Records, size: ForceSize): Promise<void> {
  await asReplica(records, async (trx) => {
    for (const { code, boroughCode } of size.wards)
      await sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
        values (${size.unit}, ${boroughCode}, ${code}, 'wards-2022') on conflict do nothing`.execute(trx);
    await sql`insert into ringfence.promise (place, month, post_class, promised_minutes, vacancy_minutes, synthetic, kept_at)
      select place.id, month::date, class.name, class.posts * 10286, 0, true, month + interval '40 days'
      from ringfence.place, (values ('floor', 2), ('extra', 2), ('pcso', 1)) as class (name, posts),
        generate_series(${`${size.from}-01`}::date, ${`${size.to}-01`}::date, '1 month') as month
      where place.unit = ${size.unit}`.execute(trx);
    await writeLines(trx, size, sql`place.unit = ${size.unit}`, 0);
  });
}

/** Writes the ledger of everybody else, in wards of their own: what an index must pass over. */
export async function writeOthers(records: Records, size: ForceSize): Promise<void> {
  await asReplica(records, async (trx) => {
    await sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
      select 'Unit ' || n % 11, 'X', 'X' || n, 'wards-2022' from generate_series(1, ${size.otherOfficers}::integer / 5) as n`.execute(
      trx,
    );
    await writeLines(trx, size, sql`place.unit <> ${size.unit}`, 1_000_000);
  });
}

async function asReplica(records: Records, run: (trx: Records) => Promise<void>): Promise<void> {
  await records.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await run(trx);
  });
}

/** Five officers to a place; of every duty one line, of every seventh two: it was broken off. */
async function writeLines(
  trx: Records,
  { from, to }: ForceSize,
  which: ReturnType<typeof sql>,
  first: number,
): Promise<void> {
  await sql`insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, account, reason, ordered_by,
      event, late, minutes, synthetic, entered_by, entered_at)
    select ${first}::bigint + place.id * 5 + n, place.id, date_trunc('month', day)::date, day::date,
      case when n < 2 then 'floor' when n < 4 then 'extra' else 'pcso' end,
      (place.id * 5 + n)::bigint * 10000 + (day::date - '2000-01-01'::date), line.account, line.reason, line.ordered_by, '',
      false, line.minutes, true, 'bench', day + interval '2 days'
    from ringfence.place, generate_series(0, 4) as n,
      generate_series(${`${from}-01`}::date, (${`${to}-01`}::date + interval '1 month - 1 day')::date, '1 day') as day
    cross join lateral (select abs(hashint8extended((place.id * 5 + n)::bigint * 10000 + (day::date - '2000-01-01'::date), 7)) as chance) as drawn
    cross join lateral (
      select case when chance % 9 = 0 then 'presumed' else 'confirmed' end as account, '' as reason, '' as ordered_by,
        case when chance % 7 = 0 then 300 else 480 end as minutes
      union all select case when n between 2 and 3 then 'unruled' else 'breach' end,
        (array['response', 'custody', 'aid-force', 'staffing-up', 'cover-ward'])[1 + chance % 5],
        (array['duty-inspector', 'operations-room', 'response-sergeant'])[1 + chance % 3], 180 where chance % 7 = 0
    ) as line
    where ${which} and chance % 1000 < ${Math.round(SHARE_ON_DUTY * 1000)}::integer`.execute(trx);
}
