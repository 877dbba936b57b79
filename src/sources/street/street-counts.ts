import type { Month } from '../../lib/calendar/month.ts';
import { isRailwayPolice } from './covered-wards.ts';
import type { Tally } from './tally.ts';

/** The counts of one street import. */
export interface StreetCounts {
  /** Months of each force for which the import holds rows. */
  months: ReadonlyMap<string, readonly Month[]>;
  types: ReadonlySet<string>;
  /** One for each ward version, in the same order in every import of a command. */
  tallies: readonly Tally[];
}

/** The forces of an import that police ground. */
export function territorialForces({ months }: StreetCounts): string[] {
  return [...months.keys()].filter((force) => !isRailwayPolice(force));
}

/**
 * The files of a command that are judged as one with this file for a force, this file among them: those that have none
 * of its months. A download comes as an archive or as a file for each month, and must give the same figures either way;
 * files that share months are different downloads, of other areas or of other crimes.
 */
export function judgedAsOne(file: StreetCounts, command: readonly StreetCounts[], force: string): StreetCounts[] {
  const own = new Set(file.months.get(force) ?? []);
  return command.filter((each) => each === file || isApart(each.months.get(force) ?? [], own));
}

function isApart(months: readonly Month[], others: ReadonlySet<Month>): boolean {
  return months.length > 0 && !months.some((month) => others.has(month));
}
