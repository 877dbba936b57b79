import { monthsBetween } from '../../lib/calendar/month.ts';
import type { Series } from '../../measures/index.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';

/**
 * The figures of an area as the sum of those of its official areas, month by month; a month that any of them lacks has no
 * value. Null where there is nothing to sum.
 * @param parts one series for each official area, of one measure and vintage
 */
export function sumAreas(area: PerformanceArea, parts: readonly Series[]): MonthlyFigures | null {
  const [first] = parts;
  if (first === undefined) return null;
  const firstMonth = parts.reduce(
    (least, each) => (each.firstMonth < least ? each.firstMonth : least),
    first.firstMonth,
  );
  const placed = parts.map(({ values, ...each }) => ({ values, begins: monthsBetween(firstMonth, each.firstMonth) }));
  const length = Math.max(...placed.map(({ begins, values }) => begins + values.length));
  return {
    measure: first.measure,
    area,
    vintage: first.vintage,
    synthetic: parts.some((each) => each.synthetic),
    files: [...new Set(parts.flatMap((each) => each.files))].toSorted(),
    firstMonth,
    values: Array.from({ length }, (_, at) => sumAt(placed, at)),
    origins: [...new Set(parts.flatMap((each) => each.origins.filter((origin) => origin !== null)))],
    doubtful: [...new Set(parts.flatMap((each) => each.doubtful))].toSorted(),
    backCast: parts.some((each) => each.backCast),
  };
}

function sumAt(parts: readonly (Pick<Series, 'values'> & { begins: number })[], at: number): number | null {
  let sum = 0;
  for (const { values, begins } of parts) {
    const value = values[at - begins] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
