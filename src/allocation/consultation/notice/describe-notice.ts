import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { longDate } from '../../../ui/long-date.ts';
import { reviewTitle } from '../say-review.ts';
import type { ReviewNotice } from './notice.ts';

/**
 * Says what readers are told of a review, and what is different from the notice before.
 * @param before null where the review was not announced yet
 */
export function describeNotice(before: ReviewNotice | null, after: ReviewNotice): { sentences: string[]; table: null } {
  const { name, opensOn, closesOn, inForceFrom, numbers, invited, weights } = after;
  const asked = invited.map((party) => party.name);
  return {
    sentences: [
      `${reviewTitle(after)}, “${name}”, takes proposals from ${longDate(opensOn)} to ${longDate(closesOn)}.`,
      `It places ${countWords(numbers.dwo, 'officer')} and ${countWords(numbers.pcso, 'PCSO')} from ${longDate(inForceFrom)}.`,
      asked.length === 0 ? 'Nobody was invited by name.' : `Invited: ${andList(asked)}.`,
      `The weights it asks about are “${weights.name}”, version ${weights.version}.`,
      before === null ? 'Readers were told nothing of it before.' : sayDifferent(before, after),
    ],
    table: null,
  };
}

const PARTS: readonly [keyof ReviewNotice, string][] = [
  ['name', 'its name'],
  ['question', 'its question'],
  ['closesOn', 'its closing day'],
  ['inForceFrom', 'the day of its plan'],
  ['invited', 'who is invited'],
  ['weights', 'the weights it asks about'],
];

function sayDifferent(before: ReviewNotice, after: ReviewNotice): string {
  const different = PARTS.filter(([part]) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
  if (different.length === 0) return 'It reads as the notice before it.';
  return `Different from the notice before it: ${andList(different.map(([, words]) => words))}.`;
}
