import { isDate } from '../../lib/calendar/is-date.ts';
import type { Problem } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { findMeasure } from '../../measures/index.ts';
import type { ClaimBinding, ClaimContent, ClaimKind } from './model.ts';

const MOST_LETTERS = { words: 1_000, short: 300 };

/**
 * What stands in the way of keeping a claim, but for its area and periods, which need the records. Fields: words, saidBy,
 * saidOn, document, vintage, measure, of, printed, area, period, against, current, previous.
 * @param today day in London; nothing was said after it
 */
export function claimProblems(content: ClaimContent, today: string): (Problem | null)[] {
  const { words, saidBy, saidOn, document, kind, binding, vintage } = content;
  return [
    textProblem('words', words, MOST_LETTERS.words, 'Write what was claimed, in its own words where they are short.'),
    textProblem('saidBy', saidBy, MOST_LETTERS.short, 'Write who said it: an organisation or an office, not a person.'),
    textProblem('document', document, MOST_LETTERS.short, 'Write where it was said, so that everybody can find it.'),
    textProblem('vintage', vintage ?? '', MOST_LETTERS.short, null),
    dayProblem(saidOn, today),
    ...(binding === null ? [] : bindingProblems(kind, binding)),
  ];
}

function dayProblem(saidOn: string | null, today: string): Problem | null {
  if (saidOn === null) return null;
  if (!isDate(saidOn))
    return {
      field: 'saidOn',
      sentence: 'Give the day it was said, such as 2024-07-18, or leave it empty where its document bears no date.',
    };
  return saidOn > today ? { field: 'saidOn', sentence: 'It cannot have been said after today: check the day.' } : null;
}

/** Whether a kind sets one period against another. */
export const comparesPeriods = (kind: ClaimKind): boolean =>
  kind === 'percentage change' || kind === 'lower than a baseline' || kind === 'higher than a baseline';

function bindingProblems(kind: ClaimKind, binding: ClaimBinding): (Problem | null)[] {
  const { measure, of, area, period, against, printed, counts } = binding;
  const hasValue = kind !== 'lower than a baseline' && kind !== 'higher than a baseline';
  return [
    measureProblem('measure', measure),
    kind === 'share' || of !== null ? measureProblem('of', of ?? '') : null,
    hasValue && (printed ?? '') === ''
      ? { field: 'printed', sentence: 'Give the value as it was printed, such as -5.7% or over 500.' }
      : null,
    textProblem('printed', printed ?? '', MOST_LETTERS.short, null),
    textProblem('area', area, MOST_LETTERS.short, null),
    textProblem('period', period, MOST_LETTERS.short, null),
    textProblem('against', against ?? '', MOST_LETTERS.short, null),
    ...countProblems(counts),
  ];
}

function measureProblem(field: string, name: string): Problem | null {
  return findMeasure(name) === null
    ? { field, sentence: `There is no measure “${name}”: choose one of the list.` }
    : null;
}

function countProblems(counts: ClaimBinding['counts']): (Problem | null)[] {
  if (counts === null) return [];
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const sentence = 'Give the count as it was printed, a whole number such as 1004, or leave both empty.';
  return [
    isCount(counts.current) ? null : { field: 'current', sentence },
    counts.previous === null || isCount(counts.previous) ? null : { field: 'previous', sentence },
  ];
}
