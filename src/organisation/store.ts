import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../platform/database/index.ts';
import type { BudgetedRank, CommandUnit, NamedPost, UnitBorough } from './model.ts';

const unitRow = z.object({ name: z.string(), force: z.string(), source: z.string() });
const boroughRow = z.object({
  unit: z.string(),
  code: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string().nullable(),
});
const rankRow = z.object({
  boroughCode: z.string(),
  year: z.string(),
  rank: z.string(),
  fullTimeEquivalents: z.coerce.number(),
  source: z.string(),
});
const postRow = z.object({
  boroughCode: z.string(),
  team: z.string(),
  title: z.string(),
  rank: z.string().nullable(),
  fullTimeEquivalents: z.coerce.number(),
  sharedWith: z.string().nullable(),
  fundedBy: z.string().nullable(),
  source: z.string(),
});

/** Every command unit with its boroughs through time, in the order in which they were laid out. */
export async function readUnits(records: Records): Promise<CommandUnit[]> {
  const units = await sql`select name, force, source from organisation.command_unit order by laid_out`.execute(records);
  const boroughs = await sql`
    select unit_borough.unit, unit_borough.borough_code as code, area.name,
      to_char(unit_borough.in_force_from, 'YYYY-MM-DD') as "from",
      to_char(unit_borough.in_force_until, 'YYYY-MM-DD') as until
    from organisation.unit_borough
    join geography.area on area.version = 'boroughs-2022' and area.code = unit_borough.borough_code
    order by unit_borough.borough_code`.execute(records);
  const rows = z.array(boroughRow).parse(boroughs.rows);
  return z
    .array(unitRow)
    .parse(units.rows)
    .map((unit) => ({
      ...unit,
      boroughs: rows
        .filter((row) => row.unit === unit.name)
        .map(({ code, name, from, until }): UnitBorough => ({ code, name, from, until })),
    }));
}

/** Adds a unit and its boroughs; leaves what is there as it is. */
export async function insertUnit(trx: Records, unit: CommandUnit): Promise<void> {
  await sql`insert into organisation.command_unit (name, force, source)
    values (${unit.name}, ${unit.force}, ${unit.source}) on conflict do nothing`.execute(trx);
  for (const borough of unit.boroughs) {
    await sql`insert into organisation.unit_borough (unit, borough_code, in_force_from, in_force_until)
      values (${unit.name}, ${borough.code}, ${borough.from}::date, ${borough.until}::date)
      on conflict do nothing`.execute(trx);
  }
}

/** Published ranks and posts of a borough; both empty when none are held. */
export async function readWorkforce(
  records: Records,
  boroughCode: string,
): Promise<{ ranks: BudgetedRank[]; posts: NamedPost[] }> {
  const ranks = await sql`
    select borough_code as "boroughCode", year, rank, full_time_equivalents as "fullTimeEquivalents", source
    from organisation.budgeted_workforce where borough_code = ${boroughCode} order by year, position`.execute(records);
  const posts = await sql`
    select borough_code as "boroughCode", team, title, rank, full_time_equivalents as "fullTimeEquivalents",
      shared_with as "sharedWith", funded_by as "fundedBy", source
    from organisation.named_post where borough_code = ${boroughCode} order by position`.execute(records);
  return { ranks: z.array(rankRow).parse(ranks.rows), posts: z.array(postRow).parse(posts.rows) };
}

export async function insertWorkforce(trx: Records, ranks: BudgetedRank[], posts: NamedPost[]): Promise<void> {
  for (const [position, row] of ranks.entries()) {
    await sql`insert into organisation.budgeted_workforce
      (borough_code, year, rank, position, full_time_equivalents, source)
      values (${row.boroughCode}, ${row.year}, ${row.rank}, ${position}, ${row.fullTimeEquivalents}, ${row.source})
      on conflict do nothing`.execute(trx);
  }
  for (const [position, row] of posts.entries()) {
    await sql`insert into organisation.named_post
      (borough_code, team, title, position, rank, full_time_equivalents, shared_with, funded_by, source)
      values (${row.boroughCode}, ${row.team}, ${row.title}, ${position}, ${row.rank}, ${row.fullTimeEquivalents},
        ${row.sharedWith}, ${row.fundedBy}, ${row.source})
      on conflict do nothing`.execute(trx);
  }
}
