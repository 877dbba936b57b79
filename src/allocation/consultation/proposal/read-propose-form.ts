import type { Problem } from '../../../lib/refused.ts';
import type { Elicited, WeightBounds } from '../model.ts';
import { isTicked, readFields, type Typed, textIn } from '../typed-fields.ts';
import { parseBounds } from './parse-bounds.ts';
import type { SwingStep } from './swing-steps.ts';

export const pointsField = (component: string): string => `weight-${component}`;
export const leastField = (component: string): string => `least-${component}`;
export const mostField = (component: string): string => `most-${component}`;

/** What a form proposes, read. */
export interface ProposeForm {
  /** What the police call theirs; empty for others. */
  title: string;
  given: Elicited;
  bounds: WeightBounds | null;
  comment: string;
  publishComment: boolean;
}

/** Reads the form of a proposal: whether its numbers are numbers. What they come to, and whether it may be, is for the service. */
export function readProposeForm(
  typed: Typed,
  method: Elicited['method'],
  steps: readonly SwingStep[],
): { form: ProposeForm; problems: readonly Problem[] } {
  const read = readFields(typed);
  const points = Object.fromEntries(
    steps.map(({ component, title }) => [component, read.points(pointsField(component), title)]),
  );
  const { bounds, problems } = parseBounds(
    Object.fromEntries(
      steps.map(({ component }) => [
        component,
        { least: textIn(typed, leastField(component)), most: textIn(typed, mostField(component)) },
      ]),
    ),
  );
  return {
    form: {
      title: textIn(typed, 'title'),
      given: { method, points },
      bounds,
      comment: textIn(typed, 'comment'),
      publishComment: isTicked(typed, 'publish'),
    },
    problems: [...read.problems, ...problems],
  };
}
