import { percentChange } from '../comparison/percent-change.ts';
import type { PrintedRow } from './model.ts';

/** A change in percent as such tables print it: "-5.7%", "0.0%"; empty on a zero base. */
export function printedPercent({ current, previous }: Pick<PrintedRow, 'current' | 'previous'>): string {
  const change = percentChange(current, previous);
  return change === null ? '' : `${change.toFixed(1)}%`;
}

/** Whether the printed percentage and arrow are those of the printed counts. */
export function isReproduced(row: PrintedRow): boolean {
  const arrow = row.current === row.previous ? '↔' : row.current < row.previous ? '↓' : '↑';
  return printedPercent(row) === row.percent && arrow === row.arrow;
}
