import type { HeldIncidents } from '../held-incidents.ts';
import type { AreaCount } from '../model.ts';
import type { FieldErrors, TypedQuestion } from '../typed-question.ts';

interface InUnit {
  unit: { name: string; boroughs: string[] };
}

export interface AskPageModel extends InUnit {
  held: readonly HeldIncidents[];
  typed: TypedQuestion;
  errors: FieldErrors;
  /** Address of the boundaries to draw on; null when none are held. */
  boundariesAddress: string | null;
  /** Most that a file or the text may hold, in millions of bytes. */
  mostMegabytes: number;
}

export interface AnswerPageModel extends InUnit {
  count: AreaCount;
  /** The question as it was asked, passed on to the files and to the form. */
  typed: TypedQuestion;
}

/** Where the form is sent, and under what its files are. */
export const AREA_COUNT = '/area-count';
