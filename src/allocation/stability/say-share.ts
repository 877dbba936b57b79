import { percent } from '../../ui/percent.ts';

const HALF_OF_ONE_PERCENT = 0.005;

/** A share to whole per cents, of weightings or of weight: what is not none of them, or not all, never reads as if it were. */
export function sayShare(share: number): string {
  if (share > 0 && share < HALF_OF_ONE_PERCENT) return 'under 1%';
  if (share < 1 && share >= 1 - HALF_OF_ONE_PERCENT) return 'over 99%';
  return percent(share, 0);
}
