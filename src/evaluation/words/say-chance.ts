import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { OutcomeEstimate } from '../model.ts';
import type { OutcomeSetting } from './model.ts';
import { sayOdds } from './say-amount.ts';
import { groupNoun, sayGroups } from './say-group.ts';

/** "We asked the same of all 351 pairs of the 27 comparison boroughs. None moved as much, up or down." */
export function sayAsMuch({ moved, of }: { moved: number; of: number }, setting: OutcomeSetting): string {
  return `We asked the same of ${sayGroups(setting, of)}. ${sentenceCase(sayMoved({ moved, of }))}, up or down.`;
}

/** "none moved as much", "one of the 31 moved as much", "218 of the 351 moved as much". */
function sayMoved({ moved, of }: { moved: number; of: number }): string {
  if (of === 1) return moved === 0 ? 'it moved less' : 'it moved as much';
  if (moved === 0) return 'none moved as much';
  if (moved === of) return `all ${numberWord(of)} moved as much`;
  return `${numberWord(moved)} of the ${wholeNumber(of)} moved as much`;
}

/**
 * What would have come of drawing the treated areas by lot, with the least that so many draws can say.
 * @returns null where there is no p-value
 */
export function sayLot(
  { pValue, smallestP }: Pick<OutcomeEstimate, 'pValue' | 'smallestP'>,
  setting: OutcomeSetting,
): string | null {
  if (pValue === null) return null;
  const drawn = `Had the ${groupNoun(setting)} been drawn by lot`;
  const among = setting.groups === 'adjoining' && setting.treated.length > 1 ? ' from those that adjoin' : '';
  if (smallestP === null) return `${drawn}${among}, the chance of coming out this far would be ${sayOdds(pValue)}.`;
  const draws = Math.round(1 / smallestP);
  const asFar = Math.max(1, Math.round(pValue * draws));
  const of = wholeNumber(draws);
  if (asFar === 1) {
    return `${drawn}${among}, 1 draw in ${of} would come out this far, which is the least this comparison can say.`;
  }
  const least = `; 1 in ${of} is the least this comparison can say`;
  return `${drawn}${among}, ${wholeNumber(asFar)} draws in ${of} would come out as far${least}.`;
}

/** What is left of that when all outcomes of the group are allowed for; null where there is only one. */
export function sayTogether(adjustedP: number | null, outcomesJudged: number): string | null {
  if (adjustedP === null || outcomesJudged < 2) return null;
  const all = outcomesJudged === 2 ? 'both' : `all ${numberWord(outcomesJudged)}`;
  return `Allowing for ${all} outcomes looked at, the chance of one that far is at most ${sayOdds(adjustedP)}.`;
}
