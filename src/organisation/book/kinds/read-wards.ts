import { type Area, type BoundaryVersion, boundarySet, wardSetAsAt } from '../../../geography/index.ts';
import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import type { Days } from '../../post-book.ts';
import type { WardText } from '../column.ts';
import { isWardSet, type Places, type Read, readWard } from '../places.ts';
import { quoted } from '../quoted.ts';

/** Wards of one set, as a row has them. */
export interface WardsOfSet {
  wards: string[];
  boundaryVersion: BoundaryVersion;
  boroughs: string[];
}

/**
 * The wards of a row by name or code, all of one ward set: the one it names, else the one in force on its first day. A row
 * with wards ends with its ward set: the wards of the next set are others, whatever they are called.
 * @param column name of the column that has them
 */
export function readWards(
  column: string,
  { wards, version, during }: { wards: readonly WardText[]; version: string | null; during: Days },
  places: Places,
): Read<WardsOfSet> {
  const named = version ?? wardSetAsAt(during.from).version;
  if (!isWardSet(named))
    return { because: `boundary_version: ${quoted(named)} is no ward set: write wards-2014 or wards-2022.` };
  const found: Area[] = [];
  for (const { text } of wards) {
    const read = readWard(text, named, places);
    if ('because' in read) return { because: `${column}: ${read.because}` };
    if (found.includes(read.value))
      return { because: `${column}: ${read.value.name} stands there twice: take one out.` };
    found.push(read.value);
  }
  const boroughs = [...new Set(found.flatMap(({ boroughCode }) => boroughCode ?? []))];
  const outside = outsideItsSet(named, during);
  if (outside !== null) return { because: outside };
  return { value: { wards: found.map(({ code }) => code), boundaryVersion: named, boroughs } };
}

/** Why a row's days do not lie within those of its ward set; before the first set its wards were the same. */
function outsideItsSet(version: BoundaryVersion, { from, until }: Days): string | null {
  const set = boundarySet(version);
  const starts = wardSetAsAt(from);
  if (set.until !== null && (until === null || until > set.until)) {
    const last = dayBefore(set.until);
    return `last_day: the wards of ${version} were in force until ${last}, and this goes on: end it on ${last}, and add one of its own from ${set.until} with the wards of that day.`;
  }
  if (starts.version !== version && from < set.from)
    return `first_day: the wards of ${version} are in force from ${set.from}: begin it then, and add one of its own before.`;
  return null;
}
