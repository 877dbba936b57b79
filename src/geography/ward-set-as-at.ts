import { isDate } from '../lib/calendar/is-date.ts';
import type { BoundarySet } from './model.ts';
import { BOUNDARY_SETS } from './reference/boundary-sets.ts';

/**
 * The ward set in force on a day: wards-2014 until 4 May 2022, wards-2022 from 5 May 2022.
 * A day before the first set has the first one: the wards of Camden and Islington were the same from 2002.
 * @param date "2024-03-31"
 * @throws RangeError when the text is not such a date
 */
export function wardSetAsAt(date: string): BoundarySet {
  if (!isDate(date)) throw new RangeError(`"${date}" is not a date: write it as 2024-03-31.`);
  const wardSets = BOUNDARY_SETS.filter((set) => set.kind === 'ward').toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const inForce = wardSets.findLast((set) => set.from <= date) ?? wardSets[0];
  if (!inForce) throw new RangeError('No ward set is known.');
  return inForce;
}
