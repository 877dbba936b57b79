import { coverKindOf } from '../model.ts';
import type { CoverRule } from './cover-question.ts';

/** Officers stand in for officers and PCSOs for PCSOs. */
export const sameKind: CoverRule = {
  name: 'same-kind',
  sentence: 'A PCSO never covers for an officer, nor an officer for a PCSO.',
  keeps: ({ postClass }, { gap }) => coverKindOf(postClass) === gap.kind,
};
