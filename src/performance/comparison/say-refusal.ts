import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { heldMonths } from '../figures/held-months.ts';
import type { MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/** Two periods that no vintage holds both of. */
export function sayApart({ current, previous }: Periods, apart: { current: string; previous: string }): string {
  return `${current.label} is held in the vintage "${apart.current}" only and ${previous.label} in "${apart.previous}" only, and vintages are never mixed: import a publication that has both, or choose periods that one of them has with --vintage.`;
}

/** Periods that none of the figures has in full. */
export function sayBeyond(
  figures: readonly MonthlyFigures[],
  { current, previous }: Periods,
  { place, vintage }: { place: string; vintage: string | null },
): string {
  const where = `${place}${vintage === null ? '' : ` in the vintage "${vintage}"`}`;
  const held = figures.flatMap((each) => heldMonths(each) ?? []);
  const from = held.map((each) => each.from).toSorted()[0];
  const to = held
    .map((each) => each.to)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) {
    return `No figures of this set are held for ${where}: import files that have them.`;
  }
  const beyond = [current, previous].filter((period) => period.from < from || period.to > to);
  const lacking = (beyond.length === 0 ? [current, previous] : beyond).map(({ label }) => label);
  return `Figures for ${where} go from ${monthName(from)} to ${monthName(to)}, which is not all of ${andList(lacking)}: choose periods within them.`;
}

/** A vintage that has nothing for an area. */
export function sayNoVintage(vintage: string, { place, held }: { place: string; held: readonly string[] }): string {
  const known = held.map((each) => `"${each}"`);
  const instead = known.length === 0 ? 'import a file that has them' : `choose ${known.slice(0, 3).join(' or ')}`;
  return `No vintage "${vintage}" holds figures for ${place}: ${instead}.`;
}
