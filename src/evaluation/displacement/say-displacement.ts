import { andList } from '../../ui/and-list.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { DisplacementResult } from '../model.ts';
import { countedNoun } from '../words/counted-noun.ts';
import { sayAbout, sayLevel } from '../words/say-amount.ts';

/** What a displacement test comes to, in one to three sentences; never that there was no displacement. */
export function sayDisplacement(told: Omit<DisplacementResult, 'because'> & { names: readonly string[] }): string {
  const { nearby, names } = told;
  const { low, high, level } = nearby.interval;
  const next = `In ${andList(names)}, next door, the months after the start had ${sayMore(nearby.difference)} ${countedNoun(told)} a month than the other areas suggest (${sayLevel(level)} range: ${sayEnds(low, high)})`;
  const finding = `; ${sayFinding(nearby.interval, told.difference - nearby.difference)}.`;
  const whole = `Pilot areas and neighbours together had ${sayMore(told.difference)} (${sayEnds(told.interval.low, told.interval.high)}).`;
  const paper = `By chance alone, as the published formula reckons, the range would be ${sayEnds(told.published.low, told.published.high)}, which is too narrow for recorded crime.`;
  return `${next}${finding} ${whole} ${paper}`;
}

/** What a range next door means beside a rise or a fall in the pilot areas. */
function sayFinding({ low, high }: { low: number; high: number }, local: number): string {
  if (low > 0)
    return local < 0 ? 'some of what went may have moved there' : 'so what happened did not end at the border';
  if (high < 0) {
    return local < 0
      ? 'so the fall did not end at the border'
      : 'some of what rose in the pilot areas may have come from there';
  }
  return 'whether any moved next door or stayed away from there cannot be told from this';
}

const sayMore = (change: number): string => `${sayAbout(change)} ${change < 0 ? 'fewer' : 'more'}`;

function sayEnds(low: number, high: number): string {
  return `${sayEnd(low)} to ${sayEnd(high)}`;
}

function sayEnd(change: number): string {
  if (!Number.isFinite(change)) return change < 0 ? 'any number fewer' : 'any number more';
  const amount = Math.round(Math.abs(change));
  return amount === 0 ? 'none' : `${wholeNumber(amount)} ${change < 0 ? 'fewer' : 'more'}`;
}
