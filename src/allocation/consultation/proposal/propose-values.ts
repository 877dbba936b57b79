import type { Elicited, WeightProposal } from '../model.ts';
import type { Typed } from '../typed-fields.ts';
import { pointsForWeights } from './points-for-weights.ts';
import { leastField, mostField, pointsField } from './read-propose-form.ts';
import type { SwingStep } from './swing-steps.ts';

/** A proposal as the text of the form's fields, for the way of answering that is asked. */
export function valuesOfProposal(
  proposal: WeightProposal,
  method: Elicited['method'],
  steps: readonly SwingStep[],
): Typed {
  const { given, weights, bounds, comment, publishComment, title } = proposal;
  const points = given.method === method ? given.points : pointsForWeights(method, weights, steps);
  const percentText = (share: number) => String(Number((share * 100).toFixed(3)));
  return {
    title,
    ...Object.fromEntries(steps.map(({ component }) => [pointsField(component), String(points[component] ?? 0)])),
    ...Object.fromEntries(
      steps.flatMap(({ component }) => {
        const [least, most] = bounds?.[component] ?? [0, 1];
        return [
          [leastField(component), least === 0 ? '' : percentText(least)],
          [mostField(component), most === 1 ? '' : percentText(most)],
        ];
      }),
    ),
    comment,
    publish: publishComment ? 'yes' : '',
  };
}
