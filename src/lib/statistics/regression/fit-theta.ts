/** How much more than Poisson counts vary: variance = mean + mean² ÷ theta. */
export interface FittedTheta {
  /** > 0; Infinity where the counts vary no more than Poisson counts. */
  theta: number;
  /** Square root of the inverse observed information; Infinity with theta. */
  standardError: number;
}

/**
 * The theta of the highest likelihood for counts of given means, by Newton's method. Derivatives are summed over whole
 * numbers below each count, which is exact: ψ(θ + y) − ψ(θ) = Σ 1 ÷ (θ + j) for j < y.
 * @param counts whole, ≥ 0, length n
 * @param means  > 0, length n
 * @source Venables, W. N. and Ripley, B. D. (2002), Modern Applied Statistics with S, 4th ed., section 7.4
 */
export function fitTheta(counts: readonly number[], means: Float64Array): FittedTheta {
  const above = countsAbove(counts);
  const scoreAtInfinity = counts.reduce((sum, count, at) => {
    const mean = means[at] as number;
    return sum + (count - mean) ** 2 - count;
  }, 0);
  // The likelihood rises toward infinite theta unless counts vary more than Poisson's.
  if (scoreAtInfinity <= 0) return { theta: Number.POSITIVE_INFINITY, standardError: Number.POSITIVE_INFINITY };
  let theta = startingTheta(counts, means);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { score, information } = derivatives(counts, means, above, theta);
    // In log theta, so that it stays above 0, and never more than a factor of e² at a time.
    const curvature = information * theta * theta - score * theta;
    const step = curvature > 0 ? (score * theta) / curvature : Math.sign(score);
    theta *= Math.exp(Math.max(-2, Math.min(2, step)));
    if (theta > LARGEST) return { theta: Number.POSITIVE_INFINITY, standardError: Number.POSITIVE_INFINITY };
    if (Math.abs(step) < TOLERANCE) break;
  }
  return { theta, standardError: Math.sqrt(1 / derivatives(counts, means, above, theta).information) };
}

/** How many counts are above 0, above 1 and so on. */
function countsAbove(counts: readonly number[]): number[] {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const above = new Array<number>(most).fill(0);
  for (const count of counts) if (count > 0) above[count - 1] = (above[count - 1] as number) + 1;
  for (let j = most - 2; j >= 0; j -= 1) above[j] = (above[j] as number) + (above[j + 1] as number);
  return above;
}

function startingTheta(counts: readonly number[], means: Float64Array): number {
  const excess = counts.reduce((sum, count, at) => sum + (count / (means[at] as number) - 1) ** 2, 0);
  return counts.length / excess;
}

function derivatives(counts: readonly number[], means: Float64Array, above: readonly number[], theta: number) {
  let score = 0;
  let information = 0;
  for (const [j, number] of above.entries()) {
    score += number / (theta + j);
    information += number / (theta + j) ** 2;
  }
  for (const [at, count] of counts.entries()) {
    const mean = means[at] as number;
    const sum = mean + theta;
    score += Math.log(theta / sum) + 1 - (count + theta) / sum;
    information += -1 / theta + 2 / sum - (count + theta) / sum ** 2;
  }
  return { score, information };
}

const MOST_ROUNDS = 60;
const TOLERANCE = 1e-10;
/** Beyond it counts of any size vary like Poisson counts. */
const LARGEST = 1e8;
