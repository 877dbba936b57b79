import { type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { CharterOutcome } from '../model.ts';
import { sayPercent } from '../words/say-amount.ts';
import type { LengthPower } from './model.ts';

/** On which months and groups pilots were tried, in one sentence. */
export function sayTried(
  { times, start }: { times: readonly Month[]; start: Month },
  { taken, of }: { taken: number; of: number },
): string {
  const [first, last] = [times[0] ?? start, times.at(-1) ?? start];
  const apart = monthsBetween(last, start) - 1;
  const ahead = apart > 0 ? `, ${countWords(apart, 'month')} before the start` : '';
  const drawn = of > taken ? `, with ${wholeNumber(taken)} of ${wholeNumber(of)} groups, drawn by lot` : '';
  return `Tried on the months from ${monthName(first)} to ${monthName(last)}${ahead}${drawn}.`;
}

/** A change that is called less often than this is said to be missed, probably. */
const EVEN_CHANCE = 0.5;

/**
 * A sentence for each bound of the charter that a pilot of the length planned would probably miss; of the longest that could
 * be tried where that could not.
 */
export function sayMissed({
  outcome,
  lengths,
  planned,
}: {
  outcome: Pick<CharterOutcome, 'role' | 'harmBoundPercent' | 'minimumEffectPercent'>;
  lengths: readonly LengthPower[];
  planned: number;
}): string[] {
  const told = lengths.filter(({ refused, months }) => refused === null && months <= planned).at(-1);
  if (told === undefined) return [];
  const missed = (chance: number | null, what: string) =>
    chance === null || chance >= EVEN_CHANCE
      ? []
      : [
          `This pilot would probably miss ${what} is called with a chance of ${sayInHundred(chance)} in ${countWords(told.months, 'month')}.`,
        ];
  return [
    ...missed(
      told.chanceOfHarmBound,
      `the harm that the charter says must not go unseen: a worsening of ${sayPercent(outcome.harmBoundPercent)}`,
    ),
    ...(outcome.role === 'primary'
      ? missed(
          told.chanceOfMinimumEffect,
          `the smallest improvement worth having: one of ${sayPercent(outcome.minimumEffectPercent)}`,
        )
      : []),
  ];
}

/** A chance as a whole number in a hundred, never said to be none or certain where it is neither. */
export function sayInHundred(chance: number): string {
  if (chance > 0 && chance < 0.005) return 'less than 1 in 100';
  if (chance < 1 && chance > 0.995) return 'more than 99 in 100';
  return `${Math.round(chance * 100)} in 100`;
}
