import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../geography/index.ts';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { HeldSeries, UnusedMonths } from './compose-series.ts';

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum(BOUNDARY_VERSIONS);
const values = z.custom<(number | null)[]>(Array.isArray);
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
  importId: z.string(),
  areaCode: z.string(),
  category: z.string(),
  publisher: z.string(),
  firstMonth: month,
  values,
});
const unusedRow = z.object({
  importId: z.string(),
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

/** The runs of some categories for some areas. */
export async function readRuns(records: Records, wanted: RunsWanted): Promise<HeldSeries[]> {
  const { rows } = await sql`
    select import_id::text as "importId", area_code as "areaCode", category, publisher,
      first_month as "firstMonth", values
    from measures.series
    where area_code = any (${wanted.areaCodes}::text[]) and category = any (${wanted.categories}::text[])
      and import_id = any (${wanted.importIds}::bigint[]) and boundary_version = ${wanted.boundaryVersion}
    order by import_id, area_code, category, publisher`.execute(records);
  return z
    .array(runRow)
    .parse(rows)
    .map((row) => ({ ...row, boundaryVersion: wanted.boundaryVersion }));
}

/** What some imports give up of some areas. */
export async function readUnusedMonths(
  records: Records,
  asked: Pick<RunsWanted, 'importIds' | 'boundaryVersion' | 'areaCodes'>,
): Promise<UnusedMonths[]> {
  const { rows } = await sql`
    select import_id::text as "importId", publisher, array_to_string(months, ' ') as months,
      array_to_string(array(select unnest(area_codes) intersect select unnest(${asked.areaCodes}::text[])), ' ')
        as "areaCodes"
    from measures.given_up
    where import_id = any (${asked.importIds}::bigint[]) and boundary_version = ${asked.boundaryVersion}
      and area_codes && ${asked.areaCodes}::text[]`.execute(records);
  return z.array(unusedRow).parse(rows);
}

/** Which categories the imports hold for some areas, from which month on and how many months, without any value. */
export async function readExtents(
  records: Records,
  asked: Pick<RunsWanted, 'importIds' | 'boundaryVersion' | 'areaCodes'>,
): Promise<{ importId: string; category: string; from: Month; months: number }[]> {
  const { rows } = await sql`
    select import_id::text as "importId", category, first_month as "from", max(cardinality(values)) as months
    from measures.series
    where area_code = any (${asked.areaCodes}::text[]) and import_id = any (${asked.importIds}::bigint[])
      and boundary_version = ${asked.boundaryVersion}
    group by import_id, category, first_month`.execute(records);
  return z.array(extentRow).parse(rows);
}
