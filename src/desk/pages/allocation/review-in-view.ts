import type { ListedError } from '../../../ui/error-summary.tsx';
import type { ReviewForm, ReviewPlaces } from '../../read-review-form.ts';

/** The part of the form for people who may read plans, with the places that have fields of their own. */
export interface ReviewInView extends ReviewPlaces {
  form: ReviewForm;
}

/** What is wrong with a field, as its component takes it. */
export function errorAt(problems: readonly ListedError[], id: string): { error?: string } {
  const problem = problems.find(({ href }) => href === `#${id}`);
  return problem === undefined ? {} : { error: problem.text };
}
