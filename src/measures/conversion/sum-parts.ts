import type { BoundaryVersion } from '../../geography/index.ts';
import { monthFromNumber, monthNumber } from '../../lib/calendar/month.ts';
import { valueIn } from '../complete-months.ts';
import type { Series } from '../model.ts';
import type { Route } from './model.ts';

/** The set of areas a sum is for. */
export interface SummedFor {
  boundaryVersion: BoundaryVersion;
}

/**
 * Sums the series of small areas to those of the areas they lie in. A month in which one part has no value has none;
 * one that is doubtful for a part is doubtful. An area of which a part has no series at all gets none.
 * @param series of one measure that adds, from one vintage, on the set that the route starts from
 * @param areaCodes areas to make, in the order of the answer
 */
export function sumParts(
  route: Route,
  series: readonly Series[],
  areaCodes: readonly string[],
  to: SummedFor,
): Series[] {
  const byArea = new Map(series.map((each) => [each.areaCode, each]));
  return areaCodes.flatMap((areaCode) => {
    const codes = route.parts.get(areaCode) ?? [];
    const parts = codes.flatMap((code) => byArea.get(code) ?? []);
    const [first] = parts;
    if (first === undefined || parts.length < codes.length) return [];
    return [summed(route, parts, { ...first, areaCode }, to)];
  });
}

function summed(route: Route, parts: readonly Series[], as: Series, { boundaryVersion }: SummedFor): Series {
  const start = Math.min(...parts.map(({ firstMonth }) => monthNumber(firstMonth)));
  const end = Math.max(...parts.map(({ firstMonth, values }) => monthNumber(firstMonth) + values.length));
  const firstMonth = monthFromNumber(start);
  const values = Array.from({ length: end - start }, (_, at) => {
    const month = monthFromNumber(start + at);
    return parts.reduce<number | null>((sum, part) => {
      const value = sum === null ? null : valueIn(part, month);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  });
  const synthetic = parts.some((part) => part.synthetic);
  return {
    ...as,
    boundaryVersion,
    synthetic,
    files: [...new Set([...parts.flatMap(({ files }) => files), ...route.files])],
    firstMonth,
    values,
    origins: values.map((value) => (value === null ? null : synthetic ? 'made up' : route.origin)),
    doubtful: [...new Set(parts.flatMap(({ doubtful }) => doubtful))].sort(),
    backCast: false,
    convertedFrom: route.from,
    ...(route.files.length === 0 ? {} : { lookups: route.files }),
  };
}
