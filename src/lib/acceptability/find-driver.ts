/** The component whose weight goes most closely with what a ward gets. */
export interface Driver {
  component: number;
  /** 1: more weight on it goes with more; −1: with less. */
  sign: 1 | -1;
}

/** Two correlations this close, as a share of the larger, are one: with two components each is the other's opposite. */
const TIED = 1e-9;

/**
 * Finds the component whose weight has the largest correlation, up or down, with what a ward gets; of equal ones that with
 * which it gets more, then the first. Dividing the covariance by the weight's own standard deviation is all that tells the
 * components apart: a correlation divides each by the same number besides.
 *
 * Weights sum to 1, so that one can only rise while others fall. Over all weightings every weight has the same spread and
 * each two the same covariance, so that for a ward's demand, Σ weight × share, the correlation with a weight is in proportion
 * to the component's share less the mean of the ward's shares: it is the effect of raising that weight while the others give way
 * alike, and dependence misleads nobody. Within bounds it is the effect while the others give way as the bounds let them.
 * @param covariances of each weight with what the ward gets
 * @param deviations  standard deviation of each weight; one that is 0 cannot be a driver
 * @returns null where nothing goes with it
 */
export function findDriver(covariances: ArrayLike<number>, deviations: ArrayLike<number>): Driver | null {
  let best: Driver | null = null;
  let most = 0;
  for (let component = 0; component < deviations.length; component += 1) {
    const deviation = deviations[component] ?? 0;
    const effect = deviation > 0 ? (covariances[component] ?? 0) / deviation : 0;
    const size = Math.abs(effect);
    const ahead = size > most * (1 + TIED) || (best?.sign === -1 && effect > 0 && size >= most * (1 - TIED));
    if (size === 0 || !ahead) continue;
    best = { component, sign: effect > 0 ? 1 : -1 };
    most = size;
  }
  return best;
}
