import { numberWord } from '../../ui/number-word.ts';
import type { GuardResult } from '../model.ts';
import { sayLevel } from '../words/say-amount.ts';
import type { ChangeByLot } from './change-by-lot.ts';

/** What a judged guard comes to. */
export interface JudgedGuard extends ChangeByLot {
  state: Exclude<GuardResult['state'], 'no figures'>;
  margin: number;
  areaName: string;
  /** Comparison areas with figures. */
  others: number;
  /** Whether values are percentage points. */
  inPoints: boolean;
}

/** One sentence: the change beside the comparison areas, its range, and how that stands to the margin. */
export function sayGuard(guard: JudgedGuard): string {
  const { areaName, change, interval, others, state, margin, inPoints } = guard;
  const beside = `${areaName} came out ${sayWay(change, inPoints)} beside ${numberWord(others)} comparison areas`;
  const range = `anything from ${sayWay(interval.low, inPoints)} to ${sayWay(interval.high, inPoints)} fits (a ${sayLevel(interval.level)} range)`;
  const limit = sayUnits(margin, inPoints);
  const verdict = {
    held: `all of that is within the margin of ${limit}`,
    worse: `all of that is beyond the margin of ${limit}`,
    'cannot tell': `we cannot tell whether it is within the margin of ${limit}`,
  }[state];
  return `${beside}; ${range}, and ${verdict}.`;
}

function sayWay(change: number, inPoints: boolean): string {
  if (change === 0) return 'as high';
  return `${sayUnits(Math.abs(change), inPoints)} ${change < 0 ? 'lower' : 'higher'}`;
}

/** One decimal, but never "0.0". */
function sayUnits(amount: number, inPoints: boolean): string {
  const number = amount === 0 ? '0' : amount >= 0.05 ? trimmed(amount) : 'less than 0.1';
  if (!inPoints) return number;
  return `${number} ${number === '1' ? 'point' : 'points'}`;
}

const trimmed = (amount: number): string => amount.toFixed(1).replace(/\.0$/, '');
