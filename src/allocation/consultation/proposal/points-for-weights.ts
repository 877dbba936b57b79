import type { Elicited } from '../model.ts';
import type { SwingStep } from './swing-steps.ts';

/**
 * The points that a form begins with so that they come to the given weights: out of 100 where they are shared out, against
 * 100 for the largest step where steps are compared. Rounded to one decimal.
 * @param weights component → weight, each ≥ 0; they need not sum to 1, and a component without a step is left out
 */
export function pointsForWeights(
  method: Elicited['method'],
  weights: Readonly<Record<string, number>>,
  steps: readonly SwingStep[],
): Record<string, number> {
  const raw = steps.map(({ component, least, most }) => {
    const weight = weights[component] ?? 0;
    return { component, size: method === 'swing' ? weight * (most.share - least.share) : weight };
  });
  const whole =
    method === 'swing' ? Math.max(0, ...raw.map(({ size }) => size)) : raw.reduce((sum, { size }) => sum + size, 0);
  return Object.fromEntries(
    raw.map(({ component, size }) => [component, whole === 0 ? 0 : Math.round((size / whole) * 1000) / 10]),
  );
}
