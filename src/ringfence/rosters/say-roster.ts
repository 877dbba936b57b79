import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import type { PlanShown } from './plan/show-plan.ts';
import type { RosterAnswer } from './roster-answer.ts';

/** What of a roster is counted, in the words of its page. */
export const COUNT_WORDS: readonly { count: keyof PlanShown['counts']; title: string }[] = [
  { count: 'duties', title: 'Duties added' },
  { count: 'absences', title: 'Times away added' },
  { count: 'leave', title: 'Days with leave added' },
  { count: 'changed', title: 'Duties and leave changed' },
  { count: 'removed', title: 'Duties and leave removed' },
  { count: 'unchanged', title: 'Rows that change nothing, rest days among them' },
  { count: 'heldBack', title: 'Held back' },
];

/** A row that is held back, with its line where it has one. */
export const sayHeld = ({ line, said }: { line: number; said: string }): string =>
  line < 1 ? said : `Line ${line}: ${said}`;

/** What came of a roster, in one sentence. */
export function sayAnswer(answer: RosterAnswer): string {
  const { name } = answer;
  if (answer.kind === 'refused') return `${name} was not taken in. ${answer.because}`;
  if (answer.kind === 'already')
    return `${name} was taken in on ${longDate(todayInLondon(answer.takenInAt))}; nothing changed.`;
  if (answer.kind === 'would be taken in')
    return `${name}, for ${answer.unit}, would be taken in; nothing was changed.`;
  const settled =
    answer.settled === 0 ? '' : ` ${countWords(answer.settled, 'row')} of earlier rosters, held back before, settled.`;
  return `${name}, for ${answer.unit}, is taken in.${settled}`;
}

/** What to know of a roster besides its counts. */
export function sayBeside({ corrections, notWhole }: PlanShown): string[] {
  const corrected =
    corrections === 0
      ? []
      : [
          `${countWords(corrections, 'row')} of months that are closed: each is kept as a correction, and comes out when months are closed next.`,
        ];
  return notWhole === null ? corrected : [...corrected, notWhole];
}
