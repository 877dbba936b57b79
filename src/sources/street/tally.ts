import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';

/** The wards of one version that incidents are placed in. */
export interface WardSet {
  version: BoundaryVersion;
  wards: { code: string; boroughCode: string | null }[];
}

/** Incidents of one force, month and crime type in one ward. */
export interface TallyRow {
  force: string;
  month: Month;
  type: string;
  ward: string;
  count: number;
}

/** Incidents counted by force, crime type, month and ward of one version; a few kilobytes a month. */
export interface Tally {
  wardSet: WardSet;
  add(rows: readonly TallyRow[]): void;
  forces(): string[];
  types(force: string): string[];
  months(force: string, type: string): Month[];
  /** Counts by position in the ward set; null when there are none for the month. */
  counts(force: string, type: string, month: Month): Uint32Array | null;
}

export function wardTally(wardSet: WardSet): Tally {
  const position = new Map(wardSet.wards.map(({ code }, index) => [code, index]));
  const byForce = new Map<string, Map<string, Map<Month, Uint32Array>>>();
  const monthOf = ({ force, type, month }: TallyRow): Uint32Array => {
    const types = byForce.get(force) ?? new Map<string, Map<Month, Uint32Array>>();
    byForce.set(force, types);
    const months = types.get(type) ?? new Map<Month, Uint32Array>();
    types.set(type, months);
    const counts = months.get(month) ?? new Uint32Array(wardSet.wards.length);
    months.set(month, counts);
    return counts;
  };
  return {
    wardSet,
    add(rows) {
      for (const row of rows) {
        const at = position.get(row.ward);
        if (at === undefined) throw new RangeError(`${row.ward} is not in the ward set.`);
        const counts = monthOf(row);
        counts[at] = (counts[at] ?? 0) + row.count;
      }
    },
    forces: () => [...byForce.keys()].sort(),
    types: (force) => [...(byForce.get(force)?.keys() ?? [])].sort(),
    months: (force, type) => [...(byForce.get(force)?.get(type)?.keys() ?? [])].sort(),
    counts: (force, type, month) => byForce.get(force)?.get(type)?.get(month) ?? null,
  };
}

/** Incidents of one force in each ward, over all months and crime types, by position in the ward set. */
export function wardTotals(tally: Tally, force: string): number[] {
  const totals = tally.wardSet.wards.map(() => 0);
  for (const type of tally.types(force)) {
    for (const month of tally.months(force, type)) {
      tally.counts(force, type, month)?.forEach((count, at) => {
        totals[at] = (totals[at] ?? 0) + count;
      });
    }
  }
  return totals;
}
