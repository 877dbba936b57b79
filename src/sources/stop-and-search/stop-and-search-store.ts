import { z } from 'zod';
import type { Lake } from '../../platform/lake/index.ts';
import type { CheckedBatch, IncidentReader } from '../incidents/incident-reader-store.ts';
import { COORDINATE_FAULTS, FAULT, MOST_NAME_LETTERS, quoted } from '../incidents/rows-store.ts';
import type { ReasonCount } from '../model.ts';
import { EVERY_SEARCH, FURTHER_ACTION, SEARCH_CATEGORIES } from './categories.ts';
import { broadGroup, comparable, NOT_KNOWN, NOT_STATED, type SearchField, VOCABULARY } from './vocabulary.ts';

const COLUMNS = [
  'type',
  'date',
  'part_of_a_policing_operation',
  'policing_operation',
  'latitude',
  'longitude',
  'gender',
  'age_range',
  'self_defined_ethnicity',
  'officer_defined_ethnicity',
  'legislation',
  'object_of_search',
  'outcome',
  'outcome_linked_to_object',
  'removal_of_more_than_outer_clothing',
] as const;

/** Columns whose wording is put into Wardroom's words. */
const WORDED: Record<SearchField, (typeof COLUMNS)[number]> = {
  type: 'type',
  age: 'age_range',
  'self-defined': 'self_defined_ethnicity',
  'officer-defined': 'officer_defined_ethnicity',
  object: 'object_of_search',
  outcome: 'outcome',
  linked: 'outcome_linked_to_object',
  clothing: 'removal_of_more_than_outer_clothing',
};
const FIELDS = Object.keys(WORDED) as SearchField[];

/** Columns written beside the file's own. */
const MEANT = [
  'month',
  'london_time',
  'search_type',
  'age_group',
  'self_defined_category',
  'self_defined_group',
  'officer_defined_group',
  'object_group',
  'outcome_group',
  'further_action',
  'is_outcome_linked',
  'is_more_than_outer_clothing',
];

const SEARCH_FAULT = {
  date: 'a date and time not of the form 2024-02-29T13:45:00+00:00',
  type: 'a type of search other than person, vehicle, or person and vehicle',
} as const;

const NOTICE = {
  byUtc: 'in the month before by UTC, not by London time (British Summer Time): counted by London time',
  byLondon: 'in the month after by London time, not by UTC: counted in the file’s month',
  alike: 'identical to another row: kept, since people searched together may be alike in all that is published',
  age: 'no age range: kept',
  gender: 'no gender: kept',
  selfDefined: 'no self-defined ethnicity: kept',
  officerDefined: 'no officer-defined ethnicity: kept, counted as not stated',
  object: 'no object of search: kept, counted as not stated',
  outcome: 'no outcome: kept, counted as not stated',
  linked: 'does not say whether the outcome is linked to the object of search: kept',
  clothing: 'does not say whether more than outer clothing was removed: kept',
  wording: 'a wording that is in none of Wardroom’s tables: kept, counted as not known',
} as const;

const CATEGORIES = `list_filter([${quoted(EVERY_SEARCH)}, if(further_action, ${quoted(FURTHER_ACTION)}, null),
  'object/' || object_group, 'officer-defined-ethnicity/' || officer_defined_group,
  'outcome/' || outcome_group], category -> category is not null)`;

/** How stop-and-search files are read. */
export const STOP_AND_SEARCH: IncidentReader = {
  kind: 'stop-and-search',
  called: 'stop-and-search file',
  columns: COLUMNS,
  meant: MEANT,
  categories: CATEGORIES,
  whole: EVERY_SEARCH,
  always: SEARCH_CATEGORIES,
  async check(lake, batch) {
    await createTerms(lake);
    await createEntryPlaces(lake, batch);
    await createMeanings(lake);
    await markFaults(lake, batch);
    await nameRows(lake);
    return countLimits(lake);
  },
};

async function createTerms(lake: Lake): Promise<void> {
  const rows = FIELDS.flatMap((field) =>
    VOCABULARY[field].map(([says, means]) =>
      [field, comparable(says), means, broadGroup(means)].map(quoted).join(', '),
    ),
  );
  await lake.query(`create or replace table term as
    select distinct * from (values (${rows.join('), (')})) as term(field, says, means, broad)`);
}

async function createEntryPlaces(lake: Lake, { entries }: CheckedBatch): Promise<void> {
  const text = (value: string | null): string => (value === null ? 'null::varchar' : quoted(value));
  const rows = entries.map(({ id, month, force }) => `(${id}, ${text(month)}, ${text(force)})`);
  await lake.query(`create or replace table entry_place as
    select * from (values ${rows.join(', ')}) as entry_place(entry, held, force)`);
}

/** SQL of what a field means: a blank is not stated, a wording of no table not known. */
function meaning(field: SearchField): string {
  return `case when raw.${WORDED[field]} is null then ${quoted(NOT_STATED)}
    else coalesce("${field}".means, ${quoted(NOT_KNOWN)}) end`;
}

/**
 * What every row means, usable or not. Times are published in UTC and files by the month in London: by the clock there
 * every row of the files at hand lies in its file's month, while by UTC the first hour of a month in summer does not.
 */
async function createMeanings(lake: Lake): Promise<void> {
  const joins = FIELDS.map(
    (field) => `left join term as "${field}" on "${field}".field = '${field}'
      and "${field}".says = regexp_replace(lower(trim(raw.${WORDED[field]})), ' \\([a-z]{1,2}[0-9]?\\)$', '')`,
  );
  await lake.query(`
    create or replace table meant as
    select *, strftime(utc_time, '%Y-%m') as utc_month, strftime(london_time, '%Y-%m') as london_month,
      case when held is null or held in (utc_month, london_month) then coalesce(held, london_month) end as month
    from (
      select *, timezone('Europe/London', timezone('UTC', utc_time)) as london_time
      from (
        select raw.rowid as row_at, raw.entry, entry_place.force, entry_place.held,
          case when regexp_full_match(raw.date, '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+00:00')
            then try_cast(left(raw.date, 19) as timestamp) end as utc_time,
          ${meaning('type')} as search_type,
          ${meaning('age')} as age_group,
          ${meaning('self-defined')} as self_defined_category,
          coalesce("self-defined".broad, self_defined_category) as self_defined_group,
          ${meaning('officer-defined')} as officer_defined_group,
          ${meaning('object')} as object_group,
          ${meaning('outcome')} as outcome_group,
          case when outcome_group not in (${quoted(NOT_STATED)}, ${quoted(NOT_KNOWN)})
            then outcome_group <> 'no-further-action' end as further_action,
          try_cast(${meaning('linked')} as boolean) as is_outcome_linked,
          try_cast(${meaning('clothing')} as boolean) as is_more_than_outer_clothing,
          ${FIELDS.map((field) => `${meaning(field)} = ${quoted(NOT_KNOWN)}`).join(' or ')} as has_unknown_wording
        from raw join entry_place on entry_place.entry = raw.entry ${joins.join('\n')}))`);
}

async function markFaults(lake: Lake, { now }: CheckedBatch): Promise<void> {
  await lake.query(`
    create or replace table fault as
    select row_at, reason from (
      select row_at, case
        when utc_time is null then ${quoted(SEARCH_FAULT.date)}
        when month is null then ${quoted(FAULT.otherMonth)}
        when month > ${quoted(now)} then ${quoted(FAULT.future)}
        when search_type in (${quoted(NOT_STATED)}, ${quoted(NOT_KNOWN)}) then ${quoted(SEARCH_FAULT.type)}
        when force is null then ${quoted(FAULT.force)}
        when length(force) > ${MOST_NAME_LETTERS} then ${quoted(FAULT.forceName)}
        ${COORDINATE_FAULTS}
      end as reason
      from meant join raw on raw.rowid = meant.row_at)
    where reason is not null`);
}

async function nameRows(lake: Lake): Promise<void> {
  await lake.query(`
    create or replace table named as
    select * exclude (held, utc_time, has_unknown_wording), ${CATEGORIES} as categories
    from meant anti join fault on fault.row_at = meant.row_at`);
}

/** Counts rows that can be used but have a limit. */
async function countLimits(lake: Lake): Promise<ReasonCount[]> {
  const isBlank = (column: (typeof COLUMNS)[number]): string => `raw.${column} is null`;
  const conditions: [reason: string, condition: string][] = [
    [NOTICE.byUtc, 'meant.utc_month <> meant.month'],
    [NOTICE.byLondon, 'meant.london_month <> meant.month'],
    [NOTICE.age, isBlank('age_range')],
    [NOTICE.gender, isBlank('gender')],
    [NOTICE.selfDefined, isBlank('self_defined_ethnicity')],
    [NOTICE.officerDefined, isBlank('officer_defined_ethnicity')],
    [NOTICE.object, isBlank('object_of_search')],
    [NOTICE.outcome, isBlank('outcome')],
    [NOTICE.linked, isBlank('outcome_linked_to_object')],
    [NOTICE.clothing, isBlank('removal_of_more_than_outer_clothing')],
    [NOTICE.wording, 'meant.has_unknown_wording'],
  ];
  const counts = conditions.map(([, condition]) => `count(*) filter (${condition})`);
  const [row] = await lake.query(`
    select list_value(${counts.join(', ')}) as counts,
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from raw anti join fault on fault.row_at = raw.rowid
        group by entry, ${COLUMNS.join(', ')} having count(*) > 1)) as alike
    from named join raw on raw.rowid = named.row_at join meant on meant.row_at = named.row_at`);
  const found = z.object({ counts: z.array(z.number()), alike: z.number() }).parse(row);
  return [
    ...conditions.map(([reason], at) => ({ reason, count: found.counts[at] ?? 0 })),
    { reason: NOTICE.alike, count: found.alike },
  ];
}
