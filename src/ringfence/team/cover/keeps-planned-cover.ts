import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { coverGaps } from '../cover-gaps.ts';
import { onWardStretches } from '../on-ward-stretches.ts';
import type { CoverRule } from './cover-question.ts';

/** The ward that lends still has its own planned cover without whom it lends, at every instant of it. */
export const keepsPlannedCover: CoverRule = {
  name: 'keeps-planned-cover',
  sentence: 'No ward is taken below its own planned cover.',
  keeps({ from, to, duty, ward }, { gap, duties, absences, cover }) {
    const without = onWardStretches(duties, absences).filter((each) => each.duty !== duty);
    const day = todayInLondon(from);
    return [dayBefore(day), day]
      .flatMap((each) => coverGaps(ward.place, cover, each, without))
      .every((each) => each.kind !== gap.kind || each.from >= to || each.to <= from);
  },
};
