import type { Method } from '../../lib/causal/index.ts';
import { wholeNumber } from '../../ui/whole-number.ts';

/** What is asked of a panel, by its size. */
export interface SizeAsked {
  units: number;
  /** Units that are treated, ≥ 1. */
  treated: number;
  /** Times before the start. */
  before: number;
  method: Method;
}

/** Work that is taken on, in millions of steps: about a minute of one processor. */
const MOST = 60_000;
/** Groups of one kind that are gone through at most. */
const MOST_GROUPS = 10_000;

/**
 * One sentence where a panel is too large to be estimated in about a minute, with how much of it could be; null where it is not.
 * Each of the groups is fitted by itself: weights of units cost about their square, and of "sdid", whose ridge gives all of them
 * some, their cube; weights of times of "sdid", of which there are many wherever times are more than units, the fourth power of
 * their number. Measured: 30 units and 900 times before the start by "sdid" took 43 s, 1,000 units by "sc" 25 s.
 */
export function tooMuch(asked: SizeAsked): string | null {
  const { units, treated, before, method } = asked;
  if (workOf(asked) <= MOST) return null;
  const most = mostTimes(asked);
  const size = `${wholeNumber(units)} units, ${wholeNumber(treated)} of them treated, and ${wholeNumber(before)} times before the start`;
  const instead =
    most === null
      ? 'leave out units that are least alike'
      : `leave out early times, so that at most ${wholeNumber(most)} are before the start, put them together to longer ones, or use "difp"`;
  return `${size} are more than "${method}" can work out in about a minute: ${instead}.`;
}

/** Millions of steps. */
function workOf({ units, treated, before, method }: SizeAsked): number {
  const groups = groupsOf(units, treated) + groupsOf(units - treated, treated);
  if (method === 'did') return 0;
  if (method !== 'sdid') return (groups * 12 * units ** 2) / 1e6;
  return (groups * (units ** 3 + (before > units ? before ** 4 / 1000 : 0))) / 1e6;
}

function groupsOf(units: number, size: number): number {
  let count = 1;
  for (let at = 1; at <= size; at += 1) count = (count * Math.max(0, units - size + at)) / at;
  return Math.min(MOST_GROUPS, count);
}

/** The most times before the start that could be worked out; null where it is the units that are too many. */
function mostTimes(asked: SizeAsked): number | null {
  if (workOf({ ...asked, before: 0 }) > MOST) return null;
  let most = asked.units;
  while (workOf({ ...asked, before: most + 1 }) <= MOST) most += 1;
  return most;
}
