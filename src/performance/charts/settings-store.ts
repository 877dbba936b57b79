import { sql } from 'kysely';
import { z } from 'zod';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import type { ChartEntry, ChartEntryKind } from './model.ts';

const month = z.custom<Month>((text) => typeof text === 'string' && isMonth(text));
const written = z.object({ by: z.string(), at: z.coerce.date() });
const KINDS = ['step change', 'held limits'] as const satisfies readonly ChartEntryKind[];

const entryRow: z.ZodType<ChartEntry> = z.object({
  id: z.coerce.number().int(),
  unit: z.string(),
  boroughCode: z.string().nullable(),
  wardCode: z.string().nullable(),
  measure: z.string(),
  area: z.string(),
  kind: z.enum(KINDS),
  from: month,
  to: month.nullable(),
  reason: z.string(),
  synthetic: z.boolean(),
  entered: written,
  withdrawn: written.extend({ because: z.string() }).nullable(),
});

const ENTRIES = sql`select id, unit, borough_code as "boroughCode", ward_code as "wardCode", measure, area, kind,
    from_month as "from", to_month as "to", reason, synthetic,
    jsonb_build_object('by', entered_by, 'at', entered_at) as entered,
    case when withdrawn_at is null then null else
      jsonb_build_object('by', withdrawn_by, 'at', withdrawn_at, 'because', withdrawn_because) end as withdrawn
  from performance.chart_setting`;

/** Everything entered about charts of some measures and areas, withdrawn or not, in the order it was entered. */
export async function readEntries(
  records: Records,
  { measures, areas }: { measures: readonly string[]; areas: readonly string[] },
): Promise<ChartEntry[]> {
  const found = await sql`${ENTRIES}
    where measure = any (${sql.val([...measures])}::text[]) and area = any (${sql.val([...areas])}::text[])
    order by id`.execute(records);
  return z.array(entryRow).parse(found.rows);
}

/** Everything entered in the demonstration that stands. */
export async function readMadeUpEntries(records: Records): Promise<ChartEntry[]> {
  const found = await sql`${ENTRIES} where synthetic and withdrawn_at is null order by id`.execute(records);
  return z.array(entryRow).parse(found.rows);
}

/** One entry; null where there is none. */
export async function readEntry(records: Records, id: number): Promise<ChartEntry | null> {
  const found = await sql`${ENTRIES} where id = ${id}`.execute(records);
  return z.array(entryRow).parse(found.rows)[0] ?? null;
}

/** Keeps an entry. @returns its key */
export async function insertEntry(
  trx: Records,
  entry: Omit<ChartEntry, 'id' | 'entered' | 'withdrawn'>,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { unit, boroughCode, wardCode, measure, area, kind, from, to, reason, synthetic } = entry;
  const found = await sql`insert into performance.chart_setting (unit, borough_code, ward_code, measure, area, kind,
      from_month, to_month, reason, synthetic, entered_by, entered_at)
    values (${unit}, ${boroughCode}, ${wardCode}, ${measure}, ${area}, ${kind}, ${from}, ${to}, ${reason}, ${synthetic},
      ${by}, ${at.toISOString()}::timestamptz) returning id`.execute(trx);
  return (
    z
      .array(z.object({ id: z.coerce.number().int() }))
      .length(1)
      .parse(found.rows)[0]?.id ?? 0
  );
}

/** Marks an entry withdrawn that stands. @returns false where it does not, or may not be changed */
export async function saveWithdrawn(
  trx: Records,
  id: number,
  { by, at, because }: { by: string; at: Date; because: string },
): Promise<boolean> {
  const found = await sql`update performance.chart_setting
    set withdrawn_by = ${by}, withdrawn_at = ${at.toISOString()}::timestamptz, withdrawn_because = ${because}
    where id = ${id} and withdrawn_at is null returning id`.execute(trx);
  return found.rows.length === 1;
}
