import type { BoundaryVersion } from '../../geography/index.ts';
import { addMonths, type Month, monthName, monthRange } from '../../lib/calendar/month.ts';
import type { Measure } from '../model.ts';
import { sumsCategory } from '../sums-category.ts';
import { isAbout } from './mark-doubtful.ts';
import type { HeldPart } from './model.ts';

/** What is held of one measure in one vintage. */
export interface HeldInVintage {
  vintage: string;
  boundaryVersions: BoundaryVersion[];
  first: Month;
  last: Month;
  /** Months in which a used file lacks something the measure sums, in any area. */
  doubtfulMonths: Month[];
  /** Months between the first and the last that no file holds; none for what is not monthly. */
  absentMonths: Month[];
}

/**
 * Says of each vintage what it holds of a measure, the latest imported first.
 * @param parts what live imports hold, in the order in which they were imported
 */
export function heldOfMeasure(measure: Measure, parts: readonly HeldPart[]): HeldInVintage[] {
  const own = parts.filter(({ categories }) => categories.some((category) => sumsCategory(measure, category)));
  const vintages = [...new Set(own.map(({ vintage }) => vintage).reverse())];
  return vintages.flatMap((vintage): HeldInVintage[] => {
    const held = own.filter((part) => part.vintage === vintage);
    const months = new Set(held.flatMap(monthsHeld));
    const [first, last] = [[...months].sort()[0], [...months].sort().at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        vintage,
        boundaryVersions: [...new Set(held.map(({ boundaryVersion }) => boundaryVersion))],
        first,
        last,
        doubtfulMonths: [...new Set(held.flatMap((part) => doubtfulIn(measure, part)))].sort(),
        absentMonths: measure.every === 'month' ? monthRange(first, last).filter((month) => !months.has(month)) : [],
      },
    ];
  });
}

function monthsHeld({ firstMonth, totals }: HeldPart): Month[] {
  if (firstMonth === null) return [];
  return totals.flatMap((total, at) => (total === null ? [] : [addMonths(firstMonth, at)]));
}

function doubtfulIn(measure: Measure, { findings, categories }: HeldPart): Month[] {
  if (measure.every !== 'month') return [];
  const summed = categories.filter((category) => sumsCategory(measure, category));
  return findings
    .filter(({ state, unusedBy }) => state !== 'absent' && unusedBy === null)
    .filter((finding) =>
      summed.some((category) => isAbout({ ...finding, areaCodes: null }, { areaCode: '', category })),
    )
    .map(({ month }) => month);
}

/** "April 2010 to March 2026, 191 months, 2 doubtful". */
export function sayHeld({ first, last, doubtfulMonths, absentMonths }: HeldInVintage): string {
  const doubtful = doubtfulMonths.length === 0 ? '' : `, ${doubtfulMonths.length} doubtful`;
  const absent = absentMonths.length === 0 ? '' : `, ${absentMonths.length} absent`;
  return `${monthName(first)} to ${monthName(last)}${doubtful}${absent}`;
}
