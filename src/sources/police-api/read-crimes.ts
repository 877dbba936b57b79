import { type Month, monthName } from '../../lib/calendar/month.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { coverageOf } from '../engine/coverage-of.ts';
import { type LeftOutRows, leftOutRows } from '../left-out-rows.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadContext, ReadText, RefusedText } from '../text-source.ts';
import { countTypes, crimesInWard, type ReadCrime } from './count-in-ward.ts';
import { type Crime, crimeShape } from './crime.ts';
import { parseJson } from './parse-json.ts';
import { type NamedWard, wardNamed } from './ward-named.ts';

/** The records of an answer. */
interface Records {
  crimes: ReadCrime[];
  /** Categories of records that cannot be read; null for one that may be of any. */
  unreadable: Set<string | null>;
  rowsRead: number;
  leftOut: LeftOutRows;
}

/**
 * Reads an answer of the API as the counts of one ward in one month. The answer does not say which area it is of, so
 * the ward must be named; crimes outside its boundary are not counted, and an answer with many of them is refused.
 */
export function readCrimes(text: string, context: ReadContext): ReadText | RefusedText {
  const parsed = parseJson(text);
  if (parsed.kind === 'refused') return parsed;
  const records = readRecords(Array.isArray(parsed.value) ? parsed.value : []);
  const month = monthOf(records, context.now);
  if (typeof month === 'object') return month;
  const ward = wardNamed(context.about, month, context.held);
  if (ward === null) {
    return refused(
      'holds crimes of an area that it does not name: say which ward was asked for with --about and its code, such as --about E05000130',
    );
  }
  if (ward === 'unknown') {
    return refused(`is said to be about ${context.about}, a ward of no set that is held: import its boundaries first`);
  }
  return countRecords(records, { ward, month }, context.boundaries);
}

function countRecords(
  { crimes, unreadable, rowsRead, leftOut }: Records,
  of: { ward: NamedWard; month: Month },
  boundaries: ReadContext['boundaries'],
): ReadText | RefusedText {
  const notices = reasonCounter();
  const inWard = crimesInWard(crimes, of.ward, boundaries, { leftOut, notices });
  if (!Array.isArray(inWard)) return inWard;
  const series = countTypes(inWard, of, unreadable, notices);
  const counts = leftOut.counts();
  return {
    kind: 'read',
    recognisedAs: `Crimes at street level from the API of data.police.uk: ward ${of.ward.code}, ${monthName(of.month)}`,
    rowsRead,
    rowsUsed: rowsRead - totalOf(counts),
    refused: counts,
    refusedRows: leftOut.rows(),
    notices: notices.counts(),
    from: of.month,
    to: of.month,
    boundaryVersions: [of.ward.version],
    series,
    coverage: coverageOf(series),
  };
}

/** Reads every record of an answer; the line of a record left out is its number in the list. */
function readRecords(list: readonly unknown[]): Records {
  const leftOut = leftOutRows();
  const unreadable = new Set<string | null>();
  const keyed: KeyedRow<Crime>[] = [];
  for (const [at, record] of list.entries()) {
    const row = { line: at + 1, raw: JSON.stringify(record) };
    const read = crimeShape.safeParse(record);
    if (read.success) keyed.push({ row, key: String(read.data.id), stated: read.data });
    else {
      leftOut.add(row, `a crime whose ${String(read.error.issues[0]?.path[0] ?? 'record')} cannot be read`);
      const category = crimeShape.pick({ category: true }).safeParse(record);
      unreadable.add(category.success ? category.data.category : null);
    }
  }
  const settled = settleRepeats(keyed, leftOut);
  for (const { key, stated } of keyed) {
    if (!settled.has(key) && 'category' in stated) unreadable.add(stated.category);
  }
  const rowOf = new Map(keyed.toReversed().map(({ key, row }) => [key, row]));
  const crimes = [...settled].flatMap(([key, crime]) => {
    const row = rowOf.get(key);
    return row ? [{ row, crime }] : [];
  });
  return { crimes, unreadable, rowsRead: list.length, leftOut };
}

/** The one month of an answer. */
function monthOf({ crimes, leftOut }: Records, now: Month): Month | RefusedText {
  const [month, ...others] = [...new Set(crimes.map(({ crime }) => crime.month))].sort();
  if (month === undefined) {
    return refused(`has no crime that can be used (${leftOut.counts()[0]?.reason}): download it again`);
  }
  if (others.length > 0) {
    return refused(
      `holds crimes of ${others.length + 1} months, and an answer of the API is of one: give each answer as a file of its own`,
    );
  }
  return month > now
    ? refused(`holds crimes of ${monthName(month)}, which is still to come: download it again`)
    : month;
}

function refused(because: string): RefusedText {
  return { kind: 'refused', because };
}
