import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import { slug } from '../../measures/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import {
  createFileMonths,
  createKeys,
  distinctTexts,
  FAULT as INCIDENT_FAULT,
  isMonthText,
  isName,
  quoted,
} from '../incidents/rows-store.ts';
import { forceOf } from './force-of.ts';

/** Reasons for which a row is left out; the words are shown to people. */
export const FAULT = {
  ...INCIDENT_FAULT,
  type: 'no crime type',
  typeName: 'a crime type that is no name',
  same: 'the same crime given again: identical, crime ID and all',
} as const;

/**
 * Rows whose coordinates may be at fault, as whole ten-millionths of a degree tell: cheap to ask of every row, and true
 * of every row that {@link COORDINATE_FAULT} finds at fault.
 */
export const MAY_BE_AT_FAULT = `((longitude is null) <> (latitude is null)
  or longitude is not null and (x is null or y is null or abs(x) >= 1800000000 or abs(y) >= 900000000))`;

/** Why a row's coordinates cannot be used; null when they can. */
export const COORDINATE_FAULT = `case
  when (longitude is null) <> (latitude is null) then ${quoted(FAULT.half)}
  when longitude is null then null
  when east is null or north is null then ${quoted(FAULT.number)}
  when abs(east) > 180 or abs(north) > 90 then ${quoted(FAULT.earth)}
end`;

/**
 * Makes the table `kind`: rows of one file with the same month, force and crime type, each kind judged once for all its
 * rows. It has the names Wardroom uses, the reason for which the whole kind is left out, and how many of its rows have
 * no crime ID, no location, or coordinates to be looked at. A million rows are a few hundred kinds.
 * @param fileMonths the month each entry holds, by its place in the batch; entries without one may hold several
 * @param latest the present month
 * @returns the crime types of the kinds that are not left out
 */
export async function judgeKinds(lake: Lake, fileMonths: ReadonlyMap<number, Month>, latest: Month): Promise<string[]> {
  await lake.query(`
    create or replace table found as
    select entry, month, reported_by, crime_type, count_if(crime_id is null) as without_id,
      count_if(longitude is null and latitude is null) as unlocated, count_if(${MAY_BE_AT_FAULT}) as doubtful
    from raw group by all`);
  await createKeys(lake, 'force_name', await distinctTexts(lake, 'reported_by', 'found'), forceOf);
  await createKeys(lake, 'type_name', await distinctTexts(lake, 'crime_type', 'found'), slug);
  await createFileMonths(lake, fileMonths);
  await lake.query(`
    create or replace table kind as
    select (row_number() over ())::integer as id, found.*, force_name.key as force, type_name.key as type, case
      when found.month is null or not ${isMonthText('found.month')} then ${quoted(FAULT.month)}
      when found.month <> file_month.held then ${quoted(FAULT.otherMonth)}
      when found.month > ${quoted(latest)} then ${quoted(FAULT.future)}
      when reported_by is null then ${quoted(FAULT.force)}
      when crime_type is null then ${quoted(FAULT.type)}
      when not ${isName('force_name')} then ${quoted(FAULT.forceName)}
      when not ${isName('type_name')} then ${quoted(FAULT.typeName)}
    end as reason
    from found left join file_month using (entry)
    left join force_name on force_name.name = reported_by
    left join type_name on type_name.name = crime_type`);
  const { type: used = [] } = await lake.columns('select distinct type from kind where reason is null order by type');
  return z.array(z.string()).parse(used);
}
