import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { OutcomeEstimate } from '../model.ts';
import type { OutcomeSetting } from './model.ts';
import { sayOdds } from './say-amount.ts';
import { groupNoun, groupNouns, sayGroups } from './say-group.ts';

/** "We asked the same of all 351 pairs of the 27 comparison boroughs. None moved as far either way." */
export function sayAsMuch({ moved, of }: { moved: number; of: number }, setting: OutcomeSetting): string {
  return `We asked the same of ${sayGroups(setting, of)}. ${sentenceCase(sayMoved({ moved, of }))} either way.`;
}

/** "none moved as far", "one of the 31 moved as far", "218 of the 351 moved as far". */
function sayMoved({ moved, of }: { moved: number; of: number }): string {
  if (of === 1) return moved === 0 ? 'it did not move as far' : 'it moved as far';
  if (moved === 0) return 'none moved as far';
  if (moved === of) return `all ${numberWord(of)} moved as far`;
  return `${numberWord(moved)} of the ${wholeNumber(of)} moved as far`;
}

/**
 * What would have come of picking the treated areas at random, with the least that so many groups can say, and why it may
 * differ from the count of groups that moved as far.
 * @returns null where there is no p-value
 */
export function sayLot(
  { pValue, smallestP }: Pick<OutcomeEstimate, 'pValue' | 'smallestP'>,
  setting: OutcomeSetting,
): string | null {
  if (pValue === null) return null;
  const { areas, treated } = setting;
  const adjoin = setting.groups === 'adjoining' && treated.length > 1 ? ' from those that adjoin' : '';
  const picked = `Had the ${groupNoun(setting)} been picked at random${adjoin}`;
  if (smallestP === null) return `${picked}, the chance of standing out this far would be ${sayOdds(pValue)}.`;
  const all = Math.round(1 / smallestP);
  const asFar = Math.max(1, Math.round(pValue * all));
  const of = wholeNumber(all);
  const shared =
    treated.length > 1 ? ` (${groupNouns(setting)} that share a ${areas.one} with the pilot count too)` : '';
  const chance = `${picked}, the chance of standing out this far would be ${wholeNumber(asFar)} in ${of}${shared}`;
  return asFar === 1
    ? `${chance}, which is the least this comparison can say.`
    : `${chance}; 1 in ${of} is the least this comparison can say.`;
}

/** What is left of that when all outcomes of the group are allowed for; null where there is only one. */
export function sayTogether(adjustedP: number | null, outcomesJudged: number): string | null {
  if (adjustedP === null || outcomesJudged < 2) return null;
  const all = outcomesJudged === 2 ? 'both' : `all ${numberWord(outcomesJudged)}`;
  return `Allowing for ${all} outcomes looked at, the chance of one that far is at most ${sayOdds(adjustedP)}.`;
}
