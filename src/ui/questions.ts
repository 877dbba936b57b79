/** The four questions, always in this order and always in these words. */
export const QUESTIONS = {
  1: 'How many officers, and why?',
  2: 'Were they here?',
  3: 'What did they do about what we asked?',
  4: 'Is it working?',
} as const;

export type QuestionNumber = keyof typeof QUESTIONS;

export const QUESTION_NUMBERS: readonly QuestionNumber[] = [1, 2, 3, 4];
