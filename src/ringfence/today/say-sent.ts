import { countWords } from '../../ui/count-words.ts';
import type { AnswerForRecord } from './queue-decisions.ts';

/**
 * What is said once the server has answered: its own sentence for one record, how many for more, with every sentence that
 * says other than that a record was taken. What it holds stands by itself on the page.
 */
export function saySent(answers: readonly AnswerForRecord[]): string {
  const answered = answers.filter(({ outcome }) => outcome !== 'held');
  const [first] = answered;
  if (first === undefined) return '';
  if (answered.length === 1) return first.said;
  const others = answered.filter(({ outcome }) => outcome !== 'taken').map(({ said }) => said);
  return [`${countWords(answered.length, 'record')} sent.`, ...new Set(others)].join(' ');
}
