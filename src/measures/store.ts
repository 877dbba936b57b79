import { sql } from 'kysely';
import { z } from 'zod';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { HeldMonth, SupersededMonth } from './choose-complete.ts';
import type { HeldSeries } from './compose-series.ts';
import type { CategorySeries, GivenUpMonth, MonthCoverage } from './model.ts';

/** Rows written in one statement: about a megabyte of fifteen years of months. */
const ROWS_AT_ONCE = 2000;

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum(['wards-2014', 'wards-2022', 'boroughs-2022', 'unplaced']);
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
const usedRow = z.object({ importId: z.string(), publisher: z.string(), months: z.array(month) });
const heldMonthRow = z.object({
  importId: z.string(),
  boundaryVersion,
  publisher: z.string(),
  month,
  total: z.number(),
  categories: z.coerce.number(),
});
const givenUpRow = z.object({
  importId: z.string(),
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
}

/** The months that more than one live import of a vintage holds, with how many categories each has. */
export async function readRivalMonths(records: Records, vintage: string): Promise<HeldMonth[]> {
  const { rows } = await sql`
    with held as (
      select coverage.*, count(*) over (partition by boundary_version, publisher, month) as holders
      from measures.coverage
      where import_id in (select id from sources.import where vintage = ${vintage} and reverted_at is null)),
    rival as (select * from held where holders > 1),
    counted as (
      select import_id, boundary_version, publisher, count(distinct category) as categories
      from measures.series
      where (import_id, boundary_version) in (select import_id, boundary_version from rival) group by 1, 2, 3)
    select rival.import_id::text as "importId", rival.boundary_version as "boundaryVersion",
      rival.publisher, rival.month, rival.total, coalesce(counted.categories, 0) as categories
    from rival left join counted using (import_id, boundary_version, publisher)
    order by rival.import_id, rival.boundary_version, rival.publisher, rival.month`.execute(records);
  return z.array(heldMonthRow).parse(rows);
}

/** Months that live imports give up to a more complete file of their vintage, each with the total of both. */
export async function readSuperseded(records: Records): Promise<GivenUpMonth[]> {
  const { rows } = await sql`
    select given_up.import_id::text as "importId", given_up.month, max(given_up.total) as total,
      max(winner_import.file) as by, max(winner.total) as "byTotal"
    from measures.coverage as given_up
    join sources.import as given_up_import on given_up_import.id = given_up.import_id
    join measures.coverage as winner using (boundary_version, publisher, month)
    join sources.import as winner_import
      on winner_import.id = winner.import_id and winner_import.vintage = given_up_import.vintage
    where not given_up.used and winner.used
      and given_up_import.reverted_at is null and winner_import.reverted_at is null
    group by given_up.import_id, given_up.month order by given_up.import_id, given_up.month`.execute(records);
  return z.array(givenUpRow).parse(rows);
}

/** Marks every month of a vintage as used but the superseded ones. */
export async function markUsed(trx: Records, vintage: string, superseded: SupersededMonth[]): Promise<void> {
  const unused = superseded.map(({ held }) => ({
    i: held.importId,
    v: held.boundaryVersion,
    p: held.publisher,
    m: held.month,
  }));
  await sql`
    with unused as (
      select i, v, p, m from json_to_recordset(${JSON.stringify(unused)}::json) as x(i bigint, v text, p text, m text)),
    chosen as (
      select import_id, boundary_version, publisher, month, unused.i is null as used
      from measures.coverage
      left join unused on i = import_id and v = boundary_version and p = publisher and m = month
      where import_id in (select id from sources.import where vintage = ${vintage} and reverted_at is null))
    update measures.coverage set used = chosen.used
    from chosen
    where coverage.import_id = chosen.import_id and coverage.boundary_version = chosen.boundary_version
      and coverage.publisher = chosen.publisher and coverage.month = chosen.month
      and coverage.used <> chosen.used`.execute(trx);
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

/** For each import and publisher, the months for which it is the complete file. */
export async function readUsedMonths(
  records: Records,
  importIds: string[],
  version: string,
): Promise<z.infer<typeof usedRow>[]> {
  const { rows } = await sql`
    select import_id::text as "importId", publisher, array_agg(month order by month) as months
    from measures.coverage
    where import_id = any (${importIds}::bigint[]) and boundary_version = ${version} and used
    group by 1, 2`.execute(records);
  return z.array(usedRow).parse(rows);
}

/** First month in which the areas of a ward version existed; null for boroughs. */
export async function readAreasSince(records: Records, version: string): Promise<Month | null> {
  const { rows } = await sql`
    select to_char(in_force_from, 'YYYY-MM') as since from geography.boundary_set
    where version = ${version} and kind = 'ward'`.execute(records);
  return z.array(z.object({ since: month })).parse(rows)[0]?.since ?? null;
}
