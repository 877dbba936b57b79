import { monthNumber } from '../lib/calendar/month.ts';
import type { Series } from './model.ts';

/**
 * Counts those who live in marked areas: for each area its count where the mark is 1, none where it is 0. The mark and
 * the count are different publications, each from a vintage of its own, and both are named. The value stands at the
 * month of the mark, with the last count known by then or, when all are later, the first.
 * @param counts series of the count by area, one for each
 * @param marks  series of the mark on the same areas: 1, 0, or null where it is not known
 * @returns one series for each area that has both; no value where the mark is neither 1 nor 0
 */
export function deriveMarked(measure: string, counts: readonly Series[], marks: readonly Series[]): Series[] {
  const countOf = new Map(counts.map((each) => [each.areaCode, each]));
  return marks.flatMap((mark) => {
    const count = countOf.get(mark.areaCode);
    return count === undefined ? [] : [marked(measure, count, mark)];
  });
}

function marked(measure: string, count: Series, mark: Series): Series {
  const values = mark.values.map((isMarked, at) => {
    if (isMarked === 0) return 0;
    return isMarked === 1 ? countBy(count, monthNumber(mark.firstMonth) + at) : null;
  });
  const vintages = [...new Set([mark.vintage, count.vintage])];
  return {
    ...mark,
    measure,
    vintage: vintages.join(' with '),
    synthetic: mark.synthetic || count.synthetic,
    files: [...new Set([...mark.files, ...count.files])],
    values,
    origins: values.map((value, at) => (value === null ? null : (mark.origins[at] ?? null))),
  };
}

function countBy(count: Series, month: number): number | null {
  const first = monthNumber(count.firstMonth);
  const upTo = count.values.slice(0, Math.max(0, month - first + 1));
  return upTo.findLast((value) => value !== null) ?? count.values.find((value) => value !== null) ?? null;
}
