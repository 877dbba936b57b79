import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../geography/index.ts';
import { isMonth, type Month, monthFromNumber } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { Extent, HeldSeries, UnusedMonths } from './held-series.ts';
import { STANDING_BESIDE } from './stands-beside.ts';

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum(BOUNDARY_VERSIONS);
const isValues = (read: unknown): read is (number | null)[] =>
  Array.isArray(read) && read.every((value) => value === null || typeof value === 'number');
/**
 * Values written as "1,null,2.5". They come as one text for each run, because a thread hands a text to another many times
 * faster than a list.
 */
const values = z
  .string()
  .transform((text): unknown => JSON.parse(`[${text}]`))
  .refine(isValues);
const words = z.string().transform((text) => (text === '' ? [] : text.split(' ')));
const holdingRow = z.object({
  importId: z.string(),
  vintage: z.string(),
  file: z.string(),
  kind: z.string(),
  boundaryVersion,
  publisher: z.string(),
  categories: words,
  firstMonth: month.nullable(),
  totals: z.array(z.number().nullable()),
});
const circumstancesRow = z.object({ real: z.boolean(), since: month.nullable() });
const runRow = z.object({
  set: z.number(),
  importId: z.string(),
  areaCode: z.string(),
  category: z.string(),
  publisher: z.string(),
  firstMonth: month,
  values,
});
const unusedRow = z.object({
  importId: z.string(),
  boundaryVersion,
  publisher: z.string(),
  areaCodes: words,
  months: words.transform((each) => each.filter(isMonth)),
});
const places = words.transform((each) => each.map(Number));
const monthOfNumber = z.number().transform(monthFromNumber);
const extentRow = z.object({
  set: z.number(),
  importId: z.string(),
  categories: places,
  areaCodes: words,
  first: monthOfNumber,
  last: monthOfNumber,
});

/** What a live import holds of one publisher on one set of areas. */
export type LiveHolding = z.infer<typeof holdingRow>;

/** Which runs are wanted. */
export interface RunsWanted {
  importIds: readonly string[];
  boundaryVersion: BoundaryVersion;
  areaCodes: readonly string[];
  /** Exact keys. */
  categories: readonly string[];
}

/** What live imports hold on some sets of areas, oldest import first. Keys hold no spaces, so lists come as one text. */
export async function readLiveHoldings(records: Records, versions: readonly string[]): Promise<LiveHolding[]> {
  return holdings(records, versions, sql`totals`);
}

/**
 * The same without the totals of imports whose months were judged when they were kept: only an import made before
 * findings were kept has nothing else to be judged by.
 */
export async function readHoldingHeads(records: Records, versions: readonly string[]): Promise<LiveHolding[]> {
  const unjudged = sql`imported_at < (select timestamp::timestamptz from migration where name = '0010-findings')`;
  return holdings(records, versions, sql`case when ${unjudged} then totals else '{}' end`);
}

async function holdings(
  records: Records,
  versions: readonly string[],
  totals: ReturnType<typeof sql>,
): Promise<LiveHolding[]> {
  const { rows } = await sql`
    select id::text as "importId", vintage, file, kind, boundary_version as "boundaryVersion", publisher,
      array_to_string(categories, ' ') as categories, holding.first_month as "firstMonth", ${totals} as totals
    from measures.holding join sources.import on import.id = import_id and import.reverted_at is null
    where boundary_version = any (${versions}::text[])
    order by import.id, boundary_version, publisher`.execute(records);
  return z.array(holdingRow).parse(rows);
}

/** Whether any live import other than the demonstration holds figures, but for what may stand beside it. */
export async function readRealFiguresHeld(records: Records): Promise<boolean> {
  return (await readCircumstances(records, '')).real;
}

/**
 * Whether any live import other than the demonstration holds figures, but for what may stand beside it, and the first month in which the areas of a ward
 * version existed (null for what are no wards).
 */
export async function readCircumstances(
  records: Records,
  version: string,
): Promise<{ real: boolean; since: Month | null }> {
  const { rows } = await sql`
    select exists (
        select from sources.import
        where reverted_at is null and kind <> 'synthetic'
          and exists (select from measures.holding
            where import_id = import.id and publisher <> all (${STANDING_BESIDE}::text[]))) as real,
      (select to_char(in_force_from, 'YYYY-MM') from geography.boundary_set
        where version = ${version} and kind = 'ward') as since`.execute(records);
  return z.tuple([circumstancesRow]).parse(rows)[0];
}

/**
 * The runs wanted of several sets of areas, in one statement. "+ 0" keeps the planner from the index by import, which
 * it takes for the better one while it knows nothing of the table: 62 ms against 1 for the LSOAs of a ward.
 * @returns for each of those wanted its runs
 */
export async function readRuns(records: Records, wanted: readonly RunsWanted[]): Promise<HeldSeries[][]> {
  const parts = wanted.map(
    ({ importIds, boundaryVersion: version, areaCodes, categories }, set) => sql`
    select ${set}::int as "set", import_id::text as "importId", area_code as "areaCode", category, publisher,
      first_month as "firstMonth", array_to_string(values, ',', 'null') as values
    from measures.series
    where area_code = any (${areaCodes}::text[]) and category = any (${categories}::text[])
      and import_id + 0 = any (${importIds}::bigint[]) and boundary_version = ${version}`,
  );
  const { rows } = await sql`${sql.join(parts, sql` union all `)}`.execute(records);
  const held: HeldSeries[][] = wanted.map(() => []);
  for (const { set, ...run } of z.array(runRow).parse(rows)) {
    const version = wanted[set]?.boundaryVersion;
    if (version !== undefined) held[set]?.push({ ...run, boundaryVersion: version });
  }
  return held;
}

/** What the imports wanted give up of the areas wanted. */
export async function readUnusedMonths(
  records: Records,
  wanted: readonly RunsWanted[],
): Promise<(UnusedMonths & { boundaryVersion: BoundaryVersion })[]> {
  const [importIds, areaCodes] = [wanted.flatMap((each) => each.importIds), wanted.flatMap((each) => each.areaCodes)];
  const { rows } = await sql`
    select import_id::text as "importId", boundary_version as "boundaryVersion", publisher,
      array_to_string(months, ' ') as months,
      array_to_string(array(select unnest(area_codes) intersect select unnest(${areaCodes}::text[])), ' ')
        as "areaCodes"
    from measures.given_up
    where import_id = any (${importIds}::bigint[])
      and boundary_version = any (${wanted.map((each) => each.boundaryVersion)}::text[])`.execute(records);
  return z.array(unusedRow).parse(rows);
}

/**
 * Which of the runs wanted have values, and from which month to which, without the values: categories and areas of an
 * import with the same months come as one.
 * @returns for each of those wanted its extents
 */
export async function readExtents(records: Records, wanted: readonly RunsWanted[]): Promise<Extent[][]> {
  const some = wanted.map((each, set) => ({ ...each, set })).filter(needsAny);
  const found: Extent[][] = wanted.map(() => []);
  if (some.length === 0) return found;
  const parts = some.map(
    ({ set, importIds, boundaryVersion: version, areaCodes, categories }) => sql`
    select ${set}::int as "set", import_id, area_code, wanted.at, start - 1 + first_filled as first,
      start - 1 + last_filled as last
    from measures.series
    cross join lateral (select substr(first_month, 1, 4)::int * 12 + substr(first_month, 6, 2)::int - 1 as start) as month
    join unnest(${categories}::text[]) with ordinality as wanted(category, at) using (category)
    where area_code = any (${areaCodes}::text[]) and import_id + 0 = any (${importIds}::bigint[])
      and boundary_version = ${version}`,
  );
  const { rows } = await sql`
    with extent as (${sql.join(parts, sql` union all `)}),
    of_area as (
      select "set", import_id, area_code, first, last, string_agg((at - 1)::text, ' ' order by at) as categories
      from extent where last is not null group by 1, 2, 3, 4, 5)
    select "set", import_id::text as "importId", first, last, categories,
      string_agg(area_code, ' ' order by area_code) as "areaCodes"
    from of_area group by "set", import_id, first, last, categories
    order by of_area.import_id`.execute(records);
  for (const { set, categories, ...extent } of z.array(extentRow).parse(rows)) {
    found[set]?.push({ ...extent, categories: categories.flatMap((at) => wanted[set]?.categories[at] ?? []) });
  }
  return found;
}

/** Whether anything can be found of what is wanted. */
export const needsAny = ({ importIds, areaCodes, categories }: RunsWanted): boolean =>
  importIds.length > 0 && areaCodes.length > 0 && categories.length > 0;
