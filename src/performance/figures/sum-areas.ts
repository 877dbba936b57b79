import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
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
  const ends = parts.map((each) => monthsBetween(firstMonth, each.firstMonth) + each.values.length);
  const values = Array.from({ length: Math.max(...ends) }, (_, at) => sumAt(parts, addMonths(firstMonth, at)));
  return {
    measure: first.measure,
    area,
    vintage: first.vintage,
    synthetic: parts.some((each) => each.synthetic),
    files: [...new Set(parts.flatMap((each) => each.files))].toSorted(),
    firstMonth,
    values,
    origins: [...new Set(parts.flatMap((each) => each.origins.filter((origin) => origin !== null)))],
    doubtful: [...new Set(parts.flatMap((each) => each.doubtful))].toSorted(),
    backCast: parts.some((each) => each.backCast),
  };
}

function sumAt(parts: readonly Series[], month: Series['firstMonth']): number | null {
  let sum = 0;
  for (const { firstMonth, values } of parts) {
    const value = values[monthsBetween(firstMonth, month)] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
