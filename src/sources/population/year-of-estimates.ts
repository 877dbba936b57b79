import { type Month, monthName } from '../../lib/calendar/month.ts';

/**
 * London's residents at the middle of a year as published, by which a file of all its LSOAs is known.
 * @source Office for National Statistics, mid-year population estimates, London: mid-2017 and mid-2020
 */
const LONDON_TOTALS: ReadonlyMap<number, string> = new Map([
  [8_825_001, '2017'],
  [9_002_488, '2020'],
]);
const YEAR = /^(19|20)\d{2}$/;

/**
 * The month of a file of mid-year estimates. Such a file does not name its year: it is told by its total where that is
 * London's published one, else by what the operator says of it.
 * @param residents sum over all rows of the file
 * @param about what the operator says the file is about; null when nothing is said
 */
export function yearOfEstimates(
  residents: number,
  about: string | null,
  now: Month,
): { kind: 'month'; month: Month; toldBy: 'total' | 'operator' } | { kind: 'refused'; because: string } {
  const known = LONDON_TOTALS.get(residents);
  if (about !== null && !YEAR.test(about)) {
    return {
      kind: 'refused',
      because: `cannot be about "${about}": name the year of its estimates, as in --about 2020`,
    };
  }
  if (known === undefined && about === null) {
    return {
      kind: 'refused',
      because:
        'does not say of which year its population estimates are: import it alone with --about and the year, as in --about 2020',
    };
  }
  if (known !== undefined && about !== null && about !== known) {
    return {
      kind: 'refused',
      because: `has London’s published total of mid-${known}, not of ${about}: import it without --about ${about}`,
    };
  }
  const month = `${known ?? about}-06` as Month;
  return month > now
    ? {
        kind: 'refused',
        because: `cannot hold estimates of ${monthName(month)}, which is still to come: check the year`,
      }
    : { kind: 'month', month, toldBy: known === undefined ? 'operator' : 'total' };
}
