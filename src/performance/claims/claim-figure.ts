import type { ClaimFigures, ClaimKind } from './model.ts';
import type { ExactFigure } from './printed-value.ts';

/** The figure that was printed, as a fraction; null where its base is 0. */
export function exactFigure(kind: ClaimKind, { current, previous }: ClaimFigures): ExactFigure | null {
  if (kind === 'count') return { numerator: current, denominator: 1 };
  if (previous === null || previous === 0) return null;
  const numerator = 100 * (kind === 'share' ? current : current - previous);
  return { numerator, denominator: previous };
}
