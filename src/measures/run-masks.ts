import { type Month, monthNumber } from '../lib/calendar/month.ts';
import type { HeldSeries, UnusedMonths, UsableImport } from './held-series.ts';

/** Months from the first to the last that any row has, as numbers. */
export interface Span {
  first: number;
  length: number;
}

/** The months that some runs have among them; no months when there are no runs. */
export function spanOf(rows: readonly HeldSeries[]): Span {
  let [first, end] = [Infinity, -Infinity];
  for (const { firstMonth, values } of rows) {
    const start = monthNumber(firstMonth);
    first = Math.min(first, start);
    end = Math.max(end, start + values.length);
  }
  return first === Infinity ? { first: 0, length: 0 } : { first, length: end - first };
}

/** For each import, publisher and area that gives months up, 1 where it does. */
export function unusedMasks(unused: readonly UnusedMonths[], span: Span): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>();
  for (const { importId, publisher, areaCodes, months } of unused) {
    for (const areaCode of areaCodes) {
      const key = `${importId} ${publisher} ${areaCode}`;
      const mask = masks.get(key) ?? new Uint8Array(span.length);
      masks.set(key, mark(mask, months, span));
    }
  }
  return masks;
}

/** For each import and publisher with doubtful months, 1 where they are. */
export function doubtfulMasks(imports: readonly UsableImport[], span: Span): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>();
  for (const { importId, doubtful } of imports) {
    for (const [publisher, months] of doubtful) {
      if (months.length > 0) masks.set(`${importId} ${publisher}`, mark(new Uint8Array(span.length), months, span));
    }
  }
  return masks;
}

/** Sets the months of a mask; those outside it have no place. */
function mark(mask: Uint8Array, months: readonly Month[], span: Span): Uint8Array {
  for (const month of months) {
    const at = monthNumber(month) - span.first;
    if (at >= 0 && at < span.length) mask[at] = 1;
  }
  return mask;
}
