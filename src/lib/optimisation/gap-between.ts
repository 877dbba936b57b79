/** Gaps from here down are the solver's tolerance, not a distance. */
const TOLERANCE = 1e-8;

/**
 * Relative distance between an answer's objective and what nothing can be below; 0 from 1e-8 down.
 * @param objective 0 or more
 */
export function gapBetween(objective: number, bound: number): number {
  if (objective <= 0) return 0;
  const gap = (objective - bound) / objective;
  return gap <= TOLERANCE ? 0 : gap;
}
