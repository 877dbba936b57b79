import type { HeldRow, RosterRow } from '../model.ts';
import type { HeldDuty, HeldLeave } from './model.ts';

/** First and last day of a roster. */
export interface DaySpan {
  first: string;
  last: string;
}

/** The days a whole roster is of; null where rows of nobody knows whom or when could be what seems to be missing. */
export function wholeSpan(rows: readonly RosterRow[], held: readonly HeldRow[]): DaySpan | null {
  if (held.some(({ officer, day }) => officer === null || day === null)) return null;
  const days = rows.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** What hangs on a duty, so that no roster removes it; null where nothing does. */
export function whyStays(row: HeldDuty | HeldLeave, absencesOf: ReadonlyMap<number, unknown>): string | null {
  if (!('kind' in row)) return null;
  if (row.kind !== 'ward') return 'it is work beside ward duty';
  if (row.confirmed !== null) return 'somebody confirmed it';
  return absencesOf.has(row.id) ? 'an absence is recorded in it' : null;
}
