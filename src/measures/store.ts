import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../geography/index.ts';
import { isMonth, type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { EVERY_STREET_CRIME } from './catalogue/street-types.ts';
import type { GivenUp } from './choose-complete.ts';
import type { HeldSeries, UnusedMonths } from './compose-series.ts';
import type { Contest, Holding } from './contested-areas.ts';
import type { CategorySeries, GivenUpMonth, HarmWeightTable, MonthCoverage } from './model.ts';

/** Rows written in one statement: about a megabyte of fifteen years of months. */
const ROWS_AT_ONCE = 2000;

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum([...BOUNDARY_VERSIONS, 'unplaced']);
const importRow = z.object({
  importId: z.string(),
  vintage: z.string(),
  file: z.string(),
  synthetic: z.boolean(),
});
const seriesRow = z.object({
  importId: z.string(),
  areaCode: z.string(),
  category: z.string(),
  publisher: z.string(),
  firstMonth: month,
  values: z.custom<(number | null)[]>(Array.isArray),
});
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
const unusedRow = z.object({
  importId: z.string(),
  publisher: z.string(),
  areaCodes: z.array(z.string()),
  months: z.array(month),
});
const givenUpRow = z.object({
  importId: z.string(),
  boundaryVersion,
  publisher: z.string(),
  month,
  total: z.number(),
  by: z.string(),
  byTotal: z.number(),
});

/** A live import that holds series. */
export type HoldingImport = z.infer<typeof importRow>;

export async function insertSeries(trx: Records, importId: string, series: Iterable<CategorySeries>): Promise<void> {
  let batch: object[] = [];
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
    batch.push({ v: boundaryVersion, a: areaCode, c: category, p: publisher, m: firstMonth, n: list });
    if (batch.length === ROWS_AT_ONCE) await write();
  }
  if (batch.length > 0) await write();
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
}

/** Takes out what one import holds. */
export async function deleteSeries(trx: Records, importId: string): Promise<void> {
  await sql`delete from measures.series where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from measures.coverage where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from measures.given_up where ${importId}::bigint in (import_id, by_import_id)`.execute(trx);
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

/** Live imports that hold series on a boundary version, oldest first. */
export async function readHoldingImports(records: Records, version: string): Promise<HoldingImport[]> {
  const { rows } = await sql`
    select id::text as "importId", vintage, file, kind = 'synthetic' as synthetic
    from sources.import
    where reverted_at is null and exists (
      select from measures.series where import_id = import.id and boundary_version = ${version})
    order by import.id`.execute(records);
  return z.array(importRow).parse(rows);
}

/** Whether any live import other than the demonstration holds series. */
export async function readRealFiguresHeld(records: Records): Promise<boolean> {
  const { rows } = await sql`
    select exists (
      select from sources.import
      where reverted_at is null and kind <> 'synthetic'
        and exists (select from measures.series where import_id = import.id)) as held`.execute(records);
  return (
    z
      .array(z.object({ held: z.boolean() }))
      .length(1)
      .parse(rows)[0]?.held ?? false
  );
}

/** Runs of the given imports for some areas, for categories that match a key or a prefix ending in "*". */
export async function readSeriesRows(
  records: Records,
  asked: { importIds: string[]; version: string; areaCodes: string[]; categories: string[] },
): Promise<HeldSeries[]> {
  const exact = asked.categories.filter((category) => !category.endsWith('*'));
  const prefixes = asked.categories.filter((category) => category.endsWith('*')).map((each) => each.slice(0, -1));
  const { rows } = await sql`
    select import_id::text as "importId", area_code as "areaCode", category, publisher,
      first_month as "firstMonth", values
    from measures.series
    where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.version}
      and area_code = any (${asked.areaCodes}::text[])
      and (category = any (${exact}::text[])
        or exists (select from unnest(${prefixes}::text[]) as prefix where starts_with(category, prefix)))
    order by import_id, area_code, category, publisher`.execute(records);
  const version = boundaryVersion.parse(asked.version);
  return z
    .array(seriesRow)
    .parse(rows)
    .map((row) => ({ ...row, boundaryVersion: version }));
}

/** What the given imports give up of some areas. */
export async function readUnusedMonths(
  records: Records,
  asked: { importIds: string[]; version: string; areaCodes: string[] },
): Promise<UnusedMonths[]> {
  const { rows } = await sql`
    select import_id::text as "importId", publisher, months,
      array(select unnest(area_codes) intersect select unnest(${asked.areaCodes}::text[])) as "areaCodes"
    from measures.given_up
    where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.version}
      and area_codes && ${asked.areaCodes}::text[]`.execute(records);
  return z.array(unusedRow).parse(rows);
}

/** Totals by month of each import and publisher on a boundary version. */
export async function readMonthTotals(
  records: Records,
  version: string,
): Promise<{ importId: string; publisher: string; totals: Map<Month, number> }[]> {
  const { rows } = await sql`
    select import_id::text as "importId", publisher,
      array_agg(month order by month) as months, array_agg(total order by month) as totals
    from measures.coverage where boundary_version = ${version}
    group by import_id, publisher order by import_id, publisher`.execute(records);
  return z
    .array(totalsRow)
    .parse(rows)
    .map(({ months, totals, ...rest }) => ({ ...rest, totals: byMonth(months, totals) }));
}

function byMonth(months: readonly Month[], totals: readonly number[]): Map<Month, number> {
  return new Map(months.map((each, at) => [each, totals[at] ?? 0]));
}

/** First month in which the areas of a ward version existed; null for boroughs. */
export async function readAreasSince(records: Records, version: string): Promise<Month | null> {
  const { rows } = await sql`
    select to_char(in_force_from, 'YYYY-MM') as since from geography.boundary_set
    where version = ${version} and kind = 'ward'`.execute(records);
  return z.array(z.object({ since: month })).parse(rows)[0]?.since ?? null;
}

export async function insertHarmWeights(trx: Records, importId: string, table: HarmWeightTable): Promise<void> {
  await sql`insert into measures.harm_weight (import_id, version, source, offence, weight)
    select ${importId}::bigint, ${table.version}, ${table.source}, offence, weight
    from json_to_recordset(${JSON.stringify(table.weights)}::json) as x(offence text, weight float8)`.execute(trx);
}
