import type { Problem } from '../../lib/refused.ts';

/** Letters that a name, a question, a comment and a reason may have at most. */
export const MOST_LETTERS = { name: 200, title: 100, text: 10_000 };

/**
 * What is wrong with a text that somebody typed.
 * @param empty the sentence where it says nothing; null where it may be empty
 */
export function textProblem(field: string | null, text: string, most: number, empty: string | null): Problem | null {
  if (text.trim() === '') return empty === null ? null : { field, sentence: empty };
  if (text.length > most)
    return {
      field,
      sentence: `This is ${text.length.toLocaleString('en-GB')} letters long: keep it to ${most.toLocaleString('en-GB')}.`,
    };
  // No record can hold a NUL, or half of a pair.
  if (/\0|\p{Surrogate}/u.test(text))
    return { field, sentence: 'This holds characters that cannot be kept: type it again without them.' };
  return null;
}
