import { type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { AreaFigures } from './model.ts';

/**
 * How many an area had of what a rate is made by, such as residents: the last figure up to the start or, where all are later,
 * the first. One number for all months, so that a new census makes no change of its own.
 * @returns above zero; null where none is held
 */
export function residentsOf(
  figures: readonly AreaFigures[],
  asked: { measure: string; area: string; start: Month },
): number | null {
  const held = figures.find((each) => each.measure === asked.measure && each.area === asked.area);
  if (held === undefined) return null;
  const upTo = held.values.slice(0, Math.max(0, monthsBetween(held.firstMonth, asked.start) + 1));
  const value = upTo.findLast((each) => each !== null) ?? held.values.find((each) => each !== null) ?? null;
  return value !== null && value > 0 ? value : null;
}
