import type { BoundaryVersion } from '../../geography/index.ts';
import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { findMeasure } from '../../measures/index.ts';
import { financialYearStart } from '../periods/financial-year.ts';
import { alreadyPublic } from './already-public.ts';
import { isForLargeAreasOnly, isOnlyFewPeople } from './few-people.ts';
import { type HiddenCells, seriesKey } from './model.ts';

/** Months of a measure in one official area. */
export interface MonthsOfArea {
  measure: string;
  areaCode: string;
  boundaryVersion: BoundaryVersion;
  synthetic: boolean;
  firstMonth: Month;
  values: readonly (number | null)[];
}

/** The sum of a financial year that is given out, though some of its months are not. */
export interface YearSum {
  from: Month;
  to: Month;
  count: number;
}

/** What of some months is given out. */
export interface GivenOut {
  /** As before, null where a month is not given out. */
  values: (number | null)[];
  /** Months that have a value and are not given out. */
  hidden: Month[];
  /** Years whose sum is given out though months of theirs are not. */
  years: YearSum[];
}

/** Whether nothing of some months need be left out: what is made up, not about few people alone, or public already. */
export function isGivenOutWhole({
  measure,
  boundaryVersion,
  synthetic,
}: Pick<MonthsOfArea, 'measure' | 'boundaryVersion' | 'synthetic'>): boolean {
  const categories = findMeasure(measure)?.categories ?? [];
  // Made-up figures are about nobody.
  return synthetic || !isOnlyFewPeople(categories) || alreadyPublic(categories, boundaryVersion) !== null;
}

/** Whether all of it is given out, or nothing of it is, or cell by cell what was decided. */
function ruleFor(months: MonthsOfArea, { decided }: HiddenCells) {
  if (isGivenOutWhole(months)) return 'all';
  if (isForLargeAreasOnly(findMeasure(months.measure)?.categories ?? [])) return 'nothing';
  return decided.has(seriesKey(months.measure, months.areaCode)) ? 'as decided' : 'nothing';
}

/** Takes out of the months of an area what is not given out; of what is about few people and was not decided, all. */
export function hideCells(months: MonthsOfArea, cells: HiddenCells): GivenOut {
  const { measure, areaCode, firstMonth, values } = months;
  const rule = ruleFor(months, cells);
  if (rule === 'all') return { values: [...values], hidden: [], years: [] };
  const key = seriesKey(measure, areaCode);
  const isHidden = (month: Month): boolean => rule === 'nothing' || cells.months.get(key)?.has(month) === true;
  const months_ = values.map((value, at) => ({ value, month: addMonths(firstMonth, at) }));
  const hidden = months_.filter(({ value, month }) => value !== null && isHidden(month)).map(({ month }) => month);
  const shown = months_.map(({ value, month }) => (isHidden(month) ? null : value));
  return { values: shown, hidden, years: rule === 'nothing' ? [] : yearsOf(months, hidden, cells) };
}

function yearsOf(
  { measure, areaCode, firstMonth, values }: MonthsOfArea,
  hidden: readonly Month[],
  cells: HiddenCells,
) {
  const years = new Set(hidden.map(financialYearStart));
  return [...years].toSorted().flatMap((from): YearSum[] => {
    if (cells.years.get(seriesKey(measure, areaCode))?.has(from)) return [];
    const begins = monthsBetween(firstMonth, from);
    const counts = begins < 0 ? [] : values.slice(begins, begins + 12);
    if (counts.length < 12 || counts.some((count) => count === null)) return [];
    return [{ from, to: addMonths(from, 11), count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) }];
  });
}
