import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter, State } from '../model.ts';
import type { EvaluationFigures, OutcomeFigures, RuleInForce } from './model.ts';
import { CANNOT_TELL } from './say-remarks.ts';
import { ruleInForce, sayUnsigned } from './say-standing.ts';

/** What the stop rule says and what the charter asks for then, as the head of a page has it. */
export interface StateSaid {
  /** "State: harm boundary crossed on two of five outcomes". */
  head: string;
  /** What it means and who must do what. */
  meaning: string;
  /** One sentence for a list: "Harm boundary crossed: robbery in Camden and Islington." */
  line: string;
}

/** Says what the whole comes to by the stop rule; of a charter that nobody signed, what it would have. */
export function sayState(
  charter: Charter,
  figures: Pick<EvaluationFigures, 'state' | 'outcomes' | 'charter' | 'figures'>,
): StateSaid {
  const { state, outcomes } = figures;
  const rule = ruleInForce(charter, figures);
  const judged = outcomes.filter(({ role }) => role !== 'context');
  const which = judged.filter((outcome) => outcome.state === state);
  const crossed = state === 'harm boundary crossed' || state === 'benefit shown';
  const on = crossed ? ` on ${numberWord(which.length)} of ${numberWord(judged.length)} outcomes` : '';
  const names = crossed && which.length > 0 ? nameThem(which, outcomes) : null;
  const unsigned = sayUnsigned(charter, figures);
  const before = [...(unsigned === null ? [] : [unsigned]), ...(names === null ? [] : [`${sentenceCase(names)}.`])];
  return {
    head: `State: ${rule === 'none' && crossed ? 'no rule in force, ' : ''}${state}${on}`,
    meaning: [...before, meaningOf(charter, state, rule)].join(' '),
    line: `${sentenceCase(state)}${names === null ? '' : `: ${names}`}.${unsigned === null ? '' : ` ${unsigned}`}`,
  };
}

/** "robbery in Camden and Islington"; without the group where the charter has one only. */
function nameThem(which: readonly OutcomeFigures[], all: readonly OutcomeFigures[]): string {
  const several = new Set(all.map(({ group }) => group)).size > 1;
  const groups = [...new Set(which.map(({ group }) => group))];
  const titles = (group: string) =>
    andList(which.filter((each) => each.group === group).map(({ title }) => withinSentence(title)));
  return groups.map((group) => (several ? `${titles(group)} in ${group}` : titles(group))).join('; ');
}

function meaningOf(charter: Charter, state: State, rule: RuleInForce): string {
  const days = countWords(charter.stopRule.meetWithinDays, 'day');
  if (state === 'harm boundary crossed') {
    const must =
      rule === 'agreed'
        ? 'Under the charter the signatories must'
        : 'Had the rule been in force, the signatories would have had to';
    return `${must} meet within ${days} and stop, change or justify the pilot in writing. Crossing a boundary starts that meeting. It does not settle the cause.`;
  }
  if (state === 'benefit shown') {
    return 'It improved further than the comparison areas would by chance. That does not settle the cause, and the other outcomes are to be read beside it.';
  }
  if (state === 'continue') {
    return 'No boundary has been crossed so far. That does not show that it works or that it does no harm; the next look may tell.';
  }
  return `${rule === 'none' ? 'By the rule that was not in force' : 'That is'}: ${CANNOT_TELL}`;
}
