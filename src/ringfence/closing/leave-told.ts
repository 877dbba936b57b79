import { type ClosingLine, FEWEST_OFFICERS } from './model.ts';
import { concerned, noneOrEnough, sumOf } from './officers-of-lines.ts';

const isLeave = ({ account }: ClosingLine): boolean => account === 'leave';

/**
 * Leave of a group, which is sickness too: told where three officers had any, or nobody; null elsewhere, where it is one figure
 * with what is in no roster.
 */
export function leaveOfGroup(lines: readonly ClosingLine[]): number | null {
  const leave = lines.filter(isLeave);
  return noneOrEnough(leave) ? sumOf(leave) : null;
}

/**
 * Whether leave of an area is told: what its groups tell, taken off it, leaves the leave of three officers or more, or none.
 * @param parts lines of each group of the area that is told of no further by one of its parts
 */
export function mayTellLeave(parts: readonly (readonly ClosingLine[])[]): boolean {
  const untold = parts.filter((lines) => leaveOfGroup(lines) === null).flat();
  return untold.length === 0 || concerned(untold.filter(isLeave)).size >= FEWEST_OFFICERS;
}
