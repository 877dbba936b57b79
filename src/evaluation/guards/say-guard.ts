import { numberWord } from '../../ui/number-word.ts';
import { sayLevel } from '../words/say-amount.ts';
import type { ChangeByLot } from './change-by-lot.ts';
import { GUARD_RATE, type GuardJudged } from './judge-guard.ts';

/** What a judged guard comes to. */
export type JudgedGuard = ChangeByLot &
  GuardJudged & {
    margin: number;
    areaName: string;
    /** Comparison areas with figures. */
    others: number;
    /** Whether values are percentage points. */
    inPoints: boolean;
    /** Guards of the charter. */
    guards: number;
  };

/** One sentence: the change beside the comparison areas, its range, and how that stands to the margin. */
export function sayGuard(guard: JudgedGuard): string {
  const { areaName, change, interval, others, margin, inPoints } = guard;
  const beside = `${areaName} came out ${sayWay(change, inPoints)} beside ${numberWord(others)} comparison areas`;
  const range = `anything from ${sayWay(interval.low, inPoints)} to ${sayWay(interval.high, inPoints)} fits (a ${sayLevel(interval.level)} range)`;
  return `${beside}; ${range}, and ${sayVerdict(guard, sayUnits(margin, inPoints))}.`;
}

function sayVerdict({ state, unsure, others, guards }: JudgedGuard, limit: string): string {
  if (state === 'held') return `all of that is within the margin of ${limit}`;
  if (state === 'worse') return `all of that is beyond the margin of ${limit}`;
  const cannot = `we cannot tell whether it is within the margin of ${limit}`;
  if (unsure === 'too few areas') {
    const needed = numberWord(1 / GUARD_RATE - 1);
    return `${cannot}, for which ${numberWord(others)} areas are too few: it takes ${needed}`;
  }
  if (unsure === 'among so many guards') {
    return `by itself all of that is beyond the margin of ${limit}; but ${numberWord(guards)} services are watched, and among so many one may be by chance: we cannot tell, and it is worth looking into`;
  }
  return cannot;
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
