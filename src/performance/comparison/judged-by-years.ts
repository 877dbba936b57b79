import type { ComparisonRow } from '../model.ts';

/**
 * Degrees of freedom below which earlier years are too few to tell: at two, 95 % limits lie 4.3 estimated errors away, at one
 * 12.7, against 2 where the error is known, so that they say "from a tenth to ten times as many" of any change.
 */
const LEAST_DEGREES = 3;

/** Whether the earlier years a row has are enough to judge by; its figures of them stand either way. */
export function hasEnoughYears({
  dispersedPValue,
  degreesOfFreedom,
}: Pick<ComparisonRow, 'dispersedPValue' | 'degreesOfFreedom'>): boolean {
  return dispersedPValue !== null && (degreesOfFreedom ?? 0) >= LEAST_DEGREES;
}

/** Whether a row is judged at all, and by what earlier years bring: not on the counts alone, and not too few. */
export function isJudgedByYears(row: ComparisonRow): boolean {
  return (row.verdict === 'clear' || row.verdict === 'could be chance') && hasEnoughYears(row);
}

/** Clear of what earlier years bring: only such a row has the full mark. On the counts alone none is. */
export function isClear(row: ComparisonRow): boolean {
  return row.verdict === 'clear' && isJudgedByYears(row);
}
