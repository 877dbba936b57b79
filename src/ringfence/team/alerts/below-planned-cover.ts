import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import { londonTime } from '../../../lib/calendar/london-time.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { countWords } from '../../../ui/count-words.ts';
import { coverGaps } from '../cover-gaps.ts';
import type { CoverGap } from '../model.ts';
import { onWardStretches } from '../on-ward-stretches.ts';
import type { AlertRule } from './alert.ts';

/** A ward on which fewer are now than its planned cover says: who is away does not cover, and PCSOs are counted apart. */
export const belowPlannedCover: AlertRule = {
  name: 'below-planned-cover',
  about: 'Fewer are on a ward than its planned cover says.',
  find({ inView: { ward, duties, absences, policy }, now }) {
    const today = todayInLondon(now);
    const stretches = onWardStretches(duties, absences);
    // A window over midnight is of the day before.
    const gaps = [dayBefore(today), today].flatMap((day) => coverGaps(ward.place, policy.cover, day, stretches));
    return gaps
      .filter(({ from, to }) => from <= now && to > now)
      .map((gap) => ({
        rule: 'below-planned-cover',
        place: ward.place,
        sentence: sayNow(gap, ward.name),
        by: `The planned cover is ${countWords(gap.planned, nounOf(gap))} at this time of day.`,
        whoAnswers: 'The ward’s sergeant finds cover or asks the inspector for it.',
      }));
  },
};

const nounOf = ({ kind }: CoverGap): string => (kind === 'pcso' ? 'PCSO' : 'officer');

function sayNow(gap: CoverGap, ward: string): string {
  const until = londonTime(gap.to).time;
  if (gap.there > 0)
    return `${ward} has ${gap.there} of ${countWords(gap.planned, nounOf(gap))} on the ward until ${until}.`;
  return gap.kind === 'pcso'
    ? `${ward} has no PCSO on the ward until ${until}.`
    : `${ward} has no officer on the ward until ${until}.`;
}
