import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import { isMonth, type Month, monthFromNumber, monthNumber } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import type { CategoryPeriod } from '../catalogue/category-periods.ts';
import type { FileFindings, Finding } from './model.ts';
import type { GivenUpAreas } from './used-findings.ts';

const findingRow = z.object({
  importId: z.string(),
  boundaryVersion: z.enum([...BOUNDARY_VERSIONS, 'unplaced']),
  publisher: z.string(),
  month: z.custom<Month>((value) => typeof value === 'string' && isMonth(value)),
  state: z.enum(['absent', 'stub', 'short', 'zero']),
  areaCodes: z.array(z.string()).nullable(),
  categories: z.array(z.string()).nullable(),
  total: z.number().nullable(),
  expected: z.number().nullable(),
  emptyAreas: z.number().nullable(),
  ofAreas: z.number().nullable(),
});

/** A finding with the import and the figures it is about. */
export interface HeldFinding extends Finding, Pick<FileFindings, 'publisher' | 'boundaryVersion'> {
  importId: string;
}

export async function insertFindings(trx: Records, importId: string, files: readonly FileFindings[]): Promise<void> {
  const rows = files.flatMap(({ publisher, boundaryVersion, findings }) =>
    findings.map(({ empty, ...finding }) => ({
      ...{ publisher, boundaryVersion, ...finding },
      emptyAreas: empty?.areas ?? null,
      ofAreas: empty?.of ?? null,
    })),
  );
  if (rows.length === 0) return;
  await sql`insert into measures.finding (import_id, boundary_version, publisher, month, state, area_codes, categories,
      total, expected, empty_areas, of_areas)
    select ${importId}::bigint, "boundaryVersion", publisher, month, state,
      case when jsonb_typeof("areaCodes") = 'array' then array(select jsonb_array_elements_text("areaCodes")) end,
      case when jsonb_typeof(categories) = 'array' then array(select jsonb_array_elements_text(categories)) end,
      total, expected, "emptyAreas", "ofAreas"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("boundaryVersion" text, publisher text, month text,
      state text, "areaCodes" jsonb, categories jsonb, total float8, expected float8, "emptyAreas" int, "ofAreas" int)`.execute(
    trx,
  );
}

/** Takes out what was found in an import; of all its figures, or of those on one set of areas. */
export async function deleteFindings(trx: Records, importId: string, boundaryVersion?: string): Promise<void> {
  await sql`delete from measures.finding where import_id = ${importId}::bigint
    and boundary_version = coalesce(${boundaryVersion ?? null}::text, boundary_version)`.execute(trx);
}

/**
 * What was found in some imports, in order of month.
 * @param asked.areaCodes leaves out findings about other areas only; null leaves out none
 */
export async function readFindings(
  records: Records,
  asked: { importIds: readonly string[]; boundaryVersion: string; areaCodes: readonly string[] | null },
): Promise<HeldFinding[]> {
  const { rows } = await sql`
    select import_id::text as "importId", boundary_version as "boundaryVersion", publisher, month, state,
      area_codes as "areaCodes", categories, total, expected, empty_areas as "emptyAreas", of_areas as "ofAreas"
    from measures.finding
    where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.boundaryVersion}
      and (area_codes is null or ${asked.areaCodes}::text[] is null or area_codes && ${asked.areaCodes}::text[])
    order by month, import_id, publisher, area_codes nulls first, categories nulls first`.execute(records);
  return z
    .array(findingRow)
    .parse(rows)
    .map(({ emptyAreas, ofAreas, ...finding }) => ({
      ...finding,
      empty: emptyAreas === null || ofAreas === null ? null : { areas: emptyAreas, of: ofAreas },
    }));
}

/** Which figures are summed. */
export interface TotalsAsked {
  importIds: readonly string[];
  boundaryVersion: string;
  /** Exact keys. */
  categories: readonly string[];
  /** null for every area. */
  areaCodes: readonly string[] | null;
}

const monthTotal = z.object({ month: z.number(), total: z.number() });

/** Sums by month of the figures that are used: those given up to a more complete file of the vintage do not count. */
export async function readUsedTotals(records: Records, asked: TotalsAsked): Promise<Map<Month, number>> {
  const { rows } = await sql`
    with run as not materialized (
      select import_id, boundary_version, publisher, area_code, values,
        substr(first_month, 1, 4)::int * 12 + substr(first_month, 6, 2)::int - 1 as start
      from measures.series
      where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.boundaryVersion}
        and category = any (${asked.categories}::text[])
        and (${asked.areaCodes}::text[] is null or area_code = any (${asked.areaCodes}::text[]))),
    unused as (
      select run.start + place.at - 1 as month, -value as value
      from run join measures.given_up using (import_id, boundary_version, publisher)
      cross join lateral (
        select substr(each, 1, 4)::int * 12 + substr(each, 6, 2)::int - run.start as at from unnest(months) as each) as place
      cross join lateral (select values[place.at] as value) as held
      where area_code = any (area_codes) and place.at between 1 and cardinality(values) and value is not null),
    summed as (
      select start + place - 1 as month, sum(value) as total, count(*) as cells
      from run cross join lateral unnest(values) with ordinality as each(value, place)
      where value is not null group by 1
      union all
      select month, sum(value), -count(*) from unused group by 1)
    select month::int, sum(total) as total from summed group by month having sum(cells) > 0 order by month`.execute(
    records,
  );
  return new Map(
    z
      .array(monthTotal)
      .parse(rows)
      .map(({ month, total }) => [monthFromNumber(month), total]),
  );
}

/** Of some areas those of which imports have figures of any of some categories, in order. */
export async function readAreasAmong(
  records: Records,
  asked: TotalsAsked & { areaCodes: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql`
    select distinct area_code as code from measures.series
    where area_code = any (${asked.areaCodes}::text[]) and category = any (${asked.categories}::text[])
      and import_id + 0 = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.boundaryVersion}
    order by 1`.execute(records);
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}

/** How many areas imports have figures of any of some categories of. */
export async function readAreasWith(records: Records, asked: Omit<TotalsAsked, 'areaCodes'>): Promise<number> {
  const { rows } = await sql`
    select count(distinct area_code)::int as areas from measures.series
    where import_id = any (${asked.importIds}::bigint[]) and category = any (${asked.categories}::text[])
      and boundary_version = ${asked.boundaryVersion}`.execute(records);
  return z.array(z.object({ areas: z.number() })).parse(rows)[0]?.areas ?? 0;
}

const outsideRow = z.object({ category: z.string(), months: z.number(), total: z.number() });

/**
 * Counts used figures above 0 of categories in months outside the time they were in use: only those months of the runs
 * are looked at.
 */
export async function readOutsidePeriods(
  records: Records,
  asked: Omit<TotalsAsked, 'categories'> & { periods: readonly CategoryPeriod[] },
): Promise<z.infer<typeof outsideRow>[]> {
  const periods = asked.periods.map(({ key, from, until }) => ({
    ...{ category: key, first: monthNumber(from), last: until === null ? null : monthNumber(until) },
  }));
  const { rows } = await sql`
    with run as (
      select import_id, boundary_version, publisher, area_code, category, values, first, last,
        substr(first_month, 1, 4)::int * 12 + substr(first_month, 6, 2)::int - 1 as start
      from measures.series
      join json_to_recordset(${JSON.stringify(periods)}::json) as period(category text, first int, last int)
        using (category)
      where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.boundaryVersion}
        and (${asked.areaCodes}::text[] is null or area_code = any (${asked.areaCodes}::text[]))),
    outside as (
      select import_id, boundary_version, publisher, area_code, category, start + place - 1 as month, value
      from run cross join lateral unnest(values[1:first - start]) with ordinality as each(value, place)
      where value > 0
      union all
      select import_id, boundary_version, publisher, area_code, category,
        start + greatest(last - start + 1, 0) + place - 1, value
      from run
      cross join lateral unnest(values[greatest(last - start + 2, 1):]) with ordinality as each(value, place)
      where last is not null and value > 0)
    select category, count(distinct month)::int as months, sum(value) as total from outside
    where not exists (
      select from measures.given_up as given
      where given.import_id = outside.import_id and given.boundary_version = outside.boundary_version
        and given.publisher = outside.publisher and outside.area_code = any (given.area_codes)
        and outside.month = any (
          select substr(each, 1, 4)::int * 12 + substr(each, 6, 2)::int - 1 from unnest(given.months) as each))
    group by category order by category`.execute(records);
  return z.array(outsideRow).parse(rows);
}

/** Codes of the areas of which a vintage's live imports hold figures, in order. */
export async function readAreaCodes(
  records: Records,
  importIds: readonly string[],
  boundaryVersion: string,
): Promise<string[]> {
  const { rows } = await sql`
    select distinct area_code as code from measures.series
    where import_id = any (${importIds}::bigint[]) and boundary_version = ${boundaryVersion} order by 1`.execute(
    records,
  );
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}

const heldOf = z.object({ importId: z.string(), boundaryVersion: z.string(), publisher: z.string() });
const givenUpRow = heldOf.extend({
  by: z.string(),
  areaCodes: z.array(z.string()),
  months: z.array(z.custom<Month>((value) => typeof value === 'string' && isMonth(value))),
});

/** What live imports give up to more complete files of their vintage, with the areas. */
export async function readGivenUpAreas(records: Records): Promise<(GivenUpAreas & z.infer<typeof heldOf>)[]> {
  const { rows } = await sql`
    select import_id::text as "importId", given_up.boundary_version as "boundaryVersion", given_up.publisher,
      winner.file as by, area_codes as "areaCodes", months
    from measures.given_up join sources.import as winner on winner.id = by_import_id
    order by import_id, given_up.boundary_version, given_up.publisher, by_import_id`.execute(records);
  return z.array(givenUpRow).parse(rows);
}

/** Codes of the areas of which an import holds figures of a publisher, in order. */
export async function readAreasOfFile(
  records: Records,
  { importId, boundaryVersion, publisher }: { importId: string; boundaryVersion: string; publisher: string },
): Promise<string[]> {
  const { rows } = await sql`
    select distinct area_code as code from measures.series
    where import_id = ${importId}::bigint and boundary_version = ${boundaryVersion} and publisher = ${publisher}
    order by 1`.execute(records);
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}
