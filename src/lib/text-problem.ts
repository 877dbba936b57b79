import type { Problem } from './refused.ts';

/**
 * What is wrong with a text that somebody wrote.
 * @param most letters it may have
 * @param empty the sentence where it says nothing; null where it may be empty
 */
export function textProblem(field: string | null, text: string, most: number, empty: string | null): Problem | null {
  if (text.trim() === '') return empty === null ? null : { field, sentence: empty };
  if (text.length > most)
    return {
      field,
      sentence: `This is ${text.length.toLocaleString('en-GB')} letters long: keep it to ${most.toLocaleString('en-GB')}.`,
    };
  return isKeepable(text)
    ? null
    : { field, sentence: 'This holds characters that cannot be kept: type it again without them.' };
}

/** No record can hold a NUL, or half of a pair. */
export const isKeepable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);
