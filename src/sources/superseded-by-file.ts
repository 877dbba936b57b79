import type { Month } from '../lib/calendar/month.ts';
import type { ImportedFile } from './model.ts';

/** Months that a file gives up to one other, with their totals in both. */
export interface SupersededByFile {
  by: string;
  months: Month[];
  total: number;
  byTotal: number;
}

/** The months a file gives up, gathered by the file that is used instead. */
export function supersededByFile(given: ImportedFile['supersededMonths']): SupersededByFile[] {
  const files = new Map<string, SupersededByFile>();
  for (const { month, total, by, byTotal } of given) {
    const known = files.get(by) ?? { by, months: [], total: 0, byTotal: 0 };
    files.set(by, {
      by,
      months: [...new Set([...known.months, month])].sort(),
      total: known.total + total,
      byTotal: known.byTotal + byTotal,
    });
  }
  return [...files.values()];
}
