import type { ComparisonRow } from '../model.ts';

/** Whether a row is judged at all, and by what earlier years bring: not on the counts alone, and not too few. */
export function isJudgedByYears({ verdict, dispersedPValue }: ComparisonRow): boolean {
  return (verdict === 'clear' || verdict === 'could be chance') && dispersedPValue !== null;
}

/** Clear of what earlier years bring: only such a row has the full mark. On the counts alone none is. */
export function isClear(row: ComparisonRow): boolean {
  return row.verdict === 'clear' && isJudgedByYears(row);
}
