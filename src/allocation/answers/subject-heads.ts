import type { Subject } from './model.ts';

/** What stands before each point of a ward's answer, on its page and as text. */
export const SUBJECT_HEADS: Readonly<Record<Subject, string>> = {
  'how many': 'How many',
  why: 'Why',
  'rank of the last officer': 'Its last officer',
  'what would change it': 'What would change it',
  'how sure': 'How sure it is',
  'who was consulted': 'Who was asked',
  'since last time': 'Since last time',
};

/** What the word means that every answer uses, said once in each. */
export const PCSO_MEANS = 'PCSOs are police community support officers.';
