import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../geography/index.ts';
import { isMonth, type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { EVERY_STREET_CRIME } from './catalogue/street-types.ts';
import type { GivenUp } from './choose-complete.ts';
import type { Contest, Holding } from './contested-areas.ts';
import type { CategorySeries, GivenUpMonth, HarmWeightTable, MonthCoverage } from './model.ts';

/** Rows written in one statement: half a megabyte of fifteen years of months, made in less than a tenth of a second. */
const ROWS_AT_ONCE = 1000;

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum([...BOUNDARY_VERSIONS, 'unplaced']);
const totalsRow = z.object({
  importId: z.string(),
  publisher: z.string(),
  months: z.array(month),
  totals: z.array(z.number()),
});
const holdingRow = totalsRow.extend({
  boundaryVersion,
  areaCodes: z.array(z.string()),
  categories: z.coerce.number(),
});
const monthTotalRow = z.object({ importId: z.string(), month: z.number(), total: z.number() });
const givenUpRow = z.object({
  importId: z.string(),
  boundaryVersion,
  publisher: z.string(),
  month,
  total: z.number(),
  by: z.string(),
  byTotal: z.number(),
});

export async function insertSeries(trx: Records, importId: string, series: Iterable<CategorySeries>): Promise<void> {
  let batch: object[] = [];
  const held = new Map<string, HeldCategories>();
  const write = async (): Promise<void> => {
    await sql`insert into measures.series
        (import_id, boundary_version, area_code, category, publisher, first_month, values)
      select ${importId}::bigint, v, a, c, p, m, n::float8[]
      from json_to_recordset(${JSON.stringify(batch)}::json) as x(v text, a text, c text, p text, m text, n text)`.execute(
      trx,
    );
    batch = [];
  };
  for (const { boundaryVersion, areaCode, category, publisher, firstMonth, values } of series) {
    const list = `{${values.map((value) => value ?? 'NULL').join(',')}}`;
    const place = `${boundaryVersion} ${publisher}`;
    const holding = held.get(place) ?? { v: boundaryVersion, p: publisher, categories: new Set() };
    held.set(place, holding);
    holding.categories.add(category);
    batch.push({ v: boundaryVersion, a: areaCode, c: category, p: publisher, m: firstMonth, n: list });
    if (batch.length === ROWS_AT_ONCE) await write();
  }
  if (batch.length > 0) await write();
  await insertHoldings(trx, importId, [...held.values()]);
}

interface HeldCategories {
  v: string;
  p: string;
  categories: Set<string>;
}

async function insertHoldings(trx: Records, importId: string, held: readonly HeldCategories[]): Promise<void> {
  const rows = held.map(({ v, p, categories }) => ({ v, p, c: [...categories].sort() }));
  await sql`insert into measures.holding (import_id, boundary_version, publisher, categories)
    select ${importId}::bigint, v, p, array(select jsonb_array_elements_text(c))
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(v text, p text, c jsonb)
    on conflict (import_id, boundary_version, publisher) do update set categories =
      array(select distinct unnest(holding.categories || excluded.categories))`.execute(trx);
}

export async function insertCoverage(trx: Records, importId: string, coverage: MonthCoverage[]): Promise<void> {
  const rows = coverage.map(({ boundaryVersion, publisher, month, total }) => ({
    v: boundaryVersion,
    p: publisher,
    m: month,
    t: total,
  }));
  await sql`insert into measures.coverage (import_id, boundary_version, publisher, month, total)
    select ${importId}::bigint, v, p, m, t
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(v text, p text, m text, t float8)`.execute(trx);
  await insertTotals(trx, importId, coverage);
}

/** The totals of each publisher and boundary version once more, as one run of months. */
async function insertTotals(trx: Records, importId: string, coverage: readonly MonthCoverage[]): Promise<void> {
  const runs = new Map<string, { v: string; p: string; months: Map<number, number> }>();
  for (const { boundaryVersion, publisher, month, total } of coverage) {
    const place = `${boundaryVersion} ${publisher}`;
    const run = runs.get(place) ?? { v: boundaryVersion, p: publisher, months: new Map() };
    runs.set(place, run);
    run.months.set(monthNumber(month), total);
  }
  const rows = [...runs.values()].map(({ v, p, months }) => {
    const [first, last] = [Math.min(...months.keys()), Math.max(...months.keys())];
    const totals = Array.from({ length: last - first + 1 }, (_, at) => months.get(first + at) ?? 'NULL');
    return { v, p, m: monthFromNumber(first), t: `{${totals.join(',')}}` };
  });
  await sql`insert into measures.holding (import_id, boundary_version, publisher, categories, first_month, totals)
    select ${importId}::bigint, v, p, '{}', m, t::float8[]
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(v text, p text, m text, t text)
    on conflict (import_id, boundary_version, publisher)
      do update set first_month = excluded.first_month, totals = excluded.totals`.execute(trx);
}

/** Takes out what one import holds. */
export async function deleteSeries(trx: Records, importId: string): Promise<void> {
  await sql`delete from measures.series where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from measures.holding where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from measures.coverage where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from measures.given_up where ${importId}::bigint in (import_id, by_import_id)`.execute(trx);
}

/** Takes out what one import holds on one set of areas, but for the months given up. */
export async function deleteSeriesOn(trx: Records, importId: string, boundaryVersion: string): Promise<void> {
  const held = sql`where import_id = ${importId}::bigint and boundary_version = ${boundaryVersion}`;
  await sql`delete from measures.series ${held}`.execute(trx);
  await sql`delete from measures.holding ${held}`.execute(trx);
  await sql`delete from measures.coverage ${held}`.execute(trx);
}

/**
 * What the live imports of a vintage hold, of the publishers and boundary versions of which several hold the same
 * month; oldest import first.
 */
export async function readRivalHoldings(records: Records, vintage: string): Promise<Holding[]> {
  const { rows } = await sql`
    with live as (select id from sources.import where vintage = ${vintage} and reverted_at is null),
    held as (select * from measures.coverage where import_id in (select id from live)),
    rival as (
      select boundary_version, publisher from held group by 1, 2 having count(*) > count(distinct month)),
    months as (
      select import_id, boundary_version, publisher,
        array_agg(month order by month) as months, array_agg(total order by month) as totals
      from held join rival using (boundary_version, publisher) group by 1, 2, 3),
    areas as (
      select import_id, boundary_version, publisher,
        array_agg(distinct area_code) as area_codes, count(distinct category) as categories
      from measures.series join rival using (boundary_version, publisher)
      where import_id in (select id from live) group by 1, 2, 3)
    select import_id::text as "importId", boundary_version as "boundaryVersion", publisher, months, totals,
      area_codes as "areaCodes", categories
    from months join areas using (import_id, boundary_version, publisher)
    order by import_id, boundary_version, publisher`.execute(records);
  return z
    .array(holdingRow)
    .parse(rows)
    .map(({ months, totals, ...holding }) => ({ ...holding, totals: byMonth(months, totals) }));
}

/**
 * Totals over the areas of a contest by "import month", for the months from the first to the last of those given. The
 * category that street files hold as the sum of the others is left out, so that nothing counts twice.
 */
export async function readTotalsOver(
  records: Records,
  contest: Contest,
  months: readonly Month[],
): Promise<Map<string, number>> {
  const numbers = months.map(monthNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const { rows } = await sql`
    with run as (
      select import_id, values,
        substr(first_month, 1, 4)::int * 12 + substr(first_month, 6, 2)::int - 1 as start
      from measures.series
      where import_id = any (${contest.holders.map(({ importId }) => importId)}::bigint[])
        and boundary_version = ${contest.boundaryVersion} and publisher = ${contest.publisher}
        and area_code = any (${contest.areaCodes}::text[]) and category <> ${EVERY_STREET_CRIME})
    select import_id::text as "importId", (start + place - 1)::int as month, sum(value) as total
    from run cross join lateral unnest(values) with ordinality as each(value, place)
    where value is not null and start + place - 1 between ${first} and ${last}
    group by 1, 2`.execute(records);
  return new Map(
    z
      .array(monthTotalRow)
      .parse(rows)
      .map(({ importId, month, total }) => [`${importId} ${monthFromNumber(month)}`, total]),
  );
}

/** Replaces what the imports of a vintage give up. */
export async function replaceGivenUp(trx: Records, vintage: string, given: readonly GivenUp[]): Promise<void> {
  await sql`delete from measures.given_up
    where import_id in (select id from sources.import where vintage = ${vintage})`.execute(trx);
  for (const { importId, byImportId, boundaryVersion, publisher, areaCodes, months } of given) {
    await sql`insert into measures.given_up
        (import_id, by_import_id, boundary_version, publisher, area_codes, months, totals, by_totals)
      values (${importId}::bigint, ${byImportId}::bigint, ${boundaryVersion}, ${publisher}, ${areaCodes.toSorted()}::text[],
        ${months.map(({ month }) => month)}::text[], ${months.map(({ total }) => total)}::float8[],
        ${months.map(({ byTotal }) => byTotal)}::float8[])`.execute(trx);
  }
}

/** Months that live imports give up to a more complete file of their vintage, each with the total of both. */
export async function readSuperseded(records: Records): Promise<GivenUpMonth[]> {
  const { rows } = await sql`
    select given_up.import_id::text as "importId", boundary_version as "boundaryVersion", publisher, month,
      sum(total) as total, winner.file as by, sum(by_total) as "byTotal"
    from measures.given_up
    cross join lateral unnest(months, totals, by_totals) as each(month, total, by_total)
    join sources.import as winner on winner.id = by_import_id
    group by given_up.import_id, boundary_version, publisher, month, winner.id, winner.file
    order by given_up.import_id, boundary_version, publisher, month, winner.id`.execute(records);
  return z.array(givenUpRow).parse(rows);
}

function byMonth(months: readonly Month[], totals: readonly number[]): Map<Month, number> {
  return new Map(months.map((each, at) => [each, totals[at] ?? 0]));
}

export async function insertHarmWeights(trx: Records, importId: string, table: HarmWeightTable): Promise<void> {
  await sql`insert into measures.harm_weight (import_id, version, source, offence, weight)
    select ${importId}::bigint, ${table.version}, ${table.source}, offence, weight
    from json_to_recordset(${JSON.stringify(table.weights)}::json) as x(offence text, weight float8)`.execute(trx);
}

export async function deleteHarmWeights(trx: Records, importId: string): Promise<void> {
  await sql`delete from measures.harm_weight where import_id = ${importId}::bigint`.execute(trx);
}
