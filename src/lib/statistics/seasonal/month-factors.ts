import { InvalidArgument } from '../../invalid-argument.ts';

/** Fewest full years from which a year's cycle is taken. */
export const LEAST_YEARS = 3;

/**
 * How each month of the year usually stands to the average month: the mean, over the years, of its share of that year's
 * own mean, so that a level which drifts from year to year leaves no trace. The twelve average to 1.
 * @param years full years of twelve values ≥ 0, at least three, none of them empty; any month may be the first
 * @returns twelve factors, in the order of the months of a year
 * @throws InvalidArgument for fewer years, a year that is not twelve values long, or one that sums to nothing
 */
export function monthFactors(years: readonly (readonly number[])[]): number[] {
  const shares = sharesOfYear(years);
  return Array.from({ length: 12 }, (_, month) => {
    return shares.reduce((sum, year) => sum + (year[month] ?? 0), 0) / shares.length;
  });
}

/** Each value as a share of its year's mean. */
export function sharesOfYear(years: readonly (readonly number[])[]): number[][] {
  if (years.length < LEAST_YEARS) throw new InvalidArgument(`A year's cycle needs ${LEAST_YEARS} full years.`);
  return years.map((year) => {
    const mean = year.reduce((sum, value) => sum + value, 0) / 12;
    if (year.length !== 12 || !(mean > 0))
      throw new InvalidArgument('A full year has twelve values, and not all none.');
    return year.map((value) => value / mean);
  });
}
