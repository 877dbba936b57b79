import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../geography/index.ts';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { HeldSeries, UnusedMonths } from './compose-series.ts';

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum(BOUNDARY_VERSIONS);
const values = z.custom<(number | null)[]>(Array.isArray);
/**
 * Values written as "1,null,2.5". They come as one text for each run, because a thread hands a text to another many times
 * faster than a list.
 */
const numbers = (text: string): (number | null)[] => JSON.parse(`[${text}]`) as (number | null)[];
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
  totals: values,
});
const circumstancesRow = z.object({ real: z.boolean(), since: month.nullable() });
const runRow = z.object({
  set: z.number(),
  importId: z.string(),
  areaCode: z.string(),
  category: z.string(),
  publisher: z.string(),
  firstMonth: month,
  values: z.string().transform(numbers),
});
const unusedRow = z.object({
  importId: z.string(),
  boundaryVersion,
  publisher: z.string(),
  areaCodes: words,
  months: words.transform((each) => each.filter(isMonth)),
});
const extentRow = z.object({ importId: z.string(), category: z.string(), from: month, months: z.number() });

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
  const { rows } = await sql`
    select id::text as "importId", vintage, file, kind, boundary_version as "boundaryVersion", publisher,
      array_to_string(categories, ' ') as categories, holding.first_month as "firstMonth", totals
    from measures.holding join sources.import on import.id = import_id and import.reverted_at is null
    where boundary_version = any (${versions}::text[])
    order by import.id, boundary_version, publisher`.execute(records);
  return z.array(holdingRow).parse(rows);
}

/** Whether any live import other than the demonstration holds figures. */
export async function readRealFiguresHeld(records: Records): Promise<boolean> {
  return (await readCircumstances(records, '')).real;
}

/**
 * Whether any live import other than the demonstration holds figures, and the first month in which the areas of a ward
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
          and exists (select from measures.holding where import_id = import.id)) as real,
      (select to_char(in_force_from, 'YYYY-MM') from geography.boundary_set
        where version = ${version} and kind = 'ward') as since`.execute(records);
  return z.array(circumstancesRow).length(1).parse(rows)[0] as { real: boolean; since: Month | null };
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

/** Which of some categories the imports hold for some areas, from which month on and how many months, without any value. */
export async function readExtents(
  records: Records,
  asked: RunsWanted,
): Promise<{ importId: string; category: string; from: Month; months: number }[]> {
  const { rows } = await sql`
    select import_id::text as "importId", category, first_month as "from", max(cardinality(values)) as months
    from measures.series
    where area_code = any (${asked.areaCodes}::text[]) and category = any (${asked.categories}::text[])
      and import_id + 0 = any (${asked.importIds}::bigint[])
      and boundary_version = ${asked.boundaryVersion}
    group by import_id, category, first_month`.execute(records);
  return z.array(extentRow).parse(rows);
}
