/** Where the straight pieces of a rate over the estimated autocorrelation meet: -0.6, -0.45, … 0.9. */
const KNOTS = Array.from({ length: 11 }, (_, at) => -0.6 + 0.15 * at);
const PIECE = 0.15;
/** Keeps the pieces that hardly any chart reaches from running to an end. */
const LEAST_CURVE = 1e-6;
const ROUNDS = 300;

/** A rate as a rising line of straight pieces over the estimated autocorrelation; between 0 and 1. */
export interface RateLine {
  /** Rate at the lowest knot, then what each piece adds; none below 0, together at most 1. */
  rises: number[];
}

/**
 * Finds the line whose mean over the estimates that charts of each true autocorrelation give is the true rate of that
 * autocorrelation. Reading the rate off at the estimate itself would be wrong on average: estimates scatter by 0.2 and the
 * rate bends. Least squares over the true autocorrelations, each weighed by its charts, coordinate by coordinate.
 * @param truths for each true autocorrelation the estimates of its charts and the share of them with a mark, 0 to 1
 */
export function unbiasedRate(truths: readonly { estimates: ArrayLike<number>; rate: number }[]): RateLine {
  const all = truths.reduce((sum, { estimates }) => sum + estimates.length, 0);
  const means = truths.map(({ estimates }) => meanFeatures(estimates));
  const weights = truths.map(({ estimates }) => estimates.length / all);
  // Normal equations: products of features, and of features with the rates.
  const products = KNOTS.map((_, row) =>
    KNOTS.map((_, column) =>
      weights.reduce((sum, weight, at) => sum + weight * (means[at]?.[row] ?? 0) * (means[at]?.[column] ?? 0), 0),
    ),
  );
  const targets = KNOTS.map((_, row) =>
    truths.reduce((sum, { rate }, at) => sum + (weights[at] ?? 0) * (means[at]?.[row] ?? 0) * rate, 0),
  );
  const rises: number[] = new Array(KNOTS.length).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, row] of products.entries()) {
      const old = rises[at] ?? 0;
      const others = row.reduce((sum, product, other) => sum + product * (rises[other] ?? 0), 0) - (row[at] ?? 0) * old;
      const room = 1 - rises.reduce((sum, rise) => sum + rise, 0) + old;
      rises[at] = Math.min(room, Math.max(0, ((targets[at] ?? 0) - others) / ((row[at] ?? 0) + LEAST_CURVE)));
    }
  }
  return { rises };
}

/** The rate at an estimated autocorrelation. */
export function rateAt({ rises }: RateLine, estimate: number): number {
  return rises.reduce((sum, rise, at) => sum + rise * feature(at, estimate), 0);
}

function meanFeatures(estimates: ArrayLike<number>): number[] {
  return KNOTS.map((_, at) => {
    let sum = 0;
    for (let which = 0; which < estimates.length; which += 1) sum += feature(at, estimates[which] as number);
    return sum / estimates.length;
  });
}

/** How much of a piece lies below an estimate, 0 to 1; all of the first. */
function feature(at: number, estimate: number): number {
  if (at === 0) return 1;
  return Math.min(1, Math.max(0, (estimate - (KNOTS[at - 1] as number)) / PIECE));
}
