/** A component, and whether more weight on it goes with more officers (1) or with fewer (−1). */
export interface GoesWith {
  component: number;
  sign: 1 | -1;
}

/** The component whose weight goes most closely with what a ward gets. */
export interface Driver extends GoesWith {
  /** The next, where its correlation comes so near that neither can be put before the other; else null. */
  runnerUp: GoesWith | null;
}

/** Two correlations this close, as a share of the larger, are one: with two components each is the other's opposite. */
const TIED = 1e-9;

/** A runner-up whose correlation is no further behind than this is named too. */
const NEAR = 0.05;

/**
 * Finds the component whose weight has the largest correlation, up or down, with what a ward gets; of equal ones that with
 * which it gets more, then the first.
 *
 * Weights sum to 1, so that one can only rise while others fall: a correlation tells what goes with what over all the
 * weightings, and not what a small move of one weight does to a number of officers, which goes by steps.
 * @param correlations of each weight with what the ward gets, from −1 to 1; 0 for a weight that never moves
 * @returns null where nothing goes with it
 */
export function findDriver(correlations: readonly number[]): Driver | null {
  const first = foremost(correlations, -1);
  if (first === null) return null;
  const next = foremost(correlations, first.component);
  const size = (each: GoesWith | null) => Math.abs(correlations[each?.component ?? -1] ?? 0);
  return { ...first, runnerUp: next !== null && size(next) >= size(first) - NEAR ? next : null };
}

function foremost(correlations: readonly number[], butFor: number): GoesWith | null {
  let best: GoesWith | null = null;
  let most = 0;
  correlations.forEach((correlation, component) => {
    const size = Math.abs(correlation);
    const ahead = size > most * (1 + TIED) || (best?.sign === -1 && correlation > 0 && size >= most * (1 - TIED));
    if (size === 0 || !ahead || component === butFor) return;
    best = { component, sign: correlation > 0 ? 1 : -1 };
    most = size;
  });
  return best;
}
