import type { BoundaryVersion } from '../../geography/index.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { Series } from '../model.ts';

/** A month of an area for which both vintages have a value. */
export interface Revision {
  areaCode: string;
  month: Month;
  before: number;
  after: number;
  /** After less before. */
  difference: number;
  /** True where either value is doubtful: the two then differ for want of a file's rows, and lie in no sum. */
  doubtful: boolean;
}

/** Months of an area for which one vintage has a value and the other none. */
export interface OnlyIn {
  areaCode: string;
  months: Month[];
}

export interface RevisionsBetween {
  /** Every month that both have, changed or not, in order of area and month. */
  months: Revision[];
  onlyBefore: OnlyIn[];
  onlyAfter: OnlyIn[];
}

/** What a measure was in one vintage and is in another, on one set of areas. */
export interface Revisions extends RevisionsBetween {
  measure: string;
  from: string;
  to: string;
  boundaryVersion: BoundaryVersion;
  /** Names of the areas by code; those that have none are not in it. */
  names: ReadonlyMap<string, string>;
}

/**
 * Sets the series of one measure in two vintages side by side, month by month; months that only one has are listed
 * apart, for they are no revision.
 * @param before series of the areas in the first vintage, at most one an area
 * @param after the same in the second
 */
export function revisionsBetween(before: readonly Series[], after: readonly Series[]): RevisionsBetween {
  const [old, recent] = [byArea(before), byArea(after)];
  const codes = [...new Set([...old.keys(), ...recent.keys()])].sort();
  const out: RevisionsBetween = { months: [], onlyBefore: [], onlyAfter: [] };
  for (const areaCode of codes) {
    const [one, other]: [Held, Held] = [old.get(areaCode) ?? new Map(), recent.get(areaCode) ?? new Map()];
    for (const [month, { value, doubtful }] of one) {
      const now = other.get(month);
      if (now === undefined) continue;
      const difference = now.value - value;
      const both = { before: value, after: now.value, difference, doubtful: doubtful || now.doubtful };
      out.months.push({ areaCode, month, ...both });
    }
    const lacking = (held: Held, than: Held): Month[] => [...held.keys()].filter((month) => !than.has(month));
    const [gone, added] = [lacking(one, other), lacking(other, one)];
    if (gone.length > 0) out.onlyBefore.push({ areaCode, months: gone });
    if (added.length > 0) out.onlyAfter.push({ areaCode, months: added });
  }
  return out;
}

interface Known {
  value: number;
  doubtful: boolean;
}
type Held = ReadonlyMap<Month, Known>;

function byArea(series: readonly Series[]): Map<string, Held> {
  return new Map(
    series.map(({ areaCode, firstMonth, values, doubtful }) => {
      const doubted = new Set(doubtful);
      const known = values.flatMap((value, at): [Month, Known][] => {
        const month = addMonths(firstMonth, at);
        return value === null ? [] : [[month, { value, doubtful: doubted.has(month) }]];
      });
      return [areaCode, new Map(known)];
    }),
  );
}
