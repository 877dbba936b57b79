import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import {
  absenceRow,
  assetRow,
  bookingRow,
  boroughRow,
  budgetRow,
  changeRow,
  clusterRow,
  courseRow,
  earlierRow,
  type HeldAssets,
  type HeldBook,
  officerRow,
  postingRow,
  postRow,
  trainingRow,
} from './rows.ts';

const FROM = sql`to_char(lower(during), 'YYYY-MM-DD') as "from", to_char(upper(during), 'YYYY-MM-DD') as until`;
const day = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

/** Reads every row of a unit's book. Call it in a transaction: outside one nobody sees any. */
export async function readBook(trx: Records, unit: string): Promise<HeldBook> {
  const rows = async <Row>(row: z.ZodType<Row>, query: RawBuilder<unknown>): Promise<Row[]> =>
    z.array(row).parse((await query.execute(trx)).rows);
  return {
    boroughs: await rows(
      boroughRow,
      sql`select unit_borough.borough_code as code, area.name, ${day('in_force_from')} as "from",
          ${day('in_force_until')} as until
        from organisation.unit_borough join geography.area
          on area.version = 'boroughs-2022' and area.code = unit_borough.borough_code
        where unit = ${unit} order by unit_borough.borough_code, in_force_from`,
    ),
    clusters: await rows(
      clusterRow,
      sql`select name, borough_code as "boroughCode", boundary_version as "boundaryVersion",
          to_jsonb(ward_codes) as wards, source, synthetic, ${FROM}
        from organisation.cluster where unit = ${unit} order by name, lower(during)`,
    ),
    posts: await rows(postRow, postsOf(unit)),
    ...(await readPeople(trx, unit)),
    budgets: await rows(
      budgetRow,
      sql`select borough_code as "boroughCode", year, rank, full_time_equivalents as "fullTimeEquivalents", source,
          synthetic, ${FROM}
        from organisation.budget where unit = ${unit} order by borough_code, year, id`,
    ),
    changes: await rows(
      changeRow,
      sql`select reference, title, ${day('begins')} as begins, ${day('completes')} as completes,
          borough_code as "boroughCode", strand, team, rank, promised, source, synthetic
        from organisation.establishment_change where unit = ${unit} order by reference`,
    ),
    earlier: await rows(
      earlierRow,
      sql`select name, ${day('as_at')} as "asAt", boundary_version as "boundaryVersion", ward_code as "wardCode",
          officers, pcsos, source, synthetic
        from organisation.earlier_allocation where unit = ${unit} order by name, as_at, ward_code`,
    ),
    courses: await rows(
      courseRow,
      sql`select reference, title, jsonb_build_object('everyone', required_of_everyone,
          'ranks', to_jsonb(required_of_ranks), 'teams', to_jsonb(required_of_teams)) as "requiredOf",
          valid_months as "validMonths", external_trainer as "externalTrainer", synthetic, ${FROM}
        from organisation.course where unit = ${unit} order by reference`,
    ),
  };
}

const postsOf = (unit: string) => sql`
  select reference, title, rank, strand, team, duty, full_time_equivalents as "fullTimeEquivalents",
    coalesce((select jsonb_agg(jsonb_build_object('boroughCode', borough_code, 'fraction', fraction) order by borough_code)
      from organisation.post_share where post = post.id), '[]') as shares,
    to_jsonb(ward_codes) as wards, boundary_version as "boundaryVersion", ward_class as "wardClass",
    leads_borough as "leadsBorough", leads_strand as "leadsStrand", funded_by as "fundedBy",
    ${day('funded_until')} as "fundedUntil", moved_from as "movedFrom", ${day('expected_filled')} as "expectedFilled",
    source, synthetic, ${FROM}
  from organisation.post where unit = ${unit} order by reference`;

/** Who there is, where they are posted, what they were taught, and when they are away. */
async function readPeople(trx: Records, unit: string) {
  const officers = await sql`
    select reference, name, synthetic, coalesce(
      (select jsonb_agg(jsonb_build_object('rank', rank, 'from', ${day('lower')}, 'until', ${day('upper')}) order by lower)
        from (select rank, lower(during), upper(during) from organisation.officer_rank where officer = officer.id) as held),
      '[]') as ranks
    from organisation.officer where unit = ${unit} order by reference`.execute(trx);
  const postings = await sql`
    select officer.reference as officer, post.reference as post, fraction, kind, ${day('returns_on')} as "returnsOn",
      from_unit as "fromUnit", to_char(lower(posting.during), 'YYYY-MM-DD') as "from",
      to_char(upper(posting.during), 'YYYY-MM-DD') as until
    from organisation.posting join organisation.officer on officer.id = posting.officer
      join organisation.post on post.id = posting.post
    where post.unit = ${unit} order by officer.reference, lower(posting.during), post.reference`.execute(trx);
  const absences = await sql`
    select officer.reference as officer, kind, ${FROM}
    from organisation.absence join organisation.officer on officer.id = absence.officer
    where unit = ${unit} order by officer.reference, lower(during), kind`.execute(trx);
  const training = await sql`
    select officer.reference as officer, course.reference as course, ${day('completed_on')} as "completedOn",
      ${day('expires_on')} as "expiresOn"
    from organisation.training join organisation.officer on officer.id = training.officer
      join organisation.course on course.id = training.course
    where officer.unit = ${unit} order by officer.reference, course.reference, completed_on`.execute(trx);
  return {
    officers: z.array(officerRow).parse(officers.rows),
    postings: z.array(postingRow).parse(postings.rows),
    absences: z.array(absenceRow).parse(absences.rows),
    training: z.array(trainingRow).parse(training.rows),
  };
}

/** The shared assets of a unit and their bookings. Call it in a transaction. */
export async function readAssets(trx: Records, unit: string): Promise<HeldAssets> {
  const assets = await sql`
    select reference, kind, name, borough_code as "boroughCode", synthetic, ${FROM}
    from organisation.asset where unit = ${unit} order by reference`.execute(trx);
  const bookings = await sql`
    select asset.reference as asset, booking.borough_code as "boroughCode", purpose,
      lower(booking.during)::text as "from", upper(booking.during)::text as until
    from organisation.booking join organisation.asset on asset.id = booking.asset
    where unit = ${unit} order by asset.reference, lower(booking.during)`.execute(trx);
  return { assets: z.array(assetRow).parse(assets.rows), bookings: z.array(bookingRow).parse(bookings.rows) };
}
