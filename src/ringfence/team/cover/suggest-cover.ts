import type { Duty } from '../../model.ts';
import { onWardStretches } from '../on-ward-stretches.ts';
import type { CoverQuestion, CoverRule, Standby } from './cover-question.ts';
import { keepsFloor } from './keeps-floor.ts';
import { keepsPlannedCover } from './keeps-planned-cover.ts';
import { orderOfSuggestion } from './order-of-suggestion.ts';
import { sameKind } from './same-kind.ts';
import { sayCost, sayWhy } from './say-suggestion.ts';

/** Every rule of who may stand in; one file each. */
export const COVER_RULES: readonly CoverRule[] = [sameKind, keepsPlannedCover, keepsFloor];

/** Somebody who may be ordered to cover a gap, why they come where they come, and what it costs their own ward. */
export interface Suggestion extends Standby {
  why: string;
  cost: string;
}

/**
 * Who of other wards could stand in for a gap, or for part of it, by the rules of allocation; empty where no ward can
 * lend anybody. Covering is itself an absence from the ward that lends.
 */
export function suggestCover(question: CoverQuestion): Suggestion[] {
  const { gap, others, officers, duties, absences, rulingOf } = question;
  const free = onWardStretches(duties, absences).filter(({ from, to }) => from < gap.to && to > gap.from);
  const standbys = free.flatMap((each): Standby[] => {
    const ward = others.find(({ place }) => place === each.place);
    const duty = duties.find(({ id }) => id === each.duty);
    if (ward === undefined || duty === undefined) return [];
    const from = each.from > gap.from ? each.from : gap.from;
    const to = each.to < gap.to ? each.to : gap.to;
    return [
      {
        from,
        to,
        duty: each.duty,
        officer: each.officer,
        name: nameOf(duty, officers),
        postClass: duty.postClass,
        ward,
      },
    ];
  });
  return standbys
    .filter((standby) => COVER_RULES.every((rule) => rule.keeps(standby, question)))
    .toSorted(orderOfSuggestion(question))
    .map((each) => ({ ...each, why: sayWhy(each, question), cost: sayCost(each, rulingOf(each.postClass)) }));
}

const nameOf = (duty: Duty, officers: CoverQuestion['officers']): string =>
  officers.find(({ officer }) => officer === duty.officer)?.name ?? 'An officer whose name is not shown';
