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
  /** Only of what is made of a mark and a count: the count, with the vintages that hold it; the vintage is the mark's. */
  countedWith?: { measure: string; vintages: string[] };
}

/**
 * Says of each vintage what it holds of a measure, in the order in which they are chosen for an area: those with figures
 * of wards, boroughs or forces before those of LSOAs only, then the later last month, then the later import of a file
 * that holds the measure.
 * @param parts what live imports hold, in the order in which they were imported
 */
export function heldOfMeasure(measure: Measure, parts: readonly HeldPart[]): HeldInVintage[] {
  const own = parts.filter(({ categories }) => categories.some((category) => sumsCategory(measure, category)));
  const vintages = [...new Set(own.map(({ vintage }) => vintage).reverse())];
  const found = vintages.flatMap((vintage): HeldInVintage[] => {
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
  return found.toSorted(
    (a, b) => Number(isOfLsoas(a)) - Number(isOfLsoas(b)) || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0),
  );
}

const isOfLsoas = ({ boundaryVersions }: HeldInVintage): boolean =>
  boundaryVersions.every((version) => version.startsWith('lsoas-'));

/**
 * Says the same of a measure that is made of two others, LSOA by LSOA: held in every vintage of its marks, when its
 * count is held in any.
 */
export function heldOfDerived(mark: Measure, count: Measure, parts: readonly HeldPart[]): HeldInVintage[] {
  const vintages = heldOfMeasure(count, parts).map(({ vintage }) => vintage);
  if (vintages.length === 0) return [];
  return heldOfMeasure(mark, parts).map((held) => ({ ...held, countedWith: { measure: count.name, vintages } }));
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

/** "April 2010 to March 2026, 2 doubtful, 1 absent"; of what is made of two others, with what the first is counted. */
export function sayHeld({ first, last, doubtfulMonths, absentMonths, countedWith }: HeldInVintage): string {
  const doubtful = doubtfulMonths.length === 0 ? '' : `, ${doubtfulMonths.length} doubtful`;
  const absent = absentMonths.length === 0 ? '' : `, ${absentMonths.length} absent`;
  const months = first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`;
  const made =
    countedWith === undefined
      ? ''
      : `, with ${countedWith.measure} of the vintage ${countedWith.vintages.join(' or ')}`;
  return `${months}${doubtful}${absent}${made}`;
}
