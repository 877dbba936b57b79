import { boroughByName } from '../../geography/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { type CountDoubt, type CountRow, countedMonth, countRows } from '../mps/count-rows.ts';
import { countRuns } from '../mps/count-runs.ts';
import type { Place } from '../mps/place.ts';
import { readTable, type TableRow } from '../read-table.ts';
import type { ReadContext, ReadText, RefusedText, TextSource } from '../text-source.ts';
import { namedWard, namedWardVersion } from './named-ward.ts';

const COLUMNS = ['borough_name', 'ward_name_clean_2', 'recorded_date_months', 'count', 'sheet'];
const PUBLISHER = 'mps-vawg';
const CATEGORY = 'mps-vawg/offences';
/** The sheet that counts offences by where they happened. */
const SHEET = 'Offence count location';

/** Violence against women and girls by ward: one row a ward, month of recording and month of the offence. */
export const MPS_VAWG: TextSource = {
  kind: 'mps-vawg',
  title: 'MPS violence against women and girls by ward',
  reads: 'the ward table of the Metropolitan Police’s dashboard of violence against women and girls',
  knows: (head) => head.kind === 'csv' && COLUMNS.every((column) => head.columns.includes(column)),
  read: readOffences,
};

function readOffences(text: string, { now }: ReadContext): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const named = new Map(table.rows.map(({ value }) => [keyOf(value), namesOf(value)]));
  const version = namedWardVersion([...named.values()]);
  if (version === null) return { kind: 'refused', because: UNTOLD };
  const places = new Map([...named].map(([key, names]) => [key, placesOf(names, version)]));
  const { counts, doubts } = countRows(table, 'count', ({ value }) => ({
    place: places.get(keyOf(value))?.ward ?? 'no London borough',
    category: value('sheet') === SHEET ? CATEGORY : null,
    month: countedMonth(value('recorded_date_months'), now),
    part: `${value('date_committed_from_date_months')}\n${value('bcu_location')}`,
  }));
  const boroughOf = boroughsOf([...places.values()]);
  const inBorough = <T extends CountRow | CountDoubt>(counted: T): T => ({
    ...counted,
    place: counted.place && boroughOf(counted.place),
  });
  // A borough's wards are published together: one without a row in a month is not in the table for that month.
  const together = { togetherWith: (place: Place) => boroughOf(place).areaCode };
  const series = [
    ...countRuns(PUBLISHER, counts, doubts, together),
    ...countRuns(PUBLISHER, counts.map(inBorough), doubts.map(inBorough), together),
  ];
  return asReadText(table, { series, notices: noticesOf(counts, table.rows) });
}

const UNTOLD =
  'names no ward of Camden or Islington by which to tell whether its wards are those before or after May 2022, and gives no ward codes: it cannot be placed';

type Value = TableRow['value'];
type WardVersion = Parameters<typeof namedWard>[2];

interface Places {
  ward: Place;
  borough: Place;
}

function namesOf(value: Value): { borough: string; ward: string } {
  return { borough: value('borough_name'), ward: value('ward_name_clean_2') };
}

function keyOf(value: Value): string {
  return `${value('borough_name')}\n${value('ward_name_clean_2')}`;
}

function placesOf({ borough, ward }: { borough: string; ward: string }, version: WardVersion): Places | null {
  const code = boroughByName(borough)?.code;
  return code === undefined
    ? null
    : { ward: namedWard(borough, ward, version), borough: { areaCode: code, version: 'boroughs-2022' } };
}

/** The borough of what is in a ward, or in no ward that can be told; of a borough itself. */
function boroughsOf(places: readonly (Places | null)[]): (place: Place) => Place {
  const boroughs = new Map(places.flatMap((each) => (each ? [[each.ward.areaCode, each.borough]] : [])));
  return (place) => boroughs.get(place.areaCode) ?? place;
}

function noticesOf(counts: readonly CountRow[], rows: readonly TableRow[]): ReasonCount[] {
  const notices = reasonCounter();
  for (const { place } of counts)
    if (place.version === 'unplaced')
      notices.add('no ward of the set: counted in its borough and kept apart as not placed');
  for (const { value } of rows) {
    const [recorded, committed] = [value('recorded_date_months'), value('date_committed_from_date_months')];
    if (committed === '') notices.add('no month of the offence: counted, since only the month of recording is used');
    else if (committed > recorded) notices.add('recorded before the month of the offence: counted');
  }
  return notices.counts();
}
