import { addMonths, type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CountedSource, LakeFile } from './model.ts';

/** What is held of one kind of incident. */
export interface HeldIncidents {
  source: CountedSource;
  from: Month;
  to: Month;
  /** The one imported last comes first. */
  vintages: string[];
}

/** Months a question is first asked of: the last twelve. */
const MONTHS_FIRST_ASKED = 12;

/** What files hold of a kind of incident; null when there are none. */
export function heldIncidents(source: CountedSource, files: readonly LakeFile[]): HeldIncidents | null {
  const months = files.map(({ month }) => month).sort();
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return null;
  const newest = files.toSorted((a, b) => b.importId - a.importId);
  return { source, from, to, vintages: [...new Set(newest.map(({ vintage }) => vintage))] };
}

/** Every month from the first held to the last, of all kinds; empty when nothing is held. */
export function monthsHeld(held: readonly HeldIncidents[]): Month[] {
  const from = held.map((each) => each.from).sort()[0];
  const to = held
    .map((each) => each.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? [] : monthRange(from, to);
}

/** The months a question begins with: the last year held of the first kind. */
export function firstAsked([held]: readonly HeldIncidents[]): { from: string; to: string } {
  if (held === undefined) return { from: '', to: '' };
  const yearBefore = addMonths(held.to, 1 - MONTHS_FIRST_ASKED);
  return { from: yearBefore > held.from ? yearBefore : held.from, to: held.to };
}
