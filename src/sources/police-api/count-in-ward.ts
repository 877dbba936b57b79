import type { Boundary, BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { buildAreaIndex, locate, toE7 } from '../../lib/spatial/index.ts';
import type { CategorySeries } from '../../measures/index.ts';
import type { ReasonCounter } from '../count-reasons.ts';
import type { LeftOutRows } from '../left-out-rows.ts';
import type { RefusedText } from '../text-source.ts';
import { PUBLISHER, typeOf, typesOf } from './api-categories.ts';
import type { Crime } from './crime.ts';
import type { NamedWard } from './ward-named.ts';

/** A crime with the record it stands in. */
export interface ReadCrime {
  row: { line: number; raw: string };
  crime: Crime;
}

/** An answer with a larger share of its crimes elsewhere was not asked for the ward; of real ones up to 4.4 % are. */
const MOST_OUTSIDE = 0.1;

/**
 * The crimes of an answer that lie in the ward, where its boundary is held; otherwise those with a location.
 * @param leftOut gets the others
 */
export function crimesInWard(
  read: readonly ReadCrime[],
  ward: NamedWard,
  boundaries: ReadonlyMap<BoundaryVersion, readonly Boundary[]> | undefined,
  { leftOut, notices }: { leftOut: LeftOutRows; notices: ReasonCounter },
): Crime[] | RefusedText {
  const wards = boundaries?.get(ward.version) ?? [];
  const located = read.flatMap(({ row, crime }) => {
    if (crime.location !== null) return [{ row, crime, location: crime.location }];
    leftOut.add(row, 'no location, so in no ward');
    return [];
  });
  if (located.length === 0) {
    return {
      kind: 'refused',
      because: 'holds crimes without a location, which are in no ward: nothing can be kept of it',
    };
  }
  if (!wards.some(({ code }) => code === ward.code)) {
    notices.add(
      `the boundary of ${ward.code} is not held, so it could not be checked that they lie in it`,
      located.length,
    );
    return located.map(({ crime }) => crime);
  }
  const index = buildAreaIndex(wards);
  const isInside = ({ location }: (typeof located)[number]): boolean =>
    locate(index, toE7(location.longitude), toE7(location.latitude)) === ward.code;
  const outside = located.filter((each) => !isInside(each));
  if (outside.length > MOST_OUTSIDE * located.length) {
    const because = `has ${outside.length} of ${located.length} crimes outside the ward ${ward.code}, so it was not asked for that ward: check the code given with --about`;
    return { kind: 'refused', because };
  }
  for (const { row } of outside) leftOut.add(row, 'a place outside the ward, so not counted in it');
  return located.filter(isInside).map(({ crime }) => crime);
}

/**
 * The counts of a ward in a month: one run for each crime type in use in the month. An answer with a single type may
 * have been asked for that type alone, so the others have no value; nor has a type of which a record cannot be read.
 * @param unreadable categories of records that cannot be read; null for a record that may be of any
 */
export function countTypes(
  crimes: readonly Crime[],
  { ward, month }: { ward: NamedWard; month: Month },
  unreadable: ReadonlySet<string | null>,
  notices: ReasonCounter,
): CategorySeries[] {
  const counts = new Map<string, number>();
  for (const { category, location_type: recordedBy } of crimes) {
    const type = typeOf(category, month);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (recordedBy === 'BTP') notices.add('recorded by the railway police: counted with the others');
  }
  const inUse = typesOf(month);
  const single = counts.size === 1;
  if (single) {
    notices.add(
      'a single type of crime: the others have no value, since they may not have been asked for',
      crimes.length,
    );
  }
  for (const [type, count] of counts)
    if (!inUse.includes(type)) notices.add(`a type of crime no measure counts yet: ${type.split('/').at(-1)}`, count);
  const unknown = new Set([...unreadable].map((category) => (category === null ? null : typeOf(category, month))));
  const countOf = (type: string): number | null => {
    if (unknown.has(null) || unknown.has(type)) return null;
    return counts.get(type) ?? (single ? null : 0);
  };
  return [...new Set([...inUse, ...counts.keys()])].sort().map((category) => ({
    category,
    areaCode: ward.code,
    boundaryVersion: ward.version,
    publisher: PUBLISHER,
    firstMonth: month,
    values: [countOf(category)],
  }));
}
