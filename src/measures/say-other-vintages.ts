import { monthName } from '../lib/calendar/month.ts';
import type { OtherVintage, Series } from './model.ts';
import { isOfVintage } from './named-vintage.ts';

/** Vintages named; there may be one for every month. */
const MOST_NAMED = 3;

/** Vintages that hold what a series does not, with their months as a person reads them; at most three. */
export function otherVintagesSaid({
  vintage,
  otherVintages = [],
}: Pick<Series, 'vintage' | 'otherVintages'>): { vintage: string; months: string }[] {
  return otherVintages
    .filter((other) => !isOfVintage(vintage, other.vintage))
    .slice(0, MOST_NAMED)
    .map((other) => ({ vintage: other.vintage, months: monthsOf(other) }));
}

/** "April 2010 to January 2024 are held in the vintage X". */
function monthsOf({ from, to }: OtherVintage): string {
  return from === to ? `${monthName(from)} is` : `${monthName(from)} to ${monthName(to)} are`;
}
