import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { BoroughOfUnit } from './book-rows.ts';
import type { Difference } from './stand-together.ts';

const unitRow = z
  .object({
    force: z.string(),
    unit: z.string(),
    boroughCode: z.string(),
    source: z.string(),
    from: z.string(),
    until: z.string().nullable(),
  })
  .transform(({ from, until, ...rest }): BoroughOfUnit => ({ ...rest, during: { from, until } }));

/** The boroughs of every command unit through time; a borough without a source of its own has its unit's. */
export async function readBoroughsOfUnits(records: Records): Promise<BoroughOfUnit[]> {
  const { rows } = await sql`
    select force, unit, borough_code as "boroughCode", coalesce(unit_borough.source, command_unit.source) as source,
      to_char(in_force_from, 'YYYY-MM-DD') as "from", to_char(in_force_until, 'YYYY-MM-DD') as until
    from organisation.unit_borough join organisation.command_unit on command_unit.name = unit_borough.unit
    order by unit, borough_code, in_force_from`.execute(records);
  return z.array(unitRow).parse(rows);
}

/**
 * Lays out units and their boroughs. What changes is written first: a borough that ends is then free for another unit.
 * @throws StatementError borough_in_one_unit for what others wrote meanwhile
 */
export async function writeBoroughsOfUnits(trx: Records, { added, changed }: Difference<BoroughOfUnit>): Promise<void> {
  for (const { force, unit, source } of [...added, ...changed].map(({ row }) => row))
    await sql`insert into organisation.command_unit (name, force, source) values (${unit}, ${force}, ${source})
      on conflict (name) do update set force = excluded.force`.execute(trx);
  for (const { unit, boroughCode, during, source } of changed.map(({ row }) => row))
    await sql`update organisation.unit_borough set in_force_until = ${during.until}::date, source = ${source}
      where unit = ${unit} and borough_code = ${boroughCode} and in_force_from = ${during.from}::date`.execute(trx);
  for (const { unit, boroughCode, during, source } of added.map(({ row }) => row))
    await sql`insert into organisation.unit_borough (unit, borough_code, in_force_from, in_force_until, source)
      values (${unit}, ${boroughCode}, ${during.from}::date, ${during.until}::date, ${source})`.execute(trx);
}
