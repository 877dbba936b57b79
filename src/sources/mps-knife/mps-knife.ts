import { type BoundaryVersion, boroughByName } from '../../geography/index.ts';
import { categoryKey, slug } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { type CountRow, countedMonth, countRows } from '../mps/count-rows.ts';
import { countRuns } from '../mps/count-runs.ts';
import type { Place } from '../mps/place.ts';
import { tooManyNames } from '../mps/too-many-names.ts';
import { readTable, type Table, type TableRow } from '../read-table.ts';
import type { ReadContext, ReadText, RefusedText, TextSource } from '../text-source.ts';
import { wardSetsOf } from './ward-sets-of.ts';

const COLUMNS = [
  'month_year',
  'area_type',
  'area_name',
  'area_code',
  'crime_type',
  'crime_subtype',
  'measure',
  'count',
];
const PUBLISHER = 'mps-knife';

/** Knife crime from the monthly crime dashboard of the Metropolitan Police: one row an area, measure and month. */
export const MPS_KNIFE: TextSource = {
  kind: 'mps-knife',
  title: 'MPS knife crime dashboard',
  reads: 'the knife crime table of the Metropolitan Police’s monthly crime dashboard',
  knows: (head) => head.kind === 'csv' && COLUMNS.every((column) => head.columns.includes(column)),
  read: readKnifeCrime,
};

function readKnifeCrime(text: string, { now }: ReadContext): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const version = wardVersionIn(table);
  const { counts, doubts } = countRows(table, 'count', ({ value }) => ({
    place: placeOf(value, version),
    category: categoryOf(value),
    month: countedMonth(value('month_year'), now),
    part: `${value('borough_snt')}\n${value('area_name')}\n${value('area_code')}`,
  }));
  const wrong = tooManyNames([...counts, ...doubts]);
  if (wrong !== null) return wrong;
  const series = countRuns(PUBLISHER, counts, doubts, { togetherWith: levelOf });
  return asReadText(table, { ...refreshed(table), series, notices: noticesOf(counts) });
}

type Value = TableRow['value'];

/** The one ward set of the table: that of which it has more codes that are of no other. */
function wardVersionIn({ rows }: Table): BoundaryVersion {
  const codes = new Set(rows.map(({ value }) => value('area_code')));
  const only = (version: BoundaryVersion): number =>
    [...codes].filter((code) => wardSetsOf(code).length === 1 && wardSetsOf(code)[0] === version).length;
  return only('wards-2014') > only('wards-2022') ? 'wards-2014' : 'wards-2022';
}

function placeOf(value: Value, version: BoundaryVersion): Place | string {
  const type = value('area_type');
  if (type === 'Borough') return boroughPlace(value);
  return type === 'Safer Neighbourhood Teams' ? teamPlace(value, version) : NEITHER;
}

const NEITHER = 'an area that is neither a borough nor a neighbourhood team';

function boroughPlace(value: Value): Place | string {
  const code = value('area_code');
  if (code === '') return { areaCode: slug(value('area_name')) || 'unknown', version: 'unplaced' };
  const borough = boroughByName(code);
  return borough === null ? 'no borough code such as E09000007' : { areaCode: borough.code, version: 'boroughs-2022' };
}

/** A neighbourhood team is that of one ward. Teams of no ward of the set, such as those no longer active, are not placed. */
function teamPlace(value: Value, version: BoundaryVersion): Place {
  const code = value('area_code');
  if (wardSetsOf(code).some((each) => each === version)) return { areaCode: code, version };
  const name = code === '' || code === '-1' ? 'unknown' : slug(code);
  return { areaCode: `team-${name}`, version: 'unplaced' };
}

/** Boroughs are published together, and so are teams, whether placed or not. */
function levelOf({ areaCode, version }: Place): 'boroughs' | 'teams' {
  return version === 'boroughs-2022' || (version === 'unplaced' && !isTeam(areaCode)) ? 'boroughs' : 'teams';
}

const isTeam = (areaCode: string): boolean => areaCode.startsWith('team-');

function categoryOf(value: Value): string | null {
  const [subtype, measure] = [value('crime_subtype'), value('measure')];
  if (value('crime_type') !== 'Knife Crime' || slug(subtype) === '' || slug(measure) === '') return null;
  return categoryKey(PUBLISHER, subtype, measure);
}

/** The table says in every row when it was refreshed. */
function refreshed({ rows }: Table): { recognisedAs?: string } {
  const dates = new Set(rows.map(({ value }) => value('refresh_date')));
  const [date] = dates;
  return dates.size === 1 && date ? { recognisedAs: `${MPS_KNIFE.title}, refreshed ${date}` } : {};
}

function noticesOf(counts: readonly CountRow[]): ReasonCount[] {
  const notices = reasonCounter();
  for (const { place } of counts) {
    if (place.version !== 'unplaced') continue;
    notices.add(
      `${isTeam(place.areaCode) ? 'a neighbourhood team of no ward' : 'an area that is no borough'}, kept apart as not placed`,
    );
  }
  return notices.counts();
}
