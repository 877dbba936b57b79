import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter } from '../model.ts';
import type { EvaluationFigures } from './model.ts';
import { sayUnsigned } from './say-standing.ts';
import { unseenMeasures } from './say-unseen.ts';

/** What it means that neither is called. */
export const CANNOT_TELL =
  'the stop rule called neither harm nor benefit; it never means that nothing happened. Where the whole range lies on one side, the text says so.';

/**
 * What holds for the whole evaluation: that it looks back or is made up, what was refused, that several outcomes were
 * allowed for, what cannot be seen, changes to the charter, and breaks of the figures. A sentence each.
 */
export function sayRemarks(charter: Charter, figures: EvaluationFigures): string[] {
  const unsigned = sayUnsigned(charter, figures);
  return [
    ...(unsigned === null ? [] : [unsigned]),
    ...(charter.kind === 'retrospective'
      ? [
          'This charter was written in hindsight, after the start: nobody agreed to it beforehand, and nobody can sign it.',
        ]
      : []),
    ...(figures.synthetic ? ['Its figures or its charter are made up for demonstration.'] : []),
    ...figures.charter.amendments.map(
      ({ number, on, because }) => `The charter was changed on ${on} (amendment ${number}): ${endSentence(because)}`,
    ),
    ...sayRefused(figures),
    ...saySeveral(figures),
    ...sayMissing(figures),
    ...sayExcluded(figures),
    ...charter.breaks
      .filter(({ month }) => month > figures.figures.from && month <= figures.figures.to)
      .map(({ month, what }) => `To know of the figures from ${monthName(month)} on: ${endSentence(what)}`),
    `“Cannot tell”: ${CANNOT_TELL}`,
    'A difference from the comparison does not show its cause: whatever else came to these areas alone, and not to the others, would look the same.',
  ];
}

/** Outcomes without a figure by the charter's own method. */
function sayRefused({ outcomes }: EvaluationFigures): string[] {
  return outcomes
    .filter(({ primary }) => primary === null)
    .map(({ title, group, estimates }) => {
      const because = estimates.find(({ refused }) => refused !== null)?.refused;
      return `No figure is given of ${withinSentence(title)} in ${group}: ${because ?? 'there are no figures of it.'}`;
    });
}

function saySeveral({ outcomes, groups }: EvaluationFigures): string[] {
  const judged = outcomes.filter(({ role }) => role !== 'context').length;
  if (judged < 2) return [];
  const of = groups.length > 1 ? ` of ${numberWord(groups.length)} groups` : '';
  return [
    `${sentenceCase(numberWord(judged))} outcomes${of} are looked at together, and the more are looked at, the likelier one stands out by chance: chances that are said to allow for all outcomes do so within each group (by the method of Holm).`,
  ];
}

function sayMissing(figures: EvaluationFigures): string[] {
  const missing = unseenMeasures(figures);
  if (missing.length === 0) return [];
  return [`Not judged, because no figures of it are held: ${andList(missing.map(withinSentence))}.`];
}

function sayExcluded({ excluded }: EvaluationFigures): string[] {
  if (excluded.length === 0) return [];
  const because = excluded.length === 1 ? 'for a reason' : 'each for a reason';
  return [`Not compared with: ${andList(excluded.map(({ name }) => name))}, ${because} in the charter.`];
}

/** Words of others as a sentence: with a full stop where they have no end. */
function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
