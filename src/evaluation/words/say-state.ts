import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, State } from '../model.ts';
import type { EvaluationFigures, OutcomeFigures } from './model.ts';

/** What the stop rule says and what the charter asks for then, as the head of a page has it. */
export interface StateSaid {
  /** "State: harm boundary crossed on two of five outcomes". */
  head: string;
  /** What it means and who must do what. */
  meaning: string;
}

/** Says what the whole comes to by the stop rule. */
export function sayState(charter: Charter, figures: Pick<EvaluationFigures, 'state' | 'outcomes'>): StateSaid {
  const judged = figures.outcomes.filter(({ role }) => role !== 'context');
  const which = judged.filter(({ state }) => state === figures.state);
  const crossed = figures.state === 'harm boundary crossed' || figures.state === 'benefit shown';
  const on = crossed
    ? ` on ${numberWord(which.length)} of ${numberWord(judged.length)} ${judged.length === 1 ? 'outcome' : 'outcomes'}`
    : '';
  const named = crossed && which.length > 0 ? `${sentenceCase(nameThem(which))}. ` : '';
  return { head: `State: ${figures.state}${on}`, meaning: `${named}${meaningOf(charter, figures.state)}` };
}

function nameThem(outcomes: readonly OutcomeFigures[]): string {
  const several = new Set(outcomes.map(({ group }) => group)).size > 1;
  return andList(
    outcomes.map(({ title, group }) => (several ? `${withinSentence(title)} in ${group}` : withinSentence(title))),
  );
}

function meaningOf(charter: Charter, state: State): string {
  const back = charter.kind === 'retrospective';
  const days = countWords(charter.stopRule.meetWithinDays, 'day');
  if (state === 'harm boundary crossed') {
    const must = back
      ? 'Had it been in force, the signatories would have had to'
      : 'Under the charter the signatories must';
    return `${must} meet within ${days} and stop, change or justify the pilot in writing. Crossing a boundary starts that meeting. It does not settle the cause.`;
  }
  if (state === 'benefit shown') {
    return 'It improved further than the comparison areas would by chance. That does not settle the cause, and the other outcomes are to be read beside it.';
  }
  if (state === 'continue') {
    return 'No boundary has been crossed so far. That does not show that it works or that it does no harm; the next look may tell.';
  }
  return 'More and fewer both fit the figures. That never means that nothing happened: read the smallest change that could have been seen.';
}
