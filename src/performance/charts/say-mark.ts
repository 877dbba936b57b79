import type { ChartPoint } from './model.ts';

/** A mark in words, such as "above the upper limit" or "one of seven or more below the average"; null for none. */
export function sayMark({ mark, surge }: Pick<ChartPoint, 'mark' | 'surge'>): string | null {
  if (mark === null) return null;
  if (surge)
    return surge.months === 1 ? 'more in the month than is usual' : `more in ${surge.months} months than is usual`;
  const up = mark.way === 'up';
  if (mark.cause === 'outside limits') return up ? 'above the upper limit' : 'below the lower limit';
  if (mark.cause === 'trend') return `one of seven or more ${up ? 'rising' : 'falling'}`;
  const side = up ? 'above the average' : 'below the average';
  return mark.cause === 'shift' ? `one of seven or more ${side}` : `one of two of three near the limit, ${side}`;
}
