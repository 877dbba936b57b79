import type { DemandParts } from '../../../demand/index.ts';
import type { Problem } from '../../../lib/refused.ts';
import { pointsField } from '../proposal/read-propose-form.ts';
import { weightsFromPoints } from '../proposal/weights-from-points.ts';
import type { OpenForm } from './read-open-form.ts';
import { componentsProblems, daysProblems, solvingProblems, wordsProblems } from './review-problems.ts';

export interface OpenProblemsAsked {
  form: OpenForm;
  /** What is wrong with the numbers as they were typed. */
  misread: readonly Problem[];
  /** In London. */
  today: string;
  /** The figures of the parts that were ticked; null where day or parts do not say which. */
  demand: DemandParts | null;
  /** Every part that may be ticked, in the order of the page. */
  parts: readonly string[];
}

/** Everything that is wrong with the form that opens a review, once for each field, in the order of the page. */
export function openProblems({ form, misread, today, demand, parts }: OpenProblemsAsked): Problem[] {
  const { asAt } = form;
  const draft = demand === null || form.components.length === 0 ? null : weightsFromPoints(form.draft, demand);
  const misreadIn = (fields: readonly string[]) =>
    misread.some(({ field }) => field !== null && fields.includes(field));
  const found = [
    ...misread,
    ...wordsProblems(form),
    ...componentsProblems(form.components),
    ...daysProblems(form, { asAt, opensOn: today, today, stands: false }),
    // What was misread stands as 0 in the form, and would be found to have no plan.
    ...(demand === null || misreadIn(NUMBERS) ? [] : solvingProblems(demand, form.numbers)),
    ...(misreadIn(parts.map(pointsField)) || draft?.kind !== 'refused' ? [] : draft.problems.map(atParts)),
  ];
  const place = placesOf(parts);
  return found
    .filter(({ field }, at) => found.findIndex((other) => other.field === field) === at)
    .toSorted((a, b) => place(a.field) - place(b.field));
}

/** What is wrong with all points together is said where the parts are. */
const atParts = ({ field, sentence }: Problem): Problem => ({ field: field ?? 'components', sentence });

const NUMBERS = ['dwo', 'pcso', 'dwoFloor', 'dwoCeiling', 'pcsoFloor', 'pcsoCeiling'];

/** Where a field stands on the page; what is about none comes last. */
function placesOf(parts: readonly string[]): (field: string | null) => number {
  const fields = ['name', 'question', ...NUMBERS, 'components', ...parts.map(pointsField)];
  const order = [...fields, 'asAt', 'closesOn', 'inForceFrom', 'invited'];
  return (field) => {
    const at = field === null ? -1 : order.indexOf(field);
    return at < 0 ? order.length : at;
  };
}
