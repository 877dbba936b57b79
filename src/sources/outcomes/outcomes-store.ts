import { z } from 'zod';
import { slug } from '../../measures/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import { fileMonths } from '../incidents/file-months.ts';
import type { CheckedBatch, IncidentReader } from '../incidents/incident-reader-store.ts';
import {
  COORDINATE_FAULTS,
  createFileMonths,
  createKeys,
  distinctTexts,
  FAULT,
  isMonthText,
  isName,
  nameForces,
  quoted,
} from '../incidents/rows-store.ts';
import type { ReasonCount } from '../model.ts';
import { ALWAYS_COUNTED, EVERY_OUTCOME, outcomeCategory } from './outcome-types.ts';

const COLUMNS = [
  'crime_id',
  'month',
  'reported_by',
  'falls_within',
  'longitude',
  'latitude',
  'location',
  'lsoa_code',
  'lsoa_name',
  'outcome_type',
] as const;
const ALL_COLUMNS = COLUMNS.map((column) => `raw.${column}`).join(', ');

const OUTCOME_FAULT = {
  type: 'no outcome type',
  typeName: 'an outcome type that is no name',
  same: 'the same outcome given again: identical, crime ID and all',
} as const;

const NOTICE = {
  withoutId: 'no crime ID: kept, though a repeat could not be told',
  unproved: 'identical to another row, without a crime ID: kept, since it may be another crime’s',
  again: 'a crime ID that another outcome in the file has: kept, since a crime may have several outcomes',
} as const;

const CATEGORIES = `[${quoted(EVERY_OUTCOME)}, ${quoted(outcomeCategory(''))} || outcome_slug]`;

/** How outcome files are read. */
export const OUTCOMES: IncidentReader = {
  kind: 'outcomes',
  called: 'data.police.uk outcomes file',
  columns: COLUMNS,
  meant: ['outcome_slug'],
  categories: CATEGORIES,
  whole: EVERY_OUTCOME,
  always: ALWAYS_COUNTED,
  async check(lake, batch) {
    await nameForces(lake);
    await createKeys(lake, 'type_name', await distinctTexts(lake, 'outcome_type'), slug);
    await markFaults(lake, batch);
    await markRepeats(lake);
    await nameRows(lake);
    return countLimits(lake);
  },
};

async function markFaults(lake: Lake, { entries, now }: CheckedBatch): Promise<void> {
  await createFileMonths(lake, fileMonths(entries));
  await lake.query(`
    create or replace table fault as
    select row_at, reason from (
      select raw.rowid as row_at, case
        when raw.month is null or not ${isMonthText('raw.month')}
          then ${quoted(FAULT.month)}
        when raw.month <> file_month.held then ${quoted(FAULT.otherMonth)}
        when raw.month > ${quoted(now)} then ${quoted(FAULT.future)}
        when reported_by is null then ${quoted(FAULT.force)}
        when outcome_type is null then ${quoted(OUTCOME_FAULT.type)}
        when not ${isName('force_name')} then ${quoted(FAULT.forceName)}
        when not ${isName('type_name')} then ${quoted(OUTCOME_FAULT.typeName)}
        ${COORDINATE_FAULTS}
      end as reason
      from raw left join file_month on file_month.entry = raw.entry
      left join force_name on force_name.name = raw.reported_by
      left join type_name on type_name.name = raw.outcome_type)
    where reason is not null`);
}

async function markRepeats(lake: Lake): Promise<void> {
  await lake.query(`
    create or replace table repeated as
    select entry, crime_id from raw where crime_id is not null group by all having count(*) > 1`);
  await lake.query(`
    insert into fault
    select row_at, ${quoted(OUTCOME_FAULT.same)} from (
      select raw.rowid as row_at, row_number() over (partition by raw.entry, ${ALL_COLUMNS} order by raw.rowid) as turn
      from raw join repeated using (entry, crime_id) anti join fault on fault.row_at = raw.rowid)
    where turn > 1`);
}

async function nameRows(lake: Lake): Promise<void> {
  await lake.query(`
    create or replace table named as
    select raw.rowid as row_at, raw.entry, force_name.key as force, raw.month, type_name.key as outcome_slug,
      ${CATEGORIES} as categories
    from raw join force_name on force_name.name = raw.reported_by
    join type_name on type_name.name = raw.outcome_type
    anti join fault on fault.row_at = raw.rowid`);
}

const limits = z.object({ withoutId: z.number(), unproved: z.number(), again: z.number() });

/** Counts rows that can be used but have a limit. */
async function countLimits(lake: Lake): Promise<ReasonCount[]> {
  const others = COLUMNS.filter((column) => column !== 'crime_id').join(', ');
  const [row] = await lake.query(`
    select
      (select count(*)::integer from raw anti join fault on fault.row_at = raw.rowid
        where crime_id is null) as "withoutId",
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from raw anti join fault on fault.row_at = raw.rowid where crime_id is null
        group by entry, ${others} having count(*) > 1)) as unproved,
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from raw join repeated using (entry, crime_id)
        anti join fault on fault.row_at = raw.rowid group by entry, crime_id)) as again`);
  const found = limits.parse(row);
  return (['withoutId', 'unproved', 'again'] as const).map((limit) => ({
    reason: NOTICE[limit],
    count: found[limit],
  }));
}

/**
 * How many different crime IDs of outcomes stand in street files too, by the type of crime those say.
 * @param outcomes folder of the outcomes' Parquet files
 * @param street paths of Parquet files of street crime
 */
export async function matchCrimes(
  lake: Lake,
  outcomes: string,
  street: readonly string[],
): Promise<{ ids: number; matched: { type: string; ids: number }[] }> {
  await lake.query(`create or replace table outcome_id as
    select distinct crime_id from read_parquet(${quoted(`${outcomes}/*.parquet`)}) where crime_id is not null`);
  const [all] = await lake.query('select count(*)::integer as ids from outcome_id');
  const matched =
    street.length === 0
      ? []
      : await lake.query(`
          select type, count(*)::integer as ids from (
            select crime_id, min(crime_type) as type
            from read_parquet([${street.map(quoted).join(', ')}]) semi join outcome_id using (crime_id) group by crime_id)
          group by type order by ids desc, type`);
  return {
    ids: z.object({ ids: z.number() }).parse(all).ids,
    matched: z.array(z.object({ type: z.string(), ids: z.number() })).parse(matched),
  };
}
