import { type Month, monthRange } from '../../lib/calendar/month.ts';
import { type CategorySeries, EVERY_STREET_CRIME, type MonthCoverage, STREET_TYPES } from '../../measures/index.ts';
import type { Tally } from './tally.ts';

const NOT_A_CRIME = 'anti-social-behaviour';

/** Anti-social behaviour is in the same files but is no crime. */
export function isCrime(type: string): boolean {
  return type !== NOT_A_CRIME;
}

/** What one force's files give for the wards they cover. */
export interface CoveredForce {
  force: string;
  /** Months for which there is a file. */
  months: readonly Month[];
  /** Positions in the tally's ward set. */
  wards: readonly number[];
}

/** Which crime types a file's runs are made for. */
export interface CountedTypes {
  types: ReadonlySet<string>;
  /** Whether the total of all crime is made: not of files that hold a single type. */
  total: boolean;
}

/**
 * Makes a run for each covered ward and crime type: zero where the file covers the month and the type existed, a gap
 * where not. Files that hold several types of crime also make their total.
 */
export function* wardSeries(
  tally: Tally,
  covered: CoveredForce,
  { types, total: isTotalMade }: CountedTypes,
): Generator<CategorySeries> {
  const { force, wards } = covered;
  const months = [...covered.months].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return;
  const index = monthRange(first, last);
  const held = new Set(months);
  const runOf = (category: string, at: number, values: (number | null)[]): CategorySeries => ({
    category,
    areaCode: tally.wardSet.wards[at]?.code ?? '',
    boundaryVersion: tally.wardSet.version,
    publisher: force,
    firstMonth: first,
    values,
  });
  for (const type of types) {
    const columns = index.map((month) => (held.has(month) ? columnOf(tally, force, type, month) : null));
    for (const at of wards) {
      yield runOf(
        `street/${type}`,
        at,
        columns.map((column) => (column === null ? null : (column[at] ?? 0))),
      );
    }
  }
  if (!isTotalMade) return;
  const crimes = [...types].filter(isCrime);
  for (const at of wards) {
    const total = (month: Month): number =>
      crimes.reduce((sum, type) => sum + (tally.counts(force, type, month)?.[at] ?? 0), 0);
    yield runOf(
      EVERY_STREET_CRIME,
      at,
      index.map((month) => (held.has(month) ? total(month) : null)),
    );
  }
}

/** Counts of a type in a month by ward; none of it is zero only in months for which the type existed. */
function columnOf(tally: Tally, force: string, type: string, month: Month): ArrayLike<number> | null {
  const counts = tally.counts(force, type, month);
  if (counts) return counts;
  return existedIn(type, month) ? [] : null;
}

/** Whether a crime type was used in a month; one that is not known is taken to have been. */
export function existedIn(type: string, month: Month): boolean {
  const known = STREET_TYPES.find(({ slug }) => slug === type);
  return !known || (month >= known.from && (known.until === null || month <= known.until));
}

/** What the files hold in the covered wards by month. */
export function wardCoverage(tally: Tally, { force, months, wards }: CoveredForce): MonthCoverage[] {
  if (wards.length === 0) return [];
  return [...months].sort().map((month) => ({
    month,
    publisher: force,
    boundaryVersion: tally.wardSet.version,
    total: tally
      .types(force)
      .reduce((sum, type) => sum + wards.reduce((s, at) => s + (tally.counts(force, type, month)?.[at] ?? 0), 0), 0),
  }));
}
