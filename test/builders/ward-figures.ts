import { referenceAreas } from '../../src/geography/index.ts';
import { type Month, monthsBetween } from '../../src/lib/calendar/month.ts';
import type { CategorySeries } from '../../src/measures/index.ts';

/** Burglaries as an MPS ward file has them: the ward of place n has n + 1 a month, in every month from `from` to `to`. */
export function burglaries(version: 'wards-2014' | 'wards-2022', from: Month, to: Month): CategorySeries[] {
  const months = monthsBetween(from, to) + 1;
  return referenceAreas(version).map((ward, place) => ({
    category: 'mps/burglary/domestic-burglary',
    areaCode: ward.code,
    boundaryVersion: version,
    publisher: 'mps',
    firstMonth: from,
    values: Array.from({ length: months }, () => place + 1),
  }));
}
