import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { PlanSnapshot } from '../../adopted-plan.ts';
import type { DecidedProposal } from '../model.ts';
import { sayReviewNumber } from '../say-review.ts';

/**
 * Says of a plan what review it comes of: who proposed, what was chosen, why, and what was revised. Nothing for a plan that
 * comes of none.
 */
export function describeDecision({ decision, wards }: PlanSnapshot): string[] {
  if (decision === undefined) return [];
  const { review, proposals, reasons, revised, figures } = decision;
  const chosen = proposals.find(({ id }) => id === decision.chosen);
  const others = proposals.filter(({ id }) => id !== decision.chosen);
  return [
    `It comes of review ${sayReviewNumber(review)}, “${review.name}”, which ran from ${longDate(review.opensOn)} to ${longDate(review.closesOn)}.`,
    `Weights were proposed by ${andList(proposals.map(({ title }) => title))}.`,
    `On ${longDate(decision.on)} those of ${chosen?.title ?? 'nobody'} were chosen: ${endWith(reasons.trim(), '.')}`,
    ...others.map((other) => sayOther(other, wards)),
    ...(revised === null ? [] : [revised, `The plan rests on the figures ${figures}.`]),
    ...sayComments(proposals),
  ];
}

/** How many wards another proposal would have given another number. */
function sayOther({ title, officers }: DecidedProposal, wards: PlanSnapshot['wards']): string {
  if (officers === null) return `Under “${title}”: no plan was possible.`;
  const other = wards.filter(({ code, dwo }) => officers[code] !== dwo).length;
  if (other === 0) return `Under “${title}”: the same in every ward.`;
  return `Under “${title}”: another number in ${countWords(other, 'ward')}.`;
}

function sayComments(proposals: readonly DecidedProposal[]): string[] {
  const shown = proposals.filter(({ comment }) => comment !== null).map(({ title }) => title);
  return shown.length === 0
    ? ['No comment is published.']
    : [`Published with it: ${shown.length === 1 ? 'the comment' : 'the comments'} of ${andList(shown)}.`];
}

const endWith = (text: string, end: string): string => (/[.!?]$/.test(text) ? text : `${text}${end}`);
