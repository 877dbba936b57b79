import { WARD_ACCOUNTS } from '../model.ts';
import { minutesOnly, tallyFrom, tallyOf } from '../reports/tally-of.ts';
import { type ClosingLine, FEWEST_OFFICERS, type PublicGroup } from './model.ts';
import { concerned, noneOrEnough } from './officers-of-lines.ts';

/** Figures of a group that lines add to; late exceptions are a figure of their own. */
const FIGURES: readonly ((line: ClosingLine) => boolean)[] = [
  ...[...WARD_ACCOUNTS, 'leave', 'rest-day', 'overtime'].map(
    (account) => (line: ClosingLine) => line.account === account,
  ),
  ({ account, late }) => account === 'exception' && late,
];

/**
 * Whether a group may take its later figures: the difference of two publications is public too, so every figure that changes
 * has changed for at least three officers. A change of one officer's leave waits, whatever else was corrected. So does a group of
 * which a line came in while it was closed, so that what was public of it is not the sum of the lines before.
 */
export function mayRevise({
  group,
  known,
  later,
}: {
  group: PublicGroup;
  known: readonly ClosingLine[];
  later: readonly ClosingLine[];
}): boolean {
  if (concerned(later).size < FEWEST_OFFICERS || !FIGURES.every((of) => noneOrEnough(netOf(later.filter(of)))))
    return false;
  const { promisedMinutes, vacancyMinutes, leaveMinutes } = group.minutes;
  const then = tallyOf(known, { promisedMinutes, vacancyMinutes });
  const shown = minutesOnly(
    tallyFrom(
      { ...then, literalBreachMinutes: null, leaveMinutes: leaveMinutes === null ? null : then.leaveMinutes },
      [],
      [],
    ),
  );
  return JSON.stringify(shown) === JSON.stringify(minutesOnly(group.minutes));
}

/** Lines of one figure, whatever reason they are of: one that moved from a reason to another changed nothing. */
const netOf = (lines: readonly ClosingLine[]): ClosingLine[] =>
  lines.map((line) => ({ ...line, reason: '', orderedBy: '', late: false }));
